"""A file is stored whole or not at all; refused, cancelled or failed, the database is as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import duckdb
import pytest

from analysis.model.plan import Population
from analysis.model.rejects import RejectedRow
from analysis.model.storing import (
    AlreadyUploaded,
    FaultKind,
    LabelMatch,
    Overlap,
    Participants,
    Placement,
    StoringFault,
    StoringRefused,
)
from analysis.model.upload import Doubt, SourceFile, Upload
from analysis.store.connection import Cursor, one_value
from analysis.store.faults import participants
from analysis.store.rounds import set_population
from analysis.store.store import Store
from analysis.store.upload_list import already_uploaded, rejected_rows, uploads
from analysis.store.uploads import preview_upload, redo_upload, store_upload, undo_upload
from tests.store.filed import NOW, WORKFLOWS, Plan, Row, stage_rows

Put = Callable[..., Any]
TABLES = ("upload", "registration", "rejected_row", "doubt", "change_log")


def everything(cursor: Cursor) -> list[list[Any]]:
    return [cursor.execute(f"SELECT * FROM {table} ORDER BY ALL").fetchall() for table in TABLES]


def took_part(store: Store, plan: Plan) -> tuple[Participants, ...]:
    with store.read() as cursor:
        return participants(cursor, plan.baseline.round_id)


def test_an_upload_is_listed_with_its_numbers(store: Store, plan: Plan, put: Put) -> None:
    rows = [Row(), Row("Bo Dahl", date(2026, 1, 7)), Row("Bo Dahl", date(2026, 1, 6), workflow="Fordel")]
    rejected = (RejectedRow(9, "Uge 2", "Minutter", "tolv", "not_a_duration"),)
    stored = put(rows, rejected=rejected)
    assert stored == Upload(
        stored.upload_id,
        plan.baseline.round_id,
        SourceFile("maaling.csv", "0" * 64, 99, "csv"),
        NOW,
        None,
        rows=3,
        rejected=1,
        employees=2,
        first_date=date(2026, 1, 5),
        last_date=date(2026, 1, 7),
        doubts=(Doubt("duplicate", 2, (3, 5)),),
    )
    with store.read() as cursor:
        assert uploads(cursor, plan.project.project_id) == (stored,)
        assert rejected_rows(cursor, stored.upload_id) == (RejectedRow(9, "Uge 2", "Minutter", "", "not_a_duration"),)


def test_registrations_keep_what_the_file_said(store: Store, plan: Plan, put: Put) -> None:
    put([Row(duration_ms=90_001, count=3), Row(work_date=date(2026, 1, 6), workflow="Fordel")])
    with store.read() as cursor:
        found = cursor.execute(
            "SELECT source_row, work_date, workflow.name, duration_ms, count "
            "FROM registration JOIN workflow USING (workflow_id) ORDER BY source_row"
        ).fetchall()
    assert found == [(2, date(2026, 1, 5), "Scan", 90_001, 3), (3, date(2026, 1, 6), "Fordel", 60_000, None)]


def test_the_same_bytes_are_stored_once_per_project(store: Store, plan: Plan, put: Put) -> None:
    first = put([Row()])
    with store.read() as cursor:
        assert already_uploaded(cursor, plan.project.project_id, "0" * 64) == first
        assert already_uploaded(cursor, plan.project.project_id, "1" * 64) is None
        assert already_uploaded(cursor, 999, "0" * 64) is None
        before = everything(cursor)
    assert put([Row()], round_id=plan.follow_up.round_id) == AlreadyUploaded(first)
    with store.read() as cursor:
        assert everything(cursor) == before


def test_undone_registrations_count_no_more_and_redone_again(store: Store, plan: Plan, put: Put) -> None:
    upload = put([Row(), Row("Bo Dahl")])
    before = took_part(store, plan)
    with store.write("Mette", NOW) as writing:
        assert undo_upload(writing, upload.upload_id) == replace(upload, undone_at=NOW)
        assert undo_upload(writing, upload.upload_id) == replace(upload, undone_at=NOW)
    assert took_part(store, plan) == ()
    with store.read() as cursor:
        assert uploads(cursor, plan.project.project_id) == (replace(upload, undone_at=NOW),)
    with store.write("Mette", NOW) as writing:
        assert redo_upload(writing, upload.upload_id) == upload
        assert redo_upload(writing, upload.upload_id) == upload
    assert took_part(store, plan) == before


def test_after_undo_the_same_bytes_may_come_again_and_then_redo_may_not(store: Store, plan: Plan, put: Put) -> None:
    first = put([Row()])
    with store.write("Mette", NOW) as writing:
        undo_upload(writing, first.upload_id)
    second = put([Row()])
    assert isinstance(second, Upload)
    with store.write("Mette", NOW) as writing:
        assert redo_upload(writing, first.upload_id) == AlreadyUploaded(second)
    assert took_part(store, plan) == (Participants("Sagsbehandlere", 1, 1, 8),)


def test_redo_is_refused_where_the_round_has_changed_since(store: Store, plan: Plan, put: Put) -> None:
    dated = put([Row()])
    with store.write("Mette", NOW) as writing:
        undo_upload(writing, dated.upload_id)
    put([Row(work_date=None)], "1" * 64)
    with store.write("Mette", NOW) as writing:
        assert redo_upload(writing, dated.upload_id) == StoringRefused((StoringFault(FaultKind.MIXED_DATES, 1),))
    with store.read() as cursor:
        assert [one.undone_at for one in uploads(cursor, plan.project.project_id)] == [None, NOW]


NINE = [Row(f"Medarbejder nr {number}") for number in range(9)]
BY_LABEL = Placement(0, WORKFLOWS, target_groups=(LabelMatch("A", "Sagsbehandlere"), LabelMatch("B", "Superbrugere")))


@pytest.mark.parametrize(
    ("rows", "placement", "fault"),
    [
        ([Row(), Row(None)], None, StoringFault(FaultKind.NO_EMPLOYEE, 1)),
        ([Row(), Row(duration_ms=None)], None, StoringFault(FaultKind.NO_DURATION, 1)),
        ([Row(), Row(workflow="Ukendt"), Row(workflow=None)], None, StoringFault(FaultKind.NO_WORKFLOW, 2)),
        ([Row(target_group="A"), Row(target_group="C")], BY_LABEL, StoringFault(FaultKind.NO_TARGET_GROUP, 1)),
        ([Row(), Row()], BY_LABEL, StoringFault(FaultKind.NO_TARGET_GROUP, 2)),
        ([Row(), Row(work_date=None)], None, StoringFault(FaultKind.MIXED_DATES, 1)),
        ([Row(target_group="A"), Row(target_group="B")], BY_LABEL, StoringFault(FaultKind.SEVERAL_TARGET_GROUPS, 1)),
        (NINE, None, StoringFault(FaultKind.MORE_THAN_POPULATION, 9, "Sagsbehandlere", 8)),
    ],
)
def test_what_no_estimate_can_stand_is_refused_and_changes_nothing(
    store: Store, plan: Plan, put: Put, rows: list[Row], placement: Placement | None, fault: StoringFault
) -> None:
    with store.read() as cursor:
        before = everything(cursor)
    chosen = replace(placement or plan.placement, round_id=plan.baseline.round_id)
    assert put(rows, placement=chosen) == StoringRefused((fault,))
    with store.read() as cursor:
        assert everything(cursor) == before


def test_a_round_is_checked_across_its_uploads(store: Store, plan: Plan, put: Put) -> None:
    put(NINE[:5])
    assert put(NINE[3:], "1" * 64) == StoringRefused(
        (StoringFault(FaultKind.MORE_THAN_POPULATION, 9, "Sagsbehandlere", 8),)
    )
    as_other = replace(plan.placement, target_group="Superbrugere")
    assert put([Row("MEDARBEJDER  nr 0")], "2" * 64, placement=as_other) == StoringRefused(
        (StoringFault(FaultKind.SEVERAL_TARGET_GROUPS, 1),)
    )
    in_follow_up = replace(as_other, round_id=plan.follow_up.round_id)
    assert isinstance(put([Row("Medarbejder nr 0")], "2" * 64, placement=in_follow_up), Upload)


def test_a_population_of_unknown_size_holds_everybody(store: Store, plan: Plan, put: Put) -> None:
    with store.write("Mette", NOW) as writing:
        set_population(writing, plan.baseline.round_id, Population("Sagsbehandlere", None))
    assert isinstance(put(NINE), Upload)


def test_groups_come_from_the_staff_list_first_and_from_labels_last(store: Store, plan: Plan, put: Put) -> None:
    placement = replace(BY_LABEL, round_id=plan.baseline.round_id, staff=(LabelMatch("anna  berg", "Superbrugere"),))
    put(
        [Row(target_group="A"), Row("Bo Dahl", target_group="A"), Row("Eva Friis", target_group="B")],
        placement=placement,
    )
    assert took_part(store, plan) == (Participants("Sagsbehandlere", 1, 1, 8), Participants("Superbrugere", 2, 2, None))


def test_rows_that_the_placement_leaves_out_are_not_stored_but_counted(store: Store, plan: Plan) -> None:
    with store.staging() as staging, store.write("Mette", NOW) as writing:
        staged = stage_rows(staging, [Row(), Row(workflow="Frokost"), Row("Bo Dahl", workflow="Frokost")])
        preview = preview_upload(writing, staging, staged, plan.placement)
        assert (preview.rows, preview.left_out) == (1, 2)
        assert preview.participants == (Participants("Sagsbehandlere", 1, 1, 8),)


def test_a_row_without_a_workflow_takes_the_given_one(store: Store, plan: Plan, put: Put) -> None:
    assert put([Row(workflow=None)], placement=replace(plan.placement, workflow="Fordel")).rows == 1
    with store.read() as cursor:
        assert one_value(cursor, "SELECT name FROM registration JOIN workflow USING (workflow_id)") == "Fordel"


def test_a_placement_speaks_of_the_plans_own_names(store: Store, plan: Plan, put: Put) -> None:
    gone = (
        replace(plan.placement, target_group="Ledere"),
        replace(plan.placement, workflows=(LabelMatch("Scan", "Indscanning"),)),
        replace(plan.placement, staff=(LabelMatch("Anna Berg", "Ledere"),)),
        replace(plan.placement, round_id=99),
    )
    changed = (StoringFault(FaultKind.PLAN_CHANGED, 1),)
    for placement in gone:
        assert put([Row()], placement=placement) == StoringRefused(changed)
        with store.staging() as staging, store.write("Mette", NOW) as writing:
            assert preview_upload(writing, staging, stage_rows(staging, [Row()]), placement).faults == changed


def test_a_preview_tells_what_would_be_and_stores_nothing(store: Store, plan: Plan, put: Put) -> None:
    earlier = put([Row(), Row("Bo Dahl"), Row("Bo Dahl", date(2026, 1, 6))])
    with store.read() as cursor:
        before = everything(cursor)
    with store.staging() as staging, store.write("Mette", NOW) as writing:
        rows = [Row("BO DAHL"), Row("Bo Dahl", workflow="Fordel"), *NINE[:7]]
        preview = preview_upload(writing, staging, stage_rows(staging, rows, "1" * 64), plan.placement)
    assert preview.rows == 9
    assert preview.participants == (Participants("Sagsbehandlere", 9, 12, 8),)
    assert preview.overlaps == (Overlap(earlier, 1, 0, 2),)
    assert preview.faults == (StoringFault(FaultKind.MORE_THAN_POPULATION, 9, "Sagsbehandlere", 8),)
    with store.read() as cursor:
        assert everything(cursor) == before


def test_a_preview_of_rows_without_a_workflow_says_so(store: Store, plan: Plan, put: Put) -> None:
    put([Row()])
    with store.staging() as staging, store.write("Mette", NOW) as writing:
        staged = stage_rows(staging, [Row(workflow="Ukendt")], "1" * 64)
        preview = preview_upload(writing, staging, staged, plan.placement)
    assert preview.faults == (StoringFault(FaultKind.NO_WORKFLOW, 1),)
    assert (preview.rows, preview.participants) == (0, took_part(store, plan))


def test_undated_rows_overlap_within_their_round_only(store: Store, plan: Plan, put: Put) -> None:
    put([Row(work_date=None)], "1" * 64)
    second = put([Row(work_date=None)], "2" * 64, round_id=plan.follow_up.round_id)
    with store.staging() as staging, store.write("Mette", NOW) as writing:
        staged = stage_rows(staging, [Row(work_date=None)], "3" * 64)
        preview = preview_upload(writing, staging, staged, replace(plan.placement, round_id=plan.follow_up.round_id))
    assert preview.overlaps == (Overlap(second, 1, 1, 0),)


def test_a_row_without_a_target_group_takes_its_employees_or_is_rejected(store: Store, plan: Plan, put: Put) -> None:
    listed = replace(BY_LABEL, round_id=plan.baseline.round_id, staff=(LabelMatch("Dan", "Superbrugere"),))
    rows = [Row(target_group="A"), Row("ANNA  berg"), Row("Bo"), Row("Dan"), Row("Bo", workflow="Frokost")]
    with store.staging() as staging, store.write("Mette", NOW) as writing:
        seen = preview_upload(writing, staging, stage_rows(staging, rows), listed)
    assert (seen.rows, seen.left_out, seen.faults) == (3, 1, ())
    assert [(one.row, one.reason) for one in seen.rejected] == [(4, "no_target_group")]
    assert [(one.target_group, one.employees, one.registrations) for one in seen.participants] == [
        ("Sagsbehandlere", 1, 2),
        ("Superbrugere", 1, 1),
    ]
    stored = put(rows, placement=listed)
    assert isinstance(stored, Upload)
    assert (stored.rows, stored.rejected) == (3, 1)


def test_a_failure_halfway_leaves_the_database_as_it_was(store: Store, plan: Plan) -> None:
    with store.read() as cursor:
        before = everything(cursor)

    def fail() -> None:
        with store.staging() as staging, store.write("Mette", NOW) as writing:
            store_upload(writing, staging, stage_rows(staging, [Row()]), plan.placement)
            writing.cursor.execute("INSERT INTO doubt VALUES (NULL, NULL, NULL, NULL)")

    with pytest.raises(duckdb.Error):
        fail()
    with store.read() as cursor:
        assert everything(cursor) == before


def test_ten_thousand_rejected_rows_are_kept(store: Store, plan: Plan, put: Put) -> None:
    rejected = tuple(RejectedRow(number, None, "Tid", "x", "not_a_duration") for number in range(10_000))
    assert put([Row()], rejected=rejected).rejected == 10_000
