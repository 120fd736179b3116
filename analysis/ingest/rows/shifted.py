"""Rows with more fields than theirs: a stray separator has moved their values to other columns."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.ingest.codes import Rejection
from analysis.ingest.columns.staging import Names, Table, quoted
from analysis.ingest.options import Cursor

FEW_ROWS, FEW = 16, 0.1
"""Excel writes or spares the empty fields at the end of 16 rows at a time."""


@dataclass(frozen=True, slots=True)
class Width:
    """So many rows have so many fields, more than there are names; ``is_beyond`` where something stands there."""

    fields: int
    is_beyond: bool
    rows: int


def mark_shifted(cursor: Cursor, names: Names, table: Table) -> None:
    """Give such rows their reason."""
    rows, width = names.of("rows"), len(table.layout.headers)
    cursor.execute(
        f"SELECT fields, is_beyond, count(DISTINCT source_row) FROM {rows}"
        f" WHERE sheet_index = {table.sheet} AND fields IS NOT NULL GROUP BY ALL"
    )
    widths = [Width(*found) for found in cursor.fetchall()]
    if not widths:
        return
    cursor.execute(f"SELECT count(DISTINCT source_row) FROM {rows} WHERE sheet_index = {table.sheet}")
    every = cursor.fetchall()[0][0]
    for one in widths:
        if _is_too_many(one, widths, width, every, is_strict=table.strict):
            cursor.execute(
                f"UPDATE {rows} SET reason = {quoted(Rejection.TOO_MANY_FIELDS)}, culprit = ''"
                f" WHERE sheet_index = {table.sheet} AND fields = {one.fields} AND is_beyond = {one.is_beyond}"
                f" AND coalesce(reason, '') NOT IN ({quoted(Rejection.UNBALANCED_QUOTE)},"
                f" {quoted(Rejection.LINE_TOO_LONG)})"
            )


def _is_too_many(one: Width, widths: list[Width], width: int, every: int, *, is_strict: bool) -> bool:
    """Whether the fields of such rows cannot all be where they belong.

    A value behind the last column always stands wrong; under a column without a name, or empty fields, only where
    few rows have it.
    """
    if one.fields > width and (is_strict or one.is_beyond):
        return True
    few = min(FEW_ROWS, max(FEW * every, 2))
    if one.is_beyond:
        return sum(other.rows for other in widths if other.is_beyond and other.fields <= width) < few
    usual = max(widths, key=lambda other: other.rows)
    named_only = every - sum(other.rows for other in widths)
    is_usual = usual.rows > named_only and one.fields <= usual.fields
    alike = sum(other.rows for other in widths if other.fields == one.fields)
    return not is_usual and alike < few
