"""Total rows as a checksum: never counted, but compared with the rows they should cover."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.ingest.failed import Failed
from analysis.ingest.options import Cursor
from analysis.ingest.rows import Names

SECOND_MS = 1000
BEHIND_ALL = 1 << 60
"""A row number that no sheet has."""


def agreeing_totals(cursor: Cursor, names: Names, rows: Sequence[Failed]) -> list[Failed]:
    """The rows whose duration is the sum of the whole sheet or of all rows since some earlier total, to the second."""
    agreeing: list[Failed] = []
    for sheet in sorted({row.table.sheet for row in rows}):
        candidates = [row for row in rows if row.table.sheet == sheet]
        *sums, whole = _sums_before(cursor, names, sheet, [*(row.row for row in candidates), BEHIND_ALL])
        starts = {0}
        for row, before in zip(candidates, sums, strict=True):
            own = round((row.duration_ms or 0) / SECOND_MS)
            start = round(before / SECOND_MS) - own
            if starts & {start - 1, start, start + 1} or abs(round(whole / SECOND_MS) - own) <= 1:
                agreeing.append(row)
            starts.add(round(before / SECOND_MS))
    return agreeing


def _sums_before(cursor: Cursor, names: Names, sheet: int, rows: Sequence[int]) -> list[int]:
    """The milliseconds of all counting rows above each of the given rows."""
    cursor.execute(
        "SELECT coalesce(s.total, 0) FROM (SELECT unnest(?::BIGINT[]) AS row) AS t ASOF LEFT JOIN (SELECT row,"
        f" sum(duration_ms) OVER (ORDER BY row)::BIGINT AS total FROM {names.of('rows')}"
        f" WHERE sheet = {sheet} AND reason IS NULL) AS s ON t.row >= s.row ORDER BY t.row",
        [rows],
    )
    return [total for (total,) in cursor.fetchall()]
