"""A table whose cells are already written for the reader: the same on screen, in the PDF and as CSV."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.language import Language
from analysis.language.catalogue import text


@dataclass(frozen=True, slots=True)
class Column:
    """A heading; numbers stand to the right, and a detail is left out where room is short."""

    heading: str
    is_number: bool = False
    is_detail: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts, one for each column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def without_details(self) -> Table:
        kept = [place for place, column in enumerate(self.columns) if not column.is_detail]
        rows = tuple(tuple(row[place] for place in kept) for row in self.rows)
        return Table(tuple(self.columns[place] for place in kept), rows)


NUMBERS = {"hours", "part", "employees", "employees_before", "registrations", "population", "change", "target"}


def columns(language: Language, *keys: str) -> tuple[Column, ...]:
    return tuple(Column(text(language, f"table.{key}"), key in NUMBERS) for key in keys)
