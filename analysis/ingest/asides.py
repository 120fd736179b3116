"""Rows that cannot count: titles, repeated headers, totals and notes are told from rows with faults."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from analysis.ingest.cells import BROKEN, FIELD, is_null, shown, squeeze
from analysis.ingest.codes import Rejection
from analysis.ingest.cpr import is_cpr_like, masked
from analysis.ingest.header import ENOUGH_ROLES, roles_in
from analysis.ingest.labels import is_total
from analysis.ingest.layout import Layout
from analysis.ingest.options import Cursor
from analysis.ingest.rows import Names
from analysis.ingest.staging import Table
from analysis.ingest.synonyms import normal
from analysis.ingest.typed import TOTAL
from analysis.model.upload import RejectedRow, Role

_LABELS = (Role.DATE, Role.EMPLOYEE, Role.TARGET_GROUP, Role.WORKFLOW)


class Kind(StrEnum):
    """What a row that cannot count is."""

    EMPTY = "empty"
    HEADER = "header"
    OTHER_HEADER = "other_header"
    TOTAL = "total"
    UNNAMED = "unnamed"
    """Numbers alone: a total if they agree with one."""
    NOTE = "note"
    UNFILLED = "unfilled"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Failed:
    """A row that cannot count, with its cells, its first reason and the role of the cell at fault."""

    table: Table
    row: int
    reason: str
    culprit: str
    cells: tuple[str, ...]
    duration_ms: int | None
    count: int | None

    @property
    def layout(self) -> Layout:
        return self.table.layout


def failed_rows(cursor: Cursor, names: Names, tables: Sequence[Table]) -> list[Failed]:
    """All rows that cannot count, in the order of the file."""
    found: list[Failed] = []
    for table in tables:
        cursor.execute(
            f"SELECT row, first(reason), first(culprit), first(line), first(duration_ms), first(count) FROM {names.of('rows')}"
            f" JOIN (SELECT {table.line_number} AS row, line FROM {table.lines}) USING (row)"
            f" WHERE sheet = {table.sheet} AND reason IS NOT NULL GROUP BY row ORDER BY row"
        )
        found += [
            Failed(table, row, reason, culprit, tuple(line.split(FIELD)), duration, count)
            for row, reason, culprit, line, duration, count in cursor.fetchall()
        ]
    return found


def kind_of_row(failed: Failed) -> Kind:
    """What the row is; only a row with something measured and a fault is rejected."""
    filled = [cell for cell in failed.cells if not is_null(cell)]
    if not filled:
        return Kind.EMPTY
    if failed.reason in (Rejection.UNBALANCED_QUOTE, Rejection.LINE_TOO_LONG):
        return Kind.REJECTED
    if len(roles_in(failed.cells)) >= ENOUGH_ROLES:
        same = [normal(cell) for cell in filled] == [
            normal(cell) for cell in failed.layout.headers if not is_null(cell)
        ]
        return Kind.HEADER if same else Kind.OTHER_HEADER
    if failed.reason == TOTAL or any(is_total(cell) for cell in filled):
        return Kind.TOTAL
    return _note_or_rejected(failed, filled)


def _note_or_rejected(failed: Failed, filled: list[str]) -> Kind:
    is_last_and_cut = failed.table.unfinished and failed.reason == Rejection.TOO_FEW_FIELDS
    texts = {squeeze(cell) for cell in filled}
    is_text = not any(letter.isdigit() for letter in "".join(texts)[:3]) and BROKEN not in "".join(texts)
    used = {column.index for column in failed.layout.columns}
    role_cells = [cell for index, cell in enumerate(failed.cells) if index in used and not is_null(cell)]
    if (len(texts) == 1 and is_text and not is_last_and_cut) or not role_cells:
        return Kind.NOTE
    if not any(cell_of(failed, role) for role in _LABELS) and failed.duration_ms is not None:
        return Kind.UNNAMED
    measured = (Role.WORKFLOW, Role.DURATION, Role.HOURS, Role.MINUTES, Role.START, Role.END, Role.COUNT)
    whole = failed.reason == Rejection.MISSING_VALUE and not failed.layout.series
    return Kind.UNFILLED if whole and not any(cell_of(failed, role) for role in measured) else Kind.REJECTED


def cell_of(failed: Failed, role: str) -> str:
    """The cell that a role has in the row, empty where it has none."""
    columns = [column for column in failed.layout.columns if column.role == role]
    texts = [failed.cells[column.index] for column in columns if column.index < len(failed.cells)]
    return " ".join(text for text in texts if not is_null(text))


def rejected_row(failed: Failed) -> RejectedRow:
    """The row as the analyst sees it: a value that looks like a CPR number is covered."""
    columns = [column for column in failed.layout.columns if column.role == failed.culprit]
    value = " ".join(failed.cells[column.index] for column in columns if column.index < len(failed.cells))
    hidden = failed.reason == Rejection.CPR_LIKE or is_cpr_like(value)
    header = " + ".join(column.header for column in columns) or None
    return RejectedRow(
        failed.row, failed.table.name, header, masked(shown(value)) if hidden else shown(value), failed.reason
    )
