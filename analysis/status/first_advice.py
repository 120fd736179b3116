"""How many employees to plan with before anything is measured, from assumptions that are stated with the number.

Source: the planner's own forecast. The assumed components are those of the pilot in the planner's worked example:
employees' minutes per item differ by about half, and a day's mean from an employee's own by about as much again.
"""

from __future__ import annotations

from analysis.model.choices import Direction, Measure
from analysis.model.outcome import NotComputable, Reason
from analysis.model.plan import Goal
from analysis.model.priorities import FirstAdvice
from analysis.statistics import planner

SPREAD_OF_EMPLOYEES = 0.5
SPREAD_OF_DAYS = 0.8
DF_PER_EMPLOYEE = 0.7
USUAL_DAYS = 14
WORKING_PART = 5 / 7


def first_advice(goal: Goal, days: int | None, population: int | None) -> FirstAdvice | NotComputable | None:
    """The smallest number that, measuring both times, tells a reached target from the last milestone before it.

    ``None`` for shares, and for what cannot be told in logarithms: all of it gone.
    """
    steps = [one.improvement for one in goal.milestones if one.improvement < goal.target_improvement]
    against = max(steps, default=0.0)
    sign = -1 if goal.direction is Direction.MORE else 1
    if goal.measure is Measure.SHARE or sign * goal.target_improvement >= 1:
        return None
    plan = planner.Plan(
        expected=sign * goal.target_improvement, target=sign * against, overlap=1.0, population=population
    )
    for employees in range(2, (population or planner.MOST_EMPLOYEES) + 1):
        if planner.forecast(assumed(employees, days), plan, employees).power >= planner.WANTED_POWER:
            return FirstAdvice(employees, against, SPREAD_OF_EMPLOYEES, population)
    return NotComputable(Reason.BASELINE_IS_THE_LIMIT)


def assumed(employees: int, days: int | None) -> planner.Pilot:
    """A baseline of so many employees as it is taken to become."""
    working_days = max(1, round((days or USUAL_DAYS) * WORKING_PART))
    return planner.Pilot(
        employees,
        between=SPREAD_OF_EMPLOYEES**2,
        within=SPREAD_OF_DAYS**2 / working_days,
        days=working_days,
        registrations_per_employee=float(working_days),
        df_per_employee=DF_PER_EMPLOYEE,
    )
