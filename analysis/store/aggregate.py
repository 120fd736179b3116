"""The one aggregate that statistics rest on: sufficient statistics per target group and employee of a round."""

from __future__ import annotations

from typing import Any

from analysis.model.measurement import EmployeeTotals, RoundTotals
from analysis.model.plan import Denominator, Goal, Round
from analysis.store.connection import Cursor, one_value

# Sums run over whole milliseconds and whole counts as 128-bit integers, squares included: exact, and the same in
# whatever order the threads come. Only the finished sums become minutes.
_MS_PER_MINUTE = 60_000

_ROWS = """
WITH goal_row AS (
    SELECT target_group_id, employee, work_date, duration_ms, registration_id,
           CASE WHEN NOT $counted THEN 1 WHEN is_leading THEN count ELSE 0 END AS items
    FROM live_registration JOIN goal_workflow USING (workflow_id)
    WHERE goal_id = $goal_id AND round_id = $round_id
)
"""
# A row without a date is its own second-stage unit; no round has both kinds, uploads see to that.
_TOTALS = (
    _ROWS
    + """
, unit AS (
    SELECT target_group_id, employee, count(*) AS n, sum(duration_ms) AS ms, sum(items) AS items
    FROM goal_row WHERE items IS NOT NULL
    GROUP BY target_group_id, employee, work_date, CASE WHEN work_date IS NULL THEN registration_id END
)
SELECT name, employee, sum(n)::BIGINT, sum(ms), sum(items), sum(ms * ms), sum(items * ms), sum(items * items), count(*)
FROM unit JOIN target_group USING (target_group_id) GROUP BY ALL ORDER BY name, employee
"""
)
_DAYS = _ROWS + "SELECT count(DISTINCT work_date) FROM goal_row WHERE items IS NOT NULL"
_LEFT_OUT = _ROWS + "SELECT count(*) FROM goal_row WHERE items IS NULL"


def goal_totals(cursor: Cursor, goal: Goal, measured: Round) -> RoundTotals:
    """Minutes and items of every employee in one round of a goal, with their squares over days.

    Items are registrations, or the counts of the leading workflow; cases that a system counted are ``system_count``.
    """
    chosen = {
        "counted": goal.denominator is Denominator.LEADING_COUNT,
        "goal_id": goal.goal_id,
        "round_id": measured.round_id,
    }
    rows = cursor.execute(_TOTALS, chosen).fetchall()
    days = one_value(cursor, _DAYS, chosen)
    left_out = one_value(cursor, _LEFT_OUT, chosen)
    return RoundTotals(tuple(_employee(row) for row in rows), days or None, left_out)


def _employee(row: tuple[Any, ...]) -> EmployeeTotals:
    target_group, employee, registrations, ms, items, ms_ms, items_ms, items_items, units = row
    y, yy, xy = ms / _MS_PER_MINUTE, ms_ms / _MS_PER_MINUTE**2, items_ms / _MS_PER_MINUTE
    return EmployeeTotals(target_group, employee, registrations, y, float(items), yy, xy, float(items_items), units)
