"""What would become different, line by line: the preview of a workbook's changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from analysis.language import Language
from analysis.language.formats import number, percent, short_date
from analysis.planning import Plan
from analysis.workbook.cells import Content, content
from analysis.workbook.columns import Column, Holds
from analysis.workbook.definition import TABLE, TABLES, Part
from analysis.workbook.names import Names, names_of
from analysis.workbook.rows import Identity, Row, rows_of
from analysis.workbook.vocabulary import heading, title_of


class Sort(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one thing, or a whole thing that comes or goes; all in words."""

    sort: Sort
    table: str
    name: str
    field: str = ""
    before: str = ""
    after: str = ""
    identity: Identity = 0


def differences(before: Plan, after: Plan, language: Language) -> tuple[Difference, ...]:
    """Every change between two plans, in the order of the workbook."""
    names = names_of(before, language), names_of(after, language)
    return tuple(one for table in TABLES for one in Comparison(before, after, table.part, *names).differences())


@dataclass(frozen=True, slots=True)
class Comparison:
    """One table of two plans."""

    old: Plan
    new: Plan
    part: Part
    old_names: Names
    new_names: Names

    def differences(self) -> Iterator[Difference]:
        old, new = ({row.identity: row for row in said(plan, self.part)} for plan in (self.old, self.new))
        for identity, row in new.items():
            if identity not in old:
                yield from self._whole(Sort.NEW, row, self.new_names)
            else:
                yield from self._changes(old[identity], row)
        for identity, row in old.items():
            if identity not in new:
                yield from self._whole(Sort.REMOVED, row, self.old_names)

    def _whole(self, sort: Sort, row: Row, names: Names) -> Iterator[Difference]:
        """A new thing is told field by field, so that all that is stored is seen; a removed one by its name."""
        table, name = self._title(), self._name(row, names)
        if sort is Sort.REMOVED:
            yield Difference(sort, table, name, identity=row.identity)
            return
        for column in TABLE[self.part].columns:
            cell = words(column, row.values, names)
            if cell and (column.is_needed or row.values.get(column.name) != column.default):
                yield Difference(sort, table, name, heading(column, names.language), "", cell, row.identity)

    def _changes(self, old: Row, new: Row) -> Iterator[Difference]:
        for column in TABLE[self.part].columns:
            if old.values.get(column.name) != new.values.get(column.name):
                cells = words(column, old.values, self.old_names), words(column, new.values, self.new_names)
                field = heading(column, self.new_names.language)
                yield Difference(
                    Sort.CHANGED, self._title(), self._name(new, self.new_names), field, *cells, new.identity
                )

    def _title(self) -> str:
        return title_of(self.part, self.new_names.language)

    def _name(self, row: Row, names: Names) -> str:
        key = (TABLE[self.part].column(name) for name in TABLE[self.part].key)
        return ", ".join(cell for column in key if (cell := words(column, row.values, names)))


def said(plan: Plan, part: Part) -> Iterator[Row]:
    """The rows that say something."""
    table = TABLE[part]
    for row in rows_of(plan, part):
        beside = {name for name, value in row.values.items() if value is not None} - set(table.key)
        if not table.is_grid or beside:
            yield row


def words(column: Column, values: Mapping[str, Any], names: Names) -> str:
    return as_read(column, content(column, values.get(column.name), names), names.language)


def as_read(column: Column, cell: Content, language: Language) -> str:
    """A cell as a reader of the language writes it."""
    if isinstance(cell, date):
        return short_date(language, cell)
    if isinstance(cell, (int, float)):
        if column.holds is Holds.PERCENT:
            return percent(language, cell, round(cell, 4))
        return number(language, cell, 0 if cell == int(cell) else 1)
    return cell or ""
