"""Rows that cannot count, as they stand in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.ingest.codes import Rejection
from analysis.ingest.columns.staging import Names, Table
from analysis.ingest.columns.typed import TOTAL
from analysis.ingest.kinds import summed_column
from analysis.ingest.layout.layout import Column, Layout
from analysis.ingest.layout.synonyms import Match
from analysis.ingest.options import Cursor
from analysis.ingest.values.cells import FIELD, MOST_SHOWN, caption, is_null
from analysis.ingest.values.cpr import is_cpr_like, masked
from analysis.model.kinds import Role
from analysis.model.rejects import RejectedRow


@dataclass(frozen=True, slots=True)
class Failed:
    """A row that cannot count, with its cells, its first reason and the role of the cell at fault.

    ``series`` tells which measured column of a wide row is at fault, if one is.
    """

    table: Table
    row: int
    reason: str
    culprit: str
    series: int | None
    cells: tuple[str, ...]
    amount: int | None
    """What a total row would have to agree with."""
    is_last: bool = False
    """Whether the sheet ends here."""

    @property
    def layout(self) -> Layout:
        return self.table.layout

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns at fault."""
        if self.series is None or not self.layout.series:
            return self.layout.of_name(self.culprit)
        series = self.layout.series[self.series]
        index = series.count if self.culprit == Role.COUNT and series.count is not None else series.measured
        return (Column(index, caption(series.label), Match(Role.DURATION)),)

    def text(self, role: str) -> str:
        """What the row holds in a role's columns, empty where nothing."""
        columns = self.layout.of_name(role)
        texts = [self.cells[column.index] for column in columns if column.index < len(self.cells)]
        return " ".join(text for text in texts if not is_null(text))


def failed_rows(cursor: Cursor, names: Names, tables: Sequence[Table]) -> Iterator[Failed]:
    """All rows that cannot count, in the order of the file; a fault of a whole row stands once."""
    series = f"CASE WHEN culprit IN ('{Role.DURATION}', '{Role.COUNT}', '{Role.VALUE}') THEN series END"
    amount = summed_column(tables[0].layout.measurement)
    cursor.execute(
        f"SELECT sheet_index, source_row, reason, culprit, {series} AS part, first(line), first({amount})"
        f" FROM {names.of('rows')} JOIN {names.of('lines')} ON row = source_row AND sheet = sheet_index"
        " WHERE reason IS NOT NULL GROUP BY ALL ORDER BY sheet_index, source_row, part NULLS FIRST"
    )
    for sheet, row, reason, culprit, part, line, amount in cursor.fetchall():
        table = tables[sheet]
        yield Failed(table, row, reason, culprit, part, tuple(line.split(FIELD)), amount, row == table.lines)


def rejected_row(failed: Failed) -> RejectedRow:
    """The row as the analyst sees it: a value that looks like a CPR number is covered."""
    cells = [failed.cells[column.index] for column in failed.columns if column.index < len(failed.cells)]
    value = caption(" ".join(cells))
    header = " + ".join(masked(column.header)[:MOST_SHOWN] for column in failed.columns) or None
    hidden = failed.reason == Rejection.CPR_LIKE or is_cpr_like(value)
    reason = Rejection.TOTAL_LIKE if failed.reason == TOTAL else Rejection(failed.reason)
    return RejectedRow(failed.row, failed.table.name, header, (masked(value) if hidden else value)[:MOST_SHOWN], reason)
