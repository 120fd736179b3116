"""A column that names the unit of every row: it must say what the header says."""

from __future__ import annotations

from analysis.ingest.codes import Refusal
from analysis.ingest.columns.staging import Names, Table, quoted
from analysis.ingest.layout.layout import Fault, Layout
from analysis.ingest.layout.units import contradicts, is_unit_header, unit_of_cell
from analysis.ingest.options import Cursor, ReadOptions
from analysis.ingest.values.cells import FIELD
from analysis.model.kinds import Role

MOST_UNITS = 50


def unit_fault(cursor: Cursor, names: Names, table: Table, options: ReadOptions) -> Fault | None:
    """Why the numbers are not what their header says: their units differ, contradict it, or are times of counts."""
    for index in table.layout.unused:
        if is_unit_header(table.layout.headers[index]):
            fault = _fault(_texts(cursor, names, table, index), table.layout, index, options)
            if fault:
                return fault
    return None


def _texts(cursor: Cursor, names: Names, table: Table, index: int) -> list[str]:
    cell = f"trim(string_split(line, {quoted(FIELD)})[{index + 1}])"
    cursor.execute(
        f"SELECT DISTINCT {cell} AS text FROM {names.of('lines')} WHERE sheet = {table.sheet}"
        f" AND row > {table.layout.header_row} AND {cell} <> '' ORDER BY text LIMIT {MOST_UNITS}"
    )
    return [text for (text,) in cursor.fetchall()]


def _fault(texts: list[str], layout: Layout, index: int, options: ReadOptions) -> Fault | None:
    units = {unit for text in texts if (unit := unit_of_cell(text))}
    if not units:
        return None
    is_timed = bool(layout.of(Role.DURATION))
    if len(units) > 1 or (layout.has(Role.COUNT) and not is_timed):
        return Fault(Refusal.SEVERAL_UNITS, (layout.headers[index], *texts))
    return contradicts(layout, units.pop(), options)
