"""A column of durations: its unit and form are told by its header or by its values, or asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.ingest.cells import NUMBER, plain
from analysis.ingest.codes import Refusal, Rejection, Warn
from analysis.ingest.durations import MAX_MS, bare_body, kind_of, parse_duration
from analysis.ingest.layout import Column, Fault
from analysis.ingest.numerals import Signs, infer_signs, parse_number
from analysis.ingest.options import ClockForm, ReadOptions, Unit
from analysis.ingest.typed import Distinct, Parsed, Typed, bounded, common_reason, doubt, minority
from analysis.model.upload import Doubt

DAY_HOURS = 24
_QUARTERS_AND_SIXTHS = frozenset({"00", "10", "15", "20", "30", "40", "45", "50"})
ENOUGH_FRACTIONS = 8


@dataclass(frozen=True, slots=True)
class Form:
    """How the column writes time."""

    signs: Signs
    unit: Unit | None
    clock: ClockForm | None
    is_assumed: bool = False
    """The unit follows from the size of the values alone."""


def type_durations(texts: Sequence[Distinct], column: Column, options: ReadOptions, *, per_day: bool = False) -> Typed:
    """Milliseconds from 0 to 24 hours; ``per_day`` where no value can be more than a day's hours."""
    known = [text for text in texts if common_reason(text.text) is None]
    form = _form(known, column, options, per_day)
    if isinstance(form, Refusal):
        return Typed(fault=Fault(form, (column.header,)))
    parsed = tuple(_parsed(text.text, form) for text in texts)
    good = [text for text, outcome in zip(texts, parsed, strict=True) if not outcome.reason]
    zeros = [text for text, outcome in zip(texts, parsed, strict=True) if outcome.value == 0]
    return Typed(parsed, _doubts(good, form) + doubt(Warn.ZERO_DURATION, zeros))


def _form(known: list[Distinct], column: Column, options: ReadOptions, per_day: bool) -> Form | Refusal:
    """The form of the column, or the question that it leaves open."""
    signs = infer_signs((bare_body(plain(text.text)) for text in known), answer=options.decimal_sign)
    unit = options.unit or column.match.unit
    clock = options.clock_form or column.match.clock or (ClockForm.HOURS_MINUTES if unit is Unit.HOURS else None)
    if signs.undecided:
        return Refusal.AMBIGUOUS_NUMBER
    if _mostly(known, ("number",)) and not unit:
        minutes = per_day and _must_be_minutes(known, signs)
        return Form(signs, Unit.MINUTES, clock, is_assumed=True) if minutes else Refusal.UNKNOWN_UNIT
    clocks = ("clock2", "clock3", "span", "hour_span")
    time_of_day = column.match.is_vague and not options.clock_form and _mostly(known, clocks)
    in_small_units = unit in (Unit.MINUTES, Unit.SECONDS) and _mostly(known, ("hour_span",))
    if time_of_day or in_small_units or (_mostly(known, ("clock2",)) and not clock):
        return Refusal.AMBIGUOUS_DURATION
    sexagesimal = unit is Unit.HOURS and not options.unit and _looks_sexagesimal(known)
    return Refusal.AMBIGUOUS_DURATION if sexagesimal else Form(signs, unit, clock)


def _mostly(known: list[Distinct], kinds: Sequence[str]) -> bool:
    """Whether more than half of the rows are written in these ways."""
    alike = sum(text.rows for text in known if kind_of(plain(text.text)) in kinds)
    return alike * 2 > sum(text.rows for text in known)


def _must_be_minutes(known: list[Distinct], signs: Signs) -> bool:
    """Whether the numbers are too large for a day's hours and too broken for seconds."""
    numbers = [parse_number(plain(text.text), signs) for text in known if kind_of(plain(text.text)) == "number"]
    values = [number for number in numbers if not isinstance(number, Rejection)]
    return any(value > DAY_HOURS for value in values) and any(value != value.to_integral_value() for value in values)


def _looks_sexagesimal(known: list[Distinct]) -> bool:
    """Whether hours look written as 1.30 for an hour and a half: two decimals, all below 60."""
    parts = {match[1] for text in known if (match := re.fullmatch(r"\d+[.,](\d+)", plain(text.text).lstrip(NUMBER)))}
    if not parts or any(len(part) != 2 or part >= "60" for part in parts):
        return False
    return len(parts) >= ENOUGH_FRACTIONS or parts <= _QUARTERS_AND_SIXTHS


def _parsed(text: str, form: Form) -> Parsed:
    reason = common_reason(text)
    value = reason or parse_duration(plain(text), form.signs, form.unit, form.clock)
    return Parsed(text, reason=value) if isinstance(value, Rejection) else bounded(text, value, MAX_MS)


def _doubts(good: list[Distinct], form: Form) -> tuple[Doubt, ...]:
    written = [text for text in good if not text.text.startswith(NUMBER)]
    points = [text for text in written if "." in bare_body(plain(text.text))] if form.signs.mixed else []
    return (
        *doubt(Warn.MIXED_DURATION_UNITS, minority(good, lambda text: kind_of(plain(text.text)))),
        *doubt(Warn.MIXED_DECIMAL_SEPARATORS, points),
        *doubt(Warn.UNIT_ASSUMED, good if form.is_assumed else []),
    )
