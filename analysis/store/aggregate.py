"""What statistics of employees rest on: sufficient statistics per target group and employee of a round."""

from __future__ import annotations

from analysis.model.choices import Denominator
from analysis.model.kinds import Measurement
from analysis.model.measurement import RoundTotals, WorkflowRound
from analysis.model.plan import Goal, Round
from analysis.store.connection import Cursor, one_value
from analysis.store.unit_totals import Chosen, round_totals

_MS_PER_MINUTE = 60_000

# Measured per registration every row counts; per counted item a row without its count is left out.
_ITEM = {
    Denominator.REGISTRATIONS: "1",
    Denominator.SYSTEM_COUNT: "1",
    Denominator.LEADING_COUNT: "CASE WHEN is_leading THEN count ELSE 0 END",
}
_TIME = """
SELECT target_group_id, employee, work_date, count({item}) AS n, count(*) - count({item}) AS left_out,
       sum(CASE WHEN {item} IS NOT NULL THEN duration_ms END) AS y, sum({item}) AS x
FROM goal_row WHERE {where} GROUP BY target_group_id, employee, work_date{row}
"""
# All rows of an employee and workflow are one guess, their mean; without all workflows it is no guess of the goal.
_GUESSES = """
SELECT target_group_id, employee, NULL::DATE AS work_date,
       CASE WHEN count(*) = {workflows} THEN 1 ELSE 0 END AS n, 1 - n AS left_out, sum(ms) AS y, 1 AS x
FROM (SELECT target_group_id, employee, workflow_id, avg(duration_ms) AS ms FROM goal_row GROUP BY ALL)
GROUP BY target_group_id, employee
"""
_TALLIES = """
SELECT target_group_id, employee, work_date, count(*) AS n, 0 AS left_out, sum(count) AS y, 1 AS x
FROM goal_row GROUP BY ALL
"""
_SHARES = """
SELECT target_group_id, employee, work_date, count(*) AS n, 0 AS left_out, sum(count) AS y, sum(total) AS x
FROM goal_row WHERE employee IS NOT NULL GROUP BY ALL
"""
_WORKFLOWS = """
SELECT workflow_id, name FROM goal_workflow JOIN workflow USING (workflow_id) WHERE goal_id = ? ORDER BY place
"""
_UNDATED = """
SELECT count(*) > 0 FROM upload
WHERE round_id = ? AND measurement = ? AND undone_at IS NULL AND rows > 0 AND first_date IS NULL
"""


def goal_totals(cursor: Cursor, goal: Goal, measured: Round) -> RoundTotals:
    """Minutes and items of every employee in one round of a goal, with their squares over days.

    Items are registrations, or the counts of the leading workflow; cases that a system counted are ``system_count``.
    """
    unit = _time(cursor, measured, goal.denominator)
    return round_totals(cursor, Chosen(goal, measured, Measurement.TIME), unit, _MS_PER_MINUTE)


def workflow_totals(cursor: Cursor, goal: Goal, measured: Round) -> tuple[WorkflowRound, ...]:
    """The time of each workflow of a goal in a round, each registration an item."""
    chosen = Chosen(goal, measured, Measurement.TIME)
    found = []
    for workflow_id, name in cursor.execute(_WORKFLOWS, [goal.goal_id]).fetchall():
        unit = _time(cursor, measured, Denominator.REGISTRATIONS, f"workflow_id = {workflow_id}")
        found.append(WorkflowRound(name, round_totals(cursor, chosen, unit, _MS_PER_MINUTE)))
    return tuple(found)


def guess_totals(cursor: Cursor, goal: Goal, measured: Round) -> RoundTotals:
    """The minutes that each employee believes one item takes over all workflows of a goal.

    Who has not guessed every workflow is left out.
    """
    unit = _GUESSES.format(workflows=len(set(goal.workflows)))
    return round_totals(cursor, Chosen(goal, measured, Measurement.BEST_GUESS), unit, _MS_PER_MINUTE)


def tally_totals(cursor: Cursor, goal: Goal, measured: Round) -> RoundTotals:
    """The cases that each employee counted, and the days on which they did."""
    return round_totals(cursor, Chosen(goal, measured, Measurement.TALLY), _TALLIES)


def share_totals(cursor: Cursor, goal: Goal, measured: Round) -> RoundTotals:
    """Each employee's cases of one sort, out of all of theirs; rows of nobody are not among them."""
    return round_totals(cursor, Chosen(goal, measured, Measurement.SHARE), _SHARES)


def _time(cursor: Cursor, measured: Round, denominator: Denominator, where: str = "true") -> str:
    """The days of employees; in a round without dates every registration is a unit of its own."""
    is_undated = one_value(cursor, _UNDATED, [measured.round_id, Measurement.TIME.value])
    row = ", registration_id" if is_undated else ""
    return _TIME.format(item=_ITEM[denominator], where=where, row=row)
