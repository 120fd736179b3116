"""What must hold of every contrast."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.model.outcome import Interval
from analysis.model.plan import Volume
from analysis.statistics import Contrast, Design, Mode, PairPrecision, Precision, contrast, level
from tests.statistics.rounds_at_hand import Row, drawn, sample

VOLUMES = (Volume("a", 5200), Volume("b", 800))
CLOSE = {"rel": 1e-9, "abs": 1e-9}


@dataclass(frozen=True)
class Measured:
    """Two rounds of two target groups and how to compare them."""

    baseline: list[Row]
    follow_up: list[Row]
    populations: dict[str, int]
    design: Design

    def contrast(self) -> Contrast:
        rounds = (sample(rows, self.populations, system_count=500) for rows in (self.baseline, self.follow_up))
        result = contrast(*rounds, self.design)
        assert isinstance(result, Contrast)
        return result


@st.composite
def measurements(draw: st.DrawFn) -> Measured:
    seed, size, shift = draw(st.integers(0, 10_000)), draw(st.integers(3, 7)), draw(st.integers(0, 7))
    baseline = drawn(seed, range(size), "a") + drawn(seed + 1, range(50, 53), "b", level=60)
    follow_up = drawn(seed + 2, range(shift, shift + size), "a", level=draw(st.floats(2, 30)))
    follow_up += drawn(seed + 3, range(51, 55), "b", level=20)
    mode = draw(st.sampled_from(Mode))
    design = Design(mode, draw(st.booleans()), draw(st.booleans()), VOLUMES)
    return Measured(baseline, follow_up, {"a": size + draw(st.integers(0, 9)), "b": 9}, design)


def interval_of(result: Contrast) -> tuple[float, float]:
    interval = result.interval()
    assert isinstance(interval, Interval)
    return interval.low, interval.high


def precision_of(result: Contrast) -> PairPrecision:
    assert isinstance(result.precision, PairPrecision)
    return result.precision


def each_row(rows: list[Row], change: Callable[[Row], Row]) -> list[Row]:
    return [change(row) for row in rows]


def times(factor: float) -> Callable[[Row], Row]:
    return lambda row: (*row[:3], row[3] * factor, row[4])


@given(measurements(), st.sampled_from([60.0, 1 / 60, 1e6, 1e-6]))
@settings(max_examples=40, deadline=None)
def test_the_unit_of_time_does_not_matter(measured: Measured, factor: float) -> None:
    other = replace(
        measured,
        baseline=each_row(measured.baseline, times(factor)),
        follow_up=each_row(measured.follow_up, times(factor)),
    )
    assert interval_of(other.contrast()) == pytest.approx(interval_of(measured.contrast()), **CLOSE)


@given(measurements(), st.floats(0.01, 100))
@settings(max_examples=40, deadline=None)
def test_a_faster_round_shifts_the_estimate_only(measured: Measured, factor: float) -> None:
    other = replace(measured, follow_up=each_row(measured.follow_up, times(factor))).contrast()
    before, after = precision_of(measured.contrast()), precision_of(other)
    assert 1 - other.reduction == pytest.approx(factor * (1 - measured.contrast().reduction), **CLOSE)
    assert after.standard_error == pytest.approx(before.standard_error, **CLOSE)
    assert after.df == pytest.approx(before.df, **CLOSE)


@given(measurements(), st.randoms())
@settings(max_examples=40, deadline=None)
def test_order_and_names_do_not_matter(measured: Measured, random: Random) -> None:
    def renamed(rows: list[Row]) -> list[Row]:
        rows = each_row(rows, lambda row: (row[0], f"person {row[1][::-1]}", *row[2:]))
        random.shuffle(rows)
        return rows

    other = replace(measured, baseline=renamed(measured.baseline), follow_up=renamed(measured.follow_up))
    assert interval_of(other.contrast()) == pytest.approx(interval_of(measured.contrast()), **CLOSE)


@given(measurements())
@settings(max_examples=40, deadline=None)
def test_a_row_split_within_its_day_does_not_matter(measured: Measured) -> None:
    def halves(rows: list[Row]) -> list[Row]:
        return [half for row in rows for half in ((*row[:3], row[3] / 2, row[4] / 2),) * 2]

    other = replace(measured, baseline=halves(measured.baseline), follow_up=halves(measured.follow_up))
    assert interval_of(other.contrast()) == pytest.approx(interval_of(measured.contrast()), **CLOSE)


@given(measurements())
@settings(max_examples=40, deadline=None)
def test_a_huge_population_needs_no_correction(measured: Measured) -> None:
    huge = replace(measured, populations=dict.fromkeys("ab", 10**9), design=replace(measured.design, matched=True))
    without = replace(huge, design=replace(huge.design, finite_population=False))
    assert interval_of(huge.contrast()) == pytest.approx(interval_of(without.contrast()), rel=1e-6, abs=1e-6)


@given(measurements())
@settings(max_examples=40, deadline=None)
def test_swapped_rounds_change_the_sign_only(measured: Measured) -> None:
    there = measured.contrast()
    back = replace(measured, baseline=measured.follow_up, follow_up=measured.baseline).contrast()
    assert back.log_ratio == pytest.approx(-there.log_ratio, **CLOSE)
    assert precision_of(back).standard_error == pytest.approx(precision_of(there).standard_error, **CLOSE)
    assert precision_of(back).df == pytest.approx(precision_of(there).df, **CLOSE)


@given(measurements(), st.sampled_from([0.8, 0.95, 0.99]))
@settings(max_examples=40, deadline=None)
def test_the_estimate_lies_inside_its_interval(measured: Measured, confidence: float) -> None:
    result = measured.contrast()
    interval = result.interval(confidence)
    assert isinstance(interval, Interval)
    assert interval.low <= result.reduction <= interval.high
    assert interval.level == confidence


@given(st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_lost_identifiers_never_pretend_to_know_more(seed: int) -> None:
    persistent = {"persistent": 1.0, "employees": range(8)}
    before, after = sample(drawn(seed, **persistent)), sample(drawn(seed + 1, level=8, **persistent))
    panel, unmatched = (contrast(before, after, Design(matched=matched)) for matched in (True, False))
    assert precision_of(unmatched).standard_error >= precision_of(panel).standard_error
    assert unmatched.employees_in_both == 0
    assert unmatched.employees_in_union == 16


@given(measurements())
@settings(max_examples=40, deadline=None)
def test_without_the_other_round_a_level_is_as_sure_as_in_the_contrast(measured: Measured) -> None:
    """Without correction a contrast of different employees is the sum of two levels."""
    design = replace(measured.design, finite_population=False, matched=False)
    rounds = [sample(rows, measured.populations, 500) for rows in (measured.baseline, measured.follow_up)]
    levels = [level(one, design) for one in rounds]
    assert all(isinstance(one.precision, Precision) for one in levels)
    total = sum(one.precision.variance for one in levels)
    assert precision_of(contrast(*rounds, design)).variance == pytest.approx(total, **CLOSE)
