"""Best guesses corrected by what was observed of the same employees."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.model.plan import Volume
from analysis.statistics import CorrectedLevel, Design, Mode, Precision, RoundLevel, corrected_level, level
from tests.statistics.rounds_at_hand import Row, drawn, sample

CLOSE = {"rel": 1e-9, "abs": 1e-12}


def told(*minutes: float, group: str = "team") -> list[Row]:
    """One guess each."""
    return [(group, f"e{number:03}", "", value, 1.0) for number, value in enumerate(minutes)]


def corrected(guesses: list[Row], observed: list[Row], design: Design | None = None) -> CorrectedLevel:
    result = corrected_level(sample(guesses), sample(observed), design or Design())
    assert isinstance(result, CorrectedLevel)
    return result


def bounds(result: CorrectedLevel | RoundLevel) -> tuple[float, float]:
    interval = result.interval()
    assert isinstance(interval, Interval)
    return interval.low, interval.high


@given(st.integers(0, 5000), st.integers(3, 8))
@settings(max_examples=30, deadline=None)
def test_where_all_were_observed_the_guesses_do_not_matter(seed: int, employees: int) -> None:
    observed = drawn(seed, range(employees))
    guesses = told(*[5.0 + (seed * number) % 17 for number in range(employees)])
    result, alone = corrected(guesses, observed), level(sample(observed), Design())
    assert isinstance(alone, RoundLevel)
    assert result.ratio == pytest.approx(alone.ratio)
    assert bounds(result) == pytest.approx(bounds(alone))


@given(st.lists(st.floats(5, 60), min_size=6, max_size=9), st.floats(0.1, 10), st.integers(0, 500))
@settings(max_examples=40, deadline=None)
def test_a_bias_that_all_share_is_removed(minutes: list[float], factor: float, seed: int) -> None:
    observed = drawn(seed, range(4))
    plain, biased = corrected(told(*minutes), observed), corrected(told(*[factor * one for one in minutes]), observed)
    assert biased.ratio == pytest.approx(plain.ratio, **CLOSE)
    assert bounds(biased) == pytest.approx(bounds(plain), **CLOSE)
    assert biased.guessed_per_observed == pytest.approx(factor * plain.guessed_per_observed, **CLOSE)


@given(st.lists(st.floats(5, 60), min_size=5, max_size=8), st.integers(0, 500))
@settings(max_examples=40, deadline=None)
def test_the_variance_is_that_of_deleting_each_employee_from_all_three(minutes: list[float], seed: int) -> None:
    guesses, observed = told(*minutes), drawn(seed, range(4))
    contributions = dict.fromkeys([row[1] for row in guesses], 0.0)
    for rows, sign in ((guesses, 1), (observed, 1), (guesses[:4], -1)):
        employees = sorted({row[1] for row in rows})
        for name in employees:
            left = [row for row in rows if row[1] != name]
            change = math.log(mean(left) / mean(rows))
            contributions[name] += sign * math.sqrt(1 - 1 / len(employees)) * change
    precision = corrected(guesses, observed).precision
    assert isinstance(precision, Precision)
    assert precision.variance == pytest.approx(sum(value**2 for value in contributions.values()))


def mean(rows: list[Row]) -> float:
    return sum(row[3] for row in rows) / sum(row[4] for row in rows)


def test_few_observations_widen_the_interval_and_more_narrow_it() -> None:
    guesses = told(20, 24, 31, 27, 22, 29, 25, 21, 30, 26)
    few, more = (corrected(guesses, told(*[10, 18] * pairs)) for pairs in (2, 4))
    assert width(few) > width(more) > width(few.guessed)
    assert few.bias.follow_up.employees == 4


def width(result: CorrectedLevel | RoundLevel) -> float:
    low, high = bounds(result)
    return math.log(high / low)


def test_guesses_twice_too_high_are_halved() -> None:
    result = corrected(told(20, 30, 40, 10, 50), told(10, 15, 20))
    assert result.guessed_per_observed == pytest.approx(2.0)
    assert result.ratio == pytest.approx(15.0)


def test_who_was_observed_and_never_asked_is_not_used() -> None:
    guesses, observed = told(20, 30, 40), told(10, 14, 20)
    stranger: list[Row] = [("team", "stranger", "", 500.0, 1.0)]
    assert corrected(guesses, observed + stranger) == corrected(guesses, observed)


def test_a_group_that_nobody_observed_is_left_out_and_named() -> None:
    guesses = told(20, 30, 40) + told(80, 90, group="other")
    result = corrected(guesses, told(10, 14, 20))
    assert result.left_out == ("other",)
    assert result.guessed.ratio == 30


def test_groups_count_by_their_volumes() -> None:
    design = Design(Mode.STANDARDISED, volumes=(Volume("a", 900), Volume("b", 100)))
    guesses, observed = (told(20, 30, 40, group="a"), told(80, 90, 70, group="b")), (told(10, 15, 20, group="a"),)
    result = corrected([*guesses[0], *guesses[1]], [*observed[0], *told(40, 45, 35, group="b")], design)
    assert result.guessed.ratio == pytest.approx(30 * 0.9 + 80 * 0.1)
    assert result.ratio == pytest.approx(result.guessed.ratio / 2)


@pytest.mark.parametrize(
    ("guesses", "observed", "reason"),
    [
        (told(20, 30), [("team", "stranger", "", 5.0, 1.0)], Reason.NOT_MEASURED),
        (told(20, 30), told(0, 0), Reason.ZERO_BASELINE),
        (told(0, 0, 30), told(20, 30), Reason.ZERO_FOLLOW_UP),
    ],
)
def test_where_there_is_nothing_to_correct_by(guesses: list[Row], observed: list[Row], reason: Reason) -> None:
    assert corrected_level(sample(guesses), sample(observed), Design()) == NotComputable(reason)


def test_one_observed_employee_corrects_without_an_interval() -> None:
    result = corrected(told(20, 30), told(10))
    assert result.ratio == pytest.approx(12.5)
    assert result.interval() == NotComputable(Reason.TOO_FEW_EMPLOYEES)


def test_employees_all_alike_are_no_certainty() -> None:
    assert corrected(told(20, 20, 20), told(10, 10, 10)).interval() == NotComputable(Reason.NO_VARIATION)


def test_without_matching_names_nobody_did_both() -> None:
    with pytest.raises(ValueError, match="matched"):
        corrected_level(sample(told(20, 30)), sample(told(10, 15)), Design(matched=False))
