"""The finished table with its summary, unless the file as a whole turns out not to be what it seems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.ingest.codes import Refusal, Rejection, Warn
from analysis.ingest.columns.staging import Names, Table, drop
from analysis.ingest.columns.typed import EXAMPLES
from analysis.ingest.kinds import BY_SYSTEM
from analysis.ingest.layout.finding import Finds
from analysis.ingest.layout.layout import Fault, Layout
from analysis.ingest.layout.sheets import Sheet
from analysis.ingest.options import Cursor, ReadOptions
from analysis.ingest.rows.hopeless import mostly_rejected
from analysis.ingest.rows.registrations import Sorted
from analysis.ingest.rows.scan import personal_numbers
from analysis.ingest.rows.summary import (
    create_copies,
    doubts_of_copies,
    doubts_of_rows,
    first_rows,
    repeats_sheets,
    set_aside,
    summarise,
)
from analysis.ingest.rows.totals import columns_with_sums, summing_series
from analysis.ingest.rows.typed_rows import create_counting
from analysis.model.kinds import Role
from analysis.model.rejects import RejectedRow
from analysis.model.upload import Doubt, Ingested, SourceFile

REGISTRATIONS = "registrations"
"""The view that outlives the reading, with the rows below it."""
COPIES = "copies"
MANY = 3
"""So many rows with too many fields, in a file parted by commas, are decimals without quotation marks."""


@dataclass(frozen=True, slots=True)
class Work:
    """One file on its way through the database."""

    source: SourceFile
    finds: Finds
    tables: tuple[Table, ...]
    cursor: Cursor
    names: Names
    options: ReadOptions

    @property
    def layout(self) -> Layout:
        return self.tables[0].layout

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        return tuple(found.sheet for found in self.finds.tables)


def finished(work: Work, roles: Sequence[Role], failed: Sorted, doubts: tuple[Doubt, ...]) -> Ingested | Fault:
    """The finished table with its summary, unless the file as a whole turns out not to be what it seems."""
    table = work.names.of(REGISTRATIONS)
    create_counting(work.cursor, work.names, work.tables, roles, table)
    summary = summarise(work.cursor, table)
    fault = _commas(work, failed.rejected) or mostly_rejected(failed.rejected, summary.rows) or _repeated(work, table)
    if fault:
        return fault
    seen_in_lines = personal_numbers(work.cursor, work.names, work.tables, work.sheets) + _last_line(
        work, failed.rejected
    )
    drop(work.cursor, [work.names.of("loaded")])
    copies = _copies(work, table)
    summary = summarise(work.cursor, table) if copies.rejected else summary
    others = any(one.layout.unused for one in work.tables)
    doubts += doubts_of_rows(work.cursor, table, roles, work.options.measurement, has_other_columns=others)
    doubts += seen_in_lines + _hidden(work) + copies.doubts
    rejected = sorted((*failed.rejected, *copies.rejected), key=lambda row: (row.sheet or "", row.row))
    kind, matches = work.options.measurement, work.layout.matches
    shown, grain = first_rows(work.cursor, table), work.options.grain
    return Ingested(work.source, table, summary, matches, tuple(rejected), _joined(doubts), grain, kind, shown)


def _copies(work: Work, table: str) -> Sorted:
    """Rows equal to an earlier one: set aside, or doubtful."""
    copies = work.names.of(COPIES)
    create_copies(work.cursor, table, copies)
    if work.options.sets_duplicates_aside:
        return Sorted(set_aside(work.cursor, work.names.of("rows"), copies), ())
    return Sorted((), doubts_of_copies(work.cursor, copies))


def _joined(doubts: Sequence[Doubt]) -> tuple[Doubt, ...]:
    """Every code once, with all the rows that it concerns."""
    joined: dict[str, Doubt] = {}
    for doubt in doubts:
        before = joined.get(doubt.code, Doubt(doubt.code, 0))
        examples = tuple(sorted({*before.examples, *doubt.examples})[:EXAMPLES])
        joined[doubt.code] = Doubt(doubt.code, before.rows + doubt.rows, examples)
    return tuple(joined.values())


def _commas(work: Work, rejected: Sequence[RejectedRow]) -> Fault | None:
    too_many = sum(row.reason == Rejection.TOO_MANY_FIELDS for row in rejected)
    return Fault(Refusal.UNQUOTED_DECIMAL_COMMA) if too_many >= MANY and work.tables[0].strict else None


def _repeated(work: Work, table: str) -> Fault | None:
    """Sheets that stand in other sheets, and columns that are the sum of others."""
    unasked = len(work.tables) > 1 and not work.options.sheets
    sheets = repeats_sheets(work.cursor, table) if unasked else ()
    if sheets:
        every = tuple(table.name or "" for table in work.tables)
        return Fault(Refusal.SEVERAL_SHEETS, found=sheets, sheets=every)
    if work.options.measurement in BY_SYSTEM:
        headers = columns_with_sums(work.cursor, work.names, work.tables)
        if headers:
            return Fault(Refusal.TOTALS_AMONG_PARTS, headers)
    labels = summing_series(work.cursor, work.names, work.layout) if work.layout.series else ()
    return Fault(Refusal.WIDE_LAYOUT, found=labels) if labels else None


def _doubt(code: Warn, rows: Sequence[int]) -> tuple[Doubt, ...]:
    return (Doubt(code, len(rows), tuple(rows[:EXAMPLES])),) if rows else ()


def _last_line(work: Work, rejected: Sequence[RejectedRow]) -> tuple[Doubt, ...]:
    """Whether the file stops in the middle of a row, or may do so."""
    if not work.sheets[0].unfinished:
        return ()
    last = work.tables[0].lines
    cut = any(row.row == last for row in rejected)
    return _doubt(Warn.TRUNCATED_FILE if cut else Warn.UNFINISHED_LAST_LINE, [last])


def _hidden(work: Work) -> tuple[Doubt, ...]:
    """Rows and used columns that the workbook does not show, or shows merged."""
    rows = [row for found in work.finds.tables for row in found.sheet.hidden_rows if row > found.layout.header_row]
    used = {column.index for column in work.layout.columns}
    columns = [index for index in work.sheets[0].hidden_columns if index in used]
    merged = [row for found in work.finds.tables for row in found.sheet.merged_rows if row > found.layout.header_row]
    hidden = (Doubt(Warn.HIDDEN_COLUMN, len(columns)),) if columns else ()
    return _doubt(Warn.HIDDEN_ROWS, rows) + _doubt(Warn.MERGED_CELLS, merged) + hidden
