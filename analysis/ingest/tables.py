"""From cleaned sheets to typed rows: find the tables, type their columns, set aside what cannot count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.ingest.codes import Refusal, Rejection, Warn
from analysis.ingest.columns import Columns, type_columns
from analysis.ingest.finding import Finds, find_tables
from analysis.ingest.layout import Fault, Layout
from analysis.ingest.options import Cursor, ReadOptions
from analysis.ingest.registrations import Sorted, create_registrations, mostly_rejected, sort_failed
from analysis.ingest.rows import Names, create_rows
from analysis.ingest.scan import personal_numbers
from analysis.ingest.sheets import Cleaned, Sheet
from analysis.ingest.staging import Table, create_fields, drop, load_lines
from analysis.ingest.summary import doubts_of_rows, repeated, repeats_sheets, set_aside, summarise
from analysis.ingest.times import time_roles, two_columns, unused_breaks
from analysis.ingest.typed import EXAMPLES
from analysis.model.upload import Doubt, Grain, Ingested, RejectedRow, Role, SourceFile

LABELS = (Role.DATE, Role.EMPLOYEE, Role.TARGET_GROUP, Role.WORKFLOW)
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


def read_tables(cleaned: Cleaned, source: SourceFile, cursor: Cursor, options: ReadOptions) -> Ingested | Fault:
    """Everything after the bytes."""
    names = Names(source.sha256[:16])
    finds = find_tables(cleaned, options)
    if isinstance(finds, Fault):
        return finds
    tables = tuple(_loaded(cursor, names, finds))
    work = Work(source, finds, tables, cursor, names, options)
    try:
        return _read(work, cleaned.doubts + finds.doubts)
    finally:
        drop(cursor, [*(table.lines for table in tables), *(names.of(part) for part in ("fields", "rows", *Role))])


def _loaded(cursor: Cursor, names: Names, finds: Finds) -> list[Table]:
    tables = []
    for index, found in enumerate(finds.tables):
        lines = names.of(f"lines{index}")
        load_lines(cursor, lines, found.sheet.path)
        tables.append(Table(index, lines, found.layout, found.sheet.name, found.sheet.unfinished, found.sheet.strict))
    return tables


def _read(work: Work, doubts: tuple[Doubt, ...]) -> Ingested | Fault:
    """Type the columns, then the rows."""
    work.options.progress(0.5, "columns")
    roles = _typed_roles(work)
    if isinstance(roles, Fault):
        return roles
    work.options.progress(0.75, "rows")
    create_rows(work.cursor, work.names, roles.roles)
    sorted_rows = sort_failed(work.cursor, work.names, work.tables)
    if isinstance(sorted_rows, Fault):
        return sorted_rows
    work.options.progress(0.9, "summary")
    return _result(work, roles, sorted_rows, doubts + roles.doubts + sorted_rows.doubts)


@dataclass(frozen=True, slots=True)
class TypedRoles:
    """The roles that rows are read from, each with its lookup, and the doubts about their columns."""

    roles: tuple[Role, ...]
    doubts: tuple[Doubt, ...]


def _typed_roles(work: Work) -> TypedRoles | Fault:
    times = time_roles(work.layout)
    if isinstance(times, Fault):
        return times
    labels = tuple(role for role in LABELS if any(table.layout.has(role) for table in work.tables))
    counts = (Role.COUNT,) if any(_has_count(table.layout) for table in work.tables) else ()
    breaks = (Role.BREAK,) if Role.START in times and work.layout.has(Role.BREAK) else ()
    create_fields(work.cursor, work.names.of("fields"), work.tables, (*labels, *times, *counts, *breaks))
    if breaks and (fault := unused_breaks(work.cursor, work.names, work.layout, work.options)):
        return fault
    doubts = type_columns(
        Columns(work.cursor, work.names, work.finds.tables[0], work.options), (*labels, *times, *counts)
    )
    if isinstance(doubts, Fault):
        return doubts
    if Role.HOURS in times:
        decided = two_columns(work.cursor, work.names, work.layout)
        if isinstance(decided, Fault):
            return decided
        times = decided
    return TypedRoles((*labels, *times, *counts), doubts)


def _has_count(layout: Layout) -> bool:
    return layout.has(Role.COUNT) or any(series.count is not None for series in layout.series)


def _result(work: Work, roles: TypedRoles, failed: Sorted, doubts: tuple[Doubt, ...]) -> Ingested | Fault:
    """The finished table with its summary, unless the file as a whole turns out not to be what it seems."""
    table = create_registrations(work.cursor, work.names, work.tables)
    copies = repeated(work.cursor, table)
    summary = summarise(work.cursor, table)
    fault = mostly_rejected(failed.rejected, summary.rows) or _commas(work, failed.rejected) or _copied(work, table)
    if fault:
        drop(work.cursor, [table])
        return fault
    apart = (
        work.options.grain is Grain.DAY
        if work.options.set_duplicates_aside is None
        else work.options.set_duplicates_aside
    )
    if copies and apart:
        set_aside(work.cursor, table)
        summary = summarise(work.cursor, table)
    doubts += doubts_of_rows(work.cursor, table, roles.roles) + personal_numbers(work.cursor, work.tables)
    doubts += () if apart else _doubt(Warn.DUPLICATE, [copy.row for copy in copies])
    doubts += _last_line(work, failed.rejected) + _hidden(work)
    rejected = sorted((*failed.rejected, *(copies if apart else ())), key=lambda row: (row.sheet or "", row.row))
    return Ingested(work.source, table, summary, work.layout.matches, tuple(rejected), doubts, work.options.grain)


def _commas(work: Work, rejected: Sequence[RejectedRow]) -> Fault | None:
    too_many = sum(row.reason == Rejection.TOO_MANY_FIELDS for row in rejected)
    return Fault(Refusal.UNQUOTED_DECIMAL_COMMA) if too_many >= MANY and work.tables[0].strict else None


def _copied(work: Work, table: str) -> Fault | None:
    sheets = repeats_sheets(work.cursor, table) if len(work.tables) > 1 else ()
    return Fault(Refusal.SEVERAL_SHEETS, found=sheets) if sheets else None


def _doubt(code: Warn, rows: Sequence[int]) -> tuple[Doubt, ...]:
    return (Doubt(code, len(rows), tuple(rows[:EXAMPLES])),) if rows else ()


def _last_line(work: Work, rejected: Sequence[RejectedRow]) -> tuple[Doubt, ...]:
    """Whether the file stops in the middle of a row, or may do so."""
    if not work.sheets[0].unfinished:
        return ()
    work.cursor.execute(f"SELECT count(*) FROM {work.tables[0].lines}")
    last = work.cursor.fetchall()[0][0]
    cut = any(row.row == last for row in rejected)
    return _doubt(Warn.TRUNCATED_FILE if cut else Warn.UNFINISHED_LAST_LINE, [last])


def _hidden(work: Work) -> tuple[Doubt, ...]:
    """Rows and used columns that the workbook does not show."""
    rows = [row for found in work.finds.tables for row in found.sheet.hidden_rows if row > found.layout.header_row]
    used = {column.index for column in work.layout.columns}
    columns = [index for index in work.sheets[0].hidden_columns if index in used]
    return _doubt(Warn.HIDDEN_ROWS, rows) + ((Doubt(Warn.HIDDEN_COLUMN, len(columns)),) if columns else ())
