"""A column of dates that may stand for months, weeks or quarters: each is read as the first day of its period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from analysis.ingest.codes import Rejection, Warn
from analysis.ingest.columns.date_column import type_dates
from analysis.ingest.columns.typed import Distinct, Parsed, Typed, doubt, minority
from analysis.ingest.layout.spelling import normal
from analysis.ingest.layout.words_of_kinds import PERIODS
from analysis.ingest.values.dates import DateStyle
from analysis.ingest.values.periods import MOST, Period, Span, beginning, is_yearless, pair_of, period_of, started


@dataclass(frozen=True, slots=True)
class Habit:
    """How the column names its periods: by its header, and what the number of 03-2026 is, if that can be told."""

    named: Span | None
    pairs: Span | None


def type_periods(texts: Sequence[Distinct], style: DateStyle, header: str) -> Typed:
    """The dates of a column; where it holds days, weeks and months beside each other, only the most frequent sort."""
    typed = type_dates(texts, style)
    habit = _habit(texts, header)
    read = [_read(outcome, habit) for outcome in typed.parsed]
    good = [(text, period) for text, period in zip(texts, read, strict=True) if isinstance(period, Period)]
    span_of = {text.text: period.span for text, period in good}
    # a month among weeks may be their sum, with its year or without
    others = {text.text for text in minority([text for text, _ in good], lambda text: span_of[text.text])}
    others |= {one.text for one, period in zip(texts, read, strict=True) if good and period == Rejection.YEAR_MISSING}
    stands = [text for text, period in good if period.span is not Span.DAY and text.text not in others]
    parsed = (_outcome(one, period, others) for one, period in zip(typed.parsed, read, strict=True))
    return Typed(tuple(parsed), typed.doubts + doubt(Warn.PERIOD_START, stands))


def type_days(texts: Sequence[Distinct], style: DateStyle, header: str) -> Typed:
    """The days on which somebody did something; the dates of a column of months are none."""
    typed = type_dates(texts, style)
    if normal(header) not in PERIODS:
        return typed
    parsed = (Parsed(one.text, reason=Rejection.DAY_MISSING) if one.value else one for one in typed.parsed)
    return replace(typed, parsed=tuple(parsed))


def _habit(texts: Sequence[Distinct], header: str) -> Habit:
    """A bare number with a year is a month unless the header, or another number of the column, says otherwise."""
    named = PERIODS.get(normal(header))
    numbers = [pair.number for text in texts if (pair := pair_of(text.text))]
    return Habit(named, named or (Span.MONTH if max(numbers, default=0) <= MOST[Span.MONTH] else None))


def _read(outcome: Parsed, habit: Habit) -> Period | Rejection | None:
    """The period of one text, a better reason than that it is no date, or nothing new."""
    if isinstance(outcome.value, date):
        span = habit.named or Span.DAY
        return Period(span, beginning(span, outcome.value))
    if outcome.reason not in (Rejection.DAY_MISSING, Rejection.INVALID_DATE):
        return None
    yearless = is_yearless(outcome.text, named=habit.named is not None)
    return _written(outcome.text, habit) or (Rejection.YEAR_MISSING if yearless else Rejection.INVALID_DATE)


def _written(text: str, habit: Habit) -> Period | None:
    """The period that the text is, by its words or by what its column holds."""
    pair = pair_of(text, named=habit.named is not None)
    if pair is None:
        return period_of(text)
    return started(habit.pairs, pair.number, pair.year) if habit.pairs else None


def _outcome(parsed: Parsed, period: Period | Rejection | None, others: set[str]) -> Parsed:
    if parsed.text in others:
        return Parsed(parsed.text, reason=Rejection.OTHER_PERIOD)
    if isinstance(period, Period):
        return Parsed(parsed.text, period.first)
    return Parsed(parsed.text, reason=period) if period else parsed
