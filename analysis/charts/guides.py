"""How to read each chart, in sentences: what its lines and points mean, and how many were measured."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from analysis.charts.course import course
from analysis.charts.frame import scale_of
from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import long_date, period, signed_percent, whole
from analysis.language.sentences import the_round
from analysis.model.status import GoalReport, RoundResult, StatusReport


def trajectory_guide(report: GoalReport, language: Language, *, go_live: date) -> tuple[str, ...]:
    """A sentence for each kind of mark that is there."""
    drawn = course(report, go_live)
    cut = any(measurement.highest > scale_of(drawn).top for measurement in drawn.measurements)
    keys = {
        "point": bool(drawn.follow_ups),
        "lines": bool(drawn.measurements),
        "plan": bool(drawn.treads),
        "zone": bool(drawn.treads),
        "planned": bool(drawn.planned),
        "cut": cut,
    }
    return tuple(text(language, f"chart.guide.{key}") for key, is_there in keys.items() if is_there)


def asked_and_measured(report: GoalReport, language: Language) -> Iterator[str]:
    """The goal with its deadline, and the number of employees behind the numbers."""
    change, deadline = signed_percent(language, report.goal.target_improvement), long_date(language, report.deadline)
    yield text(language, "chart.guide.goal", goal=report.goal.name, change=change, deadline=deadline)
    if report.baseline is None:
        return
    before = whole(language, report.baseline.employees)
    if report.latest is None:
        yield text(language, "chart.guide.baseline_employees", before=before)
        return
    after, latest = whole(language, report.latest.employees), the_round(report.latest.round.number, language)
    yield text(language, "chart.guide.both_employees", before=before, after=after, round=latest)


def forest_guide(latest: RoundResult, language: Language) -> tuple[str, ...]:
    window = period(language, latest.round.starts_on, latest.round.ends_on)
    groups = text(language, "chart.guide.groups", round=the_round(latest.round.number, language), period=window)
    return (groups, *(text(language, f"chart.guide.{key}") for key in ("lines", "employees")))


def portfolio_guide(report: StatusReport, language: Language) -> tuple[str, ...]:
    on = text(language, "chart.guide.on", on=long_date(language, report.on))
    return (on, *(text(language, f"chart.guide.{key}") for key in ("way", "milestone", "lines")))
