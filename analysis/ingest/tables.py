"""From cleaned sheets to typed rows: find the tables, type their columns, set aside what cannot count."""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.ingest.columns.blank_cells import Staged
from analysis.ingest.columns.clock_check import CLOCKS, clock_doubt
from analysis.ingest.columns.column_types import Columns, type_columns
from analysis.ingest.columns.fields import create_fields
from analysis.ingest.columns.from_above import AS_WRITTEN, FILLED, take_from_above
from analysis.ingest.columns.lookups import create_texts
from analysis.ingest.columns.staging import Names, drop, drop_views, load_lines
from analysis.ingest.columns.times import time_roles, two_columns, unused_breaks
from analysis.ingest.columns.unit_column import unit_fault
from analysis.ingest.columns.value_column import OTHER_SCALE
from analysis.ingest.kinds import BY_SYSTEM, used_roles
from analysis.ingest.layout.finding import Finds, find_tables
from analysis.ingest.layout.layout import LABELS, Fault, Layout
from analysis.ingest.layout.sheets import Cleaned
from analysis.ingest.layout.synonyms import match_header
from analysis.ingest.options import Cursor, ReadOptions
from analysis.ingest.result import COPIES, REGISTRATIONS, Work, finished
from analysis.ingest.rows.block_sums import mark_block_sums
from analysis.ingest.rows.hidden_sums import mark_sums
from analysis.ingest.rows.registrations import sort_failed
from analysis.ingest.rows.remarks import mark_remarked
from analysis.ingest.rows.shifted import mark_shifted
from analysis.ingest.rows.typed_rows import create_rows
from analysis.ingest.steps import COLUMNS_FROM, LINES_FROM, ROWS_FROM, SUMMARY_FROM
from analysis.ingest.watched import Watched
from analysis.model.kinds import MEASURED, Measurement, Role
from analysis.model.upload import Doubt, Ingested, SourceFile

VIEWS = ["fields", AS_WRITTEN, "lines"]


def read_tables(cleaned: Cleaned, source: SourceFile, cursor: Cursor, options: ReadOptions) -> Ingested | Fault:
    """Everything after the bytes."""
    names = Names(source.sha256[:16])
    finds = find_tables(cleaned, options)
    if isinstance(finds, Fault):
        return replace(
            finds,
            fits=_other_kinds(finds, cleaned, options) if finds.missing and options.measurement in MEASURED else (),
        )
    watched = Watched(cursor, options.progress)
    result: Ingested | Fault | None = None
    try:
        watched.progress(LINES_FROM, "lines")
        tables = load_lines(watched, names, finds.tables)
        work = Work(source, finds, tables, watched, names, replace(options, progress=watched.progress))
        result = _read(work, cleaned.doubts + finds.doubts)
        return replace(result, columns=work.layout.matches) if isinstance(result, Fault) else result
    finally:
        views, rows = (VIEWS, []) if isinstance(result, Ingested) else ([*VIEWS, REGISTRATIONS], ["rows"])
        drop_views(cursor, [names.of(view) for view in views])
        drop(cursor, [names.of(part) for part in ("loaded", FILLED, "texts", OTHER_SCALE, COPIES, *Role, *rows)])


def _other_kinds(fault: Fault, cleaned: Cleaned, options: ReadOptions) -> tuple[Measurement, ...]:
    """What the first sheet has all the columns for, and no other column that is known."""
    first = replace(cleaned, sheets=cleaned.sheets[:1])
    known = {match.role for column in fault.columns if (match := match_header(column.header))}
    others = [kind for kind in MEASURED if kind is not options.measurement and known <= used_roles(kind)]
    return tuple(kind for kind in others if isinstance(find_tables(first, replace(options, measurement=kind)), Finds))


def _read(work: Work, doubts: tuple[Doubt, ...]) -> Ingested | Fault:
    """Type the columns, then the rows."""
    work.options.progress(COLUMNS_FROM, "columns")
    units = (unit_fault(work.cursor, work.names, table, work.options) for table in work.tables)
    if fault := next(filter(None, units), None):
        return fault
    roles = _typed_roles(work)
    if isinstance(roles, Fault):
        return roles
    work.options.progress(ROWS_FROM, "rows")
    create_rows(work.cursor, work.names, roles.roles, work.options.measurement)
    hidden = _beside_each_other(work, roles.roles)
    if hidden:
        return hidden
    sorted_rows = sort_failed(work.cursor, work.names, work.tables, work.options)
    if isinstance(sorted_rows, Fault):
        return sorted_rows
    work.options.progress(SUMMARY_FROM, "summary")
    return finished(work, roles.roles, sorted_rows, doubts + roles.doubts + sorted_rows.doubts)


def _beside_each_other(work: Work, roles: tuple[Role, ...]) -> Fault | None:
    """What only a look at the other rows tells of a row that could count by itself."""
    mark_shifted(work.cursor, work.names, work.tables)
    mark_block_sums(work.cursor, work.names, work.options)
    if work.options.measurement not in BY_SYSTEM:
        mark_remarked(work.cursor, work.names, work.tables)
    return mark_sums(work.cursor, work.names, roles, work.options)


COUNTED = (Role.COUNT, Role.TOTAL, Role.VALUE)
"""The roles of numbers that are no times."""


@dataclass(frozen=True, slots=True)
class TypedRoles:
    """The roles that rows are read from, each with its lookup, and the doubts about their columns."""

    roles: tuple[Role, ...]
    doubts: tuple[Doubt, ...]


def _typed_roles(work: Work) -> TypedRoles | Fault:
    """Stage and type the columns that rows are read from."""
    times = time_roles(work.layout) if Role.DURATION in work.options.measurement.needed else ()
    if isinstance(times, Fault):
        return times
    labels = tuple(role for role in LABELS if any(table.layout.has(role) for table in work.tables))
    counts = tuple(role for role in COUNTED if any(_counts(table.layout, role) for table in work.tables))
    doubts = _type_staged(work, (*labels, *times, *counts))
    if isinstance(doubts, Fault):
        return doubts
    decided = two_columns(work.cursor, work.names, work.layout) if Role.HOURS in times else times
    return decided if isinstance(decided, Fault) else TypedRoles((*labels, *decided, *counts), doubts)


def _type_staged(work: Work, roles: tuple[Role, ...]) -> tuple[Doubt, ...] | Fault:
    """The staged columns typed, unless breaks stand beside start and end that nobody has subtracted."""
    by_clock, both = Role.START in roles, all(work.layout.has(role) for role in (*CLOCKS, Role.DURATION))
    extra = (Role.BREAK,) if by_clock and work.layout.has(Role.BREAK) else CLOCKS if both else ()
    create_fields(work.cursor, work.names, work.tables, (*roles, *extra))
    create_texts(work.cursor, work.names.of("texts"), work.names.of("fields"), (*roles, *extra))
    above = take_from_above(Staged(work.cursor, work.names, work.tables, (*roles, *extra), work.options))
    if isinstance(above, Fault):
        return above
    unused = unused_breaks(work.cursor, work.names, work.layout, work.options) if Role.BREAK in extra else None
    columns = Columns(work.cursor, work.names, work.finds.tables[0], work.options)
    doubts = unused or type_columns(columns, roles)
    if isinstance(doubts, Fault):
        return doubts
    return above + doubts + (clock_doubt(columns) if both else ())


def _counts(layout: Layout, role: Role) -> bool:
    beside = role is Role.COUNT and any(series.count is not None for series in layout.series)
    return beside or layout.has(role)
