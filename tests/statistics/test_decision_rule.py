"""The order of the rule, and what makes "reached" hold up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.model.status import Status
from analysis.statistics.decision import confirmation_level, has_fallen_back, is_confirmed, status

NONE = NotComputable(Reason.TOO_FEW_EMPLOYEES)


def between(low: float, high: float) -> Interval:
    return Interval(low, high, 0.95)


@pytest.mark.parametrize(
    ("low", "high", "target", "milestone", "final", "expected"),
    [
        (0.85, 0.91, 0.85, 0.5, False, Status.REACHED),
        (-0.4, -0.1, -0.5, -0.6, False, Status.REACHED),
        (-0.4, -0.1, 0.3, 0.1, True, Status.REGRESSED),
        (0.34, 0.61, 0.95, 0.9, True, Status.NOT_REACHED),
        (0.55, 0.80, 0.85, 0.5, True, Status.NOT_REACHED),
        (0.55, 0.80, 0.85, 0.5, False, Status.ON_TRACK),
        (0.50, 0.90, 0.85, 0.5, True, Status.ON_TRACK),
        (0.34, 0.61, 0.95, 0.9, False, Status.BEHIND),
        (0.34, 0.61, 0.95, None, False, Status.BEHIND),
        (0.34, 0.95, 0.95, None, True, Status.UNDECIDED),
        (0.40, 0.90, 0.85, 0.5, False, Status.UNDECIDED),
        (0.70, 0.86, 0.85, 0.85, False, Status.UNDECIDED),
        (-0.2, 0.0, 0.3, 0.0, False, Status.UNDECIDED),
    ],
)
def test_rule(low: float, high: float, target: float, milestone: float | None, final: bool, expected: Status) -> None:
    assert status(between(low, high), target, milestone, final) is expected


def test_no_interval_is_undecided() -> None:
    assert status(NONE, 0.85, 0.5, final=True) is Status.UNDECIDED


def test_a_milestone_above_the_target_is_refused() -> None:
    with pytest.raises(ValueError, match="milestone must not exceed target"):
        status(between(0.1, 0.2), target=0.5, milestone=0.6, final=False)


@given(st.floats(-2, 1), st.floats(0, 1), st.floats(0, 1))
def test_without_a_milestone_nothing_is_on_track(low: float, width: float, target: float) -> None:
    assert status(between(low, low + width), target, None, final=False) is not Status.ON_TRACK


def test_reached_at_the_strict_level_is_confirmed() -> None:
    assert is_confirmed(Status.REACHED, None, between(0.86, 0.95), target=0.85)
    assert not is_confirmed(Status.REACHED, None, between(0.84, 0.95), target=0.85)


@pytest.mark.parametrize("before", [Status.REACHED, Status.CONFIRMED])
def test_reached_twice_is_confirmed(before: Status) -> None:
    assert is_confirmed(Status.REACHED, before, NONE, target=0.85)
    assert not is_confirmed(Status.REACHED, Status.ON_TRACK, NONE, target=0.85)


def test_what_is_not_reached_is_not_confirmed() -> None:
    assert not is_confirmed(Status.ON_TRACK, Status.REACHED, between(0.9, 0.95), target=0.85)


def test_each_planned_look_makes_confirming_stricter() -> None:
    assert [confirmation_level(looks) for looks in (1, 2, 5)] == pytest.approx([0.95, 0.975, 0.99])
    with pytest.raises(ValueError, match="planned_looks"):
        confirmation_level(0)


def test_fallen_back_means_surely_worse_than_last_time() -> None:
    assert has_fallen_back(between(-0.4, -0.01))
    assert not has_fallen_back(between(-0.4, 0.0))
    assert not has_fallen_back(NONE)
