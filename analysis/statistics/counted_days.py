"""The days that a system counted, and which of them can stand in for the employees that a sample has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from analysis.model.measurement import EmployeeTotals

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
class Usable:
    """What can be learnt from, and the days of each round that it takes."""

    basis: CountBasis
    days: tuple[list[DayCount], ...]

    def clusters_of(self, days: Iterable[DayCount]) -> tuple[EmployeeTotals, ...]:
        return _weeks(days) if self.basis is CountBasis.WEEKS else _days_within_weekdays(days)


def usable(rounds: tuple[CountedRound, ...]) -> Usable:
    """Weeks where every round has enough of them, else days within weekdays, else all days as one total."""
    weekdays = [_weekdays(one) for one in rounds]
    weeks = tuple(_in_whole_weeks(one, frozenset.union(*weekdays)) for one in rounds)
    if all(len({_week(day) for day in days}) >= FEWEST_WEEKS for days in weeks):
        return Usable(CountBasis.WEEKS, weeks)
    repeated = tuple(_on_weekdays(one, frozenset.intersection(*weekdays)) for one in rounds)
    if all(_has_every_weekday_again(days) for days in repeated):
        return Usable(CountBasis.DAYS, repeated)
    return Usable(CountBasis.TOTALS, tuple(list(one.days) for one in rounds))


def _weekdays(counted: CountedRound) -> frozenset[int]:
    return frozenset(one.day.weekday() for one in counted.days)


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
