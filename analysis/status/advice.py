"""What the next measurement needs in order to settle what this one could not."""

from __future__ import annotations

from analysis import statistics
from analysis.model.outcome import Interval, NotComputable
from analysis.model.status import Advice, Status
from analysis.statistics import Contrast, planner
from analysis.status.evidence import Evidence, MeasuredRound


def advice(evidence: Evidence, status: Status | None) -> Advice | NotComputable | None:
    """How many must measure next time, the baseline's employees again, if the true reduction stays the same.

    ``None`` where it is settled whether the target is reached.
    """
    if evidence.baseline is None or not evidence.follow_ups or status not in (Status.UNDECIDED, Status.ON_TRACK):
        return None
    now = evidence.follow_ups[-1]
    known = statistics.contrast(evidence.baseline.sample, now.sample, evidence.design)
    if not isinstance(known, Contrast) or not is_open(known, evidence.goal.target_improvement):
        return None
    pilot = planner.pilot_of(now.sample)
    if isinstance(pilot, NotComputable):
        return pilot
    again = planner.Plan(
        expected=known.reduction,
        target=evidence.goal.target_improvement,
        overlap=1.0,
        population=population(now),
        baseline_employees=evidence.baseline.employees,
    )
    return planner.advise(pilot, again)


def is_open(known: Contrast, target: float) -> bool:
    """Whether the target lies inside the interval."""
    interval = known.interval()
    return (
        isinstance(interval, Interval) and interval.low < target <= interval.high and known.reduction < 1 and target < 1
    )


def population(now: MeasuredRound) -> int | None:
    """The employees of all target groups together, where each is known."""
    sizes = [one.employees for one in now.round.populations]
    known = [size for size in sizes if size is not None]
    return sum(known) if known and len(known) == len(sizes) else None
