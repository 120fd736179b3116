"""Total rows as a checksum: never counted, but compared with the rows they should cover."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.ingest.asides import Failed
from analysis.ingest.options import Cursor
from analysis.ingest.rows import Names

TOLERANCE_MS = 1000


def totals_that_agree(cursor: Cursor, names: Names, rows: Sequence[Failed]) -> frozenset[int]:
    """The positions of the rows whose duration is the sum of all rows since some earlier total, or of all before."""
    agreeing: set[int] = set()
    by_sheet: dict[int, list[tuple[int, Failed]]] = {}
    for position, row in enumerate(rows):
        by_sheet.setdefault(row.table.sheet, []).append((position, row))
    for sheet, candidates in by_sheet.items():
        sums = _sums_before(cursor, names, sheet, [row.row for _, row in candidates])
        starts = {0}
        for (position, row), before in zip(candidates, sums, strict=True):
            if any(abs(before - start - (row.duration_ms or 0)) <= TOLERANCE_MS for start in starts):
                agreeing.add(position)
            starts.add(before)
    return frozenset(agreeing)


def _sums_before(cursor: Cursor, names: Names, sheet: int, rows: list[int]) -> list[int]:
    """The milliseconds of all counting rows above each of the given rows."""
    cursor.execute(
        "SELECT coalesce(s.total, 0) FROM (SELECT unnest(?::BIGINT[]) AS row) AS t ASOF LEFT JOIN (SELECT row,"
        f" sum(duration_ms) OVER (ORDER BY row)::BIGINT AS total FROM {names.of('rows')}"
        f" WHERE sheet = {sheet} AND reason IS NULL) AS s ON t.row >= s.row ORDER BY t.row",
        [rows],
    )
    return [total for (total,) in cursor.fetchall()]
