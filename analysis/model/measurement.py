"""What the store hands to the statistics: one row per target group, employee and round."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EmployeeTotals:
    """One employee's sufficient statistics in one round.

    ``y`` is minutes (or a count), ``x`` items. The squares are sums over the employee's *day totals*
    (over rows where the round has no dates), so that the days can serve as the second stage; ``units`` is the
    number of those days (or rows): where every employee has one, the variation within employees is not known.
    """

    target_group: str
    employee: str
    registrations: int
    y: float
    x: float
    yy: float
    xy: float
    xx: float
    units: int


@dataclass(frozen=True, slots=True)
class RoundTotals:
    """One round of one goal. ``days`` is the number of distinct dates, ``None`` where no registration has one."""

    employees: tuple[EmployeeTotals, ...]
    days: int | None
    left_out: int = 0
    """Registrations left out because the count they are measured per is missing."""


@dataclass(frozen=True, slots=True)
class WorkflowRound:
    """One workflow's part of a round, each of its registrations an item."""

    workflow: str
    totals: RoundTotals


@dataclass(frozen=True, slots=True)
class CaseTotals:
    """The cases of one sort out of ``total`` in a round of a goal, whoever had them."""

    cases: int
    total: int
    rows: int
    days: int


@dataclass(frozen=True, slots=True)
class DayTotal:
    """The cases that a system counted on a date."""

    day: date
    cases: int


@dataclass(frozen=True, slots=True)
class IndicatorPoint:
    """What an early indicator was on a date."""

    day: date
    value: float


@dataclass(frozen=True, slots=True)
class IndicatorSeries:
    """An early indicator with its values by date."""

    name: str
    points: tuple[IndicatorPoint, ...]
