"""How a goal is measured: what is worth a second thought, and every target group considered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from analysis import planning
from analysis.model.agreements import Participation, Protocol
from analysis.model.choices import Direction, Measure, Method
from analysis.model.faults import PlanFault, PlanRule
from analysis.model.plan import Goal, Population, Round
from analysis.planning.goals.participation import GroupHint, population_of
from analysis.planning.goals.protocol_hints import ProtocolHint
from analysis.planning.goals.protocols import not_considered
from tests.own_project import BY, OwnProject, own_project

BASELINE = (date(2026, 1, 12), date(2026, 1, 25))
GROUPS = ("Ledere", "Team")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[OwnProject]:
    made = own_project(tmp_path / "data", windows=[BASELINE], groups=GROUPS, populations=(Population("Team", 12),))
    yield made
    made.store.close()


def hints(project: OwnProject, protocol: Protocol, goal: Goal | None = None) -> dict[ProtocolHint, tuple[int, ...]]:
    plan = project.plan
    return {hint.kind: hint.rounds for hint in planning.protocol_hints(plan, goal or plan.goals[0], protocol)}


def participation(project: OwnProject, group: str, **said: object) -> None:
    plan = project.plan
    (target_group,) = [one.target_group_id for one in plan.target_groups if one.name == group]
    new = replace(Participation(0, plan.goals[0].goal_id, target_group), **said)
    assert isinstance(planning.save_entry(project.store, BY, project.project_id, new), Participation)


def test_counts_are_better_left_to_the_system(project: OwnProject) -> None:
    goal = replace(project.plan.goals[0], measure=Measure.COUNT, direction=Direction.LESS)
    assert hints(project, Protocol(0, goal.goal_id, Method.TALLY, 14), goal) == {ProtocolHint.EXTRACT_SUGGESTED: ()}
    assert ProtocolHint.TELLS_NO_NUMBER in hints(project, Protocol(0, goal.goal_id, Method.STOPWATCH), goal)
    assert hints(project, Protocol(0, goal.goal_id, Method.SYSTEM_EXTRACT), goal) == {}


def test_weak_and_wrong_methods_of_time_are_named(project: OwnProject) -> None:
    assert hints(project, Protocol(0, 1, Method.BEST_GUESS, 14)) == {ProtocolHint.WEAKER: ()}
    assert hints(project, Protocol(0, 1, Method.BEST_GUESS_OBSERVED, 14)) == {}
    assert hints(project, Protocol(0, 1, Method.TALLY, 14)) == {ProtocolHint.TELLS_NO_TIME: ()}


def test_windows_should_be_equally_long_with_the_same_weekdays(project: OwnProject) -> None:
    assert hints(project, Protocol(0, 1, Method.STOPWATCH, 10)) == {
        ProtocolHint.NOT_WHOLE_WEEKS: (),
        ProtocolHint.OTHER_LENGTH: (0,),
    }
    short = [replace(project.plan.rounds[0], ends_on=BASELINE[0] + timedelta(days=2))]
    later = Round(0, 1, date(2026, 4, 22), date(2026, 4, 24))
    for one in (*short, later):
        assert isinstance(planning.save_round(project.store, BY, project.project_id, one), Round)
    assert hints(project, Protocol(0, 1, Method.STOPWATCH)) == {ProtocolHint.OTHER_WEEKDAYS: (1,)}


def test_a_draft_that_was_stored_meanwhile_is_added_to_and_never_overwritten(project: OwnProject) -> None:
    """The second click comes before the form has seen what the first one made; or a colleague was first."""
    draft, store = Protocol(0, project.plan.goals[0].goal_id), project.store
    first = planning.save_entry(store, BY, project.project_id, replace(draft, method=Method.STOPWATCH), draft)
    second = planning.save_entry(store, BY, project.project_id, replace(draft, days=14), draft)
    assert isinstance(first, Protocol)
    assert second == replace(first, days=14)
    other = planning.save_entry(store, BY, project.project_id, replace(draft, days=28), draft)
    assert other == (PlanFault("days", PlanRule.CHANGED_MEANWHILE, words="anne"),)
    assert project.plan.of(Protocol) == (second,)


def test_a_target_group_is_considered_with_employees_or_with_a_reason(project: OwnProject) -> None:
    goal_id = project.plan.goals[0].goal_id
    participation(project, "Ledere", takes_part=False)
    participation(project, "Team", planned_employees=14)
    leaders, team = planning.considered(project.plan, goal_id, ())
    assert (leaders.population, leaders.planned, leaders.hints) == (None, 0, (GroupHint.NO_REASON,))
    assert (team.population, team.planned, team.hints) == (12, 14, (GroupHint.MORE_THAN_POPULATION,))
    assert [group.name for group in not_considered(project.plan, goal_id)] == ["Ledere"]
    assert (population_of([team]), population_of([leaders, team])) == (12, None)


@pytest.mark.parametrize(("planned", "hint"), [(None, GroupHint.NO_NUMBER), (4, GroupHint.TOO_FEW_TO_SHOW), (5, None)])
def test_a_group_needs_enough_employees_to_be_shown(
    project: OwnProject, planned: int | None, hint: GroupHint | None
) -> None:
    participation(project, "Team", planned_employees=planned)
    team = planning.considered(project.plan, project.plan.goals[0].goal_id, ())[1]
    assert team.hints == ((hint,) if hint else ())


def test_before_a_round_the_staff_list_tells_how_many_there_are(project: OwnProject) -> None:
    goal_id = project.plan.goals[0].goal_id
    listed = (Population("Ledere", 3), Population("Team", 20))
    assert [one.population for one in planning.considered(project.plan, goal_id, listed)] == [3, 12]
