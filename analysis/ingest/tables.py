"""From cleaned sheets to typed rows: find the tables, type their columns, set aside what cannot count."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.ingest.clock_check import CLOCKS, clock_doubt
from analysis.ingest.columns import Columns, type_columns
from analysis.ingest.finding import Finds, find_tables
from analysis.ingest.layout import LABELS, Fault, Layout
from analysis.ingest.options import Cursor, ReadOptions
from analysis.ingest.registrations import sort_failed
from analysis.ingest.result import Work, finished
from analysis.ingest.rows import Names, create_rows
from analysis.ingest.sheets import Cleaned
from analysis.ingest.staging import Table, create_fields, drop, load_lines
from analysis.ingest.times import time_roles, two_columns, unused_breaks
from analysis.model.upload import Doubt, Ingested, Role, SourceFile


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
    return finished(work, roles.roles, sorted_rows, doubts + roles.doubts + sorted_rows.doubts)


@dataclass(frozen=True, slots=True)
class TypedRoles:
    """The roles that rows are read from, each with its lookup, and the doubts about their columns."""

    roles: tuple[Role, ...]
    doubts: tuple[Doubt, ...]


def _typed_roles(work: Work) -> TypedRoles | Fault:
    """Stage and type the columns that rows are read from."""
    times = time_roles(work.layout)
    if isinstance(times, Fault):
        return times
    labels = tuple(role for role in LABELS if any(table.layout.has(role) for table in work.tables))
    counts = (Role.COUNT,) if any(_has_count(table.layout) for table in work.tables) else ()
    doubts = _type_staged(work, (*labels, *times, *counts))
    if isinstance(doubts, Fault):
        return doubts
    decided = two_columns(work.cursor, work.names, work.layout) if Role.HOURS in times else times
    return decided if isinstance(decided, Fault) else TypedRoles((*labels, *decided, *counts), doubts)


def _type_staged(work: Work, roles: tuple[Role, ...]) -> tuple[Doubt, ...] | Fault:
    """The staged columns typed, unless breaks stand beside start and end that nobody has subtracted."""
    by_clock, both = Role.START in roles, all(work.layout.has(role) for role in (*CLOCKS, Role.DURATION))
    extra = (Role.BREAK,) if by_clock and work.layout.has(Role.BREAK) else CLOCKS if both else ()
    create_fields(work.cursor, work.names.of("fields"), work.tables, (*roles, *extra))
    unused = unused_breaks(work.cursor, work.names, work.layout, work.options) if Role.BREAK in extra else None
    columns = Columns(work.cursor, work.names, work.finds.tables[0], work.options)
    doubts = unused or type_columns(columns, roles)
    return doubts if isinstance(doubts, Fault) or not both else doubts + clock_doubt(columns)


def _has_count(layout: Layout) -> bool:
    return layout.has(Role.COUNT) or any(series.count is not None for series in layout.series)
