"""What is counted whoever did it: cases of a system per day, shares of all cases, early indicators."""

from __future__ import annotations

from itertools import groupby

from analysis.model.kinds import Measurement
from analysis.model.measurement import CaseTotals, DayTotal, IndicatorPoint, IndicatorSeries
from analysis.model.plan import Goal, Round
from analysis.store.connection import Cursor

_OF_GOAL = """
FROM live_registration JOIN goal_workflow USING (workflow_id)
WHERE goal_id = ? AND round_id = ? AND measurement = ?
"""
_CASES = f"""
SELECT coalesce(sum(count), 0)::BIGINT, coalesce(sum(total), 0)::BIGINT, count(*), count(DISTINCT work_date) {_OF_GOAL}
"""
_PER_DAY = f"SELECT work_date, sum(count)::BIGINT {_OF_GOAL} GROUP BY work_date ORDER BY work_date"
_SERIES = """
SELECT name, work_date, value FROM live_registration JOIN workflow USING (workflow_id)
WHERE project_id = ? AND measurement = ? ORDER BY workflow_id, work_date, upload_id, source_row
"""


def share_sum(cursor: Cursor, goal: Goal, measured: Round) -> CaseTotals:
    """The cases of one sort out of all in a round of a goal, with an employee or without."""
    parameters = [goal.goal_id, measured.round_id, Measurement.SHARE.value]
    return CaseTotals(*cursor.execute(_CASES, parameters).fetchall()[0])


def day_counts(cursor: Cursor, goal: Goal, measured: Round) -> tuple[DayTotal, ...]:
    """The cases that a system counted for a goal on each date of a round that it has one for."""
    parameters = [goal.goal_id, measured.round_id, Measurement.EXTRACT.value]
    return tuple(DayTotal(*row) for row in cursor.execute(_PER_DAY, parameters).fetchall())


def series(cursor: Cursor, project_id: int) -> tuple[IndicatorSeries, ...]:
    """The early indicators of a project that have values, in the order they were added."""
    rows = cursor.execute(_SERIES, [project_id, Measurement.SERIES.value]).fetchall()
    return tuple(
        IndicatorSeries(name, tuple(IndicatorPoint(day, value) for _, day, value in points))
        for name, points in groupby(rows, key=lambda row: row[0])
    )
