"""The registrations of a canonical file and the sums that the statistics need of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from analysis.model.measurement import EmployeeTotals, RoundTotals


@dataclass(frozen=True, slots=True)
class Registration:
    """One row of the file; ``row`` is the number that Excel shows, ``day`` any label of a day or empty."""

    row: int
    wave: str
    employee: str
    target_group: str
    population: int | None
    day: str
    minutes: float
    items: float


@dataclass(slots=True)
class _Sums:
    registrations: int = 0
    y: float = 0.0
    x: float = 0.0


def round_totals(registrations: Iterable[Registration]) -> RoundTotals:
    """The sufficient statistics of one wave: sums per employee, and of squares over the employee's days.

    Where no registration has a date each row is a second-stage unit of its own. This is the reference that the
    database's aggregate is tested against.
    """
    units: defaultdict[tuple[str, str], defaultdict[str | int, _Sums]] = defaultdict(lambda: defaultdict(_Sums))
    days = set()
    for one in registrations:
        unit = units[one.target_group, one.employee][one.day or one.row]
        unit.registrations += 1
        unit.y += one.minutes
        unit.x += one.items
        days.add(one.day)
    employees = tuple(_employee_totals(*key, tuple(of_day.values())) for key, of_day in units.items())
    return RoundTotals(employees, days=None if days == {""} else len(days))


def _employee_totals(target_group: str, employee: str, units: tuple[_Sums, ...]) -> EmployeeTotals:
    return EmployeeTotals(
        target_group,
        employee,
        registrations=sum(unit.registrations for unit in units),
        y=sum(unit.y for unit in units),
        x=sum(unit.x for unit in units),
        yy=sum(unit.y * unit.y for unit in units),
        xy=sum(unit.x * unit.y for unit in units),
        xx=sum(unit.x * unit.x for unit in units),
        units=len(units),
    )
