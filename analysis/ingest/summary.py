"""What would count, and the doubts that only the finished rows show."""

from __future__ import annotations

from analysis.ingest.codes import Warn
from analysis.ingest.options import Cursor
from analysis.ingest.typed import EXAMPLES
from analysis.model.upload import Doubt, RejectedRow, Summary

_VALUES = "work_date, employee, target_group, workflow, duration_ms, count"


def summarise(cursor: Cursor, table: str) -> Summary:
    """Rows, sums, period and names."""
    cursor.execute(
        "SELECT count(*), coalesce(sum(duration_ms), 0)::BIGINT, sum(count)::BIGINT, count(*) - count(count),"
        f" min(work_date), max(work_date) FROM {table}"
    )
    rows, milliseconds, count, missing, first, last = cursor.fetchall()[0]
    employees, workflows, groups = (_names(cursor, table, column) for column in ("employee", "workflow", "target_group"))
    return Summary(rows, milliseconds, count, missing, first, last, employees, workflows, groups)


def _names(cursor: Cursor, table: str, column: str) -> tuple[str, ...]:
    cursor.execute(f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL")
    return tuple(sorted(name for (name,) in cursor.fetchall()))


def missing(cursor: Cursor, table: str, column: str, code: Warn) -> tuple[Doubt, ...]:
    """The doubt that some rows lack an optional value that others have."""
    cursor.execute(f"SELECT source_row FROM {table} WHERE {column} IS NULL ORDER BY ALL")
    rows = [row for (row,) in cursor.fetchall()]
    return (Doubt(code, len(rows), tuple(rows[:EXAMPLES])),) if rows else ()


def repeated(cursor: Cursor, table: str) -> tuple[RejectedRow, ...]:
    """Rows equal to an earlier one in all that is measured."""
    cursor.execute(f"SELECT count(*), count(DISTINCT ({_VALUES})) FROM {table}")
    rows, different = cursor.fetchall()[0]
    if rows == different:
        return ()
    cursor.execute(
        f"SELECT source_row, sheet FROM {table} QUALIFY row_number() OVER"
        f" (PARTITION BY {_VALUES} ORDER BY sheet, source_row) > 1 ORDER BY sheet, source_row"
    )
    return tuple(RejectedRow(row, sheet, None, "", "duplicate") for row, sheet in cursor.fetchall())


def set_aside(cursor: Cursor, table: str) -> None:
    """Only the first of equal rows stays."""
    cursor.execute(
        f"DELETE FROM {table} WHERE rowid IN (SELECT rowid FROM {table} QUALIFY row_number() OVER"
        f" (PARTITION BY {_VALUES} ORDER BY sheet, source_row) > 1)"
    )
