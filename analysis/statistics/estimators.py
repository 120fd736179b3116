"""The ratio of one round in its three modes, and what each mode hands to variance and degrees of freedom.

Source: Cochran, *Sampling Techniques* (1977), section 6.11 (combined ratio estimate); Wolter, *Introduction to
Variance Estimation* (2007), chapter 4 (jackknife values); Pustejovsky & Tipton, J. Bus. Econ. Stat. 36:672 (2018).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from analysis.statistics.columns import Columns, FloatArray
from analysis.statistics.thin_matrix import ThinMatrix, diagonal_matrix


class Estimator(Protocol):
    """One round's ratio. Arrays have one entry per employee; a deletion that leaves no items gives NaN."""

    @property
    def columns(self) -> Columns: ...

    @property
    def ratio(self) -> float: ...

    @property
    def slope(self) -> FloatArray:
        """The ratio that an employee's residual y - slope * x is taken from."""

    @property
    def scale(self) -> FloatArray:
        """What one minute of that residual does to the ratio."""

    @property
    def load(self) -> FloatArray:
        """What the working model takes the variance of an employee to be proportional to."""

    @property
    def leverage(self) -> FloatArray: ...

    def ratios_without(self) -> FloatArray:
        """The ratio with one employee deleted."""

    def projection(self) -> ThinMatrix:
        """The relative change of the ratio by each employee's residual (rows: deletions, columns: employees)."""


def _divided(numerator: FloatArray, denominator: FloatArray) -> FloatArray:
    return np.divide(numerator, denominator, out=np.full_like(numerator, np.nan), where=denominator > 0)


def _above_group_mean(columns: Columns, values: FloatArray) -> FloatArray:
    """n/(n-1) times the distance from the mean of the own group."""
    employees = columns.employees
    mean = columns.per_group(values)[columns.group] / employees
    return employees / (employees - 1) * (values - mean)


@dataclass(frozen=True, slots=True, eq=False)
class Combined:
    """R = sum g y / sum g x."""

    columns: Columns
    weight: FloatArray

    @property
    def items(self) -> float:
        return float(self.columns.per_group(self.weight * self.columns.x).sum())

    @property
    def ratio(self) -> float:
        return float(self.columns.per_group(self.weight * self.columns.y).sum()) / self.items

    @property
    def slope(self) -> FloatArray:
        return np.full(len(self.columns.keys), self.ratio)

    @property
    def scale(self) -> FloatArray:
        return self.weight / self.items

    @property
    def load(self) -> FloatArray:
        return self.columns.x

    @property
    def leverage(self) -> FloatArray:
        return self.weight * _above_group_mean(self.columns, self.columns.x) / self.items

    def ratios_without(self) -> FloatArray:
        y, x = (self.columns.totals_without(self.weight * v) for v in (self.columns.y, self.columns.x))
        return _divided(y, x)

    def projection(self) -> ThinMatrix:
        share = self.weight / self.items
        return ThinMatrix(share, -(share * self.columns.x)[:, None], share[:, None])


@dataclass(frozen=True, slots=True, eq=False)
class Standardised:
    """R = sum over groups of p_h R_h; ``part`` holds p_h, one entry per group."""

    columns: Columns
    part: FloatArray

    @property
    def items(self) -> FloatArray:
        """The items of each employee's own group."""
        return self.columns.per_group(self.columns.x)[self.columns.group]

    @property
    def ratio(self) -> float:
        ratios = self.columns.per_group(self.columns.y) / self.columns.per_group(self.columns.x)
        return float((self.part * ratios).sum())

    @property
    def slope(self) -> FloatArray:
        return self.columns.per_group(self.columns.y)[self.columns.group] / self.items

    @property
    def scale(self) -> FloatArray:
        return self.part[self.columns.group] / self.items

    @property
    def load(self) -> FloatArray:
        return self.columns.x

    @property
    def leverage(self) -> FloatArray:
        return _above_group_mean(self.columns, self.columns.x) / self.items

    def ratios_without(self) -> FloatArray:
        columns, group = self.columns, self.columns.group
        y = columns.per_group(columns.y)[group] - columns.y
        x = columns.per_group(columns.x)[group] - columns.x
        return self.ratio + self.part[group] * (_divided(y, x) - self.slope)

    def projection(self) -> ThinMatrix:
        # A round without any minutes has no relative levels: its groups then count alike.
        level = self.slope / self.ratio if self.ratio > 0 else np.ones(len(self.columns.keys))
        share, member = self.scale * level, np.eye(len(self.columns.groups))[self.columns.group]
        return ThinMatrix(share, -(share * self.columns.x / self.items)[:, None] * member, member)


@dataclass(frozen=True, slots=True, eq=False)
class Expansion:
    """R = sum g y / X, where X is known and therefore without error."""

    columns: Columns
    weight: FloatArray
    system_count: float

    @property
    def ratio(self) -> float:
        return float(self.columns.per_group(self.weight * self.columns.y).sum()) / self.system_count

    @property
    def slope(self) -> FloatArray:
        return np.zeros(len(self.columns.keys))

    @property
    def scale(self) -> FloatArray:
        return self.weight / self.system_count

    @property
    def load(self) -> FloatArray:
        return np.ones(len(self.columns.keys))

    @property
    def leverage(self) -> FloatArray:
        return np.zeros(len(self.columns.keys))

    def ratios_without(self) -> FloatArray:
        return self.columns.totals_without(self.weight * self.columns.y) / self.system_count

    def projection(self) -> ThinMatrix:
        return diagonal_matrix(self.weight / self.weight.sum())
