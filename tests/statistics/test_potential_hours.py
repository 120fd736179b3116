"""The hours a year that are freed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.statistics import Contrast, Design, contrast, potential
from tests.statistics.rounds_at_hand import drawn, sample


def measured(seed: int = 1, level: float = 8.0, employees: int = 6) -> Contrast:
    before, after = sample(drawn(seed, range(employees))), sample(drawn(seed + 1, range(employees), level=level))
    result = contrast(before, after, Design())
    assert isinstance(result, Contrast)
    return result


def interval_of(hours: Interval | NotComputable) -> Interval:
    assert isinstance(hours, Interval)
    return hours


def test_hours_are_volume_times_minutes_saved() -> None:
    result = measured()
    saved = result.baseline.ratio - result.follow_up.ratio
    assert potential(result, 6000).hours == pytest.approx(6000 * saved / 60)


def test_the_realised_part_scales_the_interval_too() -> None:
    whole, half = (potential(measured(), 6000, realisation_share=share) for share in (1.0, 0.5))
    assert half.hours == pytest.approx(whole.hours / 2)
    assert interval_of(half.interval).low == pytest.approx(interval_of(whole.interval).low / 2)


def test_an_uncertain_volume_widens_the_interval() -> None:
    sure, unsure = (interval_of(potential(measured(), 6000, items_standard_error=se).interval) for se in (0, 900))
    assert unsure.low < sure.low
    assert unsure.high > sure.high


@given(st.integers(0, 500), st.sampled_from([8.0, 14.0, 30.0, 60.0]))
@settings(max_examples=40, deadline=None)
def test_the_sign_follows_the_reduction(seed: int, level: float) -> None:
    result = measured(seed, level, employees=4)
    reduction, found = interval_of(result.interval()), potential(result, 6000)
    hours = interval_of(found.interval)
    assert hours.low <= found.hours <= hours.high
    assert not (reduction.low > 0 and hours.low < 0)
    assert not (reduction.high < 0 and hours.high > 0)


def test_without_an_interval_the_hours_stand_alone() -> None:
    before, after = sample([("a", "e", "", 30.0, 1.0)]), sample([("a", "e", "", 10.0, 1.0)])
    result = contrast(before, after, Design())
    assert isinstance(result, Contrast)
    found = potential(result, 60)
    assert found.hours == pytest.approx(20)
    assert found.interval == NotComputable(Reason.TOO_FEW_EMPLOYEES)


def test_a_volume_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="items_per_year"):
        potential(measured(), 0)
