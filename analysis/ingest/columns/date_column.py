"""A column of dates: the order of day and month is decided from all its distinct values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from analysis.ingest.codes import Refusal, Rejection, Warn
from analysis.ingest.columns.typed import TOTAL, Distinct, Parsed, Typed, common_reason, doubt, minority
from analysis.ingest.layout.layout import Fault
from analysis.ingest.options import DateOrder
from analysis.ingest.values.cells import MOMENT, NUMBER
from analysis.ingest.values.dates import (
    EXCEL_EPOCH,
    NUMERIC,
    DateStyle,
    form_of,
    has_zone,
    is_serial,
    parse_date,
    without_time,
)
from analysis.ingest.values.periods import is_period
from analysis.ingest.values.sum_words import is_total

MAX_SPAN = timedelta(days=3 * 366)
"""A measurement does not last longer: of two readings, one that spreads wider is a misreading."""
YEAR, MONTHS = 4, 12
ENOUGH_SWAPPED, FEWEST_BACKWARDS = 3, 2
"""Fewer dates of either sort show nothing."""


@dataclass(frozen=True, slots=True)
class Habit:
    """What is known beside the dates: an answer or a header's hint, the tool's habit, the language of the headers."""

    told: DateOrder | None = None
    tool: DateOrder | None = None
    danish: bool = False
    epoch: date = EXCEL_EPOCH


@dataclass(frozen=True, slots=True)
class Reading:
    """The order found; ``None`` where no value needs one. ``is_open`` where several orders remain possible."""

    order: DateOrder | None = None
    is_open: bool = False
    is_assumed: bool = False


def date_style(texts: Sequence[Distinct], habit: Habit) -> DateStyle | Fault:
    """How the column writes dates, or the refusal that the order cannot be told."""
    known = [text.text for text in texts if common_reason(text.text) is None]
    if are_swapped(known):
        return Fault(Refusal.SWAPPED_DATES)
    if are_day_before_month(known):
        return Fault(Refusal.YEAR_DAY_MONTH)
    reading = Reading(habit.told) if habit.told else read_order(known, habit)
    if reading.is_open:
        return Fault(Refusal.AMBIGUOUS_DATE)
    return DateStyle(reading.order, habit.epoch, reading.is_assumed)


def type_dates(texts: Sequence[Distinct], style: DateStyle) -> Typed:
    """The dates of a column and what is doubtful about them."""
    parsed = tuple(_parsed(text.text, style) for text in texts)
    good = [text for text, outcome in zip(texts, parsed, strict=True) if outcome.value]
    doubts = (
        *doubt(Warn.MIXED_DATE_FORMATS, minority(good, lambda text: form_of(text.text))),
        *doubt(Warn.SERIAL_DATES, [text for text in good if is_serial(text.text)]),
        *doubt(Warn.UTC_TIMES, [text for text in good if has_zone(text.text)]),
        *doubt(Warn.DATE_ORDER_ASSUMED, good if style.is_assumed else []),
    )
    return Typed(parsed, doubts)


def _parsed(text: str, style: DateStyle) -> Parsed:
    reason = common_reason(text)
    if reason:
        return Parsed(text, reason=reason)
    found = parse_date(text, style)
    return Parsed(text, found, None if found else _no_date(text))


def _no_date(text: str) -> str:
    """What stands there in place of a date."""
    if is_total(text):
        return TOTAL
    return Rejection.DAY_MISSING if is_period(text) else Rejection.INVALID_DATE


def are_swapped(texts: Iterable[str]) -> bool:
    """Whether a workbook took 5/1 for 1 May: its real dates never come after the 12th, those left as text always do."""
    moments = {text[1:11] for text in texts if text.startswith(MOMENT)}
    written = {text: match for text in texts if (match := NUMERIC.fullmatch(without_time(text))) and len(match[1]) < 3}
    never_after = all(int(day[8:]) <= MONTHS for day in moments)
    always_after = all(max(int(match[1]), int(match[3])) > MONTHS for match in written.values())
    return min(len(moments), len(written)) >= ENOUGH_SWAPPED and never_after and always_after


def are_day_before_month(texts: Iterable[str]) -> bool:
    """Whether dates begin with the year and go on with the day: every one can, and some cannot be otherwise."""
    matches = [match for text in texts if (match := NUMERIC.fullmatch(without_time(text))) and len(match[1]) == YEAR]
    backwards = [match for match in matches if int(match[3]) > MONTHS]
    return len(backwards) >= FEWEST_BACKWARDS and all(int(match[5]) <= MONTHS for match in matches)


def read_order(texts: Iterable[str], habit: Habit) -> Reading:
    """The only order that reads every date that any order can read."""
    plain = {without_time(text) for text in texts if not text.startswith((MOMENT, NUMBER))}
    numeric = [text for text in plain if (match := NUMERIC.fullmatch(text)) and len(match[1]) < 3]
    readings = {order: read for order in DateOrder if (read := _readable(numeric, order))}
    if not readings:
        return Reading()
    most = max(len(read) for read in readings.values())
    winners = {order: read for order, read in readings.items() if len(read) == most}
    first = next(iter(winners))
    if any(read.keys() - winners[first].keys() for read in readings.values()):
        return Reading(is_open=True)
    if len(winners) > 1:
        return _choice(winners, habit)
    rivals = [read for order, read in readings.items() if order is not first and len(read) * 2 > most]
    return Reading(is_open=True) if not _is_near(winners[first]) and any(map(_is_near, rivals)) else Reading(first)


def _readable(texts: list[str], order: DateOrder) -> dict[str, date]:
    style = DateStyle(order)
    return {text: found for text in texts if (found := parse_date(text, style))}


def _is_near(read: dict[str, date]) -> bool:
    """Whether the dates lie as close together as those of a measurement."""
    return max(read.values()) - min(read.values()) <= MAX_SPAN


def _choice(readings: dict[DateOrder, dict[str, date]], habit: Habit) -> Reading:
    """Of orders that all work: the only one within three years, else day first by its signs, else the tool's."""
    near = [order for order, read in readings.items() if _is_near(read)]
    possible = near or list(readings)
    if len(possible) == 1:
        return Reading(possible[0])
    texts = readings[possible[0]]
    dotted = all("." in text for text in texts)
    dashed = all("-" in text or "." in text for text in texts)
    if (dotted or (habit.danish and dashed)) and DateOrder.YMD not in possible:
        return Reading(DateOrder.DMY)
    return Reading(habit.tool, is_assumed=True) if habit.tool in possible else Reading(is_open=True)
