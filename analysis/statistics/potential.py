"""The hours a year that a reduction frees."""

from __future__ import annotations

import math
from dataclasses import dataclass

from analysis.model.outcome import Interval, NotComputable
from analysis.statistics.contrast import Contrast
from analysis.statistics.mover import Part, difference
from analysis.statistics.precision import reach_of

MINUTES_PER_HOUR = 60


@dataclass(frozen=True, slots=True)
class Potential:
    """Hours a year; the interval is that of the measured times (and of the volume, where it is uncertain)."""

    hours: float
    interval: Interval | NotComputable


def potential(
    contrast: Contrast,
    items_per_year: float,
    realisation_share: float = 1.0,
    items_standard_error: float = 0.0,
    level: float = 0.95,
) -> Potential:
    """The yearly hours between two rounds' minutes per item.

    Parameters
    ----------
    contrast
        The two rounds; in the standardised mode ``items_per_year`` is the volume of all groups.
    items_per_year
        The yearly volume.
    realisation_share
        A decision, not a measurement: the part of the freed time that is to be used otherwise.
    items_standard_error
        Of the volume, where it is an estimate.
    level
        The confidence level.

    Source
    ------
    Zou & Donner (2008). Where the reduction's interval excludes zero the hours' interval is cut there: ours.
    """
    if items_per_year <= 0:
        raise ValueError(f"items_per_year must be positive, got {items_per_year}")
    before, after, precision = contrast.baseline.ratio, contrast.follow_up.ratio, contrast.precision
    hours_per_minute = items_per_year * realisation_share / MINUTES_PER_HOUR
    hours = hours_per_minute * (before - after)
    if isinstance(precision, NotComputable):
        return Potential(hours, precision)
    first = _with_interval(before, reach_of(precision.variance_baseline, precision.df, level), level)
    second = _with_interval(after, reach_of(precision.variance_follow_up, precision.df, level), level)
    of_volume = (precision.t_quantile(level) * (before - after) * items_standard_error / items_per_year) ** 2
    minutes = difference(first, second, precision.correlation, of_volume)
    uncut = Interval(minutes.low * hours_per_minute, minutes.high * hours_per_minute, level)
    return Potential(hours, _cut(uncut, contrast.interval(level)))


def _with_interval(ratio: float, reach: float, level: float) -> Part:
    return Part(ratio, Interval(ratio * math.exp(-reach), ratio * math.exp(reach), level))


def _cut(hours: Interval, reduction: Interval | NotComputable) -> Interval:
    if isinstance(reduction, NotComputable):
        return hours
    low = max(hours.low, 0.0) if reduction.low > 0 else hours.low
    high = min(hours.high, 0.0) if reduction.high < 0 else hours.high
    return Interval(low, high, hours.level)
