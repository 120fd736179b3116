"""Which row of the plan a row of the workbook is: by its number, else by what names it, else it is new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.workbook.cells import Content, cells_of
from analysis.workbook.definition import TABLE, Part, Table
from analysis.workbook.faults import CellFault, CellRule, Place
from analysis.workbook.grid import ReadRow, ReadTable
from analysis.workbook.names import Names, tidy
from analysis.workbook.rows import Identity, Row
from analysis.workbook.typed import as_text, as_whole


@dataclass(frozen=True, slots=True)
class Match:
    """A row of the workbook and the row that was written there; new rows have an id below 0."""

    part: Part
    read: ReadRow
    identity: Identity
    written: Row | None


class Numbering:
    """Ids below 0 for what is new."""

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> int:
        self._last -= 1
        return self._last


def matched(
    table: ReadTable, rows: Sequence[Row], names: Names, has_our_numbers: bool, new: Numbering, faults: list[CellFault]
) -> tuple[Match, ...]:
    """Every row of a table that says something."""
    definition = TABLE[table.part]
    said = [row for row in table.rows if says_something(definition, row)]
    if not has_our_numbers:
        said = [replace(row, number=None) for row in said]
    by_number = numbered_rows(said, rows, faults)
    numbered = {row.identity for row in by_number.values()}
    left = [row for row in rows if row.identity not in numbered]
    by_key: dict[tuple[str, ...], list[Row]] = {}
    for row in left:
        by_key.setdefault(key_of(definition, cells_of(definition.columns, row.values, names)), []).append(row)
    found = []
    for read in said:
        written = by_number.get(read.place)
        if written is None and read.number is None:
            same = by_key.get(key_of(definition, read.cells), [])
            written = same.pop(0) if same else None
        # A prepared row of a numbered table is nothing yet: what is written in it is new.
        is_known = written is not None and (written.number is not None or not definition.is_numbered)
        found.append(Match(table.part, read, written.identity if written and is_known else new.next(), written))
    return tuple(found)


def says_something(table: Table, row: ReadRow) -> bool:
    """A row with its number alone has been emptied; a prepared row is empty until something stands beside its key."""
    return bool(row.cells.keys() - set(table.key if table.is_grid else ()))


def key_of(table: Table, cells: Mapping[str, Content]) -> tuple[str, ...]:
    return tuple(tidy(as_text(cells.get(name))) for name in table.key)


def numbered_rows(said: Sequence[ReadRow], rows: Sequence[Row], faults: list[CellFault]) -> dict[Place, Row]:
    """The rows with a number, each with the row of that number."""
    by_number = {row.number: row for row in rows if row.number is not None}
    found: dict[int, Place] = {}
    for read in said:
        if read.number is None:
            continue
        number = as_whole(read.number)
        rule = None
        if not isinstance(number, int):
            rule = CellRule.NO_NUMBER
        elif number in found:
            rule = CellRule.NUMBER_TWICE
        elif number not in by_number:
            rule = CellRule.UNKNOWN_NUMBER
        else:
            found[number] = read.place
        if rule:
            faults.append(CellFault(read.place, rule, as_text(read.number)))
    return {place: by_number[number] for number, place in found.items()}
