"""The fingerprint changes with whatever a status rests on, and with nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from analysis.model.kinds import Measurement
from analysis.model.plan import Milestone, Population, Round
from analysis.store.fingerprint import fingerprint
from analysis.store.goals import change_goal
from analysis.store.projects import change_project
from analysis.store.rounds import change_window, rounds, set_population
from analysis.store.store import Store, Writing
from analysis.store.system_counts import set_system_count
from analysis.store.uploads import redo_upload, undo_upload
from tests.store.filed import NOW, Plan, Row, make_plan

Put = Callable[..., Any]


def taken(store: Store, plan: Plan, number: int = 2) -> str:
    with store.read() as cursor:
        return fingerprint(cursor, plan.project.project_id, rounds(cursor, plan.project.project_id)[:number])


CHANGES: list[Callable[[Writing, Plan], object]] = [
    lambda writing, plan: change_goal(writing, replace(plan.goal, target_improvement=0.8)),
    lambda writing, plan: change_goal(writing, replace(plan.goal, milestones=(Milestone(2, 0.5),))),
    lambda writing, plan: change_project(writing, replace(plan.project, go_live=date(2026, 2, 2))),
    lambda writing, plan: change_window(writing, replace(plan.baseline, ends_on=date(2026, 1, 19))),
    lambda writing, plan: set_population(writing, plan.baseline.round_id, Population("Sagsbehandlere", 9)),
    lambda writing, plan: set_system_count(writing, plan.goal.goal_id, plan.follow_up.round_id, 100),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_the_plan_changes_it(store: Store, plan: Plan, change: Callable[[Writing, Plan], object]) -> None:
    before = taken(store, plan)
    with store.write("Mette", NOW) as writing:
        change(writing, plan)
    assert taken(store, plan) != before


@pytest.mark.parametrize(
    "other",
    [Row(duration_ms=60_001), Row(count=1), Row("Bo Dahl"), Row(work_date=date(2026, 1, 6)), Row(workflow="Fordel")],
)
def test_one_other_registration_changes_it(store: Store, plan: Plan, put: Put, other: Row) -> None:
    first = put([Row(), Row("Carl Eg")])
    before = taken(store, plan)
    with store.write("Mette", NOW) as writing:
        undo_upload(writing, first.upload_id)
    put([other, Row("Carl Eg")], "1" * 64)
    assert taken(store, plan) != before


COUNTED = Row(None, date(2026, 1, 5), None, count=3, total=4)


@pytest.mark.parametrize(
    ("other", "measurement"),
    [
        (replace(COUNTED, total=5), Measurement.SHARE),
        (replace(COUNTED, employee="Anna Berg"), Measurement.SHARE),
        (COUNTED, Measurement.EXTRACT),
        (replace(COUNTED, employee="Anna Berg"), Measurement.TALLY),
        (replace(COUNTED, value=0.5), Measurement.SHARE),
    ],
)
def test_another_number_or_another_sort_of_it_changes_it(
    store: Store, plan: Plan, put: Put, other: Row, measurement: Measurement
) -> None:
    first = put([COUNTED, COUNTED], measurement=Measurement.SHARE)
    before = taken(store, plan)
    with store.write("Mette", NOW) as writing:
        undo_upload(writing, first.upload_id)
    put([other, COUNTED], "1" * 64, measurement=measurement)
    assert taken(store, plan) != before


def test_undo_redo_and_compaction_bring_the_same_back(store: Store, plan: Plan, put: Put) -> None:
    empty = taken(store, plan)
    upload = put([Row(), Row("Bo Dahl", count=3)])
    full = taken(store, plan)
    with store.write("Mette", NOW) as writing:
        undo_upload(writing, upload.upload_id)
    assert taken(store, plan) == empty != full
    with store.write("Mette", NOW) as writing:
        redo_upload(writing, upload.upload_id)
    store.compact()
    assert taken(store, plan) == full
    assert len(full) == 64


def test_one_file_or_two_is_the_same_data(store: Store, plan: Plan, put: Put) -> None:
    rows = [Row(), Row(duration_ms=70_000), Row("Bo Dahl", count=3)]
    together = put(rows)
    before = taken(store, plan)
    with store.write("Mette", NOW) as writing:
        undo_upload(writing, together.upload_id)
    put(rows[2:], "1" * 64)
    put(rows[:2], "2" * 64)
    assert taken(store, plan) == before


def test_rounds_that_the_status_does_not_rest_on_do_not_count(store: Store, plan: Plan, put: Put) -> None:
    before = taken(store, plan, number=1)
    put([Row(work_date=date(2026, 4, 6))], round_id=plan.follow_up.round_id)
    make_plan(store)
    assert taken(store, plan, number=1) == before
    assert taken(store, plan) != before


def test_no_rounds_no_registrations_but_a_fingerprint_of_the_plan(store: Store, plan: Plan) -> None:
    with store.read() as cursor:
        none: tuple[Round, ...] = ()
        assert len(fingerprint(cursor, plan.project.project_id, none)) == 64
