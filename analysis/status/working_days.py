"""The days that cases are counted per: Mondays to Fridays that are no public holiday in Denmark."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from analysis.model.measurement import DayTotal
from analysis.statistics import CountedRound, DayCount

FIXED_HOLIDAYS = frozenset({(1, 1), (12, 25), (12, 26)})
AROUND_EASTER = (-3, -2, 1, 39, 50)
"""Maundy Thursday, Good Friday, Easter Monday, Ascension Day, Whit Monday: days after Easter Sunday."""


def is_working_day(day: date) -> bool:
    """Whether most people work on a day.

    >>> [is_working_day(date(2026, 4, number)) for number in (1, 2, 6, 7)]
    [True, False, False, True]
    """
    if day.weekday() >= 5 or (day.month, day.day) in FIXED_HOLIDAYS:
        return False
    return (day - easter(day.year)).days not in AROUND_EASTER


def working_days(first: date, last: date) -> tuple[date, ...]:
    every = (first + timedelta(number) for number in range((last - first).days + 1))
    return tuple(day for day in every if is_working_day(day))


def counted_round(starts_on: date, ends_on: date, totals: Iterable[DayTotal]) -> CountedRound:
    """A system's extract as counted days.

    From its first date to its last a working day that it does not name had no cases; before and after nobody can
    tell, since an extract may be shorter than the round. Cases on a day off count, without a day to be counted per.
    """
    cases = {total.day: total.cases for total in totals}
    first, last = min(cases), max(cases)
    days = sorted({*cases, *working_days(first, last)})
    counted = tuple(DayCount(day, cases.get(day, 0), float(is_working_day(day))) for day in days)
    return CountedRound(min(starts_on, first), max(ends_on, last), counted)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar.

    Source
    ------
    Anonymous, Nature 13:487 (1876), as in Meeus, Astronomical Algorithms (1991).

    Example
    -------
    >>> easter(2026), easter(2038)
    (datetime.date(2026, 4, 5), datetime.date(2038, 4, 25))
    """
    century, in_century = divmod(year, 100)
    lunar = year % 19
    moved = century - century // 4 - (8 * century + 13) // 25
    epact = (19 * lunar + moved + 15) % 30
    epact -= epact // 28 * (1 - 29 // (epact + 1) * ((21 - lunar) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))
