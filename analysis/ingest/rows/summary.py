"""What would count, and the doubts that only the finished rows show."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.ingest.codes import Rejection, Warn
from analysis.ingest.columns.typed import EXAMPLES
from analysis.ingest.kinds import BY_SYSTEM
from analysis.ingest.options import Cursor
from analysis.model.kinds import Measurement, Role
from analysis.model.rejects import RejectedRow
from analysis.model.upload import Doubt, ReadRow, Summary

FEW_COPIES, FEWEST_COPIES = 5, 2
MOST_SHOWN = 5
"""So many rows show how the file was read."""
ONE_VALUE = {
    Measurement.SERIES: ("workflow, work_date", "value"),
    Measurement.BEST_GUESS: ("employee, workflow", "duration_ms"),
    Measurement.EXTRACT: ("workflow, work_date", "count"),
    Measurement.SHARE: ("workflow, work_date, employee, target_group", "count"),
}
"""The kinds that have one value per key: two that differ contradict each other."""
_WHO_AND_WHAT = "work_date, employee, target_group, workflow"
_VALUES = f"{_WHO_AND_WHAT}, duration_ms, count, total, value"


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


def first_rows(cursor: Cursor, table: str) -> tuple[ReadRow, ...]:
    """The first rows that count, in the order of the file."""
    cursor.execute(f"SELECT source_row, sheet, {_VALUES} FROM {table} ORDER BY sheet, source_row LIMIT {MOST_SHOWN}")
    return tuple(ReadRow(*row) for row in cursor.fetchall())


def _names(cursor: Cursor, table: str, column: str) -> tuple[str, ...]:
    cursor.execute(f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL")
    return tuple(sorted(name for (name,) in cursor.fetchall()))


def create_copies(cursor: Cursor, table: str, copies: str) -> None:
    """The rows equal to an earlier one in all that is measured; looked for among those with an equal hash only."""
    # half a hash sorts in half the time; the few rows that share one by chance are compared like the others
    mark = f"(hash({_VALUES}) >> 32)::UINTEGER"
    alike = f"FROM (SELECT {mark} AS mark FROM {table}) QUALIFY mark = lag(mark) OVER (ORDER BY mark)"
    cursor.execute(
        f"CREATE OR REPLACE TEMP TABLE {copies} AS SELECT place, source_row, sheet FROM {table}"
        f" WHERE {mark} IN ({alike})"
        f" QUALIFY row_number() OVER (PARTITION BY {_VALUES} ORDER BY sheet, source_row, place) > 1"
    )


def set_aside(cursor: Cursor, rows: str, copies: str) -> tuple[RejectedRow, ...]:
    """Only the first of equal rows stays."""
    cursor.execute(f"SELECT source_row, sheet FROM {copies} ORDER BY sheet, source_row")
    aside = cursor.fetchall()
    if aside:
        cursor.execute(f"DELETE FROM {rows} WHERE rowid IN (SELECT place FROM {copies})")
    return tuple(RejectedRow(row, sheet, None, "", Rejection.DUPLICATE) for row, sheet in aside)


def doubts_of_copies(cursor: Cursor, copies: str) -> tuple[Doubt, ...]:
    """Rows equal to an earlier one, where all of them count."""
    return _concerned(cursor, f"SELECT source_row FROM {copies}", Warn.DUPLICATE)


def doubts_of_rows(
    cursor: Cursor, table: str, roles: Sequence[Role], kind: Measurement, *, has_other_columns: bool
) -> tuple[Doubt, ...]:
    """Optional values that some rows lack, and values that contradict each other."""
    optional = ((Role.COUNT, Warn.COUNT_MISSING), (Role.TARGET_GROUP, Warn.TARGET_GROUP_MISSING))
    lacking = [
        (f"SELECT source_row FROM {table} WHERE {role} IS NULL", code) for role, code in optional if role in roles
    ]
    once = ONE_VALUE.get(kind)
    # another column may tell apart what would contradict each other: a centre, a channel
    if once and not (has_other_columns and kind in BY_SYSTEM):
        key, value = once
        same = f"WINDOW same AS (PARTITION BY {key})"
        conflicting = f"{same} QUALIFY min({value}) OVER same < max({value}) OVER same"
        lacking.append((f"SELECT source_row FROM {table} {conflicting}", Warn.CONFLICTING_VALUES))
    return tuple(doubt for rows, code in lacking for doubt in _concerned(cursor, rows, code))


def _concerned(cursor: Cursor, rows: str, code: Warn) -> tuple[Doubt, ...]:
    """The doubt about the rows of a query, counted by the database: there may be millions."""
    cursor.execute(f"SELECT count(*), min(source_row, {EXAMPLES}) FROM ({rows})")
    number, first = cursor.fetchall()[0]
    return (Doubt(code, number, tuple(first)),) if number else ()


def repeats_sheets(cursor: Cursor, table: str) -> tuple[str, ...]:
    """The sheets of which half the rows or more also stand in another sheet.

    What an employee did on a day stands in one sheet: another with the same names is a later draft or a sum. Where no
    employee parts them, already two such rows may be a copy, a part or another measure, which must not be added up.
    """
    copies, fewest = "count(*) FILTER (mark IN (FROM shared))", f"greatest({FEW_COPIES}, count(*) / 2)"
    cursor.execute(
        f"WITH marked AS (SELECT sheet, employee, hash({_WHO_AND_WHAT}) AS mark FROM {table}), shared AS"
        " (SELECT mark FROM marked GROUP BY mark HAVING count(DISTINCT sheet) > 1)"
        f" SELECT sheet FROM marked GROUP BY sheet HAVING {copies} >="
        f" CASE WHEN count(employee) = 0 THEN {FEWEST_COPIES} ELSE {fewest} END ORDER BY sheet"
    )
    return tuple(sheet for (sheet,) in cursor.fetchall() if sheet is not None)
