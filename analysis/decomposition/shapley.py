"""The change of a function of several factors, shared among them in a way that does not depend on their order."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from math import factorial

import numpy as np

from analysis.statistics.columns import FloatArray

Coalition = tuple[bool, ...]
"""For each factor whether it has its later value already."""


def shapley(value: Callable[[Coalition], FloatArray], factors: int) -> FloatArray:
    """Each factor's part in the change from all earlier values to all later ones (rows: factors).

    A factor's part is its effect averaged over every order in which the factors can change one after the other: the
    parts add up to the change, and no order is preferred. Two factors share as Marshall and Edgeworth have it, each
    valued at the mean of the other.

    Parameters
    ----------
    value
        The function at a coalition, as an array of replicates.
    factors
        How many there are.

    Source
    ------
    Shapley, *A value for n-person games* (1953); for decompositions Shorrocks, J. Econ. Inequality 11:99 (2013).

    Example
    -------
    From 10 items of 6 minutes to 4 items of 3 minutes, 48 minutes less: -6 x 4.5 and -3 x 7.

    >>> def minutes(later: Coalition) -> FloatArray:
    ...     return np.array([(4 if later[0] else 10) * (3 if later[1] else 6)])
    >>> [float(part) for part in shapley(minutes, 2)[:, 0]]
    [-27.0, -21.0]
    """
    values = {later: value(later) for later in product((False, True), repeat=factors)}
    return np.array([_part(values, factor, factors) for factor in range(factors)])


def _part(values: dict[Coalition, FloatArray], factor: int, factors: int) -> FloatArray:
    """Differences first: a factor without any effect then has a part of exactly zero."""
    steps = [
        _orders(sum(later), factors) * (values[_with(later, factor)] - before)
        for later, before in values.items()
        if not later[factor]
    ]
    return np.asarray(np.sum(steps, axis=0))


def _with(later: Coalition, factor: int) -> Coalition:
    return (*later[:factor], True, *later[factor + 1 :])


def _orders(before: int, factors: int) -> float:
    """The share of all orders in which a factor comes just after these ``before`` others."""
    return factorial(before) * factorial(factors - 1 - before) / factorial(factors)
