"""Satterthwaite degrees of freedom of a jackknife variance with few and unequal employees.

Source: Bell & McCaffrey, Survey Methodology 28 (2002); Pustejovsky & Tipton, J. Bus. Econ. Stat. 36:672 (2018),
as in R's clubSandwich (CR3, target 1/items). Joining the part between employees with the part within them, and the
cap, are our own: they rest on simulated coverage, not on a source.
"""

from __future__ import annotations

import numpy as np

from analysis.statistics.columns import FloatArray
from analysis.statistics.estimators import Estimator
from analysis.statistics.thin_matrix import ThinMatrix, traces_of_gram


def working_root(estimator: Estimator, remaining: FloatArray) -> ThinMatrix:
    """What each employee's standardised residual (columns) does to the jackknife values (rows).

    ``remaining`` is phi, the part of the variance between employees that the population correction leaves,
    one entry per target group.
    """
    columns = estimator.columns
    employees, member = columns.employees, np.eye(len(columns.groups))[columns.group]
    factor = np.sqrt(remaining[columns.group] * employees / (employees - 1)) / (1 - estimator.leverage)
    every = np.ones(len(columns.keys))
    return estimator.projection().scaled(every, np.sqrt(estimator.load)).centred(member).scaled(factor, every)


def satterthwaite(*roots: ThinMatrix) -> float | None:
    """tr(M)^2 / tr(M M) of M, the sum of K K', or ``None`` where nothing is left to be uncertain about.

    >>> from analysis.statistics.thin_matrix import diagonal_matrix
    >>> satterthwaite(diagonal_matrix(np.ones(5)))
    5.0
    """
    traces = traces_of_gram(roots)
    return traces.first**2 / traces.second if traces.second > 0 else None


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
