"""How to read each chart, in sentences: what its lines and points mean, and how many were measured."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from analysis.charts.course import course
from analysis.charts.frame import scale_of
from analysis.language import Language
from analysis.language.amounts import change_number
from analysis.language.catalogue import text
from analysis.language.formats import long_date, period, whole
from analysis.language.sentences import basis_text, cases_text, the_round
from analysis.model.plan import Goal
from analysis.model.status import Basis, GoalReport, RoundResult, StatusReport


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
    """The goal with its deadline, and how much is behind the numbers."""
    change = change_number(report.goal, report.goal.target_improvement, language)
    deadline = long_date(language, report.deadline)
    yield text(language, "chart.guide.goal", goal=report.goal.name, change=change, deadline=deadline)
    if report.baseline is None:
        return
    before = measured_in(report.goal, report.baseline, language)
    if report.latest is None:
        yield text(language, "chart.guide.baseline_measured", before=before)
        return
    after = measured_in(report.goal, report.latest, language)
    if report.latest.basis is report.baseline.basis is Basis.EMPLOYEES:
        after = whole(language, report.latest.employees)
    latest = the_round(report.latest.round.number, language)
    yield text(language, "chart.guide.both_measured", before=before, after=after, round=latest)


def measured_in(goal: Goal, result: RoundResult, language: Language) -> str:
    """The employees, weeks or days of a round, or its cases where there are totals only."""
    return basis_text(result, language) or cases_text(goal, result, language)


def forest_guide(latest: RoundResult, language: Language) -> tuple[str, ...]:
    window = period(language, latest.round.starts_on, latest.round.ends_on)
    groups = text(language, "chart.guide.groups", round=the_round(latest.round.number, language), period=window)
    return (groups, *(text(language, f"chart.guide.{key}") for key in ("lines", "employees")))


def why_guide(report: GoalReport, language: Language) -> tuple[str, ...]:
    """Why the bars add up, and what the lines on them are."""
    rounds = [result.round.number for result in (report.baseline, report.latest) if result is not None]
    before, after = (the_round(number, language) for number in rounds)
    keys = ("why_colours", "why_whiskers", "why_hours")
    between = text(language, "chart.guide.why_rounds", before=before, after=after)
    return (between, *(text(language, f"chart.guide.{key}") for key in keys))


def portfolio_guide(report: StatusReport, language: Language) -> tuple[str, ...]:
    """A sentence for each kind of mark that is there."""
    on = text(language, "chart.guide.on", on=long_date(language, report.on))
    keys = {
        "way": True,
        "milestone": any(milestone_in_force(goal) is not None for goal in report.goals),
        "lines": any(goal.latest for goal in report.goals),
    }
    return (on, *(text(language, f"chart.guide.{key}") for key, is_there in keys.items() if is_there))


def milestone_in_force(report: GoalReport) -> float | None:
    """What the latest follow-up was judged against, where that is less than the target."""
    requirement = report.latest.requirement if report.latest else None
    return requirement.milestone if requirement and 0 < requirement.milestone < requirement.target else None
