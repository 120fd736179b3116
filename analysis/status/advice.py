"""What the next measurement needs: to settle what the latest could not, or to show the first change at all."""

from __future__ import annotations

from dataclasses import replace

from analysis.model.choices import Direction, Measure
from analysis.model.levels import Change
from analysis.model.outcome import Interval, NotComputable
from analysis.model.status import Advice, Basis, RoundResult, Status
from analysis.statistics import planner
from analysis.status.by_employees import employees_in
from analysis.status.evidence import Evidence, MeasuredRound

OPEN = (Status.UNDECIDED, Status.ON_TRACK)


def advice(
    evidence: Evidence, baseline: RoundResult | None, latest: RoundResult | None
) -> Advice | NotComputable | None:
    """How many must measure next time, the baseline's employees again.

    ``None`` where it is settled whether the target is reached, and for what no employee measures.
    """
    if baseline is None or evidence.baseline is None or evidence.goal.measure is Measure.SHARE:
        return None
    if latest is None:
        return before_any_follow_up(evidence, baseline, evidence.baseline)
    change = latest.change
    if latest.status not in OPEN or latest.basis is not Basis.EMPLOYEES or not isinstance(change, Change):
        return None
    if not is_open(change, evidence.goal.target_improvement):
        return None
    return advised(evidence, evidence.follow_ups[-1], change.improvement, evidence.goal.target_improvement)


def is_open(change: Change, target: float) -> bool:
    """Whether the target lies inside the interval."""
    known = change.interval_95
    return isinstance(known, Interval) and known.low < target <= known.high


def before_any_follow_up(
    evidence: Evidence, baseline: RoundResult, measured: MeasuredRound
) -> Advice | NotComputable | None:
    """If all that is hoped for comes true, how many it takes to tell it from the milestone of the next round.

    Without a milestone below the target: from no change at all.
    """
    if baseline.basis is not Basis.EMPLOYEES:
        return None
    if isinstance(baseline.level, NotComputable):
        return baseline.level
    goal = evidence.goal
    asked = evidence.requirement(evidence.planned[0]).milestone if evidence.planned else 0.0
    against = asked if asked < goal.target_improvement else 0.0
    found = advised(evidence, measured, goal.target_improvement, against)
    return replace(found, to_show=against) if isinstance(found, Advice) else found


def advised(
    evidence: Evidence, pilot_round: MeasuredRound, expected: float, target: float
) -> Advice | NotComputable | None:
    """The planner knows reductions: a rise is a negative one, and one of everything has no logarithm."""
    sign = -1 if evidence.goal.direction is Direction.MORE else 1
    if max(sign * expected, sign * target) >= 1 or evidence.baseline is None:
        return None
    pilot = planner.pilot_of(pilot_round.people)
    if isinstance(pilot, NotComputable):
        return pilot
    again = planner.Plan(
        expected=sign * expected,
        target=sign * target,
        overlap=1.0,
        population=population(pilot_round),
        baseline_employees=employees_in(evidence.baseline.people),
    )
    return planner.advise(pilot, again)


def population(now: MeasuredRound) -> int | None:
    """The employees of all target groups together, where each is known."""
    sizes = [one.employees for one in now.round.populations]
    known = [size for size in sizes if size is not None]
    return sum(known) if known and len(known) == len(sizes) else None
