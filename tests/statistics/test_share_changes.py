"""Shares with employees as clusters, and where they run out."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.statistics import Design, Mode, ShareChange, share_change, share_change_of_totals
from tests.statistics.rounds_at_hand import Row, sample


def cases(*unwanted_of_ten: int) -> list[Row]:
    return [("team", f"e{number}", "", float(unwanted), 10.0) for number, unwanted in enumerate(unwanted_of_ten)]


def change(before: list[Row], after: list[Row], population: int | None = None) -> ShareChange:
    known = {"team": population} if population else None
    result = share_change(sample(before, known), sample(after, known), Design())
    assert isinstance(result, ShareChange)
    return result


def width(interval: Interval) -> float:
    return interval.high - interval.low


def test_employees_who_differ_widen_the_interval() -> None:
    alike, different = cases(3, 3, 2, 3, 3, 4), cases(0, 0, 9, 0, 0, 9)
    after = cases(1, 2, 1, 1, 1, 1)
    clustered = change(different, after)
    assert clustered.baseline.design_effect > 4
    assert change(alike, after).baseline.design_effect == 1
    assert width(clustered.points_interval) > 2 * width(change(alike, after).points_interval)


def test_fewer_is_negative_in_points_and_positive_as_reduction() -> None:
    result = change(cases(3, 4, 2, 5), cases(1, 2, 1, 1))
    assert result.points == pytest.approx(5 / 40 - 14 / 40)
    assert result.reduction == pytest.approx(9 / 14)


def test_a_round_without_unwanted_cases_borrows_the_others_design_effect() -> None:
    result = change(cases(0, 0, 9, 0, 0, 9), cases(0, 0, 0, 0, 0, 0))
    assert result.follow_up.design_effect == result.baseline.design_effect > 4
    assert result.correlation == 0
    assert result.reduction == 1.0
    assert isinstance(result.reduction_interval, Interval)
    assert result.reduction_interval.high == 1.0
    assert not result.assumes_independence


def test_two_rounds_without_learning_count_as_independent_cases() -> None:
    result = change(cases(10, 10, 10), cases(0, 0, 0))
    assert result.assumes_independence
    assert result.points_interval == share_change_of_totals(30, 30, 0, 30).points_interval


def test_no_unwanted_cases_before_have_no_relative_reduction() -> None:
    result = change(cases(0, 0, 0), cases(1, 0, 2))
    assert result.reduction == NotComputable(Reason.ZERO_BASELINE)
    assert result.reduction_interval == NotComputable(Reason.ZERO_BASELINE)
    assert result.points == pytest.approx(0.1)


def test_employees_all_alike_do_not_correlate_by_rounding() -> None:
    result = change(cases(3, 3, 3, 3), cases(1, 1, 1, 1))
    assert result.correlation == 0
    assert result.df == pytest.approx(3)


def test_a_known_population_narrows_the_interval() -> None:
    days = [(*row[:2], day, row[3], row[4]) for row in cases(1, 6, 2, 7, 0, 8) for day in ("d1", "d2")]
    later = [(*row[:3], row[3] / 2, row[4]) for row in days]
    assert width(change(days, later, 7).points_interval) < width(change(days, later).points_interval)


def test_one_employee_has_no_share_interval() -> None:
    result = share_change(sample(cases(3)), sample(cases(1)), Design())
    assert result == NotComputable(Reason.TOO_FEW_EMPLOYEES)


def test_more_unwanted_cases_than_cases_are_refused() -> None:
    with pytest.raises(ValueError, match="must not exceed"):
        share_change(sample(cases(11, 3)), sample(cases(1, 2)), Design())
    with pytest.raises(ValueError, match="expansion"):
        share_change(sample(cases(1, 3)), sample(cases(1, 2)), Design(Mode.EXPANSION))
    with pytest.raises(ValueError, match="k2"):
        share_change_of_totals(1, 10, 11, 10)


@given(st.integers(1, 300), st.integers(0, 300), st.integers(0, 300), st.integers(0, 300))
def test_totals_always_have_their_estimate_inside(k1: int, more1: int, k2: int, more2: int) -> None:
    result = share_change_of_totals(k1, k1 + more1, k2, k2 + more2 + 1)
    reduction = result.reduction_interval
    assert isinstance(reduction, Interval)
    assert isinstance(result.reduction, float)
    assert -1 <= result.points_interval.low <= result.points <= result.points_interval.high <= 1
    assert reduction.low <= result.reduction <= reduction.high <= 1
    assert math.isinf(result.df)
