"""Rows that an earlier file has too are asked about: both count, or the new file takes its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from analysis.model.kinds import Measurement
from analysis.model.storing import FaultKind, Overlap, OverlapAnswer, StoringFault, StoringRefused
from analysis.model.upload import Upload
from analysis.store.aggregate import goal_totals
from analysis.store.changes import changes
from analysis.store.store import Store
from analysis.store.upload_list import uploads
from analysis.store.uploads import preview_upload, redo_upload, undo_upload
from analysis.store.workflows import add_indicator
from tests.store.filed import NOW, Plan, Row, stage_rows

Put = Callable[..., Any]
MONDAY, TUESDAY = date(2026, 1, 5), date(2026, 1, 6)
THREE = [Row(), Row(duration_ms=90_000), Row("Bo Dahl"), Row(work_date=TUESDAY)]
ANEW = [Row("ANNA  berg", duration_ms=30_000), Row("Bo Dahl", TUESDAY), Row("Bo Dahl", duration_ms=5)]


def minutes(store: Store, plan: Plan) -> float:
    with store.read() as cursor:
        return sum(one.y for one in goal_totals(cursor, plan.goal, plan.baseline).employees)


@pytest.fixture
def unanswered(plan: Plan) -> Any:
    return replace(plan.placement, overlap=None)


def test_a_file_may_have_several_rows_of_an_employee_day_and_workflow(plan: Plan, put: Put, unanswered: Any) -> None:
    assert isinstance(put(THREE, placement=unanswered), Upload)


def test_rows_of_an_earlier_file_are_refused_until_somebody_answers(
    store: Store, plan: Plan, put: Put, unanswered: Any
) -> None:
    put(THREE)
    before = minutes(store, plan)
    assert put(ANEW, "1" * 64, placement=unanswered) == StoringRefused((StoringFault(FaultKind.OVERLAP, 2),))
    assert minutes(store, plan) == before


def test_a_preview_says_which_file_and_that_an_answer_is_needed(
    store: Store, plan: Plan, put: Put, unanswered: Any
) -> None:
    earlier = put(THREE)
    second = put([Row()], "1" * 64)
    for answer, faults in (
        (None, (StoringFault(FaultKind.OVERLAP, 2),)),
        (OverlapAnswer.BOTH, ()),
        (OverlapAnswer.REPLACE, ()),
    ):
        with store.staging() as staging, store.write("Mette", NOW) as writing:
            staged = stage_rows(staging, ANEW, "2" * 64)
            seen = preview_upload(writing, staging, staged, replace(unanswered, overlap=answer))
        assert seen.overlaps == (Overlap(earlier, 2, 0, 1), Overlap(second, 1, 0, 0))
        assert seen.faults == faults


def test_both_count_where_both_are_work(store: Store, plan: Plan, put: Put) -> None:
    put(THREE)
    before = minutes(store, plan)
    put([Row(duration_ms=60_000)], "1" * 64, placement=replace(plan.placement, overlap=OverlapAnswer.BOTH))
    assert minutes(store, plan) == before + 1


def test_a_new_file_takes_the_place_of_the_earlier_ones_in_one_step(store: Store, plan: Plan, put: Put) -> None:
    first, second = put(THREE), put([Row(work_date=TUESDAY)], "1" * 64)
    beside = put([Row("Eva Friis")], "2" * 64)
    rows = [Row(duration_ms=120_000), Row(work_date=TUESDAY, duration_ms=0)]
    put(rows, "3" * 64, placement=replace(plan.placement, overlap=OverlapAnswer.REPLACE))
    assert minutes(store, plan) == 3
    with store.read() as cursor:
        undone = {one.upload_id for one in uploads(cursor, plan.project.project_id) if one.undone_at}
        log = changes(cursor, plan.project.project_id)
    assert undone == {first.upload_id, second.upload_id}
    assert beside.upload_id not in undone
    assert {line.entity_id for line in log if line.field == "undone_at"} == undone


def test_a_refused_replacement_replaces_nothing(store: Store, plan: Plan, put: Put) -> None:
    put(THREE)
    before = minutes(store, plan)
    replacing = replace(plan.placement, overlap=OverlapAnswer.REPLACE)
    many = [Row(), *(Row(f"Medarbejder nr {n}") for n in range(9))]
    refused = put(many, "1" * 64, placement=replacing)
    assert refused == StoringRefused((StoringFault(FaultKind.MORE_THAN_POPULATION, 10, "Sagsbehandlere", 8),))
    assert minutes(store, plan) == before


def test_what_was_replaced_comes_back_only_without_its_replacement(store: Store, plan: Plan, put: Put) -> None:
    first = put([Row()])
    new = put([Row()], "1" * 64, placement=replace(plan.placement, overlap=OverlapAnswer.REPLACE))
    with store.write("Mette", NOW) as writing:
        assert redo_upload(writing, first.upload_id) == StoringRefused((StoringFault(FaultKind.OVERLAP, 1),))
    with store.write("Mette", NOW) as writing:
        undo_upload(writing, new.upload_id)
        assert isinstance(redo_upload(writing, first.upload_id), Upload)


def test_two_files_that_both_count_can_be_undone_and_redone_in_any_order(
    store: Store, plan: Plan, put: Put, unanswered: Any
) -> None:
    first, second = put([Row()], placement=unanswered), put([Row()], "1" * 64)
    for upload in (first, second):
        with store.write("Mette", NOW) as writing:
            undo_upload(writing, upload.upload_id)
            assert isinstance(redo_upload(writing, upload.upload_id), Upload)


def test_what_is_undone_or_of_another_sort_or_another_project_is_no_overlap(
    store: Store, plan: Plan, put: Put, unanswered: Any
) -> None:
    gone = put([Row()])
    with store.write("Mette", NOW) as writing:
        undo_upload(writing, gone.upload_id)
    assert isinstance(put([Row()], "1" * 64, placement=unanswered), Upload)
    tally = [Row(duration_ms=None, count=3)]
    assert isinstance(put(tally, "2" * 64, placement=unanswered, measurement=Measurement.TALLY), Upload)


@pytest.mark.parametrize(
    ("measurement", "row"),
    [
        (Measurement.EXTRACT, Row(None, MONDAY, None, count=3)),
        (Measurement.SERIES, Row(None, MONDAY, None, value=3)),
        (Measurement.SHARE, Row(None, MONDAY, None, count=3, total=5)),
        (Measurement.BEST_GUESS, Row("Anna Berg", None)),
    ],
)
def test_rows_of_nobody_overlap_by_date_and_workflow_and_guesses_within_their_round(
    store: Store, plan: Plan, put: Put, unanswered: Any, measurement: Measurement, row: Row
) -> None:
    with store.write("Mette", NOW) as writing:
        add_indicator(writing, plan.project.project_id, "Scan")
    unanswered = replace(unanswered, workflows=unanswered.workflows[:1])
    assert isinstance(put([row], placement=unanswered, measurement=measurement), Upload)
    refused = put([row], "1" * 64, placement=unanswered, measurement=measurement)
    assert refused == StoringRefused((StoringFault(FaultKind.OVERLAP, 1),))
    elsewhere = replace(unanswered, round_id=plan.follow_up.round_id)
    other = row if row.work_date is None else replace(row, work_date=TUESDAY)
    assert isinstance(put([other], "1" * 64, placement=elsewhere, measurement=measurement), Upload)
