"""What the rows of a workbook say: a cell that was not touched means what the plan says now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.model.choices import PlanKind
from analysis.planning import Plan
from analysis.workbook.cells import cells_of, content, is_same, is_shortened
from analysis.workbook.chosen import as_choice, as_point, as_round_number
from analysis.workbook.columns import Column, Holds
from analysis.workbook.definition import TABLE, TABLES, Part, part_of
from analysis.workbook.faults import CellFault, CellRule, Wrong
from analysis.workbook.grid import ReadBook, ReadTable
from analysis.workbook.links import Index, Links, round_labels
from analysis.workbook.matching import Match, Numbering, matched
from analysis.workbook.names import Names, names_of
from analysis.workbook.rows import Identity, Row, rows_of
from analysis.workbook.typed import READERS, as_text


@dataclass(frozen=True, slots=True)
class Said:
    """A row as it is to be; ``table`` and ``match`` tell where it stands, ``None`` where it is not in the workbook."""

    part: Part
    identity: Identity
    values: Mapping[str, Any]
    table: ReadTable | None = None
    match: Match | None = None
    is_whole: bool = True
    """Whether every cell was understood."""


class Merging:
    """A workbook, the plan as it was exported to it, and the plan as it is now."""

    def __init__(self, book: ReadBook, exported: Plan, now: Plan, *, has_our_numbers: bool) -> None:
        self.book = book
        self.exported, self.now = exported, now
        self.names: Names = names_of(exported, book.language)
        self.new = Numbering()
        self.faults: list[CellFault] = list(book.faults)
        self.tables = {table.part: table for table in reversed(book.tables)}
        self._written = {part: rows_of(exported, part) for part in self.tables}
        self._stored = {table.part: {row.identity: row for row in rows_of(now, table.part)} for table in TABLES}
        self._matches = {part: tuple(self._matched(part, has_our_numbers)) for part in self.tables}
        self.links = Links(dict(self._indices()))

    def said(self) -> Iterator[Said]:
        """Every row that the plan is to have."""
        for table in TABLES:
            known = {row.identity for row in self._written.get(table.part, ())}
            matches = self._matches.get(table.part, ())
            yield from (self._said(match) for match in matches)
            found = {match.identity for match in matches}
            for row in self._stored[table.part].values():
                # What a colleague has added since is not in the workbook, and stays.
                is_prepared = table.is_numbered and row.number is None
                if row.identity not in found | known and not is_prepared:
                    yield Said(table.part, row.identity, row.values)

    def _matched(self, part: Part, has_our_numbers: bool) -> Iterator[Match]:
        """The rows of a table; one that a colleague has removed since comes back only where it was changed here."""
        rows = self._written[part]
        for match in matched(self.tables[part], rows, self.names, has_our_numbers, self.new, self.faults):
            is_gone = match.written is not None and match.written.number and match.identity not in self._stored[part]
            if not is_gone:
                yield match
            elif not self._is_untouched(match):
                yield Match(part, match.read, self.new.next(), None)

    def _is_untouched(self, match: Match) -> bool:
        columns = TABLE[match.part].columns
        written = cells_of(columns, match.written.values, self.names) if match.written else {}
        return all(is_same(match.read.cells.get(each.name), written.get(each.name)) for each in columns)

    def _indices(self) -> Iterator[tuple[PlanKind, Index]]:
        now, before = names_of(self.now, self.book.language).labels, self.names.labels
        for kind in PlanKind:
            index = Index()
            part = part_of(kind)
            matches = self._matches.get(part, ()) if part else ()
            for match in matches:
                if isinstance(match.identity, int):
                    for name in labels_of(match):
                        index.add(name, match.identity)
            removed = {row.identity for row in self._written.get(part, ())} if part else set()
            for identity, name in now.get(kind, {}).items():
                if identity not in index.ids and (identity not in removed or part not in self.tables):
                    index.add(name, identity)
            index.add_before(before.get(kind, {}))
            yield kind, index

    def _said(self, match: Match) -> Said:
        values, is_whole = {}, True
        stored = self._stored[match.part].get(match.identity)
        for column in TABLE[match.part].columns:
            value = self._value(match, column, stored)
            if isinstance(value, Wrong):
                is_whole = False
                self._blame(match, column, value)
                value = stored.values.get(column.name) if stored else column.default
            values[column.name] = column.default if value is None else value
        return Said(match.part, match.identity, values, self.tables[match.part], match, is_whole)

    def _value(self, match: Match, column: Column, stored: Row | None) -> object:
        cell = match.read.cells.get(column.name)
        if match.written is not None:
            before = match.written.values.get(column.name)
            written = content(column, before, self.names)
            if is_same(cell, written) and (before is not None or not column.is_needed):
                return stored.values.get(column.name) if stored else before
            if is_shortened(written):
                return Wrong(CellRule.TOO_LONG)
        if cell is None:
            return Wrong(CellRule.EMPTY) if column.is_needed else column.default
        if column.holds is Holds.CHOICE:
            return as_choice(column, cell, self.book.language, self.book.own)
        if column.holds is Holds.ROUND:
            return as_round_number(cell)
        if column.holds is Holds.POINT:
            return as_point(cell, self.book.own)
        return READERS[column.holds](cell) if column.holds in READERS else self.links.read(column, cell)

    def _blame(self, match: Match, column: Column, wrong: Wrong) -> None:
        place = self.tables[match.part].place(match.read, column.name)
        typed = as_text(match.read.cells.get(column.name))
        self.faults.append(CellFault(place, wrong.rule, typed, wrong.words, column.label))


def labels_of(match: Match) -> Sequence[str]:
    """What a row is called by those that point at it."""
    cell = match.read.cells.get(TABLE[match.part].key[0])
    if match.part is Part.ROUND:
        return tuple(round_labels([cell]))
    return (as_text(cell),)
