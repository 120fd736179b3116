"""Personal identity numbers anywhere in the table: counted, never kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from analysis.ingest.codes import Warn
from analysis.ingest.columns.staging import Names, Table, quoted
from analysis.ingest.columns.typed import EXAMPLES
from analysis.ingest.layout.sheets import Sheet
from analysis.ingest.options import Cursor
from analysis.ingest.text.encoding import chunks
from analysis.ingest.values.cpr import SHAPE, is_cpr_like, is_possible, names_cpr
from analysis.model.upload import Doubt

_DIGITS = bytes(ord("1" if 48 <= byte < 58 else "-" if byte in b"- " else ".") for byte in range(256))
_LONG_NUMBERS = (b"1" * 9, b"11111-1111")


def personal_numbers(
    cursor: Cursor, names: Names, tables: Sequence[Table], sheets: Sequence[Sheet]
) -> tuple[Doubt, ...]:
    """The lines that hold what looks like such a number, in whatever column."""
    looked = [table for table, sheet in zip(tables, sheets, strict=True) if _has_long_numbers(sheet.path)]
    declared = [table for table in looked if any(map(names_cpr, table.layout.headers))]
    others = [table for table in looked if table not in declared]
    lines = [
        *_lines_with_numbers(cursor, names, declared, is_possible),
        *_lines_with_numbers(cursor, names, others, is_cpr_like),
    ]
    return (Doubt(Warn.CPR_LIKE, len(lines), tuple(lines[:EXAMPLES])),) if lines else ()


def _lines_with_numbers(
    cursor: Cursor, names: Names, tables: Sequence[Table], test: Callable[[str], bool]
) -> list[int]:
    """The lines of some sheets in which a number passes the test."""
    if not tables:
        return []
    found = f"unnest(regexp_extract_all(line, {quoted(SHAPE)}, 1)) AS number"
    sheets = ", ".join(str(table.sheet) for table in tables)
    numbered = f"SELECT sheet, row, {found} FROM {names.of('lines')} WHERE sheet IN ({sheets})"
    cursor.execute(f"SELECT number FROM ({numbered}) GROUP BY number")
    numbers = [number for (number,) in cursor.fetchall() if test(number)]
    cursor.execute(
        f"SELECT DISTINCT sheet, row FROM ({numbered}) WHERE number IN (SELECT unnest(?)) ORDER BY ALL", [numbers]
    )
    return [row for _, row in cursor.fetchall()]


def _has_long_numbers(path: Path) -> bool:
    """Whether so many digits stand together anywhere; most files need no closer look."""
    parts = (chunk.translate(_DIGITS) for chunk in chunks(path) if _has_five_digits(chunk))
    return any(number in part for part in parts for number in _LONG_NUMBERS)


def _has_five_digits(chunk: bytes) -> bool:
    """Whether five digits stand side by side; no date and few amounts have so many."""
    digits = np.frombuffer(chunk, np.uint8) - np.uint8(ord("0")) < 10
    pairs = digits[1:] & digits[:-1]
    fours = pairs[2:] & pairs[:-2]
    return bool((fours[1:] & fours[:-1]).any())
