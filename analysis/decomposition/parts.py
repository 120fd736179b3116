"""The change of total time shared among its factors, for one pair of tables or for replicates of either."""

from __future__ import annotations

import math

import numpy as np

from analysis.decomposition.shapley import Coalition, shapley
from analysis.decomposition.tables import Table
from analysis.statistics.columns import FloatArray

MINUTES_PER_HOUR = 60


def parts_of_change(before: Table, after: Table) -> FloatArray:
    """Hours a year by factor, in the order of ``Factor`` (rows), and by replicate of the table that has them."""
    earlier, later = _factors(before, after), _factors(after, before)

    def hours(coalition: Coalition) -> FloatArray:
        chosen = [new if is_later else old for old, new, is_later in zip(earlier, later, coalition, strict=True)]
        return np.asarray(math.prod(chosen).sum(axis=(1, 2)) / MINUTES_PER_HOUR)

    return shapley(hours, len(earlier))
