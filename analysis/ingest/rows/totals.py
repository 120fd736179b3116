"""Total rows as a checksum: never counted, but compared with the rows they should cover."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.ingest.columns.staging import Names, Table, quoted
from analysis.ingest.kinds import summed_column
from analysis.ingest.layout.layout import Layout
from analysis.ingest.options import Cursor
from analysis.ingest.rows.failed import Failed
from analysis.ingest.values.cells import FIELD, is_null
from analysis.ingest.values.sum_words import is_statistic, is_total
from analysis.model.kinds import Role

SECOND_MS = 1000
FEWEST_SERIES = 2
"""Two columns may be equal; a sum stands beside more."""
MOST_PARTS = 1000
"""A column with more different texts holds remarks."""
_EVERY = re.compile(r"(?:alle|samtlige|all|hele) \w+", re.IGNORECASE)
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


def summing_series(cursor: Cursor, names: Names, layout: Layout) -> tuple[str, ...]:
    """The measured columns of a wide table whose numbers are the sum of all the others: totals under another name."""
    amount = summed_column(layout.measurement)
    cursor.execute(
        f"SELECT series, sum({amount})::BIGINT FROM {names.of('rows')} WHERE reason IS NULL GROUP BY ALL ORDER BY ALL"
    )
    sums = [(series, total) for series, total in cursor.fetchall() if total]
    whole = sum(total for _, total in sums)
    slack = SECOND_MS if Role.DURATION in layout.measurement.needed else 0
    alike = [series for series, total in sums if abs(2 * total - whole) <= slack]
    return tuple(layout.series[series].label for series in alike) if len(sums) > FEWEST_SERIES else ()


def columns_with_sums(cursor: Cursor, names: Names, table: Table) -> tuple[str, ...]:
    """The columns without a role in which some counting rows name a sum and others its parts: ``Hele landet``."""
    layout = table.layout
    return tuple(layout.headers[index] for index in layout.unused if _holds_sums(cursor, names, table, index))


def _holds_sums(cursor: Cursor, names: Names, table: Table, index: int) -> bool:
    cursor.execute(
        f"SELECT DISTINCT string_split(line, {quoted(FIELD)})[{index + 1}] FROM {names.of('rows')}"
        f" JOIN (SELECT {table.line_number} AS row, line FROM {table.lines}) ON row = source_row"
        f" WHERE sheet_index = {table.sheet} AND reason IS NULL LIMIT {MOST_PARTS}"
    )
    parts = [text for (text,) in cursor.fetchall() if text and not is_null(text)]
    sums = [text for text in parts if is_total(text) or is_statistic(text) or _EVERY.fullmatch(text)]
    return 0 < len(sums) < len(parts)


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
