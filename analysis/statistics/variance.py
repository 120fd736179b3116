"""The variance of one round and of the contrast of two, with the two-stage finite population correction.

Source: Tam, American Statistician 38:288 (1984) and Qualite & Tille, Survey Methodology 34:173 (2008) for two
overlapping samples; Cochran (1977), section 11.4, and Sarndal, Swensson & Wretman (1992), section 4.3, for what
remains within employees when every employee takes part.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.statistics.columns import FloatArray, Overlap
from analysis.statistics.jackknife import Contributions

FEWER_THAN_CHANCE = -1e-12
"""Below this, fewer employees are in common than two independent samples would have."""

NO_VARIATION = 1e-14
"""Relative variances below this are rounding errors: a standard error of a hundred-thousandth of a per cent."""


@dataclass(frozen=True, slots=True, eq=False)
class RoundVariance:
    """One round alone: ``within`` has one term per employee.

    ``remaining`` is phi, the part of the variance between employees that the correction leaves, per target group.
    """

    between: float
    within: FloatArray
    remaining: FloatArray

    @property
    def total(self) -> float:
        return self.between + float(self.within.sum())


@dataclass(frozen=True, slots=True, eq=False)
class PairVariance:
    """Two rounds and their contrast. ``covariance`` is the sum of c S*_12, ``remaining`` is phi of the contrast."""

    baseline: RoundVariance
    follow_up: RoundVariance
    between: float
    covariance: float
    remaining: FloatArray
    fewer_in_common: bool

    @property
    def within(self) -> FloatArray:
        return np.concatenate([self.baseline.within, self.follow_up.within])

    @property
    def total(self) -> float:
        return self.between + float(self.within.sum())

    @property
    def correlation(self) -> float:
        """Of the two rounds' ratios; 0 where one of them has no variance."""
        first, second = self.baseline.total, self.follow_up.total
        if min(first, second) < NO_VARIATION:
            return 0.0
        return float(np.clip(self.covariance / np.sqrt(first * second), -1.0, 1.0))


def round_variance(contributions: Contributions, population: FloatArray) -> RoundVariance:
    """The variance of one round: ``population`` has one entry per target group, infinite for no correction."""
    columns = contributions.columns
    return RoundVariance(
        between=float(_between(contributions, population).sum()),
        within=columns.employees * contributions.within / population[columns.group],
        remaining=1 - columns.employees_per_group / population,
    )


def _between(contributions: Contributions, population: FloatArray) -> FloatArray:
    """S_ww (1/n_w - 1/N) per group, written so that it is exactly zero where everyone took part."""
    employees = contributions.columns.employees_per_group
    return contributions.spread * (1 - employees / population) / employees


def pair_variance(
    baseline: Contributions, follow_up: Contributions, overlap: Overlap, population: FloatArray
) -> PairVariance:
    """The variance of the contrast of two rounds.

    Parameters
    ----------
    baseline, follow_up
        The rounds' contributions on the same scale and with the same target groups.
    overlap
        The employees that took part in both.
    population
        One entry per target group, the larger of the two rounds'; infinite for no correction.

    Source
    ------
    Tam (1984); Qualite & Tille (2008). The bound sqrt(S_11 S_22) where fewer are in common than by chance is ours.
    """
    first, second = (c.columns.employees_per_group for c in (baseline, follow_up))
    in_both = np.bincount(baseline.columns.group[overlap.baseline], minlength=len(population)).astype(np.float64)
    by_chance = first * second / population
    c = (in_both - by_chance) / (first * second)
    fewer = c < FEWER_THAN_CHANCE
    covariance = c * _cross_spread(baseline, follow_up, overlap, fewer)
    between = _between(baseline, population) + _between(follow_up, population) - 2 * covariance
    return PairVariance(
        round_variance(baseline, population),
        round_variance(follow_up, population),
        between=float(np.maximum(between, 0.0).sum()),
        covariance=float(covariance.sum()),
        remaining=np.where(~fewer & (in_both > 0), 1 - np.minimum(first, second) / population, 1.0),
        fewer_in_common=bool(fewer.any()),
    )


def _cross_spread(
    baseline: Contributions, follow_up: Contributions, overlap: Overlap, fewer: NDArray[np.bool_]
) -> FloatArray:
    """S*_12 per target group: from those in both rounds, or its bound where they are fewer than by chance."""
    products = baseline.between[overlap.baseline] * follow_up.between[overlap.follow_up]
    groups = baseline.columns.group[overlap.baseline]
    first, second = (c.columns.employees_per_group for c in (baseline, follow_up))
    in_both = np.bincount(groups, minlength=len(first))
    sums = np.bincount(groups, weights=products, minlength=len(first))
    bound = np.sqrt(baseline.spread * follow_up.spread)
    return np.where(fewer, bound, np.clip(first * second / np.maximum(in_both, 1) * sums, -bound, bound))
