"""Personal identity numbers anywhere in the table: counted, never kept."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.ingest.codes import Warn
from analysis.ingest.cpr import SHAPE, is_cpr_like, is_possible, names_cpr
from analysis.ingest.options import Cursor
from analysis.ingest.staging import Table, quoted
from analysis.ingest.typed import EXAMPLES
from analysis.model.upload import Doubt


def personal_numbers(cursor: Cursor, tables: Sequence[Table]) -> tuple[Doubt, ...]:
    """The lines that hold what looks like such a number, in whatever column."""
    lines: list[int] = []
    for table in tables:
        declared = any(names_cpr(header) for header in table.layout.headers)
        found = f"unnest(regexp_extract_all(line, {quoted(SHAPE)}, 1)) AS number"
        numbered = f"SELECT {table.line_number} AS row, {found} FROM {table.lines}"
        cursor.execute(f"SELECT number FROM ({numbered}) GROUP BY number")
        test = is_possible if declared else is_cpr_like
        numbers = [number for (number,) in cursor.fetchall() if test(number)]
        if numbers:
            cursor.execute(
                f"SELECT DISTINCT row FROM ({numbered}) WHERE number IN (SELECT unnest(?)) ORDER BY row", [numbers]
            )
            lines += [row for (row,) in cursor.fetchall()]
    return (Doubt(Warn.CPR_LIKE, len(lines), tuple(lines[:EXAMPLES])),) if lines else ()
