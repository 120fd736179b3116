"""What the trajectory chart plots, as values: the plan and the measurements of one goal on one scale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from analysis.model.outcome import Interval, NotComputable
from analysis.model.plan import Goal, Round, add_months
from analysis.model.status import Change, GoalReport, Level, RoundResult

PER_CENT_SCALE = 100.0


@dataclass(frozen=True, slots=True)
class Tread:
    """A stretch of the plan: what is asked from ``first`` until the next step, dropping there from ``above``."""

    first: date
    above: float
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

    Before anything is measured the plan is drawn in per cent of the baseline to come.
    """

    in_minutes: bool
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
    follow_ups = tuple(filter(None, (followed_up(result, baseline) for result in report.follow_ups)))
    nothing_measured = baseline is None and not follow_ups
    anchor = baseline.value if baseline else PER_CENT_SCALE if nothing_measured else None
    seen = [m.result for m in (baseline, *follow_ups) if m is not None]
    results = (report.baseline, *report.follow_ups)
    return Course(
        in_minutes=not nothing_measured,
        anchor=anchor,
        baseline=baseline,
        follow_ups=follow_ups,
        treads=plan(report.goal, go_live, report.deadline, anchor) if anchor else (),
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


def followed_up(result: RoundResult, baseline: Measurement | None) -> Measurement | None:
    """A follow-up as its change from the baseline, so that bars and plan meet where the status says they do.

    The level's own interval leaves out how uncertain the baseline is, and the status does not.
    """
    if baseline is None:
        return measured_level(result)
    change = result.change
    if isinstance(change, Change):
        thin, thick = (in_minutes(part, baseline.value) for part in (change.interval_95, change.interval_80))
        return Measurement(result, baseline.value * (1 - change.improvement), thin, thick)
    return Measurement(result, result.level.value, None, None) if isinstance(result.level, Level) else None


def known(interval: Interval | NotComputable) -> Interval | None:
    return interval if isinstance(interval, Interval) else None


def in_minutes(reduction: Interval | NotComputable, baseline: float) -> Interval | None:
    if isinstance(reduction, NotComputable):
        return None
    return Interval(baseline * (1 - reduction.high), baseline * (1 - reduction.low), reduction.level)


def plan(goal: Goal, go_live: date, deadline: date, anchor: float) -> tuple[Tread, ...]:
    """The steps from go-live over the milestones to the target."""
    steps = {go_live: 0.0}
    for milestone in sorted(goal.milestones, key=lambda m: m.months_after_go_live):
        due = add_months(go_live, milestone.months_after_go_live)
        if due < deadline:
            steps[due] = milestone.improvement
    steps[deadline] = goal.target_improvement
    values = [anchor * (1 - reduction) for reduction in steps.values()]
    above = [anchor, *values]
    return tuple(map(Tread, steps, above, values, steps.values()))
