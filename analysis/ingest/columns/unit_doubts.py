"""Numbers under a unit that they hardly have: a header's word is not always true for every row."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from analysis.ingest.columns.typed import Distinct
from analysis.ingest.options import Unit
from analysis.ingest.values.cells import plain
from analysis.ingest.values.durations import kind_of
from analysis.ingest.values.numerals import Signs, parse_number

DAY_HOURS, DAY_MINUTES = 24, 1440
MANY = 0.2
"""So many rows of more than a day are no mistakes."""
FEW_DISTINCT = 3
LONGEST_SPELL = 8
"""Work in hours and quarters of an hour is written up to here; so much in minutes is not written in quarters."""
SHORTEST_MINUTES = 10
CLOSE = Decimal("0.0001")


def number_of(text: Distinct, signs: Signs) -> Decimal | None:
    """The bare number that the text is."""
    written = plain(text.text)
    number = parse_number(written, signs) if kind_of(written) == "number" else None
    return number if isinstance(number, Decimal) else None


def are_minutes(known: Sequence[Distinct], signs: Signs) -> bool:
    """Whether many of the numbers under hours are more than a day has."""
    over = sum(text.rows for text in known if (number := number_of(text, signs)) is not None and number > DAY_HOURS)
    return over > MANY * sum(text.rows for text in known)


def doubted(good: Sequence[Distinct], unit: Unit | None, signs: Signs) -> list[Distinct]:
    """The numbers that look like quarters of an hour among minutes, or like minutes among hours."""
    numbers = [(text, number) for text in good if (number := number_of(text, signs)) is not None and number > 0]
    if unit is Unit.MINUTES:
        broken = [(text, number) for text, number in numbers if number % 1]
        longer = [number for _, number in numbers if number >= SHORTEST_MINUTES]
        quarters = all(not number * 4 % 1 and number <= LONGEST_SPELL for _, number in broken)
        is_mixed = quarters and min(len(broken), len(longer)) >= FEW_DISTINCT
        return [text for text, _ in broken] if is_mixed else []
    if unit is Unit.HOURS and not any(number % 1 for _, number in numbers):
        long = [text for text, number in numbers if number > LONGEST_SPELL]
        return long if len(long) >= FEW_DISTINCT else []
    return []


def numbers_of(known: Sequence[Distinct], signs: Signs) -> list[Decimal]:
    """The column's bare numbers."""
    return [number for text in known if (number := number_of(text, signs)) is not None]
