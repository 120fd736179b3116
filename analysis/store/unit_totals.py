"""From second-stage units (an employee's days) to totals per employee with their squares: one query per round.

Sums run over whole milliseconds and whole counts as 128-bit integers, squares included: exact, and the same in
whatever order the threads come. Only the finished sums become minutes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from analysis.model.kinds import Measurement
from analysis.model.measurement import EmployeeTotals, RoundTotals
from analysis.model.plan import Goal, Round
from analysis.store.connection import Cursor

# The second stage asks three questions of the units: they are made once.
_UNITS = """
WITH goal_row AS (
    SELECT live_registration.*, is_leading
    FROM live_registration JOIN goal_workflow USING (workflow_id)
    WHERE goal_id = $goal_id AND round_id = $round_id AND measurement = $measurement
), unit AS MATERIALIZED ({unit})
"""
_TOTALS = """
SELECT name, employee, sum(n)::BIGINT, sum(y) FILTER (n > 0), sum(x) FILTER (n > 0),
       sum(y * y) FILTER (n > 0), sum(x * y) FILTER (n > 0), sum(x * x) FILTER (n > 0), count(*) FILTER (n > 0),
       (SELECT count(DISTINCT work_date) FROM unit WHERE n > 0), (SELECT sum(left_out)::BIGINT FROM unit)
FROM unit JOIN target_group USING (target_group_id) GROUP BY name, employee ORDER BY name, employee
"""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which rows: those of a goal's workflows in a round, measured in one way."""

    goal: Goal
    round: Round
    measurement: Measurement

    @property
    def parameters(self) -> dict[str, object]:
        ids = {"goal_id": self.goal.goal_id, "round_id": self.round.round_id}
        return {**ids, "measurement": self.measurement.value}


def round_totals(cursor: Cursor, chosen: Chosen, unit: str, per_y: int = 1) -> RoundTotals:
    """Totals of the units that ``unit`` makes of ``goal_row``; ``per_y`` of its ``y`` are one of the totals'.

    A unit has n (rows that count), left_out (rows that do not), y and x (sums over the former).
    """
    rows = cursor.execute(_UNITS.format(unit=unit) + _TOTALS, chosen.parameters).fetchall()
    days, left_out = rows[0][-2:] if rows else (0, 0)
    return RoundTotals(tuple(_employee(row, per_y) for row in rows if row[2]), days or None, left_out)


def _employee(row: tuple[Any, ...], per_y: int) -> EmployeeTotals:
    target_group, employee, registrations, y, x, yy, xy, xx, units, *_ = row
    scaled = (y / per_y, float(x), yy / per_y**2, xy / per_y, float(xx))
    return EmployeeTotals(target_group, employee, registrations, *scaled, units)
