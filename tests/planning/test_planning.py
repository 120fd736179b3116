"""A plan is stored whole when every rule holds, and refused with every fault when one does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from analysis import planning
from analysis.model.faults import PlanFault, PlanRule
from analysis.model.plan import Goal, Milestone, Population, Project, Round, TargetGroup
from analysis.store.store import Store
from tests.planning.plans import BY, NEW_BASELINE, NEW_FOLLOW_UP, NEW_GOAL, NEW_PROJECT


@pytest.fixture
def project(store: Store) -> Project:
    started = planning.start_project(store, BY, NEW_PROJECT, ["Team"])
    assert isinstance(started, Project)
    return started


def rules(outcome: object) -> set[tuple[str, PlanRule]]:
    assert isinstance(outcome, tuple)
    return {(fault.field, fault.rule) for fault in outcome}


def test_a_whole_plan_is_read_back_as_it_was_written(store: Store, project: Project) -> None:
    goal = planning.save_goal(store, BY, project.project_id, NEW_GOAL)
    baseline = planning.save_round(store, BY, project.project_id, NEW_BASELINE)
    follow_up = planning.save_round(store, BY, project.project_id, NEW_FOLLOW_UP)
    plan = planning.plan(store, project.project_id)
    assert plan.goals == (goal,)
    assert plan.rounds == (baseline, follow_up)
    assert plan.workflows == ("Scan", "Fordel")
    assert plan.rounds[1].populations == (Population("Team", 12),), "the population is carried forward"


def test_every_fault_of_a_goal_is_told_at_once(store: Store, project: Project) -> None:
    planning.save_goal(store, BY, project.project_id, NEW_GOAL)
    broken = replace(NEW_GOAL, item="", workflows=(), target_improvement=1.2, months_to_deadline=0, milestones=())
    assert rules(planning.save_goal(store, BY, project.project_id, broken)) == {
        ("name", PlanRule.TAKEN),
        ("item", PlanRule.EMPTY),
        ("workflows", PlanRule.NO_WORKFLOW),
        ("target_improvement", PlanRule.PERCENT),
        ("months_to_deadline", PlanRule.MONTHS),
    }
    assert len(planning.plan(store, project.project_id).goals) == 1


@pytest.mark.parametrize(
    ("milestones", "rule"),
    [
        ((Milestone(6, 0.4),), PlanRule.MILESTONE_LATE),
        ((Milestone(2, 0.9),), PlanRule.MILESTONE_ABOVE_TARGET),
        ((Milestone(2, 0.4), Milestone(2, 0.5)), PlanRule.MILESTONE_TWICE),
        ((Milestone(2, 0.6), Milestone(4, 0.4)), PlanRule.MILESTONE_ORDER),
        ((Milestone(-1, 0.4),), PlanRule.MONTHS),
        ((Milestone(2, 0.0),), PlanRule.PERCENT),
    ],
)
def test_milestones_make_a_path_to_the_target(
    store: Store, project: Project, milestones: tuple[Milestone, ...], rule: PlanRule
) -> None:
    outcome = planning.save_goal(store, BY, project.project_id, replace(NEW_GOAL, milestones=milestones))
    assert rules(outcome) == {("milestones", rule)}


def test_the_leading_workflow_is_one_of_the_goals(store: Store, project: Project) -> None:
    outcome = planning.save_goal(store, BY, project.project_id, replace(NEW_GOAL, leading_workflow="Telefon"))
    assert rules(outcome) == {("leading_workflow", PlanRule.LEADING)}


def test_rounds_do_not_overlap_and_the_baseline_comes_first(store: Store, project: Project) -> None:
    planning.save_round(store, BY, project.project_id, NEW_BASELINE)
    save = lambda one: planning.save_round(store, BY, project.project_id, one)  # noqa: E731
    assert rules(save(replace(NEW_FOLLOW_UP, starts_on=date(2026, 1, 20)))) == {("window", PlanRule.ROUNDS_OVERLAP)}
    assert rules(save(replace(NEW_FOLLOW_UP, starts_on=date(2026, 6, 1)))) == {("window", PlanRule.WINDOW)}
    early = replace(NEW_FOLLOW_UP, starts_on=date(2025, 12, 1), ends_on=date(2025, 12, 14))
    assert rules(save(early)) == {("window", PlanRule.BASELINE_NOT_FIRST)}
    second = replace(NEW_BASELINE, starts_on=date(2026, 2, 2), ends_on=date(2026, 2, 15))
    assert ("number", PlanRule.SECOND_BASELINE) in rules(save(second))


def test_an_earlier_follow_up_renumbers_the_later_one(store: Store, project: Project) -> None:
    planning.save_round(store, BY, project.project_id, NEW_BASELINE)
    planning.save_round(store, BY, project.project_id, NEW_FOLLOW_UP)
    earlier = replace(NEW_FOLLOW_UP, starts_on=date(2026, 3, 16), ends_on=date(2026, 3, 29))
    planning.save_round(store, BY, project.project_id, earlier)
    rounds = planning.plan(store, project.project_id).rounds
    assert [one.number for one in rounds] == [0, 1, 2]
    assert rounds[1].starts_on == earlier.starts_on


def test_two_projects_may_not_have_the_same_name(store: Store, project: Project) -> None:
    assert rules(planning.start_project(store, BY, NEW_PROJECT, ["Team"])) == {("system", PlanRule.TAKEN)}
    blank = replace(project, organisation="", minimum_shown=2)
    assert rules(planning.save_project(store, BY, blank)) == {
        ("organisation", PlanRule.EMPTY),
        ("minimum_shown", PlanRule.MINIMUM_SHOWN),
    }


def test_target_groups_are_renamed_added_and_removed_together(store: Store, project: Project) -> None:
    before = planning.plan(store, project.project_id).target_groups
    wanted = [TargetGroup(before[0].target_group_id, "Sagsbehandlere"), TargetGroup(0, "Superbrugere")]
    assert planning.save_target_groups(store, BY, project.project_id, wanted) == ()
    assert [one.name for one in planning.plan(store, project.project_id).target_groups] == [
        "Sagsbehandlere",
        "Superbrugere",
    ]
    twice = [TargetGroup(0, "A"), TargetGroup(0, "A")]
    assert planning.save_target_groups(store, BY, project.project_id, twice) == (
        PlanFault("target_groups", PlanRule.TAKEN),
    )


def test_an_empty_round_and_an_empty_goal_can_be_removed(store: Store, project: Project) -> None:
    goal = planning.save_goal(store, BY, project.project_id, NEW_GOAL)
    one = planning.save_round(store, BY, project.project_id, NEW_BASELINE)
    assert isinstance(goal, Goal)
    assert isinstance(one, Round)
    assert planning.remove_goal(store, BY, goal.goal_id) == ()
    assert planning.remove_round(store, BY, project.project_id, one.round_id) == ()
    plan = planning.plan(store, project.project_id)
    assert (plan.goals, plan.rounds) == ((), ())
