"""Sums among the rows that no word tells: only the arithmetic shows them."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.ingest.codes import Refusal, Rejection
from analysis.ingest.columns.staging import Names, quoted
from analysis.ingest.kinds import MOST_BY_HAND, summed_column, summed_role, summing_slack
from analysis.ingest.layout.layout import Fault
from analysis.ingest.options import Cursor, ReadOptions
from analysis.model.kinds import Measurement, Role

FEWEST_PARTS, FEWEST_SUMS = 2, 2
ENOUGH_PARTS = 4
"""A single row at the end is no sum by chance if so many stand above it."""
LABELS = (Role.WORKFLOW, Role.EMPLOYEE)


def mark_sums(cursor: Cursor, names: Names, roles: Sequence[Role], options: ReadOptions) -> Fault | None:
    """The question whether rows that are each time the sum of others count, or their reason as it was answered."""
    kind = options.measurement
    if options.sums_count or summed_role(kind) is None or kind is Measurement.BEST_GUESS:
        return None
    rows = names.of("rows")
    cursor.execute(f"SELECT count(*) FROM {rows} WHERE reason IS NULL")
    if cursor.fetchall()[0][0] > MOST_BY_HAND:
        return None
    found = {role: _summing_labels(cursor, rows, role, roles, kind) for role in LABELS if role in roles}
    if options.sums_count is None:
        labels = tuple(dict.fromkeys(label for each in found.values() for label in each))
        return Fault(Refusal.SUMS_AMONG_ROWS, labels) if labels else None
    for role, labels in found.items():
        named = ", ".join(map(quoted, labels)) or "NULL"
        cursor.execute(
            f"UPDATE {rows} SET reason = {quoted(Rejection.TOTAL_LIKE)}, culprit = {quoted(role)}"
            f" WHERE reason IS NULL AND {role}::VARCHAR IN ({named})"
        )
    return None


def _summing_labels(cursor: Cursor, rows: str, role: Role, roles: Sequence[Role], kind: Measurement) -> tuple[str, ...]:
    """The names whose rows are all the sum of the rows above, or of the others of their day."""
    amount, slack = summed_column(kind), summing_slack(kind)
    counting = f"SELECT sheet_index, source_row, series, {role}::VARCHAR AS label, {amount}::BIGINT AS amount"
    above = f"{counting} FROM {rows} WHERE reason IS NULL"
    cursor.execute(_OF_ROWS_ABOVE.format(counting=above, slack=slack))
    found = [label for (label,) in cursor.fetchall()]
    beside = [f"{one}" for one in (Role.EMPLOYEE, Role.WORKFLOW) if one in roles and one is not role]
    if Role.DATE in roles:
        keys = ", ".join(["work_date", *beside])
        cursor.execute(
            _OF_A_DAY.format(counting=f"{counting}, {keys} FROM {rows} WHERE reason IS NULL", keys=keys, slack=slack)
        )
        found += [label for (label,) in cursor.fetchall()]
    return tuple(dict.fromkeys(found))


_OF_ROWS_ABOVE = f"""
WITH ordered AS (
    SELECT *, sum(amount) OVER above AS upto, count(*) OVER above AS place,
           count(*) OVER (PARTITION BY sheet_index) AS last
    FROM ({{counting}}) WINDOW above AS (PARTITION BY sheet_index ORDER BY source_row, series ROWS UNBOUNDED PRECEDING)
), blocks AS (
    SELECT label, amount, place = last AS is_last, place - 1 - coalesce(lag(place) OVER own, 0) AS parts,
           upto - amount - coalesce(lag(upto) OVER own, 0) AS whole
    FROM ordered WINDOW own AS (PARTITION BY sheet_index, label ORDER BY source_row, series)
)
SELECT label FROM blocks GROUP BY label
HAVING bool_and(amount > 0 AND abs(amount - whole) <= {{slack}} AND parts >= {FEWEST_PARTS})
   AND (count(*) >= {FEWEST_SUMS} OR bool_or(is_last AND parts >= {ENOUGH_PARTS}))
ORDER BY label
"""
_OF_A_DAY = f"""
WITH labelled AS (
    SELECT {{keys}}, label, sum(amount) AS own, count(*) AS rows FROM ({{counting}}) GROUP BY ALL
), beside AS (
    SELECT label, own, rows, sum(own) OVER day - own AS others, sum(rows) OVER day - rows AS parts
    FROM labelled WINDOW day AS (PARTITION BY {{keys}})
)
SELECT label FROM beside WHERE parts >= {FEWEST_PARTS} GROUP BY label
HAVING count(*) >= {FEWEST_SUMS} AND bool_and(rows = 1 AND own > 0 AND abs(own - others) <= {{slack}})
ORDER BY label
"""
