"""What the trajectory chart plots, as values: the plan and the measurements of one goal on one scale."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from analysis.model.choices import Direction, Measure, TargetUnit
from analysis.model.levels import Change, Level
from analysis.model.outcome import Interval, NotComputable
from analysis.model.plan import Goal, Round, add_months
from analysis.model.status import GoalReport, RoundResult

PER_CENT_SCALE = 100.0


class Unit(StrEnum):
    """What the chart's values are: levels, or before any measurement the plan alone."""

    LEVEL = "level"
    PER_CENT_OF_BASELINE = "per_cent_of_baseline"
    POINTS_FROM_BASELINE = "points_from_baseline"


@dataclass(frozen=True, slots=True)
class Tread:
    """A stretch of the plan: what is asked from ``first`` until the next step, stepping there from ``before``."""

    first: date
    before: float
    value: float
    improvement: float


@dataclass(frozen=True, slots=True)
class Measurement:
    """A measured round with its intervals, all in the unit of the chart."""

    result: RoundResult
    value: float
    thin: Interval | None
    thick: Interval | None

    @property
    def day(self) -> date:
        """The last day of the window: the day on which the milestone in force is decided."""
        return self.result.round.ends_on

    @property
    def highest(self) -> float:
        return self.thin.high if self.thin else self.value


@dataclass(frozen=True, slots=True)
class Course:
    """A goal's course. ``anchor`` is the baseline's level; ``None`` where rounds were measured without one.

    Before anything is measured the plan is drawn against the baseline to come.
    """

    goal: Goal
    unit: Unit
    anchor: float | None
    baseline: Measurement | None
    follow_ups: tuple[Measurement, ...]
    treads: tuple[Tread, ...]
    unseen: tuple[RoundResult, ...]
    planned: tuple[Round, ...]
    go_live: date
    deadline: date

    @property
    def measurements(self) -> tuple[Measurement, ...]:
        return self.follow_ups if self.baseline is None else (self.baseline, *self.follow_ups)

    @property
    def days(self) -> tuple[date, ...]:
        """Every day on which something is drawn."""
        rounds = [*(result.round for result in self.unseen), *self.planned]
        return (self.go_live, self.deadline, *(m.day for m in self.measurements), *(r.ends_on for r in rounds))


def course(report: GoalReport, go_live: date) -> Course:
    baseline = None if report.baseline is None else measured_level(report.baseline)
    follow_ups = tuple(filter(None, (followed_up(report.goal, result, baseline) for result in report.follow_ups)))
    nothing_measured = baseline is None and not follow_ups
    unit = plan_unit(report.goal) if nothing_measured else Unit.LEVEL
    anchor = baseline.value if baseline else plan_anchor(report.goal) if nothing_measured else None
    seen = [m.result for m in (baseline, *follow_ups) if m is not None]
    results = (report.baseline, *report.follow_ups)
    return Course(
        goal=report.goal,
        unit=unit,
        anchor=anchor,
        baseline=baseline,
        follow_ups=follow_ups,
        treads=() if anchor is None else plan(report.goal, go_live, report.deadline, anchor),
        unseen=tuple(result for result in results if result is not None and result not in seen),
        planned=report.planned,
        go_live=go_live,
        deadline=report.deadline,
    )


def measured_level(result: RoundResult) -> Measurement | None:
    level = result.level
    if isinstance(level, NotComputable):
        return None
    return Measurement(result, level.value, known(level.interval_95), known(level.interval_80))


def followed_up(goal: Goal, result: RoundResult, baseline: Measurement | None) -> Measurement | None:
    """A follow-up as its change from the baseline, so that bars and plan meet where the status says they do.

    The level's own interval leaves out how uncertain the baseline is, and the status does not.
    """
    if baseline is None:
        return measured_level(result)
    change = result.change
    if isinstance(change, Change):
        thin, thick = (as_levels(goal, part, baseline.value) for part in (change.interval_95, change.interval_80))
        return Measurement(result, goal.improved(baseline.value, change.improvement), thin, thick)
    return Measurement(result, result.level.value, None, None) if isinstance(result.level, Level) else None


def known(interval: Interval | NotComputable) -> Interval | None:
    return interval if isinstance(interval, Interval) else None


def as_levels(goal: Goal, improvement: Interval | NotComputable, baseline: float) -> Interval | None:
    """The levels that an interval of improvements stands for: none is negative, and no share is above one."""
    if isinstance(improvement, NotComputable):
        return None
    most = 1.0 if goal.measure is Measure.SHARE else math.inf
    levels = (goal.improved(baseline, end) for end in (improvement.low, improvement.high))
    low, high = sorted(min(max(level, 0.0), most) for level in levels)
    return Interval(low, high, improvement.level)


def plan_unit(goal: Goal) -> Unit:
    is_in_points = goal.target_unit is TargetUnit.POINTS
    return Unit.POINTS_FROM_BASELINE if is_in_points else Unit.PER_CENT_OF_BASELINE


def plan_anchor(goal: Goal) -> float:
    """Where the baseline to come is drawn: with points to fall, so high that the target stays above zero."""
    if goal.target_unit is TargetUnit.RELATIVE:
        return PER_CENT_SCALE
    return 0.0 if goal.direction is Direction.MORE else math.ceil(10 * goal.target_improvement + 1e-9) / 10


def plan(goal: Goal, go_live: date, deadline: date, anchor: float) -> tuple[Tread, ...]:
    """The steps from go-live over the milestones to the target."""
    steps = {go_live: 0.0}
    for milestone in sorted(goal.milestones, key=lambda m: m.months_after_go_live):
        due = add_months(go_live, milestone.months_after_go_live)
        if due < deadline:
            steps[due] = milestone.improvement
    steps[deadline] = goal.target_improvement
    values = [goal.improved(anchor, improvement) for improvement in steps.values()]
    before = [anchor, *values]
    return tuple(map(Tread, steps, before, values, steps.values()))
