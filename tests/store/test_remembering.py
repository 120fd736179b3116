"""What was said of a file's columns is kept for its project and its sort of measurement alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from analysis.model.kinds import Measurement, Role
from analysis.model.storing import LabelMatch
from analysis.model.understood import Remembered
from analysis.model.upload import ColumnMatch
from analysis.store.connection import one_value
from analysis.store.projects import remove_project
from analysis.store.purge import purge
from analysis.store.remembering import remember, remembered
from analysis.store.store import Store
from tests.store.filed import NOW, Plan, make_plan

ANSWERS = Remembered(
    "abc",
    (ColumnMatch("Forbrug", Role.DURATION, "remembered"), ColumnMatch("Note", None, "remembered")),
    date_order="dmy",
    unit="minutes",
    workflows=(LabelMatch("Ny sag", "Scan"), LabelMatch("Frokost", None)),
    target_groups=(LabelMatch("A", "Sagsbehandlere"),),
)


def known(store: Store, plan: Plan, measurement: Measurement = Measurement.TIME) -> tuple[Remembered, ...]:
    with store.read() as cursor:
        return remembered(cursor, plan.project.project_id, measurement)


def test_answers_come_back_to_their_project_and_sort_of_measurement(store: Store, plan: Plan) -> None:
    other = make_plan(store)
    with store.write("Mette", NOW) as writing:
        remember(writing, plan.project.project_id, Measurement.TIME, ANSWERS)
    assert known(store, plan) == (ANSWERS,)
    assert known(store, plan, Measurement.TALLY) == ()
    assert known(store, other) == ()


def test_the_latest_word_on_the_same_columns_is_the_one_that_counts(store: Store, plan: Plan) -> None:
    changed, elsewhere = replace(ANSWERS, unit="hours"), replace(ANSWERS, signature="def")
    for minutes, answers in enumerate((ANSWERS, elsewhere, changed)):
        with store.write("Mette", NOW + timedelta(minutes=minutes)) as writing:
            remember(writing, plan.project.project_id, Measurement.TIME, answers)
    assert known(store, plan) == (changed, elsewhere)


def test_a_purged_project_is_forgotten(store: Store, plan: Plan) -> None:
    with store.write("Mette", NOW) as writing:
        remember(writing, plan.project.project_id, Measurement.TIME, ANSWERS)
        remove_project(writing, plan.project.project_id)
    purge(store, "Mette", NOW)
    with store.read() as cursor:
        assert one_value(cursor, "SELECT count(*) FROM remembered_mapping") == 0
