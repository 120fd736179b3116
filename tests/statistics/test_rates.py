"""Counts of which only the totals are known."""

from __future__ import annotations

import pytest

from analysis.model.outcome import NotComputable, Reason
from analysis.statistics import RateChange, rate_change_of_totals


def test_no_cases_left_is_all_gone_with_a_limit() -> None:
    result = rate_change_of_totals(9, 10, 0, 10)
    assert isinstance(result, RateChange)
    assert (result.reduction, result.interval.high) == (1.0, 1.0)
    assert 0 < result.interval.low < 1


def test_no_cases_before_compares_with_nothing() -> None:
    assert rate_change_of_totals(0, 10, 3, 10) == NotComputable(Reason.ZERO_BASELINE)


def test_the_unit_of_exposure_does_not_matter() -> None:
    in_days, in_hours = rate_change_of_totals(140, 10, 40, 12), rate_change_of_totals(140, 74, 40, 88.8)
    assert isinstance(in_days, RateChange)
    assert isinstance(in_hours, RateChange)
    assert in_days.interval.low == pytest.approx(in_hours.interval.low)


@pytest.mark.parametrize(("cases", "exposure"), [(-1, 10.0), (3, 0.0)])
def test_impossible_totals_are_refused(cases: int, exposure: float) -> None:
    with pytest.raises(ValueError, match="cases must not be negative"):
        rate_change_of_totals(cases, exposure, 3, 10)
