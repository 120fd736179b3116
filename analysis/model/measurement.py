"""What the store hands to the statistics: one row per target group, employee and round."""

from __future__ import annotations

from dataclasses import dataclass


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
