"""The change of a count that a system keeps day by day: without employees, weeks or days are what is sampled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.model.measurement import EmployeeTotals, RoundTotals
from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.statistics.contrast import contrast
from analysis.statistics.counted_days import CountBasis, CountedRound, DayCount, Usable, usable
from analysis.statistics.design import Design, Sample
from analysis.statistics.level import level as level_of
from analysis.statistics.rates import rate_change_of_totals, rate_interval


@dataclass(frozen=True, slots=True)
class CountTotals:
    """What was used of a round: ``clusters`` are its weeks or days, 0 where only the totals count."""

    cases: int
    exposure: float
    clusters: int


@dataclass(frozen=True, slots=True)
class CountLevel:
    """One round's cases per exposure, with its own interval."""

    basis: CountBasis
    totals: CountTotals
    rate: float
    interval: Interval | NotComputable


@dataclass(frozen=True, slots=True)
class CountChange:
    """The relative fall of cases per exposure. ``days_left_out`` lie in both rounds together."""

    basis: CountBasis
    baseline: CountTotals
    follow_up: CountTotals
    reduction: float
    interval: Interval | NotComputable
    days_left_out: int

    @property
    def assumes_independence(self) -> bool:
        """Whether the cases are taken to come independently: there were no clusters to learn from."""
        return self.basis is CountBasis.TOTALS


def count_change(baseline: CountedRound, follow_up: CountedRound, level: float = 0.95) -> CountChange | NotComputable:
    """The change of a daily count, by the contrast with weeks or days in the place of employees.

    Whole ISO weeks where each round has at least four of them; else days, with weekdays in the place of target
    groups, where each weekday was counted at least twice in each round; else the exact interval of bare totals.

    Parameters
    ----------
    baseline, follow_up
        The earlier and the later round, with exposure in the same unit.
    level
        The confidence level.

    Returns
    -------
    CountChange | NotComputable
        The latter where nothing was counted, there is no exposure, or the baseline has no cases.

    Source
    ------
    As for the contrast; Clopper & Pearson (1934) for bare totals. The choice between them is ours: it rests on
    simulated coverage.

    Example
    -------
    >>> from datetime import date, timedelta
    >>> def counted(first: date, *cases: int) -> CountedRound:
    ...     days = (DayCount(first + timedelta(number), count) for number, count in enumerate(cases))
    ...     return CountedRound(first, first + timedelta(len(cases) - 1), tuple(days))
    >>> before, after = counted(date(2026, 1, 5), 40, 35, 38), counted(date(2026, 4, 6), 21, 17, 18)
    >>> change = count_change(before, after)
    >>> change.basis, round(change.reduction, 3)
    (<CountBasis.TOTALS: 'totals'>, 0.504)
    >>> change.interval
    Interval(low=0.31..., high=0.64..., level=0.95)
    """
    rounds = baseline, follow_up
    if not all(one.days for one in rounds):
        return NotComputable(Reason.NOT_MEASURED)
    used = usable(rounds)
    if used.basis is CountBasis.TOTALS:
        return _of_totals(rounds, level)
    return _clustered(used, rounds, level)


def count_level(counted: CountedRound, level: float = 0.95) -> CountLevel | NotComputable:
    """The cases per exposure of one round by itself, learnt from weeks, days or its totals as for the change.

    Source
    ------
    As for the contrast, with one round; Garwood (1936) for bare totals.

    Example
    -------
    >>> from datetime import date
    >>> week = tuple(DayCount(date(2026, 1, 5 + day), cases) for day, cases in enumerate((12, 9, 11, 8, 10)))
    >>> found = count_level(CountedRound(date(2026, 1, 5), date(2026, 1, 9), week))
    >>> found.basis, found.rate, found.interval
    (<CountBasis.TOTALS: 'totals'>, 10.0, Interval(low=7.4..., high=13.1..., level=0.95))
    """
    if not counted.days:
        return NotComputable(Reason.NOT_MEASURED)
    used = usable((counted,))
    (days,) = used.days
    if sum(one.exposure for one in days) <= 0:
        return NotComputable(Reason.NO_DENOMINATOR)
    if used.basis is CountBasis.TOTALS:
        totals = _totals(days, clusters=0)
        interval = rate_interval(totals.cases, totals.exposure, level)
        return CountLevel(used.basis, totals, totals.cases / totals.exposure, interval)
    clusters = used.clusters_of(days)
    alone = level_of(_sample(clusters), Design())
    if isinstance(alone, NotComputable):
        return alone
    return CountLevel(used.basis, _totals(days, len(clusters)), alone.ratio, alone.interval(level))


def _clustered(used: Usable, rounds: tuple[CountedRound, CountedRound], level: float) -> CountChange | NotComputable:
    before, after = (used.clusters_of(days) for days in used.days)
    result = contrast(_sample(before), _sample(after), Design(matched=False))
    if isinstance(result, NotComputable):
        return result
    left_out = sum(len(one.days) for one in rounds) - sum(len(days) for days in used.days)
    baseline, follow_up = _totals(used.days[0], len(before)), _totals(used.days[1], len(after))
    return CountChange(used.basis, baseline, follow_up, result.reduction, result.interval(level), left_out)


def _sample(clusters: tuple[EmployeeTotals, ...]) -> Sample:
    return Sample(RoundTotals(clusters, days=None))


def _totals(days: Iterable[DayCount], clusters: int) -> CountTotals:
    used = tuple(days)
    return CountTotals(sum(one.cases for one in used), sum(one.exposure for one in used), clusters)


def _of_totals(rounds: tuple[CountedRound, CountedRound], level: float) -> CountChange | NotComputable:
    before, after = (_totals(one.days, clusters=0) for one in rounds)
    if min(before.exposure, after.exposure) <= 0:
        return NotComputable(Reason.NO_DENOMINATOR)
    change = rate_change_of_totals(before.cases, before.exposure, after.cases, after.exposure, level)
    if isinstance(change, NotComputable):
        return change
    return CountChange(CountBasis.TOTALS, before, after, change.reduction, change.interval, days_left_out=0)
