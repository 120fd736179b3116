"""Counts of a system without employees: what stands in for them, and what happens when there is too little."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.statistics import (
    Contrast,
    CountBasis,
    CountChange,
    CountedRound,
    DayCount,
    Design,
    contrast,
    count_change,
    rate_change_of_totals,
)
from tests.statistics.rounds_at_hand import Row, sample

MONDAY, MAY = date(2026, 1, 5), date(2026, 5, 4)


def counted(first: date, length: int, level: float = 40, seed: int = 1, weekend: bool = False) -> CountedRound:
    """A window of so many calendar days, with the counts of its weekdays."""
    noise = np.random.default_rng(seed)
    window = [first + timedelta(number) for number in range(length)]
    days = [DayCount(day, int(noise.poisson(level))) for day in window if weekend or day.weekday() < 5]
    return CountedRound(window[0], window[-1], tuple(days))


def changed(before: CountedRound, after: CountedRound) -> CountChange:
    result = count_change(before, after)
    assert isinstance(result, CountChange)
    return result


def interval_of(change: CountChange) -> Interval:
    assert isinstance(change.interval, Interval)
    return change.interval


def as_contrast(before: CountedRound, after: CountedRound, row: Callable[[DayCount], Row]) -> Contrast:
    """The same days as rows of employees, as ``row`` has it."""
    rounds = (sample([row(one) for one in counted_round.days]) for counted_round in (before, after))
    result = contrast(*rounds, Design(matched=False))
    assert isinstance(result, Contrast)
    return result


def test_four_whole_weeks_are_compared_as_weeks() -> None:
    before, after = counted(MONDAY, 28), counted(MAY, 35, level=15)
    change = changed(before, after)
    assert change.basis is CountBasis.WEEKS
    assert (change.baseline.clusters, change.follow_up.clusters, change.days_left_out) == (4, 5, 0)
    weeks = as_contrast(before, after, lambda one: ("", f"week {one.day.isocalendar().week}", "", one.cases, 1.0))
    assert change.reduction == pytest.approx(weeks.reduction)
    assert change.interval == weeks.interval()


def test_two_weeks_are_compared_day_by_day_within_weekdays() -> None:
    before, after = counted(MONDAY, 14), counted(MAY, 28, level=15)
    change = changed(before, after)
    assert change.basis is CountBasis.DAYS
    assert (change.baseline.clusters, change.follow_up.clusters) == (10, 20)
    days = as_contrast(before, after, lambda one: (f"{one.day:%a}", f"{one.day}", "", one.cases, 1.0))
    expected = days.interval()
    assert isinstance(expected, Interval)
    assert (interval_of(change).low, interval_of(change).high) == pytest.approx((expected.low, expected.high))


def test_fewer_than_two_weeks_leave_the_totals() -> None:
    after = counted(MAY, 14, level=15)
    enough, shorter = changed(counted(MONDAY, 12), after), changed(counted(MONDAY, 11), after)
    assert enough.basis is CountBasis.DAYS
    assert shorter.basis is CountBasis.TOTALS
    assert shorter.assumes_independence
    assert not enough.assumes_independence


def test_days_outside_whole_weeks_are_left_out_and_counted() -> None:
    ragged = counted(MONDAY - timedelta(3), 3 + 28 + 2)
    change = changed(ragged, counted(MAY, 28))
    assert change.basis is CountBasis.WEEKS
    assert change.days_left_out == 3
    assert change.baseline.cases == sum(one.cases for one in ragged.days[1:-2])
    assert change.baseline.exposure == 20


def test_a_week_ends_with_the_last_weekday_that_is_counted() -> None:
    """Four working weeks from Monday to Friday are whole, unless the other round counts on Saturdays too."""
    before, after = counted(MONDAY, 26), counted(MAY, 26)
    assert changed(before, after).basis is CountBasis.WEEKS
    assert changed(before, counted(MAY, 28, weekend=True)).basis is CountBasis.DAYS


def test_a_holiday_makes_a_week_shorter_not_partial() -> None:
    before = counted(MONDAY, 28)
    closed = replace(before, days=before.days[1:])
    change = changed(closed, counted(MAY, 28))
    assert change.basis is CountBasis.WEEKS
    assert (change.baseline.clusters, change.baseline.exposure) == (4, 19)


def test_a_weekday_of_one_round_only_is_left_out() -> None:
    before, after = counted(MONDAY, 14, weekend=True), counted(MAY, 14)
    change = changed(before, after)
    assert (change.basis, change.days_left_out, change.baseline.clusters) == (CountBasis.DAYS, 4, 10)


def test_a_weekday_counted_once_leaves_the_totals() -> None:
    before = counted(MONDAY, 14)
    assert changed(replace(before, days=before.days[1:]), counted(MAY, 14)).basis is CountBasis.TOTALS


def test_cases_on_a_day_off_count_without_exposure() -> None:
    before, after = counted(MONDAY, 28), counted(MAY, 28)
    saturday = DayCount(MONDAY + timedelta(5), cases=50, exposure=0.0)
    change = changed(replace(before, days=(*before.days, saturday)), after)
    assert change.baseline.exposure == 20
    assert change.baseline.cases == sum(one.cases for one in before.days) + 50


def test_totals_are_the_exact_interval() -> None:
    before, after = counted(MONDAY, 5), counted(MAY, 5, level=10)
    cases = [sum(one.cases for one in counted_round.days) for counted_round in (before, after)]
    exact = rate_change_of_totals(cases[0], 5, cases[1], 5)
    assert not isinstance(exact, NotComputable)
    assert interval_of(changed(before, after)) == exact.interval


def test_no_cases_left_in_any_week_is_a_fall_of_all_without_an_interval() -> None:
    none = [replace(one, cases=0) for one in counted(MAY, 28).days]
    gone = CountedRound(MAY, MAY + timedelta(27), tuple(none))
    change = changed(counted(MONDAY, 28), gone)
    assert (change.reduction, change.interval) == (1.0, NotComputable(Reason.ZERO_FOLLOW_UP))


def test_what_cannot_be_compared_says_why() -> None:
    week = counted(MONDAY, 5)
    empty = CountedRound(MAY, MAY, ())
    without_cases = replace(week, days=tuple(replace(one, cases=0) for one in week.days))
    without_exposure = replace(week, days=tuple(replace(one, exposure=0.0) for one in week.days))
    assert count_change(week, empty) == NotComputable(Reason.NOT_MEASURED)
    assert count_change(without_cases, week) == NotComputable(Reason.ZERO_BASELINE)
    assert count_change(week, without_exposure) == NotComputable(Reason.NO_DENOMINATOR)


def test_impossible_counts_are_refused() -> None:
    with pytest.raises(ValueError, match="must not be negative"):
        DayCount(MONDAY, -1)
    with pytest.raises(ValueError, match="distinct"):
        CountedRound(MONDAY, MAY, (DayCount(MONDAY, 1), DayCount(MONDAY, 2)))
    with pytest.raises(ValueError, match="days must lie"):
        CountedRound(MONDAY, MONDAY, (DayCount(MAY, 1),))


@given(st.integers(0, 500), st.sampled_from([5, 14, 28, 33]), st.sampled_from([14, 28]))
@settings(max_examples=40, deadline=None)
def test_the_unit_of_exposure_and_the_order_of_days_do_not_matter(seed: int, before_days: int, after_days: int) -> None:
    before, after = counted(MONDAY, before_days, seed=seed), counted(MAY, after_days, level=20, seed=seed + 1)
    hours = [
        replace(one, days=tuple(replace(day, exposure=7.4) for day in reversed(one.days))) for one in (before, after)
    ]
    there, same = changed(before, after), changed(*hours)
    assert (there.basis, there.days_left_out) == (same.basis, same.days_left_out)
    assert interval_of(same).low == pytest.approx(interval_of(there).low)
    assert interval_of(there).low <= there.reduction <= interval_of(there).high


@given(st.integers(0, 500))
@settings(max_examples=20, deadline=None)
def test_a_higher_level_is_a_wider_interval(seed: int) -> None:
    before, after = counted(MONDAY, 28, seed=seed), counted(MAY, 14, level=20, seed=seed + 1)
    wide = count_change(before, after, level=0.99)
    assert isinstance(wide, CountChange)
    assert interval_of(wide).low < interval_of(changed(before, after)).low
