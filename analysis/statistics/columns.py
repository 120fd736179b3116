"""A round as arrays, one entry per employee, and which employees two rounds have in common."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from analysis.statistics.design import Sample

FloatArray = NDArray[np.float64]
IndexArray = NDArray[np.intp]

_KEY = attrgetter("target_group", "employee")
_SUMS = tuple(attrgetter(name) for name in ("y", "x", "yy", "xy", "xx"))


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The employees of one round, sorted by target group and name so that their order in a file cannot matter.

    ``group`` is the position of each employee's target group in ``groups``; the sums are those of
    ``EmployeeTotals``; ``days`` is infinite where the rows are the second stage.
    """

    groups: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]
    group: IndexArray
    y: FloatArray
    x: FloatArray
    yy: FloatArray
    xy: FloatArray
    xx: FloatArray
    days: float
    units_per_employee: int
    """The largest number of days (or rows) that any employee has."""
    employees_per_group: FloatArray
    employees: FloatArray
    """The number of employees in each employee's own target group."""

    def per_group(self, values: FloatArray) -> FloatArray:
        """The sum of ``values`` in each target group."""
        return np.asarray(np.bincount(self.group, weights=values, minlength=len(self.groups)), dtype=np.float64)

    def totals_without(self, values: FloatArray) -> FloatArray:
        """The total when one employee is deleted and the rest of the group reweighted by n/(n-1)."""
        totals = self.per_group(values)
        own = totals[self.group]
        # Other groups and the rest of the own group apart: a sum of nothing but zeros then stays exactly zero.
        others, rest = totals.sum() - own, own - values
        return np.asarray(others + rest * self.employees / (self.employees - 1))


@dataclass(frozen=True, slots=True, eq=False)
class Overlap:
    """The employees in both rounds: ``baseline`` and ``follow_up`` are their positions there.

    ``places`` are the positions of the follow-up's employees in the union, where the baseline's come first.
    """

    baseline: IndexArray
    follow_up: IndexArray
    places: IndexArray
    union: int


def columns_of(sample: Sample, groups: tuple[str, ...]) -> Columns:
    """The employees of ``groups`` as arrays."""
    place = {name: position for position, name in enumerate(groups)}
    rows = sorted((e for e in sample.totals.employees if e.target_group in place), key=_KEY)
    group = np.fromiter((place[e.target_group] for e in rows), dtype=np.intp, count=len(rows))
    per_group = np.bincount(group, minlength=len(groups)).astype(np.float64)
    y, x, yy, xy, xx = (np.fromiter(map(value, rows), dtype=np.float64, count=len(rows)) for value in _SUMS)
    return Columns(
        groups,
        tuple(map(_KEY, rows)),
        group,
        y,
        x,
        yy,
        xy,
        xx,
        days=np.inf if sample.totals.days is None else sample.totals.days,
        units_per_employee=max(e.units for e in rows),
        employees_per_group=per_group,
        employees=per_group[group],
    )


def overlap_of(baseline: Columns, follow_up: Columns, matched: bool) -> Overlap:
    """Which employees took part twice; nobody where identifiers cannot be matched."""
    place = {key: position for position, key in enumerate(baseline.keys)} if matched else {}
    places = np.array([place.get(key, -1) for key in follow_up.keys], dtype=np.intp)
    (in_both,) = np.nonzero(places >= 0)
    (new,) = np.nonzero(places < 0)
    of_both = places[in_both]
    places[new] = len(baseline.keys) + np.arange(len(new))
    return Overlap(of_both, in_both, places, len(baseline.keys) + len(new))
