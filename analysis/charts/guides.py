"""How to read each chart: what its lines and points mean, and how many were measured."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from analysis.charts.course import Course, course
from analysis.charts.frame import scale_of
from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import long_date, period, signed_percent, whole
from analysis.language.sentences import the_round
from analysis.model.status import GoalReport, RoundResult, StatusReport


def trajectory_guide(report: GoalReport, language: Language, *, go_live: date) -> tuple[str, ...]:
    """What is asked by when, what the lines mean, and how many were measured."""
    change, deadline = signed_percent(language, report.goal.target_reduction), long_date(language, report.deadline)
    asked = text(language, "chart.guide.goal", goal=report.goal.name, change=change, deadline=deadline)
    drawn = course(report, go_live)
    return " ".join([asked, *employees(report, language)]), " ".join(parts(drawn, language))


def parts(drawn: Course, language: Language) -> Iterator[str]:
    """A sentence for each kind of mark that is there."""
    if drawn.follow_ups:
        yield text(language, "chart.guide.intervals")
    elif drawn.baseline:
        yield text(language, "chart.guide.baseline")
    if drawn.treads:
        yield text(language, "chart.guide.plan")
    if drawn.planned:
        yield text(language, "chart.guide.planned")
    if any(measurement.highest > scale_of(drawn).top for measurement in drawn.measurements):
        yield text(language, "chart.guide.cut")


def employees(report: GoalReport, language: Language) -> Iterator[str]:
    if report.baseline is None:
        return
    before = whole(language, report.baseline.employees)
    if report.latest is None:
        yield text(language, "chart.guide.baseline_employees", before=before)
        return
    after, latest = whole(language, report.latest.employees), the_round(report.latest.round.number, language)
    yield text(language, "chart.guide.both_employees", before=before, after=after, round=latest)


def forest_guide(latest: RoundResult, language: Language) -> str:
    window = period(language, latest.round.starts_on, latest.round.ends_on)
    return text(language, "chart.guide.groups", round=the_round(latest.round.number, language), period=window)


def portfolio_guide(report: StatusReport, language: Language) -> str:
    return text(language, "chart.guide.portfolio", on=long_date(language, report.on))
