"""The plan comes back as it was written, every change is in the log, and what has registrations stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from analysis.model.choices import Denominator
from analysis.model.plan import Milestone, Population, Project, Round, TargetGroup
from analysis.model.storage import InUse
from analysis.model.storing import FaultKind, Participants, StoringFault
from analysis.store.changes import changes
from analysis.store.faults import participants, round_faults
from analysis.store.goals import add_goal, change_goal, goals, remove_goal
from analysis.store.projects import (
    add_project,
    add_target_group,
    change_project,
    project,
    projects,
    remove_project,
    remove_target_group,
    removed_projects,
    rename_target_group,
    restore_project,
    target_groups,
)
from analysis.store.rounds import add_round, change_window, remove_round, rounds, set_population
from analysis.store.settings import choose_setting, setting
from analysis.store.store import Store
from analysis.store.system_counts import set_system_count, system_count
from analysis.store.uploads import undo_upload
from analysis.store.workflows import workflows
from tests.store.filed import NOW, Plan, Row, make_plan

Put = Callable[..., Any]


def last_changes(store: Store, plan: Plan, number: int) -> list[tuple[str, str, object, object]]:
    with store.read() as cursor:
        lines = changes(cursor, plan.project.project_id)[-number:]
    assert {(line.who, line.changed_at) for line in lines} == {("Mette", NOW)}
    return [(line.entity, line.field, line.before, line.after) for line in lines]


def test_the_plan_comes_back_as_it_was_written(store: Store, plan: Plan) -> None:
    with store.read() as cursor:
        assert projects(cursor) == (plan.project,)
        assert target_groups(cursor, plan.project.project_id) == (plan.group, plan.other_group)
        assert goals(cursor, plan.project.project_id) == (plan.goal,)
        assert rounds(cursor, plan.project.project_id) == (plan.baseline, plan.follow_up)
        assert workflows(cursor, plan.project.project_id) == ("Scan", "Fordel")


def test_a_changed_goal_comes_back_changed_and_is_logged_field_by_field(store: Store, plan: Plan) -> None:
    changed = replace(
        plan.goal,
        target_improvement=0.8,
        workflows=("Fordel", "Opret sag"),
        denominator=Denominator.LEADING_COUNT,
        leading_workflow="Opret sag",
        milestones=(Milestone(3, 0.5),),
    )
    with store.write("Mette", NOW) as writing:
        change_goal(writing, changed)
    with store.read() as cursor:
        assert goals(cursor, plan.project.project_id) == (changed,)
    assert ("goal", "target_improvement", 0.85, 0.8) in last_changes(store, plan, 6)
    assert ("goal", "leading_workflow", None, "Opret sag") in last_changes(store, plan, 6)


def test_go_live_moves_and_the_date_before_stays_on_record(store: Store, plan: Plan) -> None:
    with store.write("Mette", NOW) as writing:
        change_project(writing, replace(plan.project, go_live=date(2026, 3, 1)))
    with store.read() as cursor:
        assert project(cursor, plan.project.project_id).go_live == date(2026, 3, 1)
    assert last_changes(store, plan, 1) == [("project", "go_live", "2026-02-01", "2026-03-01")]


def test_follow_ups_are_numbered_by_their_windows_not_by_when_they_were_added(store: Store, plan: Plan) -> None:
    with store.write("Mette", NOW) as writing:
        earlier = add_round(writing, plan.project.project_id, Round(0, 9, date(2026, 3, 2), date(2026, 3, 15)))
    assert earlier.number == 1
    with store.read() as cursor:
        found = rounds(cursor, plan.project.project_id)
    assert [(one.round_id, one.number) for one in found] == [
        (plan.baseline.round_id, 0),
        (earlier.round_id, 1),
        (plan.follow_up.round_id, 2),
    ]
    with store.write("Mette", NOW) as writing:
        change_window(writing, replace(earlier, starts_on=date(2026, 8, 3), ends_on=date(2026, 8, 16)))
    with store.read() as cursor:
        assert [one.number for one in rounds(cursor, plan.project.project_id) if one.round_id == earlier.round_id] == [
            2
        ]
    assert ("round", "starts_on", "2026-03-02", "2026-08-03") in last_changes(store, plan, 2)


def test_a_project_has_one_baseline(store: Store, plan: Plan) -> None:
    with store.write("Mette", NOW) as writing, pytest.raises(ValueError, match="baseline"):
        add_round(writing, plan.project.project_id, plan.baseline)


def test_populations_go_forward_until_somebody_says_otherwise(store: Store, plan: Plan) -> None:
    def populations() -> list[tuple[Population, ...]]:
        with store.read() as cursor:
            return [one.populations for one in rounds(cursor, plan.project.project_id)]

    eight, unknown = Population("Sagsbehandlere", 8), Population("Sagsbehandlere", None)
    assert populations() == [(eight,), (eight,)]
    with store.write("Mette", NOW) as writing:
        set_population(writing, plan.follow_up.round_id, unknown)
        set_population(writing, plan.follow_up.round_id, Population("Superbrugere", 3))
    assert populations() == [(eight,), (unknown, Population("Superbrugere", 3))]
    assert last_changes(store, plan, 2) == [
        ("round", "population Sagsbehandlere", 8, None),
        ("round", "population Superbrugere", None, 3),
    ]


def test_a_population_below_those_who_took_part_is_a_fault_of_the_round(store: Store, plan: Plan, put: Put) -> None:
    put([Row("Anna Berg"), Row("Bo Dahl"), Row("Carl Eg")])
    with store.write("Mette", NOW) as writing:
        set_population(writing, plan.baseline.round_id, Population("Sagsbehandlere", 2))
        faults = round_faults(writing.cursor, plan.baseline.round_id)
        writing.cancel()
    assert faults == (StoringFault(FaultKind.MORE_THAN_POPULATION, 3, "Sagsbehandlere", 2),)
    with store.read() as cursor:
        assert participants(cursor, plan.baseline.round_id) == (Participants("Sagsbehandlere", 3, 3, 8),)


def test_the_systems_count_is_kept_per_goal_and_round(store: Store, plan: Plan) -> None:
    for cases in (1200, 1250, None):
        with store.write("Mette", NOW) as writing:
            set_system_count(writing, plan.goal.goal_id, plan.baseline.round_id, cases)
        with store.read() as cursor:
            assert system_count(cursor, plan.goal.goal_id, plan.baseline.round_id) == cases
            assert system_count(cursor, plan.goal.goal_id, plan.follow_up.round_id) is None
    field = f"system_count {plan.baseline.round_id}"
    assert last_changes(store, plan, 3) == [
        ("goal", field, None, 1200),
        ("goal", field, 1200, 1250),
        ("goal", field, 1250, None),
    ]


def test_a_renamed_target_group_keeps_its_rounds(store: Store, plan: Plan) -> None:
    with store.write("Mette", NOW) as writing:
        rename_target_group(writing, TargetGroup(plan.group.target_group_id, "Ydelsescenter"))
    with store.read() as cursor:
        assert rounds(cursor, plan.project.project_id)[0].populations == (Population("Ydelsescenter", 8),)
    assert last_changes(store, plan, 1) == [("target_group", "name", "Sagsbehandlere", "Ydelsescenter")]


def test_two_target_groups_never_share_a_name(store: Store, plan: Plan) -> None:
    with store.write("Mette", NOW) as writing, pytest.raises(ValueError, match="Superbrugere"):
        add_target_group(writing, plan.project.project_id, "Superbrugere")


@pytest.mark.parametrize("undone", [False, True])
def test_what_has_registrations_stays(store: Store, plan: Plan, put: Put, undone: bool) -> None:
    upload = put([Row(), Row(workflow="Fordel")])
    with store.write("Mette", NOW) as writing:
        if undone:
            undo_upload(writing, upload.upload_id)
        assert remove_goal(writing, plan.goal.goal_id) == InUse(2)
        assert remove_round(writing, plan.baseline.round_id) == InUse(2)
        assert remove_target_group(writing, plan.group.target_group_id) == InUse(2)
    with store.read() as cursor:
        assert goals(cursor, plan.project.project_id) == (plan.goal,)
        assert rounds(cursor, plan.project.project_id)[0] == plan.baseline


def test_what_has_no_registrations_goes_with_all_its_parts(store: Store, plan: Plan) -> None:
    with store.write("Mette", NOW) as writing:
        set_system_count(writing, plan.goal.goal_id, plan.baseline.round_id, 100)
        assert remove_goal(writing, plan.goal.goal_id) is None
        assert remove_round(writing, plan.baseline.round_id) is None
        assert remove_target_group(writing, plan.group.target_group_id) is None
    with store.read() as cursor:
        assert goals(cursor, plan.project.project_id) == ()
        assert [one.is_baseline for one in rounds(cursor, plan.project.project_id)] == [False]
        assert target_groups(cursor, plan.project.project_id) == (plan.other_group,)
        for table in ("goal_workflow", "milestone", "system_count", "population"):
            assert cursor.execute(f"SELECT * FROM {table}").fetchall() == []
    assert last_changes(store, plan, 1) == [("target_group", "name", "Sagsbehandlere", None)]


def test_a_removed_project_comes_back_whole(store: Store, plan: Plan, put: Put) -> None:
    put([Row()])
    with store.write("Mette", NOW) as writing:
        remove_project(writing, plan.project.project_id)
    with store.read() as cursor:
        assert projects(cursor) == ()
        assert removed_projects(cursor) == (plan.project,)
    with store.write("Mette", NOW) as writing:
        restore_project(writing, plan.project.project_id)
    with store.read() as cursor:
        assert projects(cursor) == (plan.project,)
        assert participants(cursor, plan.baseline.round_id) == (Participants("Sagsbehandlere", 1, 1, 8),)


def test_the_example_can_be_removed_and_loaded_anew(store: Store, plan: Plan, put: Put) -> None:
    put([Row()])
    with store.write("Mette", NOW) as writing:
        remove_project(writing, plan.project.project_id)
    again = make_plan(store)
    assert put([Row()], placement=again.placement).rows == 1
    with store.read() as cursor:
        assert projects(cursor) == (again.project,)


def test_a_goal_of_one_project_is_no_goal_of_another(store: Store, plan: Plan) -> None:
    with store.write("Mette", NOW) as writing:
        other = add_project(writing, Project(0, "Aalborg", "KSD", date(2026, 2, 1)))
        added = add_goal(writing, other.project_id, plan.goal)
    with store.read() as cursor:
        assert goals(cursor, other.project_id) == (added,)
        assert goals(cursor, plan.project.project_id) == (plan.goal,)
        assert workflows(cursor, other.project_id) == ("Scan", "Fordel")


def test_a_cancelled_writing_and_a_failed_one_leave_nothing(store: Store, plan: Plan) -> None:
    with store.write("Mette", NOW) as writing:
        add_target_group(writing, plan.project.project_id, "Ledere")
        writing.cancel()

    def fail() -> None:
        with store.write("Mette", NOW) as writing:
            add_target_group(writing, plan.project.project_id, "Ledere")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with store.read() as cursor:
        assert target_groups(cursor, plan.project.project_id) == (plan.group, plan.other_group)


def test_a_setting_is_what_was_chosen_last(store: Store) -> None:
    with store.write("Mette", NOW) as writing:
        choose_setting(writing, "language", "da")
        choose_setting(writing, "language", "en")
    with store.read() as cursor:
        assert setting(cursor, "language") == "en"
        assert setting(cursor, "other") is None


@pytest.mark.parametrize("read", [project, goals, rounds])
def test_an_unknown_id_is_the_programmers_fault_or_nothing(store: Store, plan: Plan, read: Callable[..., Any]) -> None:
    with store.read() as cursor:
        if read is project:
            with pytest.raises(ValueError, match="project_id must be"):
                read(cursor, 999)
        else:
            assert read(cursor, 999) == ()
