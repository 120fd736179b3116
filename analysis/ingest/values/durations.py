"""Lengths of time, exact in whole milliseconds, in every way they are written."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal

from analysis.ingest.codes import Rejection
from analysis.ingest.options import ClockForm, Unit
from analysis.ingest.values.cells import HOUR_SPAN, NUMBER, SPAN
from analysis.ingest.values.numerals import MAX_DIGITS, Signs, join_groups, number_body, parse_number

MAX_LENGTH = 80
"""No duration is longer; looking for its parts in a longer text would take the square of its length."""
MAX_MS = 24 * 3600 * 1000
MS = {Unit.HOURS: 3_600_000, Unit.MINUTES: 60_000, Unit.SECONDS: 1000}
_WORDS = {
    Unit.HOURS: "t timer time tim h hr hrs hour hours",
    Unit.MINUTES: "m min mins minut minutter minute minutes",
    Unit.SECONDS: "s sek sekund sekunder sec secs second seconds",
}
_UNIT = {word: unit for unit, words in _WORDS.items() for word in words.split()}
_PART = re.compile(r"(?P<number>[\d.,  ]*\d) ?(?P<unit>[a-z]+)\.?(?: ?(?:og|and|,|&) ?| ?)", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?P<sign>[-−]?)(?:(?P<days>\d{1,3}) days?,? )?(?P<a>\d{1,4}):(?P<b>\d{2})"
    r"(?::(?P<c>\d{2})(?:[.,](?P<f>\d{1,9}))?)?"
)
_ISO = re.compile(
    r"(?P<sign>-?)P(?:(?P<days>\d{1,3})D)?(?:T(?=\d)(?:(?P<h>\d+(?:[.,]\d+)?)H)?(?:(?P<m>\d+(?:[.,]\d+)?)M)?(?:(?P<s>\d+(?:[.,]\d+)?)S)?)?",
    re.IGNORECASE,
)
_HOURS_AND_MINUTES = re.compile(r"\d{1,2} ?[th] ?[0-5]\d", re.IGNORECASE)


def unit_of(word: str) -> Unit | None:
    """The unit that a word stands for.

    >>> unit_of("Timer"), unit_of("stk")
    (<Unit.HOURS: 'hours'>, None)
    """
    return _UNIT.get(word.lower())


def shown_unit(text: str) -> str:
    """What a workbook shows behind a stored number: a unit's name, ``other`` for several, empty where nothing.

    >>> shown_unit(NUMBER + "1.5 t"), shown_unit(NUMBER + "1.5"), shown_unit("1,5 t")
    (<Unit.HOURS: 'hours'>, '', '')
    """
    words = text.partition(" ")[2] if text.startswith(NUMBER) else ""
    return unit_of(words) or "other" if words else ""


def bare_body(text: str) -> str:
    """The digits of a number, with or without a unit behind, for inferring the column's signs."""
    match = re.fullmatch(r"(.*\d) ?[a-z]{1,9}\.?", join_groups(text), re.IGNORECASE)
    return number_body(match[1] if match else text)


def kind_of(text: str) -> str:
    """How it is written: a unit's name, number, clock2, clock3, iso, span, hour_span, parts or other."""
    if len(text) > MAX_LENGTH:
        return "other"
    if text.startswith(SPAN):
        return "span"
    if text.startswith(HOUR_SPAN):
        return "hour_span"
    if (text.startswith(NUMBER) and not text.endswith("%")) or number_body(text):
        return shown_unit(text) or "number"
    clock = _CLOCK.fullmatch(text)
    if clock:
        return "clock3" if clock["c"] or clock["days"] else "clock2"
    if len(text) > 1 and _ISO.fullmatch(text):
        return "iso"
    units = [_UNIT.get(match["unit"].lower()) for match in _PART.finditer(_spelt_out(text))]
    return units[0] if len(units) == 1 and units[0] else ("parts" if units and all(units) else "other")


def _spelt_out(text: str) -> str:
    """``1t30`` as ``1t30min``."""
    return f"{text}min" if _HOURS_AND_MINUTES.fullmatch(text) else text


def parse_duration(text: str, signs: Signs, unit: Unit | None, clock: ClockForm | None) -> int | Rejection:
    """Whole milliseconds, without regard to limits.

    >>> parse_duration("4.1853", Signs(frozenset(".")), Unit.MINUTES, None)
    251118
    >>> parse_duration("1 t 30 min", Signs(frozenset(",")), None, None)
    5400000
    """
    if len(text) > MAX_LENGTH:
        return Rejection.INVALID_NUMBER
    kind = kind_of(text)
    if kind == "span":
        return int(text[1:])
    if kind == "hour_span":
        told_otherwise = unit in (Unit.MINUTES, Unit.SECONDS) or clock is ClockForm.MINUTES_SECONDS
        return Rejection.AMBIGUOUS_DURATION if told_otherwise else int(text[1:])
    if text.startswith(NUMBER) and kind in MS:
        return _scaled(parse_number(text, signs), Unit(kind))
    if kind == "number":
        return _scaled(parse_number(text, signs), unit) if unit else Rejection.AMBIGUOUS_DURATION
    if kind.startswith("clock"):
        return _clock(text, clock)
    return _iso(text) if kind == "iso" else _parts(text, signs)


def _scaled(value: Decimal | Rejection, unit: Unit) -> int | Rejection:
    if isinstance(value, Rejection):
        return value
    return int((value * MS[unit]).to_integral_value(ROUND_HALF_EVEN))


def _clock(text: str, clock: ClockForm | None) -> int | Rejection:
    match = _CLOCK.fullmatch(text)
    if not match:
        return Rejection.INVALID_NUMBER
    first, second, third = int(match["a"]), int(match["b"]), int(match["c"] or 0)
    if second > 59 or third > 59:
        return Rejection.INVALID_NUMBER
    if not match["c"] and not match["days"]:
        if clock is None:
            return Rejection.AMBIGUOUS_DURATION
        if clock is ClockForm.MINUTES_SECONDS:
            first, second, third = 0, first, second
    fraction = _scaled(Decimal(f"0.{match['f'] or 0}"), Unit.SECONDS)
    assert isinstance(fraction, int)
    seconds = ((int(match["days"] or 0) * 24 + first) * 60 + second) * 60 + third
    return (seconds * 1000 + fraction) * (-1 if match["sign"] else 1)


def _iso(text: str) -> int | Rejection:
    match = _ISO.fullmatch(text)
    if not match or len(text) > MAX_DIGITS:
        return Rejection.INVALID_NUMBER
    if int(match["days"] or 0):
        # a day of work, as Jira has it, or of the calendar
        return Rejection.AMBIGUOUS_DURATION
    total = Decimal(0)
    for part, unit in zip("hms", Unit, strict=True):
        total += Decimal((match[part] or "0").replace(",", ".")) * MS[unit]
    whole = int(total.to_integral_value(ROUND_HALF_EVEN))
    return -whole if match["sign"] else whole


def _parts(text: str, signs: Signs) -> int | Rejection:
    """Numbers with units, largest first, each unit once."""
    if text.startswith(("-", "−")):
        return _negative(_parts(text[1:].strip(), signs))
    text = _spelt_out(text)
    parts = list(_PART.finditer(text))
    units = [_UNIT.get(part["unit"].lower()) for part in parts]
    if not parts or "".join(part[0] for part in parts) != text or None in units or len(text) > MAX_DIGITS:
        return Rejection.INVALID_NUMBER
    order = [list(Unit).index(unit) for unit in units if unit]
    if order != sorted(set(order)):
        return Rejection.INVALID_NUMBER
    amounts = [
        _scaled(parse_number(part["number"].strip(), signs), unit)
        for part, unit in zip(parts, units, strict=True)
        if unit
    ]
    failed = next((amount for amount in amounts if isinstance(amount, Rejection)), None)
    return failed or sum(amount for amount in amounts if isinstance(amount, int))


def _negative(amount: int | Rejection) -> int | Rejection:
    return amount if isinstance(amount, Rejection) else -amount
