"""Total rows as a checksum: never counted, but compared with the rows they should cover."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.ingest.failed import Failed
from analysis.ingest.kinds import summed_column
from analysis.ingest.options import Cursor
from analysis.ingest.rows import Names
from analysis.model.kinds import Role

SECOND_MS = 1000
BEHIND_ALL = 1 << 60
"""A row number that no sheet has."""


def agreeing_totals(cursor: Cursor, names: Names, rows: Sequence[Failed]) -> list[Failed]:
    """The rows whose amount is the sum of the whole sheet or of all rows since some earlier total.

    Times need to agree to the second, counts exactly.
    """
    agreeing: list[Failed] = []
    for sheet in sorted({row.table.sheet for row in rows}):
        candidates = [row for row in rows if row.table.sheet == sheet]
        is_time = Role.DURATION in candidates[0].layout.measurement.needed
        unit, slack = (SECOND_MS, 1) if is_time else (1, 0)
        sums = _sums_before(cursor, names, candidates)
        *above, whole = (round(amount / unit) for amount in sums)
        starts = {0}
        for row, before in zip(candidates, above, strict=True):
            own = None if row.amount is None else round(row.amount / unit)
            if own is not None and (
                any(abs(before - own - start) <= slack for start in starts) or abs(whole - own) <= slack
            ):
                agreeing.append(row)
            starts.add(before)
    return agreeing


def _sums_before(cursor: Cursor, names: Names, rows: Sequence[Failed]) -> list[int]:
    """The amounts of all counting rows above each of the given rows of a sheet, and of the whole sheet."""
    amount = summed_column(rows[0].layout.measurement)
    cursor.execute(
        "SELECT coalesce(s.total, 0) FROM (SELECT unnest(?::BIGINT[]) AS row) AS t ASOF LEFT JOIN (SELECT source_row,"
        f" sum({amount}) OVER (ORDER BY source_row)::BIGINT AS total FROM {names.of('rows')}"
        f" WHERE sheet_index = {rows[0].table.sheet} AND reason IS NULL) AS s ON t.row >= s.source_row ORDER BY t.row",
        [[*(row.row for row in rows), BEHIND_ALL]],
    )
    return [total for (total,) in cursor.fetchall()]
