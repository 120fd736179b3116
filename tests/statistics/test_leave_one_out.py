"""What the reduction would be without one of the employees."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.model.outcome import NotComputable, Reason
from analysis.model.plan import Volume
from analysis.statistics import Contrast, Design, Mode, ReductionRange, contrast, reduction_without_one
from tests.statistics.rounds_at_hand import Row, drawn, sample

VOLUMES = (Volume("a", 5200), Volume("b", 800))


def one_row_each(*minutes: float) -> list[Row]:
    return [("team", f"e{number}", "", value, 1.0) for number, value in enumerate(minutes)]


def found(before: list[Row], after: list[Row], design: Design | None = None) -> ReductionRange:
    result = reduction_without_one(sample(before), sample(after), design or Design())
    assert isinstance(result, ReductionRange)
    return result


@given(st.integers(0, 5000), st.integers(0, 4), st.sampled_from([Mode.COMBINED, Mode.STANDARDISED]))
@settings(max_examples=30, deadline=None)
def test_as_if_each_employee_had_never_been_measured(seed: int, shift: int, mode: Mode) -> None:
    """With equal weights leaving an employee out is what the contrast of the others says."""
    before = drawn(seed, range(5), "a") + drawn(seed + 1, range(50, 53), "b", level=60)
    after = drawn(seed + 2, range(shift, shift + 5), "a", level=9) + drawn(seed + 3, range(51, 55), "b", level=20)
    design = Design(mode, volumes=VOLUMES)
    if mode is Mode.COMBINED:
        before, after = ([row for row in rows if row[0] == "a"] for rows in (before, after))
    reductions = []
    for name in {row[:2] for row in before + after}:
        rest = [sample([row for row in rows if row[:2] != name]) for rows in (before, after)]
        result = contrast(*rest, design)
        assert isinstance(result, Contrast)
        reductions.append(result.reduction)
    spread = found(before, after, design)
    assert (spread.lowest, spread.highest) == pytest.approx((min(reductions), max(reductions)))


def test_the_one_who_never_changed_hides_a_reduction() -> None:
    with_one = found(one_row_each(20, 20, 20, 20), one_row_each(5, 5, 5, 25))
    assert with_one.highest == pytest.approx(0.75)
    assert with_one.lowest == pytest.approx(1 - 35 / 60)


def test_without_matching_names_an_employee_is_left_out_of_one_round() -> None:
    before, after = one_row_each(10, 30), one_row_each(5, 15)
    matched, unmatched = found(before, after), found(before, after, Design(matched=False))
    assert (matched.lowest, matched.highest) == pytest.approx((0.5, 0.5))
    assert (unmatched.lowest, unmatched.highest) == pytest.approx((0.0, 0.75))


def test_nothing_left_is_a_reduction_all_the_same() -> None:
    spread = found(one_row_each(10, 20, 30), one_row_each(0, 0, 6))
    assert spread.highest == 1.0


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        (one_row_each(10), one_row_each(5), Reason.TOO_FEW_EMPLOYEES),
        ([], one_row_each(5, 6), Reason.NOT_MEASURED),
        (one_row_each(0, 0), one_row_each(5, 6), Reason.ZERO_BASELINE),
        (one_row_each(9, 0), one_row_each(5, 6), Reason.ZERO_WITHOUT_ONE_EMPLOYEE),
    ],
)
def test_where_there_is_no_range(before: list[Row], after: list[Row], reason: Reason) -> None:
    assert reduction_without_one(sample(before), sample(after), Design()) == NotComputable(reason)
