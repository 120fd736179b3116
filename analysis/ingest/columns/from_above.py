"""Dates and names that are written once for all the rows below them, as in timesheets kept by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.ingest.codes import Refusal, Warn
from analysis.ingest.columns.fields import create_fields, filled_in
from analysis.ingest.columns.lookups import create_texts, distinct
from analysis.ingest.columns.staging import Names, Table, quoted
from analysis.ingest.columns.typed import EXAMPLES
from analysis.ingest.layout.layout import LABELS, Fault
from analysis.ingest.options import Cursor, ReadOptions
from analysis.ingest.values.cells import TAGS
from analysis.ingest.values.sum_words import is_statistic, is_total
from analysis.model.kinds import Role
from analysis.model.upload import Doubt

AS_WRITTEN = "as_written"
"""The view of the rows before anything is taken from above."""
ZERO = "".join(sorted(TAGS)) + "0:., "
_UP_TO_HERE = "PARTITION BY {parts} ORDER BY row, series ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW"
FEWEST, MANY = 3, 0.25
"""Fewer empty cells, or a smaller share of them, are cells that somebody forgot."""


@dataclass(frozen=True, slots=True)
class Staged:
    """The rows of a file with the texts of their columns, and the analyst's answers."""

    cursor: Cursor
    names: Names
    tables: tuple[Table, ...]
    roles: tuple[Role, ...]
    options: ReadOptions

    @property
    def labels(self) -> tuple[Role, ...]:
        """The roles of dates and names that have a column, from left to right."""
        layout = self.tables[0].layout
        placed = [(columns[0].index, role) for role in LABELS if role in self.roles and (columns := layout.of(role))]
        return tuple(role for _, role in sorted(placed))

    @property
    def needed(self) -> tuple[Role, ...]:
        """Those without which a row cannot count."""
        return tuple(role for role in self.labels if role in self.options.measurement.needed)


def take_from_above(staged: Staged) -> tuple[Doubt, ...] | Fault:
    """The question whether empty cells mean the value above them; where they do, the rows with those values."""
    asked = () if staged.options.same_as_above is False else _blank_roles(staged)
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


def _blank_roles(staged: Staged) -> tuple[Role, ...]:
    """The roles that measured rows lack below one that has them: a needed one in many rows, and others beside it."""
    if not staged.needed or not _is_often_blank(staged):
        return ()
    found = _blank_rows(staged)
    if max(found.blank[role] for role in staged.needed) < max(FEWEST, MANY * found.rows):
        return ()
    return tuple(role for role, blank in found.blank.items() if blank >= FEWEST)


def _is_often_blank(staged: Staged) -> bool:
    """Whether the distinct texts, which cost no look at the rows, show enough empty cells below a filled one."""
    enough = []
    for role in staged.needed:
        texts, filled = f"FILTER (t_{role} IS NOT NULL", filled_in(f"t_{role}")
        is_below = f"min(first) {texts} AND {filled}) <= min(first) {texts} AND NOT {filled})"
        blank = f"sum(rows) {texts} AND NOT {filled})"
        enough.append(f"({is_below} AND {blank} >= greatest({FEWEST}, {MANY} * sum(rows) {texts})))")
    staged.cursor.execute(f"SELECT {' OR '.join(enough)} FROM {staged.names.of('texts')}")
    return bool(staged.cursor.fetchall()[0][0])


@dataclass(frozen=True, slots=True)
class Found:
    """The measured rows that are no sums, and how many of them lack each role though they name something else."""

    rows: int
    blank: dict[Role, int]


def _blank_rows(staged: Staged) -> Found:
    measured = " OR ".join(_is_measured(f"t_{role}") for role in staged.roles if role not in LABELS) or "true"
    named = _named(staged)
    blanks = ", ".join(f"count(*) FILTER (NOT {filled_in(f't_{role}')} AND ({named}))" for role in staged.labels)
    sums = [
        f"coalesce(t_{role}, '') NOT IN ({', '.join(map(quoted, words))})"
        for role in staged.labels
        if (words := _sums(staged, role))
    ]
    staged.cursor.execute(
        f"SELECT count(*), {blanks} FROM {staged.names.of('fields')} WHERE {' AND '.join([f'({measured})', *sums])}"
    )
    rows, *counts = staged.cursor.fetchall()[0]
    return Found(rows, dict(zip(staged.labels, counts, strict=True)))


def _is_measured(cell: str) -> str:
    """Whether a cell holds more than nothing or zero, as in rows that are prepared for later."""
    return f"{filled_in(cell)} AND trim({cell}, {quoted(ZERO)}) <> ''"


def _sums(staged: Staged, role: Role) -> list[str]:
    texts = distinct(staged.cursor, staged.names.of("texts"), role)
    return [text.text for text in texts if is_total(text.text) or is_statistic(text.text)]


def _named(staged: Staged) -> str:
    """Whether a row says anything by itself about when, who and what; one of bare numbers is a sum or a slip."""
    return " OR ".join(filled_in(f"t_{role}") for role in staged.labels)


def _filled(staged: Staged, asked: Sequence[Role]) -> str:
    """The query for the rows with what stands above.

    A value holds until such a column to its left begins something new, or a line that is not understood may have; a
    target group stands for the employee beside it only.
    """
    blocks, values, taken = [], [], []
    for role in asked:
        blank = f"mark IS NULL AND NOT {filled_in(f't_{role}')} AND ({_named(staged)})"
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
