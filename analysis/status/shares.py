"""Share goals: the part of all cases that is of one sort.

The counted cases are the unwanted ones where less is better, the wanted ones where more is. An improvement in points
is the change of the share in the wanted direction. A relative improvement is the part by which the share of unwanted
cases fell, 1 - p2/p1, or by which that of wanted cases rose, p2/p1 - 1: each by MOVER-R of that very share.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from analysis import statistics
from analysis.model.caveats import Caveat, CaveatKind
from analysis.model.choices import Direction, TargetUnit
from analysis.model.levels import OtherUnit
from analysis.model.outcome import NotComputable, Reason
from analysis.model.status import Basis
from analysis.statistics import RoundShare, ShareChange
from analysis.status.by_employees import employees_in, registrations_in
from analysis.status.compared import Compared, Estimate, Seen, Told, directed, interval_of, mirrored
from analysis.status.evidence import Evidence, MeasuredRound

FEWEST_FOR_RELATIVE = 10
"""With fewer cases of either sort before, a relative change beside the points would say more than is known."""
TOO_LITTLE = (Reason.TOO_FEW_EMPLOYEES, Reason.ZERO_WITHOUT_ONE_EMPLOYEE)
"""Where employees cannot be learnt from, and their cases together still can."""

LevelAt = Callable[[float], RoundShare]
ChangeAt = Callable[[float], ShareChange]


@dataclass(frozen=True, slots=True)
class AllCases:
    """``counted`` cases of ``total``."""

    counted: float
    total: float


def told(evidence: Evidence, one: MeasuredRound) -> Told:
    if has_employees(one):
        known = statistics.share_estimate(one.sample, evidence.design)
        if not isinstance(known, NotComputable):
            level = Estimate(known.share, interval_of(known.at, lambda found: found.interval))
            return as_told(one, level, Basis.EMPLOYEES)
        if known.reason not in TOO_LITTLE:
            return as_told(one, known, Basis.EMPLOYEES)
    cases = all_cases(one)
    if not cases.total:
        return as_told(one, NotComputable(Reason.NO_DENOMINATOR), Basis.TOTALS)
    level_at: LevelAt = partial(statistics.share_level_of_totals, cases.counted, cases.total)
    interval = interval_of(level_at, lambda found: found.interval)
    return as_told(one, Estimate(cases.counted / cases.total, interval), Basis.TOTALS)


def compared(evidence: Evidence, before: MeasuredRound, now: MeasuredRound) -> Compared:
    """By employees where every row of both rounds has one, else by totals."""
    if has_employees(before) and has_employees(now):
        known = statistics.share_contrast(before.sample, now.sample, evidence.design)
        if not isinstance(known, NotComputable):
            return as_compared(evidence, before, now, known.at, Basis.EMPLOYEES)
        if known.reason not in TOO_LITTLE:
            return Compared(known)
    first, second = all_cases(before), all_cases(now)
    if not first.total or not second.total:
        return Compared(NotComputable(Reason.NO_DENOMINATOR))
    totals = first.counted, first.total, second.counted, second.total
    return as_compared(evidence, before, now, partial(statistics.share_change_of_totals, *totals), Basis.TOTALS)


def as_compared(
    evidence: Evidence, before: MeasuredRound, now: MeasuredRound, change_at: ChangeAt, basis: Basis
) -> Compared:
    """Each round with the level that it has in the comparison: a round without cases borrows from the other."""
    known = change_at(0.95)
    levels = (
        Estimate(known.baseline.share, interval_of(change_at, lambda found: found.baseline.interval)),
        Estimate(known.follow_up.share, interval_of(change_at, lambda found: found.follow_up.interval)),
    )
    first, second = (
        as_told(one, level, basis, known.assumes_independence) for one, level in zip((before, now), levels, strict=True)
    )
    points, relative = in_points(evidence, change_at, known), in_parts(evidence, change_at, known)
    common, seen = in_both(before, now, basis), Seen(first, second)
    if evidence.goal.target_unit is TargetUnit.RELATIVE:
        return Compared(relative, beside(points), common, seen=seen)
    return Compared(points, beside(relative) if is_enough(before) else None, common, seen=seen)


def in_points(evidence: Evidence, change_at: ChangeAt, known: ShareChange) -> Estimate:
    interval = interval_of(change_at, lambda found: found.points_interval)
    if evidence.goal.direction is Direction.MORE:
        return Estimate(known.points, interval)
    return Estimate(-known.points, lambda level: mirrored(interval(level)))


def in_parts(evidence: Evidence, change_at: ChangeAt, known: ShareChange) -> Estimate | NotComputable:
    if isinstance(known.reduction, NotComputable):
        return known.reduction
    interval = interval_of(change_at, lambda found: found.reduction_interval)
    return directed(known.reduction, interval, evidence.goal.direction)


def beside(other: Estimate | NotComputable) -> OtherUnit | NotComputable:
    return other if isinstance(other, NotComputable) else OtherUnit(other.value, other.interval(0.95))


def is_enough(before: MeasuredRound) -> bool:
    cases = all_cases(before)
    return min(cases.counted, cases.total - cases.counted) >= FEWEST_FOR_RELATIVE


def as_told(one: MeasuredRound, level: Estimate | NotComputable, basis: Basis, is_independent: bool = False) -> Told:
    assumes = basis is Basis.TOTALS or is_independent
    return Told(
        level,
        employees_in(one.sample) if has_employees(one) else 0,
        one.cases.rows if one.cases else registrations_in(one.sample),
        basis,
        cases=all_cases(one).total,
        caveats=(Caveat(CaveatKind.INDEPENDENT_CASES, one.number),) if assumes else (),
    )


def has_employees(one: MeasuredRound) -> bool:
    """Whether every row has an employee, so that they can be learnt from."""
    registrations = registrations_in(one.sample)
    return registrations > 0 and (one.cases is None or one.cases.rows == registrations)


def all_cases(one: MeasuredRound) -> AllCases:
    """Those of the whole round, or of the target group that is left of it."""
    if one.cases is not None:
        return AllCases(one.cases.cases, one.cases.total)
    employees = one.sample.totals.employees
    return AllCases(sum(each.y for each in employees), sum(each.x for each in employees))


def in_both(before: MeasuredRound, now: MeasuredRound, basis: Basis) -> int | None:
    if basis is not Basis.EMPLOYEES:
        return None
    first, second = ({each.employee for each in one.sample.totals.employees} for one in (before, now))
    return len(first & second)
