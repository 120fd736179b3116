"""The example's rounds as the estimator takes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from analysis.model.measurement import EmployeeTotals, RoundTotals
from analysis.model.plan import Goal
from analysis.statistics import Contrast, Design, Mode, Sample, contrast
from tests.sample_data.sample_files import FILES, PLAN, Row, rows_of

DOCUMENTS, CALLS, INTERVIEWS = PLAN.goals[:3]


def design_of(goal: Goal) -> Design:
    """Fixed yearly numbers per target group weigh the groups, where the plan has them."""
    return Design(mode=Mode.STANDARDISED, volumes=goal.volumes) if goal.volumes else Design()


def sample_of(goal: Goal, number: int) -> Sample:
    """One round of one goal, with the populations of the plan."""
    rows = [row for row in rows_of(FILES[number]) if row.workflow in goal.workflows]
    employees: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        employees[row.target_group, row.employee].append(row)
    totals = tuple(_totals(goal.leading_workflow, *key, own) for key, own in employees.items())
    return Sample(RoundTotals(totals, days=len({row.day for row in rows})), PLAN.rounds[number].populations)


def since_baseline(goal: Goal, number: int) -> Contrast:
    known = contrast(sample_of(goal, 0), sample_of(goal, number), design_of(goal))
    assert isinstance(known, Contrast)
    return known


def _totals(leading: str | None, target_group: str, employee: str, rows: Iterable[Row]) -> EmployeeTotals:
    days: dict[object, list[float]] = defaultdict(lambda: [0.0, 0.0])
    registrations = 0
    for row in rows:
        registrations += 1
        days[row.day][0] += row.minutes
        days[row.day][1] += (row.count or 0) if row.workflow == leading else 0
    y, x = zip(*days.values(), strict=True)
    squares = [sum(a * b for a, b in zip(one, other, strict=True)) for one, other in ((y, y), (x, y), (x, x))]
    return EmployeeTotals(target_group, employee, registrations, sum(y), sum(x), *squares, units=len(days))
