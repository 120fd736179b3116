"""The tables of a workbook as they stand in the file: found by their titles, their columns by the headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.workbook.cells import Content
from analysis.workbook.definition import TABLE, TABLES, Part
from analysis.workbook.faults import CellFault, CellRule, NotReadable, Place
from analysis.workbook.names import tidy
from analysis.workbook.opening import Grid, grids_of
from analysis.workbook.typed import as_text
from analysis.workbook.vocabulary import NUMBER, column_key, heading, read_lines, title_of

MARK = "gevinst"
"""The hidden sheet that tells where the workbook comes from, and holds the choices."""
NUMBER_COLUMN = 0


Own = Mapping[str, str]
"""The words that a workbook was written with, by their keys."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row with something in it: its cells by the names of the columns."""

    place: Place
    number: Content
    cells: Mapping[str, Content]


@dataclass(frozen=True, slots=True)
class ReadTable:
    part: Part
    title: Place
    columns: Mapping[str, int]
    rows: tuple[ReadRow, ...]

    def place(self, row: ReadRow, name: str) -> Place:
        return Place(row.place.sheet, row.place.row, self.columns.get(name, NUMBER_COLUMN))


@dataclass(frozen=True, slots=True)
class ReadBook:
    """``mark`` are the lines of the hidden sheet and ``own`` its words; ``strange`` the sheets without our tables."""

    language: Language
    tables: tuple[ReadTable, ...]
    mark: tuple[str, ...]
    own: Own
    strange: tuple[str, ...]
    faults: tuple[CellFault, ...]


def read_book(content: bytes) -> ReadBook | NotReadable:
    """Every table in a workbook's bytes."""
    opened = grids_of(content)
    if isinstance(opened, NotReadable):
        return opened
    grids = dict(opened)
    mark = tuple(as_text(row[0]) for row in grids.pop(MARK, ()) if row)
    own = read_lines(mark)
    found = {name: tuple(titles(grid, own)) for name, grid in grids.items()}
    if not any(found.values()):
        return NotReadable.NO_TABLES
    language = next(title.language for each in found.values() for title in each)
    faults: list[CellFault] = []
    tables = tuple(table for name, each in found.items() for table in tables_on(name, grids[name], each, own, faults))
    known = {text(each, "workbook.sheet.guide") for each in Language}
    strange = tuple(
        name for name, each in found.items() if not each and name not in known and any(map(any, grids[name]))
    )
    return ReadBook(language, tables, mark, own, strange, (*faults, *tables_twice(tables)))


@dataclass(frozen=True, slots=True)
class Title:
    row: int
    part: Part
    language: Language


def titles(grid: Grid, own: Own) -> Iterator[Title]:
    """Where tables begin: a title above a heading of numbers."""
    heads = {tidy(own.get(NUMBER, "")), *(tidy(text(language, "workbook.number")) for language in Language)}
    known = {tidy(own.get(f"table.{table.part}", "")): (table.part, Language.DANISH) for table in TABLES}
    known |= {tidy(title_of(table.part, language)): (table.part, language) for table in TABLES for language in Language}
    for row, (cells, below) in enumerate(zip(grid, grid[1:], strict=False)):
        title, head = (tidy(as_text(line[0])) if line else "" for line in (cells, below))
        if title and head and title in known and head in heads:
            yield Title(row, *known[title])


def tables_on(sheet: str, grid: Grid, found: Sequence[Title], own: Own, faults: list[CellFault]) -> Iterator[ReadTable]:
    ends = [*(title.row for title in found[1:]), len(grid)][: len(found)]
    for title, end in zip(found, ends, strict=True):
        columns = columns_of(sheet, grid[title.row + 1], title, own, faults)
        rows = []
        for place in range(title.row + 2, end):
            row = read_row(Place(sheet, place), grid[place], columns, faults)
            rows += [row] if row else []
        yield ReadTable(title.part, Place(sheet, title.row), columns, tuple(rows))


def columns_of(sheet: str, heads: Sequence[Content], title: Title, own: Own, faults: list[CellFault]) -> dict[str, int]:
    """Where each column of a table stands."""
    expected = TABLE[title.part].columns
    known = {tidy(own.get(column_key(title.part, column), "")): column.name for column in expected}
    known |= {tidy(heading(column, language)): column.name for column in expected for language in Language}
    columns: dict[str, int] = {}
    for place, cell in enumerate(heads[1:], start=1):
        if cell is not None:
            name, at = known.get(tidy(as_text(cell))), Place(sheet, title.row + 1, place)
            if name is None or name in columns:
                rule = CellRule.HEADING_TWICE if name else CellRule.UNKNOWN_HEADING
                faults.append(CellFault(at, rule, as_text(cell)))
            else:
                columns[name] = place
    for column in expected:
        if column.name not in columns:
            label = heading(column, title.language)
            faults.append(CellFault(Place(sheet, title.row + 1), CellRule.HEADING_MISSING, words=label))
    return columns


def read_row(
    place: Place, cells: Sequence[Content], columns: Mapping[str, int], faults: list[CellFault]
) -> ReadRow | None:
    """``None`` where nothing stands."""
    named = {at: name for name, at in columns.items()}
    for at, cell in enumerate(cells[1:], start=1):
        if cell is not None and at not in named:
            faults.append(CellFault(Place(place.sheet, place.row, at), CellRule.NO_HEADING, as_text(cell)))
    found = {named[at]: cell for at, cell in enumerate(cells) if at in named and cell is not None}
    number = cells[NUMBER_COLUMN] if cells else None
    return ReadRow(place, number, found) if found or number is not None else None


def tables_twice(tables: Sequence[ReadTable]) -> Iterator[CellFault]:
    seen: set[Part] = set()
    for table in tables:
        if table.part in seen:
            yield CellFault(table.title, CellRule.TABLE_TWICE)
        seen.add(table.part)
