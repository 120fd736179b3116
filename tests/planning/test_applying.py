"""Many changes at once: all are stored, or none, and what has registrations stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from analysis import planning
from analysis.model.entries import Act, Activity, Person, Signature, Trigger
from analysis.model.faults import PlanFault, PlanRule
from analysis.model.plan import Milestone, Population, Round, TargetGroup
from analysis.planning import PartFault, Plan
from tests.own_project import BY, OwnProject, csv_file, days_of_work, own_project

FIRST = date(2026, 1, 12)
WINDOW = (FIRST, FIRST + timedelta(days=13))


@pytest.fixture
def own(tmp_path: Path) -> OwnProject:
    """Two employees have measured in the baseline."""
    made = own_project(tmp_path / "data", windows=[WINDOW], populations=(Population("Team", 8),))
    made.load(0, csv_file(days_of_work(FIRST, {"a": [5, 6], "b": [7, 8]})))
    return made


def applied(own: OwnProject, proposed: Plan) -> Plan | tuple[PartFault, ...]:
    return planning.apply(own.store, BY, own.plan, proposed)


def test_what_points_at_each_other_is_stored_in_one_go_with_one_line_a_field(own: OwnProject) -> None:
    before = own.plan
    goal = replace(before.goals[0], goal_id=-1, name="Fejl", milestones=(Milestone(2, 0.1, "Færre klager", -3),))
    people = (Person(-2, "Per Lund"), Activity(-3, "Ring rundt", responsible=-2, trigger=Trigger.IF_BEHIND, goal=-1))
    said = len(planning.changes(own.store, own.project_id))
    after = applied(own, replace(before, goals=(*before.goals, goal), entries=(*before.entries, *people)))
    assert isinstance(after, Plan)
    (person,), (activity,) = after.of(Person), after.of(Activity)
    assert (activity.responsible, activity.goal) == (person.entry_id, after.goals[1].goal_id)
    assert after.goals[1].milestones[0].activity == activity.entry_id
    lines = [(one.entity_id, one.field) for one in planning.changes(own.store, own.project_id)[said:]]
    assert len(lines) == len(set(lines))


def test_nothing_is_stored_where_something_cannot_be(own: OwnProject) -> None:
    before = own.plan
    smaller = replace(before.rounds[0], populations=(Population("Team", 1),))
    gone = replace(before, goals=(), rounds=(smaller,), entries=(Person(-1, "Per Lund"),))
    assert applied(own, gone) == (
        PartFault(smaller.round_id, PlanFault("populations", PlanRule.MEASURED_MORE, 2, "Team")),
        PartFault(before.goals[0].goal_id, PlanFault("goal", PlanRule.IN_USE, 4)),
    )
    assert own.plan == before


def test_rules_are_held_against_the_plan_as_it_would_be(own: OwnProject) -> None:
    before = own.plan
    goal = replace(before.goals[0], months_to_deadline=0)
    later = Round(-1, 1, WINDOW[1], WINDOW[1] + timedelta(days=13))
    groups = (*before.target_groups, TargetGroup(-2, "Team"))
    signed = Signature(-4, before.goals[0].goal_id, Act.ACCEPTED, -3, FIRST)
    proposed = replace(
        before,
        goals=(goal,),
        rounds=(*before.rounds, later),
        target_groups=groups,
        entries=(*before.entries, Person(-3, " "), signed),
    )
    found = planning.plan_faults(before, proposed)
    assert {(one.identity, one.fault.rule) for one in found} >= {
        (-2, PlanRule.TAKEN),
        (goal.goal_id, PlanRule.MONTHS),
        (-1, PlanRule.ROUNDS_OVERLAP),
        (-3, PlanRule.EMPTY),
        (-4, PlanRule.NEEDS_PROTOCOL),
    }


def test_names_of_target_groups_can_be_exchanged(own: OwnProject) -> None:
    planning.save_target_groups(own.store, BY, own.project_id, (*own.plan.target_groups, TargetGroup(0, "Nord")))
    team, nord = own.plan.target_groups
    swapped = (replace(team, name="Nord"), replace(nord, name="Team"))
    renamed = replace(own.plan.rounds[0], populations=(Population("Nord", 8),))
    after = applied(own, replace(own.plan, target_groups=swapped, rounds=(renamed,)))
    assert isinstance(after, Plan)
    assert after.target_groups == swapped
    assert after.rounds == (renamed,)


def test_a_new_project_begins_with_a_whole_plan(own: OwnProject) -> None:
    taken = planning.start_plan(own.store, BY, own.plan)
    assert not isinstance(taken, Plan)
    assert taken[0].fault == PlanFault("system", PlanRule.TAKEN)
