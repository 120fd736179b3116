"""Dates and names that are written once for all the rows below them, as in timesheets kept by hand."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.ingest.codes import Refusal, Warn
from analysis.ingest.columns.blank_cells import Staged, blank_roles, named
from analysis.ingest.columns.fields import create_fields, filled_in
from analysis.ingest.columns.lookups import create_texts
from analysis.ingest.columns.staging import quoted
from analysis.ingest.columns.typed import EXAMPLES
from analysis.ingest.layout.layout import Fault
from analysis.model.kinds import Role
from analysis.model.upload import Doubt

AS_WRITTEN = "as_written"
"""The view of the rows before anything is taken from above."""
_UP_TO_HERE = "PARTITION BY {parts} ORDER BY row, series ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW"


def take_from_above(staged: Staged) -> tuple[Doubt, ...] | Fault:
    """The question whether empty cells mean the value above them; where they do, the rows with those values."""
    asked = () if staged.options.same_as_above is False else blank_roles(staged)
    if not asked:
        return ()
    if staged.options.same_as_above is None:
        columns = (column for role in asked for column in staged.tables[0].layout.of(role))
        return Fault(Refusal.SAME_AS_ABOVE, tuple(column.header for column in columns))
    cursor, names = staged.cursor, staged.names
    create_fields(cursor, names, staged.tables, staged.roles, AS_WRITTEN)
    cursor.execute(f"CREATE OR REPLACE TEMP VIEW {names.of('fields')} AS {_filled(staged, asked)}")
    create_texts(cursor, names.of("texts"), names.of("fields"), staged.roles)
    cursor.execute(f"SELECT count(*), min(row, {EXAMPLES}) FROM {names.of('fields')} WHERE is_from_above")
    rows, first = cursor.fetchall()[0]
    return (Doubt(Warn.SAME_AS_ABOVE, rows, tuple(first)),) if rows else ()


def _filled(staged: Staged, asked: Sequence[Role]) -> str:
    """The query for the rows with what stands above.

    A value holds until such a column to its left begins something new, or a line that is not understood may have; a
    target group stands for the employee beside it only.
    """
    blocks, values, taken = [], [], []
    for role in asked:
        blank = f"mark IS NULL AND NOT {filled_in(f't_{role}')} AND ({named(staged)})"
        above = _above(staged, role, asked)
        blocks.append(f"{_block(staged, role, asked)} AS block_{role}")
        values.append(f"CASE WHEN {blank} THEN coalesce({above}, t_{role}) ELSE t_{role} END AS t_{role}")
        taken.append(f"({blank} AND {above} IS NOT NULL)")
    written = f"SELECT *, {', '.join(blocks)} FROM {staged.names.of(AS_WRITTEN)}"
    return f"SELECT * REPLACE ({', '.join(values)}), {' OR '.join(taken)} AS is_from_above FROM ({written})"


def _block(staged: Staged, role: Role, asked: Sequence[Role]) -> str:
    """The number of the block that a row belongs to."""
    left = [one for one in _left_of(staged, role) if one in asked]
    begins = " OR ".join(["mark IS NOT NULL", *(filled_in(f"t_{one}") for one in left)])
    return f"count(*) FILTER ({begins}) OVER ({_UP_TO_HERE.format(parts='sheet')})"


def _above(staged: Staged, role: Role, asked: Sequence[Role]) -> str:
    """The last text above a row in its block."""
    is_held = f"mark IS NULL AND {filled_in(f't_{role}')} AND {_no_header(staged, role)}"
    parts = f"sheet, block_{role}"
    if role is Role.TARGET_GROUP and Role.EMPLOYEE in _left_of(staged, role) and Role.EMPLOYEE not in asked:
        parts += ", t_employee"
    window = _UP_TO_HERE.format(parts=parts)
    return f"last_value(CASE WHEN {is_held} THEN t_{role} END IGNORE NULLS) OVER ({window})"


def _left_of(staged: Staged, role: Role) -> tuple[Role, ...]:
    return staged.labels[: staged.labels.index(role)]


def _no_header(staged: Staged, role: Role) -> str:
    """Whether the text is not the column's own heading, repeated among the rows."""
    headers = {column.header for table in staged.tables for column in table.layout.of(role)}
    return f"t_{role} NOT IN ({', '.join(map(quoted, sorted(headers)))})"
