"""Count goals: cases per working day, from employees' tallies, a system's days, or its totals.

Two rounds are compared by the first of these that both have. Tallies are cases per working day of an employee.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from analysis import statistics
from analysis.model.caveats import Caveat, CaveatKind
from analysis.model.choices import Direction
from analysis.model.outcome import NotComputable, Reason
from analysis.model.status import Basis
from analysis.statistics import CountedRound
from analysis.status.by_employees import compared_by_employees, told_by_employees
from analysis.status.compared import Compared, Estimate, Seen, Told, directed, interval_of
from analysis.status.evidence import Evidence, MeasuredRound
from analysis.status.working_days import working_days

CAVEATS = {Basis.DAYS: CaveatKind.DAYS_IN_A_ROW, Basis.TOTALS: CaveatKind.INDEPENDENT_CASES}


@dataclass(frozen=True, slots=True)
class WholeRound:
    """What a system counted in a round, as one number, over the working days of its window."""

    cases: int
    days: int


def told(evidence: Evidence, one: MeasuredRound) -> Told:
    if one.sample.totals.employees:
        return told_by_tallies(evidence, one)
    if one.counted is not None:
        return told_by_days(one.number, one.counted)
    whole = whole_round(one)
    return told_by_totals(one.number, whole) if whole else Told(NotComputable(Reason.NOT_MEASURED), 0, 0)


def compared(evidence: Evidence, before: MeasuredRound, now: MeasuredRound) -> Compared:
    direction = evidence.goal.direction
    if before.sample.totals.employees and now.sample.totals.employees:
        known = statistics.contrast(before.sample, now.sample, evidence.design)
        return compared_by_employees(now.number, known, direction)
    if before.counted is not None and now.counted is not None:
        return compared_by_days((before.number, now.number), (before.counted, now.counted), direction)
    first, second = whole_round(before), whole_round(now)
    if first and second:
        return compared_by_totals((before.number, now.number), first, second, direction)
    return Compared(NotComputable(Reason.DIFFERENT_EVIDENCE))


def told_by_tallies(evidence: Evidence, one: MeasuredRound) -> Told:
    cases = sum(employee.y for employee in one.sample.totals.employees)
    return told_by_employees(one.number, one.sample, evidence.design, cases)


def told_by_days(number: int, counted: CountedRound) -> Told:
    known = statistics.count_level(counted)
    if isinstance(known, NotComputable):
        return system_told(number, known, counted, Basis.DAYS, 0)
    interval = interval_of(partial(statistics.count_level, counted), lambda found: found.interval)
    return system_told(number, Estimate(known.rate, interval), counted, Basis(known.basis), known.totals.clusters)


def system_told(number: int, level: Estimate | NotComputable, counted: CountedRound, basis: Basis, units: int) -> Told:
    cases = sum(one.cases for one in counted.days)
    return Told(level, 0, len(counted.days), basis, units, cases, caveats(number, basis))


def compared_by_days(
    numbers: tuple[int, int], rounds: tuple[CountedRound, CountedRound], direction: Direction
) -> Compared:
    """The two rounds are told as what the comparison learnt from, which can be less than each has by itself."""
    before, now = told_by_days(numbers[0], rounds[0]), told_by_days(numbers[1], rounds[1])
    change = statistics.count_change(*rounds)
    if isinstance(change, NotComputable):
        return Compared(change, seen=Seen(before, now))
    basis = Basis(change.basis)
    interval = interval_of(partial(statistics.count_change, *rounds), lambda found: found.interval)
    seen = Seen(
        replace(before, basis=basis, units=change.baseline.clusters, caveats=caveats(numbers[0], basis)),
        replace(now, basis=basis, units=change.follow_up.clusters, caveats=caveats(numbers[1], basis)),
    )
    return Compared(directed(change.reduction, interval, direction), seen=seen)


def whole_round(one: MeasuredRound) -> WholeRound | None:
    counted, days = one.sample.system_count, len(working_days(one.round.starts_on, one.round.ends_on))
    return WholeRound(int(counted), days) if counted is not None and days else None


def told_by_totals(number: int, whole: WholeRound) -> Told:
    level = Estimate(whole.cases / whole.days, lambda level: statistics.rate_interval(whole.cases, whole.days, level))
    return Told(level, 0, 0, Basis.TOTALS, cases=whole.cases, caveats=caveats(number, Basis.TOTALS))


def compared_by_totals(
    numbers: tuple[int, int], first: WholeRound, second: WholeRound, direction: Direction
) -> Compared:
    before, now = told_by_totals(numbers[0], first), told_by_totals(numbers[1], second)
    totals = first.cases, first.days, second.cases, second.days
    change = statistics.rate_change_of_totals(*totals)
    if isinstance(change, NotComputable):
        return Compared(change, seen=Seen(before, now))
    interval = interval_of(partial(statistics.rate_change_of_totals, *totals), lambda found: found.interval)
    return Compared(directed(change.reduction, interval, direction), seen=Seen(before, now))


def caveats(number: int, basis: Basis) -> tuple[Caveat, ...]:
    return (Caveat(CAVEATS[basis], number),) if basis in CAVEATS else ()
