"""A table whose cells are already written for the reader: the same on screen, in the PDF and as CSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.language import Language
from analysis.language.catalogue import text


@dataclass(frozen=True, slots=True)
class Column:
    """A heading; numbers stand to the right.

    A detail is left out where room is short, as on a telephone; a fine one has room on paper and in files only.
    """

    heading: str
    is_number: bool = False
    is_detail: bool = False
    is_fine: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts, one for each column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def without_details(self) -> Table:
        return self.of([place for place, one in enumerate(self.columns) if not (one.is_detail or one.is_fine)])

    @property
    def without_fine_details(self) -> Table:
        return self.of([place for place, one in enumerate(self.columns) if not one.is_fine])

    def of(self, kept: Sequence[int]) -> Table:
        rows = tuple(tuple(row[place] for place in kept) for row in self.rows)
        return Table(tuple(self.columns[place] for place in kept), rows)


NUMBERS = {"hours", "part", "employees", "employees_before", "registrations", "population", "change", "target"}
CONCLUSIONS = {"hours", "part", "change"}
DETAILS = NUMBERS - CONCLUSIONS | {"window", "measured", "deadline", "latest_round", "change_interval", "requirement"}


def columns(language: Language, *keys: str) -> tuple[Column, ...]:
    return tuple(Column(text(language, f"table.{key}"), key in NUMBERS, key in DETAILS) for key in keys)
