"""Numbers that were times before they lost their format: parts of a day, and hours with minutes behind a point."""

from __future__ import annotations

import re
from decimal import Decimal

from analysis.ingest.columns.typed import Distinct
from analysis.ingest.columns.unit_doubts import DAY_MINUTES, numbers_of
from analysis.ingest.options import Unit
from analysis.ingest.values.cells import NUMBER, plain
from analysis.ingest.values.durations import kind_of
from analysis.ingest.values.numerals import Signs, parse_number

DAY_HOURS = 24
HOUR_PARTS, CLOSE = (60, 3600), Decimal("0.0001")
NEARLY_ALL, MANY = 0.9, 0.2
"""Some times of a day are whole minutes of an hour too: 8:00 is a third of a day."""
_QUARTERS_AND_SIXTHS = frozenset({"00", "10", "15", "20", "30", "40", "45", "50"})
_HALVES = frozenset({"00", "50"})
ENOUGH_FRACTIONS = 8


def are_parts_of_a_day(known: list[Distinct], signs: Signs) -> bool:
    """Whether the numbers look like times that lost their format: 0.0625 of a day is whole minutes, of an hour not."""
    values = [value for value in numbers_of(known, signs) if value]
    return all(0 < value < 1 for value in values) and any(_are_of_a_day(values, hour) for hour in HOUR_PARTS)


def _are_of_a_day(values: list[Decimal], hour: int) -> bool:
    """Whether nearly all values are whole minutes (or seconds) of a day, and many of them not of an hour."""
    of_a_day = sum(_is_whole(value * DAY_HOURS * hour) for value in values)
    broken = sum(not _is_whole(value * hour) for value in values)
    return of_a_day >= NEARLY_ALL * len(values) and broken > MANY * len(values)


def _is_whole(value: Decimal) -> bool:
    return abs(value - value.to_integral_value()) < CLOSE


def looks_sexagesimal(known: list[Distinct], unit: Unit | None) -> bool:
    """Whether hours look written as 1.30 for an hour and a half: two decimals, all below 60.

    A workbook's number is without its last zero: 1.3.
    """
    hours = ("number", Unit.HOURS) if unit is Unit.HOURS else (Unit.HOURS,)
    written = [re.sub(r" ?[a-z]+\.?$", "", plain(text.text)) for text in known if kind_of(plain(text.text)) in hours]
    decimals = {text: re.split("[.,]", text)[1] for text in written if re.fullmatch(rf"{NUMBER}?\d+[.,]\d+", text)}
    parts = {part.ljust(2, "0") if text.startswith(NUMBER) else part for text, part in decimals.items()}
    if parts <= _HALVES or any(len(part) != 2 or part >= "60" for part in parts):
        return False
    if all(len(part) == 1 for part in decimals.values()):
        return False
    return len(parts) >= ENOUGH_FRACTIONS or parts <= _QUARTERS_AND_SIXTHS


def is_part_of_a_day(text: str, signs: Signs) -> bool:
    """Whether the number is a time of Excel that lost its format: 0.0104166667 is a quarter of an hour."""
    written = plain(text).removeprefix(NUMBER)
    if not re.fullmatch(r"0[.,]\d{5,}", written):
        return False
    number = parse_number(written, signs)
    if not isinstance(number, Decimal):
        return False
    minutes = number * DAY_MINUTES
    return minutes >= 1 and abs(minutes - minutes.to_integral_value()) < CLOSE * 10


def is_sexagesimal_exception(text: str, signs: Signs) -> bool:
    """Whether an hour is written with the sign that the other hours are not: 1.30 among 0,75 and 1,5."""
    written = plain(text)
    return signs.mixed and not written.startswith(NUMBER) and bool(re.fullmatch(r"\d{1,2}\.[0-5]\d", written))
