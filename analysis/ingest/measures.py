"""Columns of durations, clock times and counts, each typed as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from analysis.ingest.cells import NUMBER, plain
from analysis.ingest.codes import Refusal, Rejection, Warn
from analysis.ingest.durations import MAX_MS, bare_body, kind_of, parse_duration
from analysis.ingest.layout import Column, Fault
from analysis.ingest.numbers import Signs, infer_signs, number_body, parse_number
from analysis.ingest.options import ClockForm, ReadOptions, Unit
from analysis.ingest.typed import Distinct, Parsed, Typed, common_reason, doubt, minority
from analysis.model.upload import Doubt

MAX_COUNT = 100_000
MAX_KEPT = 10**15
_PIECES = re.compile(
    r"(.*\d) ?(?:stk|styk|sag|sager|enhed|enheder|dokument|dokumenter|pcs|items?|cases?|opgaver?|gange?)\.?", re.IGNORECASE
)


def type_counts(texts: Sequence[Distinct], options: ReadOptions) -> Typed:
    """Whole numbers from 0 to 100,000; an empty cell is not zero."""
    known = [text for text in texts if common_reason(text.text) is None]
    signs = infer_signs((number_body(_unpieced(text.text)) for text in known), whole=True, answer=options.decimal_sign)
    if signs.undecided:
        return Typed(fault=Fault(Refusal.AMBIGUOUS_NUMBER))
    return Typed(tuple(_count(text.text, signs) for text in texts))


def _unpieced(text: str) -> str:
    match = _PIECES.fullmatch(plain(text))
    return match[1] if match else plain(text)


def _count(text: str, signs: Signs) -> Parsed:
    reason = common_reason(text)
    if reason:
        return Parsed(text, reason=None if reason is Rejection.MISSING_VALUE else reason)
    value = parse_number(_unpieced(text), signs)
    if isinstance(value, Rejection):
        return Parsed(text, reason=value)
    if value != value.to_integral_value():
        return Parsed(text, reason=Rejection.INVALID_NUMBER)
    return Parsed(text, _bounded(value), None if 0 <= value <= MAX_COUNT else _outside(value))


def _bounded(value: Decimal | int) -> int:
    """The value kept for comparing total rows, within what a BIGINT holds."""
    return int(max(min(value, MAX_KEPT), -MAX_KEPT))


def _outside(value: Decimal | int) -> Rejection:
    return Rejection.NEGATIVE if value < 0 else Rejection.IMPLAUSIBLE


def type_durations(texts: Sequence[Distinct], column: Column, options: ReadOptions, unit: Unit | None = None) -> Typed:
    """Milliseconds from 0 to 24 hours; refused where the unit or the form cannot be told."""
    known = [text for text in texts if common_reason(text.text) is None]
    signs = infer_signs((bare_body(plain(text.text)) for text in known), answer=options.decimal_sign)
    unit = options.unit or column.match.unit or unit
    clock = options.clock_form or column.match.clock or (ClockForm.HOURS_MINUTES if unit is Unit.HOURS else None)
    fault = _fault(known, signs, unit, clock)
    if fault:
        return Typed(fault=Fault(fault, (column.header,)))
    parsed = tuple(_duration(text.text, signs, unit, clock) for text in texts)
    good = [text for text, outcome in zip(texts, parsed, strict=True) if not outcome.reason]
    return Typed(parsed, _duration_doubts(good, signs) + doubt(Warn.ZERO_DURATION, _zeros(texts, parsed)))


def _zeros(texts: Sequence[Distinct], parsed: tuple[Parsed, ...]) -> list[Distinct]:
    return [text for text, outcome in zip(texts, parsed, strict=True) if outcome.value == 0]


def _fault(known: list[Distinct], signs: Signs, unit: Unit | None, clock: ClockForm | None) -> Refusal | None:
    """What cannot be told of the column as a whole, where it concerns more than a few of its rows."""
    rows = sum(text.rows for text in known)
    kinds = {kind: sum(text.rows for text in known if kind_of(plain(text.text)) == kind) for kind in ("number", "clock2")}
    if signs.undecided:
        return Refusal.AMBIGUOUS_NUMBER
    if kinds["number"] * 2 > rows and not unit:
        return Refusal.UNKNOWN_UNIT
    if kinds["clock2"] * 2 > rows and not clock:
        return Refusal.AMBIGUOUS_DURATION
    return Refusal.AMBIGUOUS_DURATION if unit is Unit.HOURS and _looks_sexagesimal(known) else None


def _looks_sexagesimal(known: list[Distinct]) -> bool:
    """Whether hours look written as 1.30 for an hour and a half: two decimals, all below 60."""
    parts = [match[1] for text in known if (match := re.fullmatch(r"\d+[.,](\d+)", plain(text.text).lstrip(NUMBER)))]
    pairs = {part for part in parts if len(part) == 2}
    if len(pairs) < len(set(parts)) or not pairs or max(pairs) >= "60":
        return False
    return len(pairs) >= 8 or pairs <= {"00", "10", "15", "20", "30", "40", "45", "50"}


def _duration(text: str, signs: Signs, unit: Unit | None, clock: ClockForm | None) -> Parsed:
    reason = common_reason(text)
    value = reason or parse_duration(plain(text), signs, unit, clock)
    if isinstance(value, Rejection):
        return Parsed(text, reason=value)
    return Parsed(text, _bounded(value), None if 0 <= value <= MAX_MS else _outside(value))


def _duration_doubts(good: list[Distinct], signs: Signs) -> tuple[Doubt, ...]:
    numbers = [text for text in good if not text.text.startswith(NUMBER)]
    points = [text for text in numbers if "." in bare_body(plain(text.text))] if signs.mixed else []
    return (
        *doubt(Warn.MIXED_DURATION_UNITS, minority(good, lambda text: kind_of(plain(text.text)))),
        *doubt(Warn.MIXED_DECIMAL_SEPARATORS, points),
    )
