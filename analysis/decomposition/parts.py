"""The change of total time shared among its factors: of two whole rounds, or with the deletions of either."""

from __future__ import annotations

import math

import numpy as np

from analysis.decomposition.shapley import Coalition, shapley
from analysis.decomposition.tables import Table
from analysis.statistics.columns import FloatArray

MINUTES_PER_HOUR = 60


def hours_of(table: Table) -> FloatArray:
    """Hours a year, by replicate."""
    return _hours(_factors(table, table))


def parts_of_change(before: Table, after: Table) -> FloatArray:
    """Hours a year: factors in the order of ``Factor``, then their sum (rows); replicates of either table (columns).

    Where one employee deleted leaves a target group without items the parts are NaN.
    """
    earlier, later = _factors(before, after), _factors(after, before)
    replicates = max(len(before.items), len(after.items))

    def hours(coalition: Coalition) -> FloatArray:
        chosen = [new if is_later else old for old, new, is_later in zip(earlier, later, coalition, strict=True)]
        return np.broadcast_to(_hours(tuple(chosen)), replicates)

    parts = shapley(hours, len(earlier))
    return np.vstack([parts, parts.sum(axis=0)])


def _factors(own: Table, other: Table) -> tuple[FloatArray, ...]:
    """Volume, target group mix, workflow mix, minutes per item: arrays to be multiplied.

    A workflow that a target group had in one round only took as long in the other: that it came or went is mix.
    """
    volume = own.group_items.sum(axis=1)[:, None, None]
    elsewhere = _divided(other.minutes, other.items, otherwise=0.0)
    return (
        volume,
        own.group_items[:, :, None] / volume,
        _divided(own.items, own.items.sum(axis=2, keepdims=True), otherwise=np.nan),
        _divided(own.minutes, own.items, otherwise=elsewhere),
    )


def _divided(numerator: FloatArray, denominator: FloatArray, otherwise: FloatArray | float) -> FloatArray:
    shape = np.broadcast_shapes(numerator.shape, np.shape(otherwise))
    numerator, denominator = (np.broadcast_to(array, shape) for array in (numerator, denominator))
    filled = np.broadcast_to(np.asarray(otherwise, dtype=np.float64), shape).copy()
    return np.divide(numerator, denominator, out=filled, where=denominator > 0)


def _hours(factors: tuple[FloatArray, ...]) -> FloatArray:
    return np.asarray(math.prod(factors, start=np.ones(1)).sum(axis=(1, 2)) / MINUTES_PER_HOUR)
