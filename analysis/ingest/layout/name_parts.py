"""Columns whose headings mean something else beside each other than alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.ingest.layout.layout import Column
from analysis.ingest.layout.spelling import normal
from analysis.ingest.layout.synonyms import Match
from analysis.ingest.layout.words import EXTREMES, FIRST_NAMES, LAST_NAMES
from analysis.model.kinds import Role


def without_least(
    every: list[Column | None], headers: tuple[str, ...], told: Mapping[int, Role | None]
) -> list[Column | None]:
    """Beside a largest or a likely value, ``Min`` is the smallest one and no minutes."""
    if not any(EXTREMES.fullmatch(normal(header)) for header in headers):
        return every
    return [None if column and _is_least(column) and column.index not in told else column for column in every]


def _is_least(column: Column) -> bool:
    return normal(column.header).split(" ")[0] == "min"


def whole_names(every: list[Column | None], headers: tuple[str, ...]) -> list[Column | None]:
    """First and last name as one employee, where they stand in two columns."""
    words = [normal(header) for header in headers]
    parts = [place for place, word in enumerate(words) if word in FIRST_NAMES | LAST_NAMES]
    if len(parts) != 2 or words[parts[1]] not in LAST_NAMES or words[parts[0]] not in FIRST_NAMES:
        return every
    named = {place: Column(place, headers[place], Match(Role.EMPLOYEE)) for place in parts}
    return [named.get(place, column) for place, column in enumerate(every)]


def is_name_in_parts(columns: Sequence[Column]) -> bool:
    return len(columns) == 2 and normal(columns[1].header) in LAST_NAMES
