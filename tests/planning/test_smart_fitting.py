"""A change of one field of a goal never leads into a dead end: what cannot stand beside it follows."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as some

from analysis import planning
from analysis.model.choices import Denominator, Direction, Measure, TargetUnit
from analysis.model.plan import Goal, Milestone, Volume
from analysis.planning.storing.rules import goal_faults

TIME = Goal(
    1,
    "Journalisering",
    "Mindre tid",
    "dokument",
    ("Scan", "Fordel"),
    Denominator.LEADING_COUNT,
    "Scan",
    0.85,
    6,
    (Milestone(2, 0.4, "Scannet i dag"), Milestone(4, 0.6)),
    volumes=(Volume("Team", 4000.0),),
)
RISING = replace(
    TIME,
    measure=Measure.COUNT,
    direction=Direction.MORE,
    denominator=Denominator.REGISTRATIONS,
    leading_workflow=None,
    target_improvement=2.5,
    milestones=(Milestone(2, 0.9), Milestone(4, 1.5)),
)
one_change = some.one_of(
    some.sampled_from(Measure).map(lambda one: {"measure": one}),
    some.sampled_from(Direction).map(lambda one: {"direction": one}),
    some.sampled_from(TargetUnit).map(lambda one: {"target_unit": one}),
    some.sampled_from(Denominator).map(lambda one: {"denominator": one}),
    some.lists(some.sampled_from(["Scan", "Fordel", "Opret sag"]), min_size=1, unique=True).map(
        lambda names: {"workflows": tuple(names)}
    ),
)


def is_offered(goal: Goal, change: dict[str, object]) -> bool:
    """Whether the form has a field for this change: time has one direction, and only a share points."""
    if goal.measure is Measure.TIME:
        return not {"direction", "target_unit"} & set(change)
    return "denominator" not in change and ("target_unit" not in change or goal.measure is Measure.SHARE)


@given(some.sampled_from([TIME, RISING]), some.lists(one_change, max_size=6))
def test_whatever_is_chosen_in_turn_the_goal_can_be_stored(goal: Goal, chosen: list[dict[str, object]]) -> None:
    for change in chosen:
        assume(is_offered(goal, change))
        typed = replace(goal, **change)  # type: ignore[arg-type]
        goal = planning.fitted(typed, goal)
        assert goal_faults(goal, ()) == ()
        assert all(getattr(goal, name) == value for name, value in change.items()), "what was typed stands"


def test_what_may_stand_is_left_alone_and_what_followed_is_named() -> None:
    counted = planning.fitted(replace(TIME, measure=Measure.COUNT), TIME)
    assert planning.differing(replace(TIME, measure=Measure.COUNT), counted) == ("denominator", "leading_workflow")
    assert planning.fitted(replace(counted, measure=Measure.TIME), counted) == TIME
    shorter = replace(TIME, workflows=("Fordel",))
    assert planning.fitted(shorter, TIME) == replace(shorter, leading_workflow="Fordel")


def test_a_rise_of_250_per_cent_becomes_the_largest_fall_with_its_milestones_below() -> None:
    fallen = planning.fitted(replace(RISING, direction=Direction.LESS), RISING)
    assert fallen.target_improvement == 1.0
    assert [one.improvement for one in fallen.milestones] == [0.9, 1.0]


def test_too_small_a_target_is_refused_not_mended() -> None:
    lowered = replace(TIME, target_improvement=0.5)
    assert planning.fitted(lowered, TIME) == lowered
    assert goal_faults(lowered, ()) != ()


@given(some.integers(1, 12), some.integers(1, 100))
def test_proposed_milestones_lead_to_the_target_until_no_month_is_free(months: int, percent: int) -> None:
    goal = replace(TIME, months_to_deadline=months, target_improvement=percent / 100, milestones=())
    for _ in range(months - 1):
        proposed = planning.proposed_milestone(goal)
        assert proposed is not None
        steps = sorted((*goal.milestones, proposed), key=lambda one: one.months_after_go_live)
        goal = replace(goal, milestones=tuple(steps))
        assert goal_faults(goal, ()) == ()
    assert planning.proposed_milestone(goal) is None
