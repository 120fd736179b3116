"""Rows with more fields than theirs: a stray separator has moved their values to other columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.ingest.codes import Rejection
from analysis.ingest.columns.staging import Names, Table, quoted
from analysis.ingest.options import Cursor

FEW_ROWS, FEW = 16, 0.1
"""Excel writes or spares the empty fields at the end of 16 rows at a time."""


@dataclass(frozen=True, slots=True)
class Width:
    """So many rows of a sheet have so many fields; ``is_beyond`` where something stands behind the last name."""

    fields: int
    is_beyond: bool
    rows: int


def mark_shifted(cursor: Cursor, names: Names, tables: Sequence[Table]) -> None:
    """Give such rows their reason."""
    rows, fields = names.of("rows"), names.of("fields")
    cursor.execute(f"SELECT count(fields) FROM {rows}")
    wrong = _wrong_widths(cursor, fields, tables) if cursor.fetchall()[0][0] else []
    if wrong:
        cursor.execute(
            f"UPDATE {rows} SET reason = {quoted(Rejection.TOO_MANY_FIELDS)}, culprit = '' WHERE fields IS NOT NULL AND"
            f" (sheet_index, source_row) IN (SELECT (sheet, row) FROM {fields} WHERE (sheet, fields, is_beyond) IN"
            f" ({', '.join(wrong)})) AND coalesce(reason::VARCHAR, '') NOT IN ({quoted(Rejection.UNBALANCED_QUOTE)},"
            f" {quoted(Rejection.LINE_TOO_LONG)})"
        )


def _wrong_widths(cursor: Cursor, fields: str, tables: Sequence[Table]) -> list[str]:
    """The sheets and widths of such rows, in SQL; the lines are cut once more, which most files are spared."""
    number = "count(DISTINCT row)" if tables[0].layout.series else "count(*)"
    cursor.execute(f"SELECT sheet, fields, is_beyond, {number} FROM {fields} WHERE fields IS NOT NULL GROUP BY ALL")
    wider: dict[int, list[Width]] = {}
    for sheet, *found in cursor.fetchall():
        wider.setdefault(sheet, []).append(Width(*found))
    cursor.execute(f"SELECT sheet, {number} FROM {fields} GROUP BY ALL")
    every = dict(cursor.fetchall())
    return [
        f"({sheet}, {one.fields}, {one.is_beyond})"
        for sheet, widths in wider.items()
        for one in widths
        if _is_too_many(one, widths, tables[sheet], every[sheet])
    ]


def _is_too_many(one: Width, widths: list[Width], table: Table, every: int) -> bool:
    """Whether the fields of such rows cannot all be where they belong.

    A value behind the last column always stands wrong; under a column without a name, or empty fields, only where
    few rows have it.
    """
    width = len(table.layout.headers)
    if one.fields > width and (table.strict or one.is_beyond):
        return True
    few = min(FEW_ROWS, max(FEW * every, 2))
    if one.is_beyond:
        return sum(other.rows for other in widths if other.is_beyond and other.fields <= width) < few
    usual = max(widths, key=lambda other: other.rows)
    named_only = every - sum(other.rows for other in widths)
    is_usual = usual.rows > named_only and one.fields <= usual.fields
    alike = sum(other.rows for other in widths if other.fields == one.fields)
    return not is_usual and alike < few
