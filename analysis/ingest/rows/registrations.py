"""The rows that count, those that do not, and what is doubtful about either."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from analysis.ingest.codes import Refusal, Warn
from analysis.ingest.columns.staging import Names, Table
from analysis.ingest.columns.typed import EXAMPLES
from analysis.ingest.layout.layout import Fault
from analysis.ingest.layout.sheet_names import is_person
from analysis.ingest.layout.units import contradicts, declared_unit, unit_of_cell
from analysis.ingest.options import Cursor, ReadOptions
from analysis.ingest.rows.asides import Kind, kind_of_row
from analysis.ingest.rows.failed import Failed, failed_rows, rejected_row
from analysis.ingest.rows.hopeless import is_hopeless
from analysis.ingest.rows.totals import agreeing_totals
from analysis.ingest.steps import ROWS_FROM
from analysis.ingest.values.cells import squeeze
from analysis.model.kinds import Role
from analysis.model.rejects import RejectedRow
from analysis.model.upload import Doubt

NEAR = 2
"""A name stands no further above the header of its block."""
BEAT_ROWS = 1000


@dataclass(frozen=True, slots=True)
class Sorted:
    """The rows that cannot count: those rejected, and the doubts about those that were left out."""

    rejected: tuple[RejectedRow, ...]
    doubts: tuple[Doubt, ...]


def sort_failed(cursor: Cursor, names: Names, tables: Sequence[Table], options: ReadOptions) -> Sorted | Fault:
    """Every row that cannot count as rejected, left out by name, or the sign of another table."""
    hopeless = is_hopeless(cursor, names)
    if hopeless:
        return hopeless
    by_kind: dict[Kind, list[Failed]] = {kind: [] for kind in Kind}
    for row in _heard(failed_rows(cursor, names, tables), options):
        by_kind[kind_of_row(row)].append(row)
    others = by_kind[Kind.OTHER_HEADER] or _named_blocks(by_kind)
    if others:
        return Fault(Refusal.SEVERAL_TABLES, found=(str(others[0].row),))
    if unit := _other_unit(by_kind[Kind.NOTE], options):
        return unit
    totals = _totals(cursor, names, by_kind, is_wide=bool(tables[0].layout.series))
    doubts = (
        *_doubt(Warn.TOTAL_ROWS, totals.believed),
        *_doubt(Warn.TOTAL_DIFFERS, totals.differing),
        *_doubt(Warn.UNFILLED_ROWS, by_kind[Kind.UNFILLED]),
        *_doubt(Warn.NOTE_ROWS, by_kind[Kind.NOTE]),
    )
    rejected = _heard((*by_kind[Kind.REJECTED], *totals.doubted), options)
    return Sorted(tuple(rejected_row(row) for row in rejected), doubts)


def _heard(rows: Iterable[Failed], options: ReadOptions) -> Iterator[Failed]:
    """The rows, with a word now and then to whoever waits or wants to cancel."""
    for number, row in enumerate(rows):
        if number % BEAT_ROWS == 0:
            options.progress(ROWS_FROM, "rows")
        yield row


def _other_unit(notes: Sequence[Failed], options: ReadOptions) -> Fault | None:
    """The question where a row of units below the header, or a remark among the rows, tells another unit."""
    for note in notes:
        unit = unit_of_cell(note.text(Role.DURATION)) or declared_unit(" ".join(note.cells))
        if fault := contradicts(note.layout, unit, options):
            return fault
    return None


def _named_blocks(by_kind: dict[Kind, list[Failed]]) -> list[Failed]:
    """The repeated headers right below another employee's name, in a sheet that has one employee by its title."""
    notes = {_place(row): " ".join({squeeze(cell): None for cell in row.cells}).strip() for row in by_kind[Kind.NOTE]}
    return [
        header
        for header in by_kind[Kind.HEADER]
        if (owner := header.layout.constant(Role.EMPLOYEE))
        and any(
            is_person(name) and name != owner
            for above in range(1, NEAR + 1)
            if (name := notes.get((header.table.sheet, header.row - above)))
        )
    ]


@dataclass(frozen=True, slots=True)
class Totals:
    """Rows taken for sums, those of them that do not agree with the rows above, and those not taken for sums."""

    believed: tuple[Failed, ...]
    differing: tuple[Failed, ...]
    doubted: tuple[Failed, ...]


def _totals(cursor: Cursor, names: Names, by_kind: dict[Kind, list[Failed]], *, is_wide: bool) -> Totals:
    """A row with a sum's name and nothing else is believed, any other only where it agrees."""
    sums = sorted(by_kind[Kind.TOTAL] + by_kind[Kind.NAMED_TOTAL] + by_kind[Kind.UNNAMED], key=_place)
    agreed = set() if is_wide else {_place(row) for row in agreeing_totals(cursor, names, sums)}
    plain = {_place(row) for row in by_kind[Kind.TOTAL]}
    told = plain | agreed
    believed = tuple(row for row in sums if _place(row) in told)
    differing = tuple(row for row in believed if _place(row) not in agreed and row.amount is not None)
    doubted = tuple(row for row in sums if _place(row) not in told)
    return Totals(believed, () if is_wide else differing, doubted)


def _place(row: Failed) -> tuple[int, int]:
    return row.table.sheet, row.row


def _doubt(code: Warn, rows: Sequence[Failed]) -> tuple[Doubt, ...]:
    return (Doubt(code, len(rows), tuple(row.row for row in rows[:EXAMPLES])),) if rows else ()
