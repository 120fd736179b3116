"""Intervals of a difference and a ratio recovered from the intervals of their two parts (MOVER).

Source: Zou & Donner, Stat. Med. 27:1693 (2008) for the difference (for two shares it is Newcombe's method 10, Stat.
Med. 17:873, 1998); Donner & Zou, Stat. Methods Med. Res. 21:347 (2012) for the ratio, MOVER-R.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from analysis.model.outcome import Interval


@dataclass(frozen=True, slots=True)
class Part:
    """An estimate with its own interval."""

    value: float
    interval: Interval

    @property
    def below(self) -> float:
        return self.value - self.interval.low

    @property
    def above(self) -> float:
        return self.interval.high - self.value


def difference(minuend: Part, subtrahend: Part, correlation: float, other_variance: float = 0.0) -> Interval:
    """The interval of ``minuend - subtrahend``.

    Parameters
    ----------
    minuend, subtrahend
        The parts, at the same confidence level.
    correlation
        Between the two estimates, from -1 to 1.
    other_variance
        A squared half-width from elsewhere, added under both roots.

    Example
    -------
    >>> first = Part(0.8, Interval(0.6918336, 0.8769526, 0.95))
    >>> second = Part(0.6, Interval(0.4904547, 0.7003817, 0.95))
    >>> difference(first, second, correlation=0.0)
    Interval(low=0.0524..., high=0.3338..., level=0.95)
    """
    value = minuend.value - subtrahend.value
    down = _side(minuend.below, subtrahend.above, correlation, other_variance)
    up = _side(minuend.above, subtrahend.below, correlation, other_variance)
    return Interval(value - down, value + up, minuend.interval.level)


def _side(first: float, second: float, correlation: float, other_variance: float) -> float:
    return math.sqrt(max(first**2 - 2 * correlation * first * second + second**2 + other_variance, 0.0))


def ratio(numerator: Part, denominator: Part, correlation: float) -> Interval:
    """The interval of ``numerator / denominator``, both not negative, the denominator's low limit positive.

    Example
    -------
    >>> none_left = Part(0.0, Interval(0.0, 0.0409356, 0.95))
    >>> before = Part(0.25, Interval(0.1754521, 0.3430446, 0.95))
    >>> ratio(none_left, before, correlation=0.0)
    Interval(low=0.0, high=0.1715..., level=0.95)
    """
    low, high = numerator.interval.low, numerator.interval.high
    bottom, top = denominator.interval.low, denominator.interval.high
    product, twice_n, twice_d = numerator.value * denominator.value, 2 * numerator.value, 2 * denominator.value
    near = product - correlation * numerator.below * denominator.above
    far = product - correlation * numerator.above * denominator.below
    near_root = math.sqrt(max(near**2 - low * top * (twice_n - low) * (twice_d - top), 0.0))
    far_root = math.sqrt(max(far**2 - high * bottom * (twice_n - high) * (twice_d - bottom), 0.0))
    # The lower root by its conjugate: the usual form is 0/0 where top is twice the denominator.
    lower = low * (twice_n - low) / (near + near_root) if low > 0 else 0.0
    return Interval(lower, (far + far_root) / (bottom * (twice_d - bottom)), numerator.interval.level)
