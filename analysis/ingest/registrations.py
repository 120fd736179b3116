"""The rows that count, those that do not, and what is doubtful about either."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.ingest.asides import Failed, Kind, failed_rows, kind_of_row, rejected_row
from analysis.ingest.codes import Refusal, Rejection, Warn
from analysis.ingest.layout import Fault
from analysis.ingest.options import Cursor
from analysis.ingest.rows import Names
from analysis.ingest.staging import Table, quoted
from analysis.ingest.totals import totals_that_agree
from analysis.ingest.typed import EXAMPLES
from analysis.model.upload import Doubt, RejectedRow

FEW = 20
"""Fewer faulty rows than this say nothing about the file as a whole."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """The rows that cannot count: those rejected, and the doubts about those that were left out."""

    rejected: tuple[RejectedRow, ...]
    doubts: tuple[Doubt, ...]


def sort_failed(cursor: Cursor, names: Names, tables: Sequence[Table]) -> Sorted | Fault:
    """Every row that cannot count as rejected, left out by name, or the sign of another table."""
    failed = failed_rows(cursor, names, tables)
    kinds = [kind_of_row(row) for row in failed]
    if Kind.OTHER_HEADER in kinds:
        return Fault(Refusal.SEVERAL_TABLES, found=(str(failed[kinds.index(Kind.OTHER_HEADER)].row),))
    sums = [row for row, kind in zip(failed, kinds, strict=True) if kind in (Kind.TOTAL, Kind.UNNAMED)]
    agreeing = totals_that_agree(cursor, names, sums)
    agreed = {id(row) for position, row in enumerate(sums) if position in agreeing}
    rejected = [row for row, kind in zip(failed, kinds, strict=True) if _is_rejected(row, kind, agreed)]
    totals = [row for row in sums if row not in rejected]
    doubts = (
        *_doubt(Warn.TOTAL_ROWS, totals),
        *_doubt(Warn.TOTAL_DIFFERS, [row for row in totals if id(row) not in agreed and row.duration_ms is not None]),
        *_doubt(Warn.UNFILLED_ROWS, [row for row, kind in zip(failed, kinds, strict=True) if kind is Kind.UNFILLED]),
        *_doubt(Warn.NOTE_ROWS, [row for row, kind in zip(failed, kinds, strict=True) if kind is Kind.NOTE]),
    )
    return Sorted(tuple(rejected_row(row) for row in rejected), doubts)


def _is_rejected(row: Failed, kind: Kind, agreed: set[int]) -> bool:
    """A sum without a name is only believed where it agrees."""
    return kind is Kind.REJECTED or (kind is Kind.UNNAMED and id(row) not in agreed)


def _doubt(code: Warn, rows: Sequence[Failed]) -> tuple[Doubt, ...]:
    return (Doubt(code, len(rows), tuple(row.row for row in rows[:EXAMPLES])),) if rows else ()


def create_registrations(cursor: Cursor, names: Names, tables: Sequence[Table]) -> str:
    """The table that the caller reads."""
    table = names.of("registrations")
    named = " ".join(f"WHEN {source.sheet} THEN {quoted(source.name)}" for source in tables if source.name is not None)
    sheet = f"CASE sheet {named} END" if named else "NULL::VARCHAR"
    cursor.execute(
        f"CREATE OR REPLACE TEMP TABLE {table} AS SELECT row AS source_row, {sheet} AS sheet, work_date, employee,"
        f" target_group, workflow, duration_ms, count FROM {names.of('rows')} WHERE reason IS NULL"
    )
    return table


def mostly_rejected(rejected: Sequence[RejectedRow], counted: int) -> Fault | None:
    """The refusal where more rows fail than count, with the most frequent reason."""
    if counted and (len(rejected) < FEW or len(rejected) <= counted):
        return None
    if not rejected:
        return Fault(Refusal.HEADER_ONLY)
    reason, _ = Counter(row.reason for row in rejected).most_common(1)[0]
    return Fault(Refusal.MOSTLY_REJECTED, found=(str(reason),))


def too_many_fields(rejected: Sequence[RejectedRow]) -> int:
    """How many rows hold more values than there are columns."""
    return sum(row.reason == Rejection.TOO_MANY_FIELDS for row in rejected)
