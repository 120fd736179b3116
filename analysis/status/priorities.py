"""What each goal could free in a year, from its baseline, beside how easy it is to measure and to follow."""

from __future__ import annotations

from analysis.model.agreements import Smart
from analysis.model.choices import Measure
from analysis.model.levels import Level
from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.model.priorities import Priority
from analysis.model.status import GoalReport, StatusReport
from analysis.model.worth import Yearly
from analysis.planning import Plan

MINUTES_PER_HOUR = 60


def priorities(report: StatusReport, plan: Plan) -> tuple[Priority, ...]:
    """The goals, those with the largest potential first."""
    letters = {smart.goal: smart for smart in plan.of(Smart)}
    found = [priority(goal, letters.get(goal.goal.goal_id)) for goal in report.goals]
    return tuple(sorted(found, key=lambda one: -one.hours.amount if isinstance(one.hours, Yearly) else 0.0))


def priority(report: GoalReport, smart: Smart | None) -> Priority:
    eases = (smart.data_ease, smart.follow_up_ease) if smart else (None, None)
    return Priority(report.goal, potential(report), *eases)


def potential(report: GoalReport) -> Yearly | NotComputable | None:
    """The hours a year between the baseline and the target point, times the share that is to be realised."""
    goal = report.goal
    if goal.measure is not Measure.TIME:
        return None
    level = report.baseline.level if report.baseline else NotComputable(Reason.NO_BASELINE)
    if not isinstance(level, Level):
        return level
    if goal.items_per_year is None:
        return NotComputable(Reason.VOLUME_MISSING)
    hours_per_minute = goal.items_per_year * goal.realisation_share * goal.target_improvement / MINUTES_PER_HOUR
    known = level.interval_95
    if isinstance(known, Interval):
        known = Interval(known.low * hours_per_minute, known.high * hours_per_minute, known.level)
    return Yearly(level.value * hours_per_minute, known)
