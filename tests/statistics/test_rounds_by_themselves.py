"""One round's share or count by itself, and how far points move without one employee."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.statistics import (
    CountBasis,
    CountedRound,
    CountLevel,
    DayCount,
    Design,
    RoundShare,
    count_level,
    level,
    points_without_one,
    rate_interval,
    share_change,
    share_level,
    share_level_of_totals,
)
from tests.statistics.rounds_at_hand import Row, sample

MONDAY = date(2026, 1, 5)


def cases(*unwanted_of_ten: int) -> list[Row]:
    return [("team", f"e{number}", "", float(unwanted), 10.0) for number, unwanted in enumerate(unwanted_of_ten)]


def counted(*each: int) -> CountedRound:
    days = [MONDAY + timedelta(7 * (place // 5) + place % 5) for place in range(len(each))]
    return CountedRound(days[0], days[-1], tuple(DayCount(day, number) for day, number in zip(days, each, strict=True)))


def test_a_share_alone_has_the_design_effect_that_it_has_beside_another() -> None:
    rows = sample(cases(0, 2, 9, 1, 0, 7))
    alone, beside = share_level(rows, Design()), share_change(rows, rows, Design(matched=False))
    assert isinstance(alone, RoundShare)
    assert not isinstance(beside, NotComputable)
    assert alone.design_effect == pytest.approx(beside.baseline.design_effect)
    assert alone.interval.low < beside.baseline.interval.low, "fewer employees give fewer degrees of freedom"


def test_a_share_of_none_is_that_of_independent_cases() -> None:
    assert share_level(sample(cases(0, 0, 0)), Design()) == share_level_of_totals(0, 30)
    assert share_level(sample(cases(3)), Design()) == NotComputable(Reason.TOO_FEW_EMPLOYEES)
    assert share_level(sample([]), Design()) == NotComputable(Reason.NOT_MEASURED)


@pytest.mark.parametrize(("days", "basis"), [(20, CountBasis.WEEKS), (10, CountBasis.DAYS), (6, CountBasis.TOTALS)])
def test_a_count_alone_is_learnt_from_what_there_is_enough_of(days: int, basis: CountBasis) -> None:
    found = count_level(counted(*(40 + 3 * (place % 4) for place in range(days))))
    assert isinstance(found, CountLevel)
    assert found.basis is basis
    assert isinstance(found.interval, Interval)
    assert found.interval.low < found.rate < found.interval.high


def test_weeks_alone_are_the_level_of_as_many_employees() -> None:
    numbers = [31, 28, 35, 30, 26, 38, 33, 36, 30, 29, 25, 24, 30, 33, 27, 35, 39, 31, 30, 28]
    found = count_level(counted(*numbers))
    rows = [("", f"week {place // 5}", "", float(number), 1.0) for place, number in enumerate(numbers)]
    expected = level(sample(rows), Design())
    assert isinstance(found, CountLevel)
    assert not isinstance(expected, NotComputable)
    assert found.interval == expected.interval()


def test_a_count_without_days_or_working_days_has_no_level() -> None:
    week = counted(1, 2, 3, 4, 5)
    assert count_level(replace(week, days=())) == NotComputable(Reason.NOT_MEASURED)
    off = replace(week, days=tuple(replace(one, exposure=0.0) for one in week.days))
    assert count_level(off) == NotComputable(Reason.NO_DENOMINATOR)


@given(st.integers(0, 2000), st.floats(0.1, 1000))
@settings(max_examples=50, deadline=None)
def test_a_rate_lies_inside_its_exact_interval(number: int, exposure: float) -> None:
    found = rate_interval(number, exposure)
    assert 0 <= found.low <= number / exposure <= found.high < math.inf


def test_points_without_one_are_the_shares_without_each() -> None:
    before, after = sample(cases(5, 6, 7)), sample(cases(1, 2, 9))
    found = points_without_one(before, after, Design())
    assert not isinstance(found, NotComputable)
    assert found.lowest == pytest.approx((6 + 7 - 2 - 9) / 20)
    assert found.highest == pytest.approx((5 + 6 - 1 - 2) / 20)
    assert points_without_one(sample(cases(5)), after, Design()) == NotComputable(Reason.TOO_FEW_EMPLOYEES)
