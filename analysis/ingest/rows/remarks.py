"""Rows that a column without a role says are no registrations: ``I alt``, ``EKSEMPEL - slet før brug``."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.ingest.codes import Rejection
from analysis.ingest.columns.staging import Names, Table, quoted
from analysis.ingest.columns.typed import TOTAL
from analysis.ingest.options import Cursor
from analysis.ingest.values.cells import FIELD
from analysis.ingest.values.sum_words import is_example_remark, is_sum_remark

MOST_REMARKS = 1000
_WORTH_A_LOOK = "(?i)sum|tot|alt|ttl|ammen|gesamt|Σ|∑|eksempel|example"
"""What every word for a sum or an example holds."""


def mark_remarked(cursor: Cursor, names: Names, tables: Sequence[Table]) -> None:
    """Give the rows their reason, unless all rows of their sheet that would count bear the same remark."""
    for index in _with_words(cursor, names, tables):
        sheets = ", ".join(str(table.sheet) for table in tables if index in table.layout.unused)
        cell = f"string_split(line, {quoted(FIELD)})[{index + 1}]"
        lines = f"FROM {names.of('lines')} WHERE sheet IN ({sheets})"
        cursor.execute(
            f"SELECT DISTINCT {cell} {lines} AND regexp_matches({cell}, {quoted(_WORTH_A_LOOK)}) LIMIT {MOST_REMARKS}"
        )
        remarks = [remark for (remark,) in cursor.fetchall()]
        for reason, tells in ((TOTAL, is_sum_remark), (Rejection.EXAMPLE_LIKE, is_example_remark)):
            telling = [remark for remark in remarks if tells(remark)]
            if telling:
                _mark(cursor, names, f"{lines} AND {cell} IN ({', '.join(map(quoted, telling))})", reason)


def _with_words(cursor: Cursor, names: Names, tables: Sequence[Table]) -> list[int]:
    """The columns without a role in which any such word stands: all of them are looked through at once."""
    unused = sorted({index for table in tables for index in table.layout.unused})
    if not unused:
        return []
    places = [index + 1 for index in unused]
    cut = f"SELECT list_select(string_split(line, {quoted(FIELD)}), {places}) AS cells FROM {names.of('lines')}"
    each = f"SELECT unnest({unused}) AS index, unnest(cells) AS cell FROM ({cut})"
    cursor.execute(f"SELECT DISTINCT index FROM ({each}) WHERE regexp_matches(cell, {quoted(_WORTH_A_LOOK)})")
    return sorted(index for (index,) in cursor.fetchall())


def _mark(cursor: Cursor, names: Names, lines: str, reason: str) -> None:
    rows, said = names.of("rows"), f"(sheet_index, source_row) IN (SELECT (sheet, row) {lines})"
    cursor.execute(
        f"SELECT sheet_index FROM {rows} WHERE reason IS NULL GROUP BY sheet_index"
        f" HAVING count(*) FILTER ({said}) BETWEEN 1 AND count(*) - 1"
    )
    sheets = ", ".join(str(sheet) for (sheet,) in cursor.fetchall())
    if sheets:
        cursor.execute(
            f"UPDATE {rows} SET reason = {quoted(reason)}, culprit = ''"
            f" WHERE reason IS NULL AND sheet_index IN ({sheets}) AND {said}"
        )
