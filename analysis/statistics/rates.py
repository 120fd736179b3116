"""The change of a rate from bare totals: cases over a length of time, without employees or days to learn from."""

from __future__ import annotations

from dataclasses import dataclass

from scipy import stats

from analysis.model.outcome import Interval, NotComputable, Reason


@dataclass(frozen=True, slots=True)
class RateChange:
    """The relative fall of a rate. It assumes that cases come independently, which must be said beside it."""

    reduction: float
    interval: Interval


def rate_change_of_totals(
    cases_before: int, exposure_before: float, cases_after: int, exposure_after: float, level: float = 0.95
) -> RateChange | NotComputable:
    """The exact conditional interval of the ratio of two Poisson rates, as a reduction.

    Parameters
    ----------
    cases_before, cases_after
        The counted cases.
    exposure_before, exposure_after
        What they were counted over, in the same unit, e.g. working days.
    level
        The confidence level.

    Source
    ------
    Clopper & Pearson, Biometrika 26:404 (1934), on the later cases out of all; R's poisson.test.

    Example
    -------
    R: ``poisson.test(c(11, 21), c(800, 3011))``, its ratio turned into a reduction:

    >>> rate_change_of_totals(21, 3011, 11, 800).interval
    Interval(low=-3.277..., high=0.141..., level=0.95)
    """
    if min(cases_before, cases_after) < 0 or min(exposure_before, exposure_after) <= 0:
        raise ValueError("cases must not be negative and exposures must be positive")
    if cases_before == 0:
        return NotComputable(Reason.ZERO_BASELINE)
    tail, exposure = (1 - level) / 2, exposure_before / exposure_after
    low = stats.beta.ppf(tail, cases_after, cases_before + 1) if cases_after else 0.0
    high = stats.beta.ppf(1 - tail, cases_after + 1, cases_before)
    reduction = 1 - cases_after / cases_before * exposure
    return RateChange(reduction, Interval(1 - _odds(high) * exposure, 1 - _odds(low) * exposure, level))


def rate_interval(cases: int, exposure: float, level: float = 0.95) -> Interval:
    """The exact interval of one Poisson rate: cases per exposure, taken to come independently.

    Source
    ------
    Garwood, Biometrika 28:437 (1936); R's poisson.test.

    Example
    -------
    R: ``poisson.test(137, 24.19893)``:

    >>> rate_interval(137, 24.19893)
    Interval(low=4.753..., high=6.692..., level=0.95)
    """
    tail = (1 - level) / 2
    low = float(stats.gamma.ppf(tail, cases)) if cases else 0.0
    return Interval(low / exposure, float(stats.gamma.ppf(1 - tail, cases + 1)) / exposure, level)


def _odds(share: float) -> float:
    return float(share / (1 - share))
