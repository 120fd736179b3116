"""Rows that a column without a role says are no registrations: ``I alt``, ``EKSEMPEL - slet før brug``."""

from __future__ import annotations

from analysis.ingest.codes import Rejection
from analysis.ingest.columns.staging import Names, Table, quoted
from analysis.ingest.columns.typed import TOTAL
from analysis.ingest.options import Cursor
from analysis.ingest.values.cells import FIELD
from analysis.ingest.values.sum_words import is_example_remark, is_sum_remark

MOST_REMARKS = 1000
_WORTH_A_LOOK = "(?i)sum|tot|alt|ttl|ammen|gesamt|Σ|∑|eksempel|example"
"""What every word for a sum or an example holds."""


def mark_remarked(cursor: Cursor, names: Names, table: Table) -> None:
    """Give the rows their reason, unless all rows that would count bear the same remark."""
    for index in table.layout.unused:
        cell = f"string_split(line, {quoted(FIELD)})[{index + 1}]"
        cursor.execute(
            f"SELECT DISTINCT {cell} FROM {table.lines} WHERE regexp_matches({cell}, {quoted(_WORTH_A_LOOK)})"
            f" LIMIT {MOST_REMARKS}"
        )
        remarks = [remark for (remark,) in cursor.fetchall()]
        for reason, tells in ((TOTAL, is_sum_remark), (Rejection.EXAMPLE_LIKE, is_example_remark)):
            _mark(cursor, names, table, f"{cell} IN ({_listed([one for one in remarks if tells(one)])})", reason)


def _listed(texts: list[str]) -> str:
    return ", ".join(map(quoted, texts)) or "NULL"


def _mark(cursor: Cursor, names: Names, table: Table, condition: str, reason: str) -> None:
    rows = names.of("rows")
    counting = f"{rows}.reason IS NULL AND {rows}.sheet_index = {table.sheet}"
    said = f"(SELECT {table.line_number} FROM {table.lines} WHERE {condition})"
    cursor.execute(f"SELECT count(*) FILTER (source_row NOT IN {said}) FROM {rows} WHERE {counting}")
    if cursor.fetchall()[0][0]:
        cursor.execute(
            f"UPDATE {rows} SET reason = {quoted(reason)}, culprit = '' WHERE {counting} AND source_row IN {said}"
        )
