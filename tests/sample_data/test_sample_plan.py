"""The plan of the worked example hangs together: nothing is signed or begun before what it rests on."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from analysis import planning
from analysis.model.choices import Act, Trigger
from analysis.model.entries import Activity, Meeting
from analysis.planning import Plan
from analysis.store.opening import open_store
from analysis.store.store import Store


@pytest.fixture(scope="module")
def plan(example_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Plan:
    store = open_store(shutil.copytree(example_data, tmp_path_factory.mktemp("plan") / "data"))
    assert isinstance(store, Store)
    (project,) = planning.projects(store)
    found = planning.plan(store, project.project_id)
    store.close()
    return found


def assessed_on(plan: Plan) -> dict[int, date]:
    """The day on which each round was assessed, by its number."""
    return {one.number: signed.on for one in plan.rounds for signed in plan.signatures(one.round_id, Act.ASSESSED)}


def test_goals_are_signed_before_the_baseline_is_measured(plan: Plan) -> None:
    begins = min(one.starts_on for one in plan.rounds)
    signed = [
        one for goal in plan.goals for act in (Act.ACCEPTED, Act.APPROVED) for one in plan.signatures(goal.goal_id, act)
    ]
    assert signed
    assert all(one.on < begins for one in signed)


def test_every_round_is_begun_closed_and_assessed_in_that_order(plan: Plan) -> None:
    for one in plan.rounds:
        begun, closed = (plan.signatures(one.round_id, act)[0].on for act in (Act.MEASURING, Act.CLOSED))
        assert begun <= one.starts_on <= one.ends_on <= closed
    assert list(assessed_on(plan)) == [0, 1, 2]
    ends = {one.number: one.ends_on for one in plan.rounds}
    assert all(day > ends[number] for number, day in assessed_on(plan).items())


def test_what_is_agreed_for_lack_of_progress_begins_after_a_follow_up_is_known(plan: Plan) -> None:
    agreed = [one for one in plan.of(Activity) if one.trigger is Trigger.IF_BEHIND]
    known = assessed_on(plan)[1]
    assert agreed
    assert all(one.starts_on and one.starts_on >= known for one in agreed)


def test_the_steering_group_meets_no_earlier_than_the_measurement_it_hears_of(plan: Plan) -> None:
    meetings = {one.name: one.on for one in plan.of(Meeting)}
    ends = {one.number: one.ends_on for one in plan.rounds}
    heard = {"Styregruppe: første eftermåling": 1, "Styregruppe: anden eftermåling": 2}
    heard["Styregruppe: vurdering og beslutning"] = 3
    assert all((on := meetings[name]) and on > ends[number] for name, number in heard.items())
