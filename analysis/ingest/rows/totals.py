"""Total rows as a checksum: never counted, but compared with the rows they should cover."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.ingest.columns.staging import Names, Table, quoted
from analysis.ingest.kinds import SECOND_MS, summed_column, summing_slack
from analysis.ingest.layout.layout import Layout
from analysis.ingest.options import Cursor
from analysis.ingest.rows.failed import Failed
from analysis.ingest.values.cells import FIELD, is_null
from analysis.ingest.values.sum_words import is_statistic, is_total
from analysis.model.kinds import Role

FEWEST_SERIES = 2
"""Two columns may be equal; a sum stands beside more."""
MOST_PARTS = 1000
"""A column with more different texts holds remarks."""
_EVERY = re.compile(r"(?:alle|samtlige|all|hele) \w+", re.IGNORECASE)


def agreeing_totals(cursor: Cursor, names: Names, rows: Sequence[Failed]) -> list[Failed]:
    """The rows whose amount is the sum of the whole sheet or of all rows since some earlier total.

    Times need to agree to the second, counts exactly.
    """
    if not rows:
        return []
    is_time = Role.DURATION in rows[0].layout.measurement.needed
    unit, slack = (SECOND_MS, 1) if is_time else (1, 0)
    agreeing: list[Failed] = []
    starts: dict[int, set[int]] = {}
    for row, sums in zip(rows, _sums(cursor, names, rows), strict=True):
        above, whole = round(sums.above / unit), round(sums.whole / unit)
        earlier = starts.setdefault(row.table.sheet, {0})
        own = None if row.amount is None else round(row.amount / unit)
        if own is not None and (
            any(above - own + more in earlier for more in range(-slack, slack + 1)) or abs(whole - own) <= slack
        ):
            agreeing.append(row)
        earlier.add(above)
    return agreeing


def summing_series(cursor: Cursor, names: Names, layout: Layout) -> tuple[str, ...]:
    """The measured columns of a wide table whose numbers are the sum of all the others: totals under another name."""
    amount = summed_column(layout.measurement)
    cursor.execute(
        f"SELECT series, sum({amount})::BIGINT FROM {names.of('rows')} WHERE reason IS NULL GROUP BY ALL ORDER BY ALL"
    )
    sums = [(series, total) for series, total in cursor.fetchall() if total]
    whole = sum(total for _, total in sums)
    slack = summing_slack(layout.measurement)
    alike = [series for series, total in sums if abs(2 * total - whole) <= slack]
    return tuple(layout.series[series].label for series in alike) if len(sums) > FEWEST_SERIES else ()


def columns_with_sums(cursor: Cursor, names: Names, tables: Sequence[Table]) -> tuple[str, ...]:
    """The columns without a role in which some counting rows name a sum and others its parts: ``Hele landet``."""
    found: list[str] = []
    for index in sorted({index for table in tables for index in table.layout.unused}):
        parts = _parts(cursor, names, index)
        found += [
            table.layout.headers[index]
            for table in tables
            if index in table.layout.unused and _holds_sums(parts.get(table.sheet, []))
        ]
    return tuple(dict.fromkeys(found))


def _parts(cursor: Cursor, names: Names, index: int) -> dict[int, list[str]]:
    """Some of the different texts that the counting rows of each sheet have in a column."""
    cursor.execute(
        f"SELECT DISTINCT sheet, string_split(line, {quoted(FIELD)})[{index + 1}] FROM {names.of('rows')}"
        f" JOIN {names.of('lines')} ON row = source_row AND sheet = sheet_index WHERE reason IS NULL"
        f" QUALIFY row_number() OVER (PARTITION BY sheet) <= {MOST_PARTS}"
    )
    parts: dict[int, list[str]] = {}
    for sheet, text in cursor.fetchall():
        if text and not is_null(text):
            parts.setdefault(sheet, []).append(text)
    return parts


def _holds_sums(parts: Sequence[str]) -> bool:
    sums = [text for text in parts if is_total(text) or is_statistic(text) or _EVERY.fullmatch(text)]
    return 0 < len(sums) < len(parts)


@dataclass(frozen=True, slots=True)
class Sums:
    """The amounts of all counting rows above a row, and of its whole sheet."""

    above: int
    whole: int


def _sums(cursor: Cursor, names: Names, rows: Sequence[Failed]) -> list[Sums]:
    """The sums that each of the given rows, in the order of the file, may be."""
    amount = summed_column(rows[0].layout.measurement)
    cursor.execute(
        "SELECT coalesce(s.above, 0), coalesce(w.whole, 0)"
        " FROM (SELECT unnest(?::USMALLINT[]) AS sheet, unnest(?::BIGINT[]) AS row) AS t"
        f" ASOF LEFT JOIN (SELECT sheet_index, source_row, sum({amount}) OVER (PARTITION BY sheet_index ORDER BY"
        f" source_row)::BIGINT AS above FROM {names.of('rows')} WHERE reason IS NULL) AS s"
        " ON t.sheet = s.sheet_index AND t.row >= s.source_row"
        f" LEFT JOIN (SELECT sheet_index, sum({amount})::BIGINT AS whole FROM {names.of('rows')} WHERE reason IS NULL"
        " GROUP BY ALL) AS w ON t.sheet = w.sheet_index ORDER BY t.sheet, t.row",
        [[row.table.sheet for row in rows], [row.row for row in rows]],
    )
    return [Sums(*found) for found in cursor.fetchall()]
