"""What each employee contributes to the variance of one round's ratio, between employees and within them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from analysis.statistics.columns import Columns, FloatArray
from analysis.statistics.estimators import Estimator


class Scale(StrEnum):
    """LOG for times and counts, whose reduction is a ratio; LINEAR for shares."""

    LOG = "log"
    LINEAR = "linear"


@dataclass(frozen=True, slots=True, eq=False)
class Contributions:
    """One entry per employee: the jackknife value a (``between``) and the second-stage variance b (``within``)."""

    columns: Columns
    between: FloatArray
    within: FloatArray

    @property
    def spread(self) -> FloatArray:
        """S_ww, one entry per target group: n times the sum of squares of a."""
        return self.columns.employees_per_group * self.columns.per_group(self.between**2)


def can_lose_anyone(estimator: Estimator, scale: Scale) -> bool:
    """Whether the ratio can be formed (and its logarithm taken) whichever employee is deleted."""
    ratios = estimator.ratios_without()
    return bool(np.all(ratios > 0 if scale is Scale.LOG else np.isfinite(ratios)))


def contributions(estimator: Estimator, scale: Scale) -> Contributions:
    """Jackknife values and second-stage variances of one round.

    Parameters
    ----------
    estimator
        The ratio of the round; at least two employees in every target group.
    scale
        On the logarithmic scale the contributions are relative, on the linear one in the unit of the ratio.

    Source
    ------
    Wolter (2007), chapter 4: JKn, centred at the full estimate. Cochran (1977), section 11.4: the second stage.
    """
    columns, ratio = estimator.columns, estimator.ratio
    employees, without = columns.employees, estimator.ratios_without()
    change = np.log(without / ratio) if scale is Scale.LOG else without - ratio
    unit = ratio if scale is Scale.LOG else 1.0
    return Contributions(
        columns,
        between=-np.sqrt((employees - 1) / employees) * change,
        within=(estimator.scale / unit) ** 2 * _residual_squares(columns, estimator.slope),
    )


def _residual_squares(columns: Columns, slope: FloatArray) -> FloatArray:
    """D/(D-1) (q - e^2/D); not centred where there is one day only, or rows instead of days."""
    squares = columns.yy - 2 * slope * columns.xy + slope**2 * columns.xx
    if columns.days > 1 and np.isfinite(columns.days):
        residual = columns.y - slope * columns.x
        squares = columns.days / (columns.days - 1) * (squares - residual**2 / columns.days)
    return np.maximum(squares, 0.0)
