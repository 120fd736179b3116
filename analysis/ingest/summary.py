"""What would count, and the doubts that only the finished rows show."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.ingest.codes import Rejection, Warn
from analysis.ingest.options import Cursor
from analysis.ingest.typed import EXAMPLES
from analysis.model.upload import Doubt, RejectedRow, Role, Summary

FEW_COPIES = 5
_VALUES = "work_date, employee, target_group, workflow, duration_ms, count"


def summarise(cursor: Cursor, table: str) -> Summary:
    """Rows, sums, period and names."""
    cursor.execute(
        "SELECT count(*), coalesce(sum(duration_ms), 0)::BIGINT, sum(count)::BIGINT, count(*) - count(count),"
        " sum(total)::BIGINT,"
        f" min(work_date), max(work_date) FROM {table}"
    )
    rows, milliseconds, count, missing, total, first, last = cursor.fetchall()[0]
    employees, workflows, groups = (
        _names(cursor, table, column) for column in ("employee", "workflow", "target_group")
    )
    return Summary(rows, milliseconds, count, missing, total, first, last, employees, workflows, groups)


def _names(cursor: Cursor, table: str, column: str) -> tuple[str, ...]:
    cursor.execute(f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL")
    return tuple(sorted(name for (name,) in cursor.fetchall()))


def repeated(cursor: Cursor, table: str) -> tuple[RejectedRow, ...]:
    """Rows equal to an earlier one in all that is measured."""
    cursor.execute(
        f"SELECT (SELECT count(*) FROM {table}) - count(*) FROM (SELECT DISTINCT hash({_VALUES}) FROM {table})"
    )
    if cursor.fetchall() == [(0,)]:
        return ()
    cursor.execute(f"SELECT source_row, sheet {_later_copies(table)} ORDER BY sheet, source_row")
    return tuple(RejectedRow(row, sheet, None, "", Rejection.DUPLICATE) for row, sheet in cursor.fetchall())


def set_aside(cursor: Cursor, table: str) -> None:
    """Only the first of equal rows stays."""
    cursor.execute(f"DELETE FROM {table} WHERE rowid IN (SELECT rowid {_later_copies(table)})")


def _later_copies(table: str) -> str:
    mark = f"hash({_VALUES})"
    alike = f"SELECT {mark} FROM {table} GROUP BY ALL HAVING count(*) > 1"
    order = f"PARTITION BY {_VALUES} ORDER BY sheet, source_row, rowid"
    return f"FROM {table} WHERE {mark} IN ({alike}) QUALIFY row_number() OVER ({order}) > 1"


def doubts_of_rows(cursor: Cursor, table: str, roles: Sequence[Role]) -> tuple[Doubt, ...]:
    """Optional values that some rows lack."""
    optional = ((Role.COUNT, Warn.COUNT_MISSING), (Role.TARGET_GROUP, Warn.TARGET_GROUP_MISSING))
    return tuple(doubt for role, code in optional if role in roles for doubt in _missing(cursor, table, role, code))


def _missing(cursor: Cursor, table: str, column: str, code: Warn) -> tuple[Doubt, ...]:
    cursor.execute(f"SELECT source_row FROM {table} WHERE {column} IS NULL ORDER BY source_row")
    rows = [row for (row,) in cursor.fetchall()]
    return (Doubt(code, len(rows), tuple(rows[:EXAMPLES])),) if rows else ()


def repeats_sheets(cursor: Cursor, table: str) -> tuple[str, ...]:
    """The sheets of which half the rows or more also stand in another sheet."""
    cursor.execute(
        f"WITH marked AS (SELECT sheet, hash({_VALUES}) AS mark FROM {table}), shared AS"
        " (SELECT mark FROM marked GROUP BY mark HAVING count(DISTINCT sheet) > 1)"
        " SELECT sheet FROM marked GROUP BY sheet HAVING count(*) FILTER (mark IN (FROM shared)) >="
        f" greatest({FEW_COPIES}, count(*) / 2) ORDER BY sheet"
    )
    return tuple(sheet for (sheet,) in cursor.fetchall() if sheet is not None)
