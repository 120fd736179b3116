"""The rows of a file that cannot count: as a table on screen, and as a file to repair them by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.model.rejects import RejectedRow
from analysis.report.csv_file import csv_bytes
from analysis.report.table import Column, Table

HEADINGS = ("row", "sheet", "column", "value", "reason")


def reject_table(rejected: Sequence[RejectedRow], language: Language, *, is_narrow: bool = False) -> Table:
    """Excel's row number, where in the row, what stands there, and what to do about it.

    A text file has no sheets, what was stored has no values; on a telephone the value stands with its column.
    """
    has_values = any(row.value for row in rejected)
    held = {"sheet": any(row.sheet for row in rejected), "value": has_values and not is_narrow}
    empty = [heading for heading, is_held in held.items() if not is_held]
    rows = [replace(row, column=_with_value(row)) for row in rejected] if is_narrow else rejected
    columns = tuple(Column(text(language, f"findings.{one}"), one == "row", one in empty) for one in HEADINGS)
    return Table(columns, tuple(reject_row(row, language) for row in rows)).without_details


def _with_value(row: RejectedRow) -> str:
    return ": ".join(filter(None, (row.column, row.value)))


def reject_row(row: RejectedRow, language: Language) -> tuple[str, ...]:
    reason = text(language, f"rejected.{row.reason}")
    return str(row.row), row.sheet or "", row.column or "", row.value, reason


def reject_report(rejected: Sequence[RejectedRow], language: Language) -> bytes:
    """All rejected rows as CSV for Excel; no value can become a formula there."""
    return csv_bytes(reject_table(rejected, language), language)
