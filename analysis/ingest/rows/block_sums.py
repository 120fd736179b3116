"""Rows that took a date or name from above and equal the rows since it: probably their sum."""

from __future__ import annotations

from analysis.ingest.codes import Rejection
from analysis.ingest.columns.from_above import FILLED
from analysis.ingest.columns.staging import Names, quoted
from analysis.ingest.kinds import summed_column, summed_role, summing_slack
from analysis.ingest.options import Cursor, ReadOptions
from analysis.ingest.rows.hidden_sums import FEWEST_PARTS


def mark_block_sums(cursor: Cursor, names: Names, options: ReadOptions) -> None:
    """Give such rows their reason: nothing in them says that they are work by themselves."""
    cursor.execute(f"SELECT count(*) FROM duckdb_tables() WHERE table_name = {quoted(names.of(FILLED))}")
    if not cursor.fetchall()[0][0] or summed_role(options.measurement) is None:
        return
    cursor.execute(
        _MARKED.format(
            rows=names.of("rows"),
            filled=names.of(FILLED),
            amount=summed_column(options.measurement),
            slack=summing_slack(options.measurement),
            reason=quoted(Rejection.TOTAL_LIKE),
        )
    )


_BLOCK = "PARTITION BY sheet, {block} ORDER BY row, series ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING"
_MARKED = f"""
WITH ordered AS (
    SELECT sheet, row, filled.series, is_from_above, {{amount}} AS amount,
           count(CASE WHEN begins OR is_apart THEN 1 END) OVER up_to_here AS part,
           count(CASE WHEN NOT is_from_above OR is_apart THEN 1 END) OVER up_to_here AS whole
    FROM {{rows}} AS rows JOIN {{filled}} AS filled
      ON sheet = sheet_index AND row = source_row AND filled.series = rows.series
    WHERE reason IS NULL
    WINDOW up_to_here AS (PARTITION BY sheet ORDER BY row, filled.series)
), added AS (
    SELECT *, sum(amount) OVER in_part AS above, count(*) OVER in_part AS parts,
           sum(amount) OVER in_whole AS all_above, count(*) OVER in_whole AS all_parts
    FROM ordered WINDOW in_part AS ({_BLOCK.format(block="part")}), in_whole AS ({_BLOCK.format(block="whole")})
)
UPDATE {{rows}} SET reason = {{reason}}, culprit = '' WHERE reason IS NULL AND (sheet_index, source_row, series) IN (
    SELECT (sheet, row, series) FROM added WHERE is_from_above AND amount > 0
       AND (parts >= {FEWEST_PARTS} AND abs(amount - above) <= {{slack}}
         OR all_parts >= {FEWEST_PARTS} AND abs(amount - all_above) <= {{slack}}))
"""
