"""The change of a count that a system keeps day by day: without employees, weeks or days are what is sampled."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from analysis.model.measurement import EmployeeTotals, RoundTotals
from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.statistics.contrast import contrast
from analysis.statistics.design import Design, Sample
from analysis.statistics.rates import rate_change_of_totals

FEWEST_WEEKS = 4
FEWEST_DAYS_PER_WEEKDAY = 2


class CountBasis(StrEnum):
    """What the interval of a count was learnt from."""

    WEEKS = "weeks"
    """Whole ISO weeks: holds where busy days follow each other, too."""
    DAYS = "days"
    """Days, compared within weekdays: too narrow where busy days follow each other."""
    TOTALS = "totals"
    """Bare totals: assumes that cases come independently, which must be said beside the number."""


@dataclass(frozen=True, slots=True)
class DayCount:
    """A counted day. ``exposure`` is what cases are counted per: 1 for a working day, 0 for a day off with cases."""

    day: date
    cases: int
    exposure: float = 1.0

    def __post_init__(self) -> None:
        if self.cases < 0 or self.exposure < 0:
            raise ValueError(f"cases and exposure must not be negative, got {self.cases} and {self.exposure}")


@dataclass(frozen=True, slots=True)
class CountedRound:
    """A round's window and its counted days. A day without cases is there with 0; one that is not was not counted."""

    starts_on: date
    ends_on: date
    days: tuple[DayCount, ...]

    def __post_init__(self) -> None:
        dates = {one.day for one in self.days}
        if len(dates) < len(self.days):
            raise ValueError("days must be distinct")
        if any(not self.starts_on <= day <= self.ends_on for day in dates):
            raise ValueError(f"days must lie from {self.starts_on} to {self.ends_on}")


@dataclass(frozen=True, slots=True)
class CountTotals:
    """What was used of a round: ``clusters`` are its weeks or days, 0 where only the totals count."""

    cases: int
    exposure: float
    clusters: int


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
    weeks = [_in_whole_weeks(one, _weekdays(*rounds)) for one in rounds]
    if all(len({_week(day) for day in days}) >= FEWEST_WEEKS for days in weeks):
        return _clustered(CountBasis.WEEKS, rounds, weeks, level)
    repeated = [_on_weekdays(one, _weekdays(baseline) & _weekdays(follow_up)) for one in rounds]
    if all(_has_every_weekday_again(days) for days in repeated):
        return _clustered(CountBasis.DAYS, rounds, repeated, level)
    return _of_totals(rounds, level)


def _weekdays(*rounds: CountedRound) -> frozenset[int]:
    return frozenset(one.day.weekday() for counted in rounds for one in counted.days)


def _week(one: DayCount) -> str:
    year, week, _ = one.day.isocalendar()
    return f"{year}-W{week:02}"


def _in_whole_weeks(counted: CountedRound, weekdays: frozenset[int]) -> list[DayCount]:
    """The days of weeks that lie in the window from the first to the last weekday that anyone counts on."""

    def is_whole(monday: date) -> bool:
        first, last = (monday + timedelta(weekday) for weekday in (min(weekdays), max(weekdays)))
        return counted.starts_on <= first and last <= counted.ends_on

    return [one for one in counted.days if is_whole(one.day - timedelta(one.day.weekday()))]


def _on_weekdays(counted: CountedRound, weekdays: frozenset[int]) -> list[DayCount]:
    return [one for one in counted.days if one.day.weekday() in weekdays]


def _has_every_weekday_again(days: list[DayCount]) -> bool:
    per_weekday = Counter(one.day.weekday() for one in days)
    return bool(days) and min(per_weekday.values()) >= FEWEST_DAYS_PER_WEEKDAY


def _clustered(
    basis: CountBasis, rounds: tuple[CountedRound, CountedRound], used: list[list[DayCount]], level: float
) -> CountChange | NotComputable:
    clusters = _weeks if basis is CountBasis.WEEKS else _days_within_weekdays
    before, after = (clusters(days) for days in used)
    result = contrast(_sample(before), _sample(after), Design(matched=False))
    if isinstance(result, NotComputable):
        return result
    left_out = sum(len(one.days) for one in rounds) - sum(len(days) for days in used)
    baseline, follow_up = _totals(used[0], len(before)), _totals(used[1], len(after))
    return CountChange(basis, baseline, follow_up, result.reduction, result.interval(level), left_out)


def _sample(clusters: tuple[EmployeeTotals, ...]) -> Sample:
    return Sample(RoundTotals(clusters, days=None))


def _weeks(days: Iterable[DayCount]) -> tuple[EmployeeTotals, ...]:
    weeks: defaultdict[str, list[DayCount]] = defaultdict(list)
    for one in days:
        weeks[_week(one)].append(one)
    return tuple(_as_employee("", week, own) for week, own in weeks.items())


def _days_within_weekdays(days: Iterable[DayCount]) -> tuple[EmployeeTotals, ...]:
    return tuple(_as_employee(str(one.day.isoweekday()), one.day.isoformat(), [one]) for one in days)


def _as_employee(group: str, name: str, days: list[DayCount]) -> EmployeeTotals:
    y, x = float(sum(one.cases for one in days)), sum(one.exposure for one in days)
    return EmployeeTotals(group, name, int(y), y, x, y * y, x * y, x * x, units=1)


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
