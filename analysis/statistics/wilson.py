"""The interval of one share of independent items."""

from __future__ import annotations

import math

from analysis.model.outcome import Interval


def wilson(share: float, items: float, quantile: float, level: float) -> Interval:
    """Wilson's score interval of a share of so many independent items.

    >>> wilson(0.25, 100, 1.959964, 0.95)
    Interval(low=0.1754..., high=0.3430..., level=0.95)
    """
    inflation = quantile**2 / items
    centre = (share + inflation / 2) / (1 + inflation)
    half = quantile / (1 + inflation) * math.sqrt(share * (1 - share) / items + inflation / (4 * items))
    # At the ends of the scale the limit is exact; rounding must not move it.
    low = max(centre - half, 0.0) if share > 0 else 0.0
    return Interval(low, min(centre + half, 1.0) if share < 1 else 1.0, level)
