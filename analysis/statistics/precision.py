"""How well a ratio, or the ratio of two, is known: variance, degrees of freedom, interval."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy import special

from analysis.model.outcome import NotComputable, Reason
from analysis.statistics.jackknife import Contributions
from analysis.statistics.variance import NO_VARIATION

FLAGGED_SHARE = 0.6
FLAGGED_FROM = 8
LARGEST_REACH = 300.0
"""Keeps the bounds of a hopelessly wide interval finite."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How the employees of one round differ.

    ``variance_log`` is the jackknife variance of the log ratio without population correction; ``dominant_share``
    is the part of it that the one employee carries who carries most.
    """

    variance_log: float
    dominant_share: float
    employees: int

    @property
    def is_dominated(self) -> bool:
        """Whether one employee carries so much of it that the sample may have missed another such one."""
        return self.employees >= FLAGGED_FROM and self.dominant_share > FLAGGED_SHARE


@dataclass(frozen=True, slots=True)
class Precision:
    """The variance of a logarithm, between and within employees, and its degrees of freedom.

    ``df_between`` is ``None`` where every employee took part.
    """

    variance_between: float
    variance_within: float
    df_between: float | None
    df: float

    @property
    def variance(self) -> float:
        return self.variance_between + self.variance_within

    @property
    def standard_error(self) -> float:
        return math.sqrt(self.variance)

    def t_quantile(self, level: float) -> float:
        """The two-sided quantile of Student's t that the interval at a confidence level takes."""
        return t_quantile(self.df, level)

    def reach(self, level: float) -> float:
        """Half the width of the interval of the logarithm.

        >>> round(Precision(0.04, 0.0, 6.0, 6.0).reach(0.95), 4)
        0.4894
        """
        return reach_of(self.variance, self.df, level)


@dataclass(frozen=True, slots=True)
class PairPrecision(Precision):
    """That of a contrast, with what its rounds have each (as log ratios) and in common."""

    variance_baseline: float
    variance_follow_up: float
    correlation: float


def t_quantile(df: float, level: float) -> float:
    """The two-sided quantile of Student's t; the normal one for infinite degrees of freedom.

    >>> round(t_quantile(10, 0.95), 3)
    2.228
    """
    return float(special.stdtrit(df, (1 + level) / 2))


def reach_of(variance: float, df: float, level: float) -> float:
    """The quantile times the standard error, within what can be exponentiated."""
    return min(t_quantile(df, level) * math.sqrt(variance), LARGEST_REACH)


def spread_of(contributions: Contributions) -> Spread | NotComputable:
    """How the employees of one round differ."""
    squares = contributions.between**2
    total = float(squares.sum())
    if total < NO_VARIATION:
        return NotComputable(Reason.NO_VARIATION)
    return Spread(total, float(np.max(squares)) / total, len(squares))
