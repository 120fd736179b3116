"""Satterthwaite degrees of freedom of a jackknife variance with few and unequal employees.

Source: Bell & McCaffrey, Survey Methodology 28 (2002); Pustejovsky & Tipton, J. Bus. Econ. Stat. 36:672 (2018),
as in R's clubSandwich (CR3, target 1/items). Joining the part between employees with the part within them, and the
cap, are our own: they rest on simulated coverage, not on a source.
"""

from __future__ import annotations

import numpy as np

from analysis.statistics.columns import FloatArray, IndexArray
from analysis.statistics.estimators import Estimator


def working_covariance(estimator: Estimator, remaining: FloatArray) -> FloatArray:
    """The covariance (employees x employees) of the jackknife values under the working model."""
    root = working_root(estimator, remaining)
    return root @ root.T


def working_root(estimator: Estimator, remaining: FloatArray) -> FloatArray:
    """What each employee's standardised residual (columns) does to the jackknife values (rows).

    ``remaining`` is phi, the part of the variance between employees that the population correction leaves,
    one entry per target group.
    """
    columns = estimator.columns
    employees = columns.employees
    influence = estimator.projection() * np.sqrt(estimator.load)
    member = np.eye(len(columns.groups))[columns.group]
    centred = influence - member @ ((member / columns.employees_per_group).T @ influence)
    factor = np.sqrt(remaining[columns.group] * employees / (employees - 1)) / (1 - estimator.leverage)
    return np.asarray(factor[:, None] * centred)


def union_covariance(parts: tuple[tuple[FloatArray, IndexArray], ...], union: int) -> FloatArray:
    """The sum of the rounds' covariances over the union of their employees: ``parts`` are matrix and places."""
    total = np.zeros((union, union))
    for covariance, places in parts:
        total[np.ix_(places, places)] += covariance
    return total


def satterthwaite(covariance: FloatArray) -> float | None:
    """tr(M)^2 / tr(M M), or ``None`` where nothing is left to be uncertain about.

    >>> satterthwaite(np.eye(5))
    5.0
    """
    squares = float((covariance**2).sum())
    return float(np.trace(covariance)) ** 2 / squares if squares > 0 else None


def joined(between: float, df_between: float | None, within: FloatArray, cap: int) -> float:
    """The degrees of freedom of V_between + V_within, at least 1 and at most ``cap``.

    ``within`` holds the terms of V_within, one per employee and round, each with one degree of freedom. Where
    neither part has a term to join, the cap is all that is known.

    >>> round(joined(0.02, 6.0, np.array([0.001, 0.002]), cap=12), 2)
    7.38
    """
    spread = float((within**2).sum())
    if df_between is not None:
        spread += between**2 / df_between
    degrees = (between + float(within.sum())) ** 2 / spread if spread > 0 else cap
    return max(1.0, min(degrees, float(cap)))
