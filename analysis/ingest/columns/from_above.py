"""Dates and names that are written once for all the rows below them, as in timesheets kept by hand."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.ingest.codes import Refusal, Warn
from analysis.ingest.columns.blank_cells import Staged, blank_roles, is_named, is_plain
from analysis.ingest.columns.fields import create_fields, holds_text
from analysis.ingest.columns.lookups import create_texts
from analysis.ingest.columns.typed import EXAMPLES
from analysis.ingest.layout.layout import Fault
from analysis.model.kinds import Measurement, Role
from analysis.model.upload import Doubt

AS_WRITTEN, FILLED = "as_written", "filled"
"""The view of the rows before anything is taken from above, and the table of them afterwards."""
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
    cursor.execute(f"CREATE OR REPLACE TEMP TABLE {names.of(FILLED)} AS {_filled(staged, asked)}")
    cursor.execute(f"CREATE OR REPLACE TEMP VIEW {names.of('fields')} AS FROM {names.of(FILLED)}")
    create_texts(cursor, names.of("texts"), names.of("fields"), staged.roles)
    cursor.execute(f"SELECT count(*), min(row, {EXAMPLES}) FROM {names.of(FILLED)} WHERE is_from_above")
    rows, first = cursor.fetchall()[0]
    return (Doubt(Warn.SAME_AS_ABOVE, rows, tuple(first)),) if rows else ()


def _filled(staged: Staged, asked: Sequence[Role]) -> str:
    """The query for the rows with what stands above, whether they took any of it, and whether they begin something.

    A value holds from one row of plain work to the next, until such a column to its left begins something new. An empty
    line ends it, and so does one that is not understood, has no number or may be a sum: it may have meant another.
    """
    blocks, values, taken = [], [], []
    for role in asked:
        is_blank = f"is_plain AND NOT {holds_text(f't_{role}')} AND ({is_named(staged)})"
        above = _above(staged, role, asked)
        blocks.append(f"{_block(staged, role, asked)} AS block_{role}")
        values.append(f"CASE WHEN {is_blank} THEN coalesce({above}, t_{role}) ELSE t_{role} END AS t_{role}")
        taken.append(f"({is_blank} AND {above} IS NOT NULL)")
    gap = "coalesce(row - lag(row) OVER (PARTITION BY sheet ORDER BY row, series) > 1, false)"
    looked = f"SELECT *, {is_plain(staged)} AS is_plain, {gap} AS is_apart FROM {staged.names.of(AS_WRITTEN)}"
    begins = " OR ".join(holds_text(f"t_{role}") for role in asked)
    parted = f"SELECT *, {begins} AS begins, {', '.join(blocks)} FROM ({looked})"
    return f"SELECT * REPLACE ({', '.join(values)}), {' OR '.join(taken)} AS is_from_above FROM ({parted})"


def _block(staged: Staged, role: Role, asked: Sequence[Role]) -> str:
    """The number of the block that a row belongs to."""
    left = [f"OR {holds_text(f't_{one}')}" for one in _left_of(staged, role) if one in asked]
    begins = f"CASE WHEN NOT is_plain OR is_apart {' '.join(left)} THEN 1 END"
    # with FILTER the database takes the square of the number of rows
    return f"count({begins}) OVER ({_UP_TO_HERE.format(parts='sheet')})"


def _above(staged: Staged, role: Role, asked: Sequence[Role]) -> str:
    """The last text above a row in its block; a target group stands for the employee beside it only."""
    parts, is_list = f"sheet, block_{role}", staged.options.measurement is Measurement.STAFF
    if role is Role.TARGET_GROUP and Role.EMPLOYEE in staged.labels and Role.EMPLOYEE not in asked and not is_list:
        parts += ", t_employee"
    held = f"CASE WHEN is_plain AND {holds_text(f't_{role}')} THEN t_{role} END"
    return f"last_value({held} IGNORE NULLS) OVER ({_UP_TO_HERE.format(parts=parts)})"


def _left_of(staged: Staged, role: Role) -> tuple[Role, ...]:
    return staged.labels[: staged.labels.index(role)]
