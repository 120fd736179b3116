"""The ratio of one round by itself."""

from __future__ import annotations

import math

import pytest
from scipy import stats

from analysis.model.outcome import Interval, NotComputable
from analysis.statistics import Design, Precision, RoundLevel, level
from tests.statistics.rounds_at_hand import drawn, sample

TEAM = range(6)


def known(populations: dict[str, int] | None = None, design: Design | None = None) -> RoundLevel:
    result = level(sample(drawn(1, TEAM), populations), design or Design())
    assert not isinstance(result, NotComputable)
    return result


def precision(result: RoundLevel) -> Precision:
    assert isinstance(result.precision, Precision)
    return result.precision


def test_equal_loads_give_the_textbook_t_interval() -> None:
    """One item each: the jackknife of a mean is its usual standard error, with n - 1 degrees of freedom."""
    minutes = [12.0, 15.0, 11.0, 19.0, 14.0]
    rows = [("team", f"e{number}", "", value, 1.0) for number, value in enumerate(minutes)]
    result = level(sample(rows), Design())
    assert isinstance(result, RoundLevel)
    without = [math.log((sum(minutes) - one) / 4 / result.ratio) for one in minutes]
    reach = stats.t.ppf(0.975, 4) * math.sqrt(0.8 * sum(change**2 for change in without))
    interval = result.interval()
    assert isinstance(interval, Interval)
    assert precision(result).df == pytest.approx(4)
    assert (interval.low, interval.high) == pytest.approx((14.2 * math.exp(-reach), 14.2 * math.exp(reach)))


def test_the_ratio_lies_in_the_narrower_interval_and_that_in_the_wider() -> None:
    result = known()
    wide, narrow = result.interval(0.95), result.interval(0.80)
    assert isinstance(wide, Interval)
    assert isinstance(narrow, Interval)
    assert wide.low < narrow.low < result.ratio < narrow.high < wide.high


def test_a_known_population_removes_variance_between_employees_only() -> None:
    free, corrected = precision(known()), precision(known({"team": 8}))
    assert corrected.variance_between == pytest.approx(free.variance_between * (1 - 6 / 8))
    assert corrected.variance_within > 0


def test_everyone_measured_leaves_the_days() -> None:
    result = precision(known({"team": 6}))
    assert result.variance_between == 0
    assert result.variance_within > 0
    assert result.df_between is None
