"""Months, weeks and quarters as people and statistics write them, with their year; each by its first day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from analysis.ingest.values.cells import NUMBER, TAGS, squeeze
from analysis.ingest.values.dates import DASHES, FIRST, LAST, MAX_LENGTH, MONTHS


class Span(StrEnum):
    """How long a date of a file stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time by its first day."""

    span: Span
    first: date


MOST = {Span.WEEK: 53, Span.MONTH: 12, Span.QUARTER: 4}
_WORDS = {
    Span.WEEK: "u|w|uge|ugenr|ugenummer|week|wk",
    Span.MONTH: "m|måned|month",
    Span.QUARTER: "k|q|kvartal|kvt|quarter|qtr",
}
_SPAN_OF = {word: span for span, words in _WORDS.items() for word in words.split("|")}
_WORD = "|".join(_WORDS.values())
_YEAR_FIRST = re.compile(r"(20\d\d)(?!\d)[ ,./-]*(.+)")
_YEAR_LAST = re.compile(r"(.+?)[ ,./-]*(?<!\d)(20\d\d)")
LONG_YEAR = 2026
"""It has 53 weeks."""
_NUMBERED = re.compile(rf"(?P<word>{_WORD})[. ]*(?P<number>\d{{1,2}})", re.IGNORECASE)
_ORDINAL = re.compile(r"(?P<number>[1-4])(?:\.|st|nd|rd|th)? ?(?P<word>kvartal|kvt|quarter|qtr)\.?", re.IGNORECASE)
_MONTH = re.compile(r"([a-z]{3,9})\.?", re.IGNORECASE)
_PAIR = re.compile(r"(\d{1,2})[-/](20\d\d)|(20\d\d)[-/](\d\d)")
_PAIR_BELOW_WORD = re.compile(r"(\d{1,2})\.(20\d\d)|(20\d\d)(\d\d)")
"""Elsewhere 1.2026 and 202601 may be any numbers."""
_SHORT_YEAR = re.compile(r"([a-z]{3,9})\.?[ '-]*\d\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """A year with a number that is a month, a week or a quarter."""

    number: int
    year: int


def period_of(text: str) -> Period | None:
    """The month, week or quarter that the text names in words or letters.

    >>> period_of("uge 3 2026").first, period_of("2026K2").first, period_of("uge 3")
    (datetime.date(2026, 1, 12), datetime.date(2026, 4, 1), None)
    """
    plain = _plain(text)
    first, last = _YEAR_FIRST.fullmatch(plain), _YEAR_LAST.fullmatch(plain)
    found = _named(first[2], int(first[1])) if first else None
    return found or (_named(last[1], int(last[2])) if last else None)


def pair_of(text: str, *, named: bool = False) -> Pair | None:
    """The numbers of 03-2026 and 2026-03; of 3.2026 and 202603 only where a header names them."""
    plain = _plain(text)
    match = _PAIR.fullmatch(plain) or (_PAIR_BELOW_WORD.fullmatch(plain) if named else None)
    return Pair(int(match[1] or match[4]), int(match[2] or match[3])) if match else None


def is_period(text: str) -> bool:
    """Whether the text is a period with its year."""
    return bool(period_of(text) or pair_of(text))


def is_yearless(text: str, *, named: bool) -> bool:
    """Whether the text names a period but not its whole year; a bare number does so only where a header names it."""
    plain = _plain(text)
    if plain.isdecimal():
        return named and 1 <= int(plain) <= MOST[Span.WEEK]
    short = _SHORT_YEAR.fullmatch(plain)
    return bool(_named(plain, LONG_YEAR)) or bool(short and short[1].lower() in MONTHS)


def started(span: Span, number: int, year: int) -> Period | None:
    """The period of a year by its number."""
    if not 1 <= number <= MOST[span]:
        return None
    try:
        first = date.fromisocalendar(year, number, 1) if span is Span.WEEK else date(year, _month(span, number), 1)
    except ValueError:
        return None
    return Period(span, first) if FIRST <= first <= LAST else None


def beginning(span: Span, day: date) -> date:
    """The first day of the period that the day lies in."""
    if span is Span.DAY:
        return day
    if span is Span.WEEK:
        return day - timedelta(days=day.weekday())
    return date(day.year, day.month if span is Span.MONTH else 3 * ((day.month - 1) // 3) + 1, 1)


def _month(span: Span, number: int) -> int:
    return number if span is Span.MONTH else 3 * number - 2


def _plain(text: str) -> str:
    """The written text; a workbook's date, time or fault is no period."""
    text = text.removeprefix(NUMBER)
    return "" if text[:1] in TAGS or len(text) > MAX_LENGTH else squeeze(text).translate(DASHES)


def _named(name: str, year: int) -> Period | None:
    """The period of the year that the words name."""
    if match := _MONTH.fullmatch(name):
        month = MONTHS.get(match[1].lower())
        return started(Span.MONTH, month, year) if month else None
    match = _NUMBERED.fullmatch(name) or _ORDINAL.fullmatch(name)
    return started(_SPAN_OF[match["word"].lower()], int(match["number"]), year) if match else None
