"""The checklists: what must be ticked before a round goes on, and what the program sees of it by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from analysis import planning
from analysis.model.agreements import Conduct, Participation, Protocol
from analysis.model.choices import Act, Method, Trigger, Verdict
from analysis.model.entries import Activity, Person, Signature
from analysis.model.faults import PlanFault, PlanRule
from analysis.model.plan import Population, Round, TargetGroup
from analysis.planning.rounds.checklist_hints import hints
from analysis.planning.rounds.checklists import CheckPoint, all_points, checklist_of, unticked
from analysis.planning.rounds.round_states import RoundState, round_state
from tests.own_project import BY, OwnProject, csv_file, days_of_work, own_project

BASELINE, FOLLOW_UP = (date(2026, 1, 12), date(2026, 1, 25)), (date(2026, 4, 20), date(2026, 5, 3))
LATER = planning.By("bo", datetime(2026, 9, 11, 9, tzinfo=UTC))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[OwnProject]:
    own = own_project(tmp_path / "data", windows=(BASELINE, FOLLOW_UP))
    yield own
    own.store.close()


def signed(project: OwnProject, number: int, act: Act, item: str = "") -> object:
    people = project.plan.of(Person) or (planning.save_entry(project.store, BY, project.project_id, Person(0, "Anne")),)
    assert isinstance(people[0], Person)
    subject = project.plan.rounds[number].round_id
    signature = Signature(0, subject, act, people[0].entry_id, date(2026, 1, 5), item)
    return planning.sign(project.store, BY, project.project_id, signature)


def state(project: OwnProject, number: int) -> RoundState:
    return round_state(project.plan, project.plan.rounds[number].round_id)


def seen(project: OwnProject, number: int, point: CheckPoint) -> list[tuple[str, bool]]:
    looked = planning.look_at_round(project.store, project.project_id, project.plan.rounds[number].round_id)
    return [(hint.sight, hint.is_fine) for hint in hints(looked, point)]


def stored(project: OwnProject, entry: object) -> int:
    outcome = planning.save_entry(project.store, BY, project.project_id, entry)  # type: ignore[type-var]
    assert not isinstance(outcome, tuple), outcome
    return int(outcome.entry_id)  # type: ignore[attr-defined]


@pytest.mark.parametrize("number", [0, 1])
def test_a_round_goes_on_only_when_every_point_before_is_ticked(project: OwnProject, number: int) -> None:
    one = project.plan.rounds[number]
    assert 10 <= len(all_points(one)) <= 14
    for act, points in checklist_of(one).items():
        missing = PlanFault("act", PlanRule.NEEDS_TICKS, len(points), " ".join(points))
        assert missing in signed(project, number, act)  # type: ignore[operator]
        before = state(project, number)
        for point in points:
            assert isinstance(signed(project, number, Act.TICKED, point), Signature)
        assert unticked(project.plan, one, act) == ()
        assert isinstance(signed(project, number, act), Signature)
        assert list(RoundState).index(state(project, number)) == list(RoundState).index(before) + 1
    assert state(project, number) is RoundState.ASSESSED


def test_one_cannot_close_what_has_not_begun(project: OwnProject) -> None:
    for point in checklist_of(project.plan.rounds[0])[Act.CLOSED]:
        signed(project, 0, Act.TICKED, point)
    assert signed(project, 0, Act.CLOSED) == (PlanFault("act", PlanRule.NOT_YET, words=Act.MEASURING),)


def test_a_tick_taken_back_closes_the_gate_and_stays_in_the_history(project: OwnProject) -> None:
    first, *others = checklist_of(project.plan.rounds[0])[Act.MEASURING]
    ticks = [signed(project, 0, Act.TICKED, point) for point in (first, *others)]
    assert isinstance(ticks[0], Signature)
    assert planning.remove_entry(project.store, LATER, project.project_id, ticks[0].entry_id) == ()
    assert signed(project, 0, Act.MEASURING) == (PlanFault("act", PlanRule.NEEDS_TICKS, 1, first),)
    log = planning.changes(project.store, project.project_id)
    told = [
        (one.who, one.before, one.after) for one in log if (one.entity_id, one.field) == (ticks[0].entry_id, "item")
    ]
    assert told == [("anne", None, first), ("bo", first, None)]


def test_a_tick_is_of_a_point_of_the_rounds_own_list_and_put_once(project: OwnProject) -> None:
    assert signed(project, 0, Act.TICKED, CheckPoint.SAME_WINDOW) == (PlanFault("act", PlanRule.NOT_THERE),)
    signed(project, 0, Act.TICKED, CheckPoint.TRIED_OUT)
    assert signed(project, 0, Act.TICKED, CheckPoint.TRIED_OUT) == (PlanFault("act", PlanRule.ONLY_ONE),)


def test_the_window_is_held_against_the_baselines(project: OwnProject) -> None:
    def with_window(first: date, last: date) -> list[tuple[str, bool]]:
        moved = replace(project.plan.rounds[1], starts_on=first, ends_on=last)
        assert isinstance(planning.save_round(project.store, BY, project.project_id, moved), Round)
        return seen(project, 1, CheckPoint.SAME_WINDOW)

    assert with_window(*FOLLOW_UP) == [("same_window", True)]
    assert with_window(date(2026, 4, 20), date(2026, 4, 26)) == [("other_length", False)]
    assert with_window(date(2026, 4, 22), date(2026, 5, 5)) == [("same_window", True)], "two of each weekday"
    baseline = replace(project.plan.rounds[0], ends_on=date(2026, 1, 16))
    planning.save_round(project.store, BY, project.project_id, baseline)
    assert with_window(date(2026, 4, 22), date(2026, 4, 26)) == [("other_weekdays", False)]
    assert seen(project, 0, CheckPoint.WINDOW_CHOSEN) == [("window", True)]


def test_the_plan_speaks_for_the_points_that_it_fulfils(project: OwnProject) -> None:
    goal, group = project.plan.goals[0].goal_id, project.plan.target_groups[0].target_group_id
    lacking = {
        CheckPoint.GOALS_ACCEPTED: ["without_protocol", "not_accepted"],
        CheckPoint.GROUPS_CONSIDERED: ["groups_forgotten"],
        CheckPoint.POPULATIONS_KNOWN: ["populations_missing"],
        CheckPoint.SAMPLE_CHOSEN: ["sample_not_planned"],
        CheckPoint.EXTRACT_CONSIDERED: [],
        CheckPoint.CONDUCT_NOTED: ["nobody_named", "no_effort"],
        CheckPoint.ACCEPTANCE_HEARD: ["participants_silent", "municipality_silent"],
    }
    assert {point: [sight for sight, fine in seen(project, 0, point) if not fine] for point in lacking} == lacking
    anne = stored(project, Person(0, "Anne"))
    stored(project, Protocol(0, goal, Method.STOPWATCH, 14, "Toggl", (anne,)))
    stored(project, Participation(0, goal, group, planned_employees=8))
    accepted = Signature(0, goal, Act.ACCEPTED, anne, date(2026, 1, 5))
    assert isinstance(planning.sign(project.store, BY, project.project_id, accepted), Signature)
    populated = replace(project.plan.rounds[0], populations=(Population("Team", 12),))
    assert isinstance(planning.save_round(project.store, BY, project.project_id, populated), Round)
    (conduct, _) = project.plan.of(Conduct)
    told = replace(conduct, measured_by=(anne,), effort_hours=6.5)
    stored(project, replace(told, participants=Verdict.ACCEPTED, municipality=Verdict.WITH_RESERVATIONS))
    fulfilled = [(*seen(project, 0, point),) for point in lacking if lacking[point]]
    assert all(fine for found in fulfilled for _, fine in found), fulfilled


def test_a_group_that_every_goal_leaves_out_needs_no_number(project: OwnProject) -> None:
    groups = [*project.plan.target_groups, TargetGroup(0, "Ledere")]
    planning.save_target_groups(project.store, BY, project.project_id, groups)
    populated = replace(project.plan.rounds[0], populations=(Population("Team", 12),))
    planning.save_round(project.store, BY, project.project_id, populated)
    assert seen(project, 0, CheckPoint.POPULATIONS_KNOWN) == [("populations_missing", False)]
    goal, leaders = project.plan.goals[0].goal_id, project.plan.target_groups[1].target_group_id
    stored(project, Participation(0, goal, leaders, takes_part=False, reason_left_out="Journaliserer ikke"))
    assert seen(project, 0, CheckPoint.POPULATIONS_KNOWN) == [("populations", True)]


def test_a_rejected_result_and_a_missing_reaction_are_told(project: OwnProject) -> None:
    conduct = project.plan.of(Conduct)[1]
    stored(project, replace(conduct, participants=Verdict.ACCEPTED, municipality=Verdict.REJECTED))
    assert seen(project, 1, CheckPoint.ACCEPTANCE_HEARD) == [("rejected", False)]
    assert seen(project, 1, CheckPoint.REACTION_DECIDED) == [("nothing_agreed", False)]
    stored(project, Activity(0, "Sidemandsoplæring", trigger=Trigger.IF_BEHIND))
    assert seen(project, 1, CheckPoint.REACTION_DECIDED) == [("agreed_activities", True)]


def test_uploads_are_seen(project: OwnProject) -> None:
    assert seen(project, 0, CheckPoint.DATA_COMPLETE) == [("nothing_uploaded", False)]
    project.load(0, csv_file(days_of_work(BASELINE[0], {"A": [10, 12], "B": [9]})))
    assert seen(project, 0, CheckPoint.DATA_COMPLETE) == [("files", True), ("employees", True)]
    assert seen(project, 1, CheckPoint.SAME_METHOD) == [("no_deviation", True)]
