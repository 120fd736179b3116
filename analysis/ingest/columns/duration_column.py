"""A column of durations: its unit and form are told by its header or by its values, or asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.ingest.codes import Refusal, Rejection, Warn
from analysis.ingest.columns.lost_formats import (
    are_parts_of_a_day,
    is_part_of_a_day,
    is_sexagesimal_exception,
    looks_sexagesimal,
)
from analysis.ingest.columns.shown_units import bare_where_told
from analysis.ingest.columns.typed import Distinct, Parsed, Typed, bounded, common_reason, doubt, minority
from analysis.ingest.columns.unit_doubts import are_minutes, doubted, numbers_of
from analysis.ingest.layout.layout import Fault
from analysis.ingest.options import ClockForm, Unit
from analysis.ingest.values.cells import NUMBER, plain
from analysis.ingest.values.durations import MAX_MS, bare_body, kind_of, parse_duration
from analysis.ingest.values.numerals import Signs, infer_signs
from analysis.model.upload import Doubt

DAY_HOURS = 24


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of the column beside its values: from the header, the tool, the layout and the answers."""

    header: str
    unit: Unit | None = None
    clock: ClockForm | None = None
    decimal_sign: str | None = None
    may_be_time_of_day: bool = False
    is_decimal: bool = False
    """Hours are known to be decimal, so that 1.30 is no hour and a half."""
    per_day: bool = False
    """No value can be more than a day's hours."""
    is_answered: bool = False
    """The analyst has told the unit, even where the cells show another."""


@dataclass(frozen=True, slots=True)
class Form:
    """How the column writes time."""

    signs: Signs
    unit: Unit | None
    clock: ClockForm | None
    is_assumed: bool = False
    """The unit follows from the size of the values alone."""
    by_cells: bool = False
    """Most cells are times of Excel: a number below 1 may be one that lost its format."""


def type_durations(texts: Sequence[Distinct], setting: Setting) -> Typed:
    """Milliseconds from 0 to 24 hours, or the question that the column leaves open."""
    seen = bare_where_told(texts, setting.unit, is_answered=setting.is_answered)
    known = [text for text in seen if common_reason(text.text) is None]
    form = _form(known, setting) if seen or not texts else Refusal.UNKNOWN_UNIT
    if isinstance(form, Refusal):
        return Typed(fault=Fault(form, (setting.header,)))
    parsed = tuple(replace(_parsed(one.text, form), text=text.text) for one, text in zip(seen, texts, strict=True))
    good = [text for text, outcome in zip(seen, parsed, strict=True) if not outcome.reason]
    zeros = [text for text, outcome in zip(texts, parsed, strict=True) if outcome.value == 0]
    return Typed(parsed, _doubts(good, form) + doubt(Warn.ZERO_DURATION, zeros))


def _form(known: list[Distinct], setting: Setting) -> Form | Refusal:
    """The form of the column, or the question that it leaves open."""
    signs = infer_signs((bare_body(plain(text.text)) for text in known), answer=setting.decimal_sign)
    unit, clock = setting.unit, setting.clock or (ClockForm.HOURS_MINUTES if setting.unit is Unit.HOURS else None)
    if signs.undecided:
        return Refusal.AMBIGUOUS_NUMBER
    if _mostly(known, ("number",)) and not unit:
        minutes = setting.per_day and _must_be_minutes(known, signs)
        return Form(signs, Unit.MINUTES, clock, is_assumed=True) if minutes else Refusal.UNKNOWN_UNIT
    time_of_day = setting.may_be_time_of_day and _mostly(known, ("clock2", "clock3", "span", "hour_span"))
    in_small_units = unit in (Unit.MINUTES, Unit.SECONDS) and _mostly(known, ("hour_span",))
    if time_of_day or in_small_units or (_mostly(known, ("clock2",)) and not clock):
        return Refusal.AMBIGUOUS_DURATION
    if unit is Unit.HOURS and not setting.is_decimal and are_minutes(known, signs):
        return Refusal.UNKNOWN_UNIT
    by_cells = _mostly(known, ("span", "hour_span"))
    if unit and not by_cells and not setting.is_decimal and are_parts_of_a_day(known, signs):
        return Refusal.AMBIGUOUS_DURATION
    sexagesimal = not setting.is_decimal and looks_sexagesimal(known, unit)
    return Refusal.AMBIGUOUS_DURATION if sexagesimal else Form(signs, unit, clock, by_cells=by_cells)


def _mostly(known: list[Distinct], kinds: Sequence[str]) -> bool:
    """Whether more than half of the rows are written in these ways."""
    alike = sum(text.rows for text in known if kind_of(plain(text.text)) in kinds)
    return alike * 2 > sum(text.rows for text in known)


def _must_be_minutes(known: list[Distinct], signs: Signs) -> bool:
    """Whether the numbers are too large for a day's hours and too broken for seconds."""
    values = numbers_of(known, signs)
    return any(value > DAY_HOURS for value in values) and any(value != value.to_integral_value() for value in values)


def _parsed(text: str, form: Form) -> Parsed:
    reason = common_reason(text)
    if form.by_cells and text.startswith(NUMBER) and kind_of(text) == "number" and 0 < float(text[1:]) < 1:
        reason = reason or Rejection.AMBIGUOUS_DURATION
    if form.unit is Unit.MINUTES and is_part_of_a_day(text, form.signs):
        reason = reason or Rejection.AMBIGUOUS_DURATION
    if form.unit is Unit.HOURS and is_sexagesimal_exception(text, form.signs):
        reason = reason or Rejection.AMBIGUOUS_DURATION
    value = reason or parse_duration(plain(text), form.signs, form.unit, form.clock)
    return Parsed(text, reason=value) if isinstance(value, Rejection) else bounded(text, value, MAX_MS)


def _doubts(good: list[Distinct], form: Form) -> tuple[Doubt, ...]:
    written = [text for text in good if not text.text.startswith(NUMBER)]
    points = [text for text in written if "." in bare_body(plain(text.text))] if form.signs.mixed else []
    return (
        *doubt(Warn.MIXED_DURATION_UNITS, minority(good, lambda text: kind_of(plain(text.text)))),
        *doubt(Warn.MIXED_DECIMAL_SEPARATORS, points),
        *doubt(Warn.UNIT_DOUBTED, doubted(good, form.unit, form.signs)),
        *doubt(Warn.UNIT_ASSUMED, good if form.is_assumed else []),
    )
