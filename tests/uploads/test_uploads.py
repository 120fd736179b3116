"""A file is stored whole after it was seen, or not at all, and every refusal says why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from analysis import planning, uploads
from analysis.model.storing import AlreadyUploaded, FaultKind, LabelMatch, OverlapAnswer, StoringPreview, StoringRefused
from analysis.model.upload import Grain, Refused, Upload
from analysis.store.projects import rename_target_group
from analysis.uploads import Naming, ReadFile, ReadOptions
from tests.own_project import BY, OwnProject, csv_file, days_of_work
from tests.uploads.conftest import WINDOW

MINUTES = {"ABC": [10, 12], "DEF": [14, 9], "GHI": [11, 13]}


def read(project: OwnProject, content: bytes, grain: Grain = Grain.EVENT) -> ReadFile:
    file = uploads.read(
        project.store, project.plan, project.plan.rounds[0], "fil.csv", content, ReadOptions(grain=grain)
    )
    assert isinstance(file, ReadFile), file
    return file


def proposed(project: OwnProject, file: ReadFile, *decided: LabelMatch) -> Naming:
    return uploads.propose(project.plan, file, uploads.Answers(decided))


def stored_rows(project: OwnProject) -> list[int]:
    return [upload.rows for upload in uploads.uploads(project.store, project.project_id)]


def test_a_preview_tells_what_the_round_would_be_and_stores_nothing(project: OwnProject) -> None:
    file = read(project, csv_file(days_of_work(WINDOW[0], MINUTES)))
    seen = uploads.preview(project.store, BY, file, proposed(project, file))
    assert seen.rows == 6
    assert [(one.target_group, one.employees, one.population) for one in seen.participants] == [("Team", 3, 4)]
    assert stored_rows(project) == []
    assert isinstance(uploads.confirm(project.store, BY, file, proposed(project, file)), Upload)
    assert stored_rows(project) == [6]


def test_the_same_bytes_are_refused_until_they_are_undone(project: OwnProject) -> None:
    content = csv_file(days_of_work(WINDOW[0], MINUTES))
    first = project.load(0, content)
    again = uploads.read(project.store, project.plan, project.plan.rounds[0], "kopi.csv", content, ReadOptions())
    assert isinstance(again, AlreadyUploaded)
    assert again.upload.upload_id == first.upload_id
    uploads.undo(project.store, BY, first.upload_id)
    second = project.load(0, content, "kopi.csv")
    assert isinstance(uploads.redo(project.store, BY, first.upload_id), AlreadyUploaded)
    uploads.undo(project.store, BY, second.upload_id)
    assert isinstance(uploads.redo(project.store, BY, first.upload_id), Upload)


def test_more_participants_than_employees_are_caught_before_storing(project: OwnProject) -> None:
    many = {f"e{n}": [10, 11] for n in range(5)}
    file = read(project, csv_file(days_of_work(WINDOW[0], many)))
    seen = uploads.preview(project.store, BY, file, proposed(project, file))
    assert [(fault.kind, fault.number, fault.population) for fault in seen.faults] == [
        (FaultKind.MORE_THAN_POPULATION, 5, 4)
    ]
    assert isinstance(uploads.confirm(project.store, BY, file, proposed(project, file)), StoringRefused)
    assert stored_rows(project) == []


def test_unknown_names_are_asked_about_and_added_only_on_purpose(project: OwnProject) -> None:
    rows = [(*row[:3], "Telefon", *row[4:]) for row in days_of_work(WINDOW[0], MINUTES, "  team ")]
    file = read(project, csv_file(rows))
    asked = proposed(project, file)
    assert asked.unknown_workflows == ("Telefon",)
    assert asked.unknown_target_groups == ()
    assert not asked.is_complete
    left_out = proposed(project, file, LabelMatch("Telefon", None))
    seen = uploads.preview(project.store, BY, file, left_out)
    assert (seen.left_out, seen.rows, seen.milliseconds) == (6, 0, 0)
    assert "Telefon" not in project.plan.workflows
    known = proposed(project, file, LabelMatch("Telefon", "Sag"))
    assert known.is_complete
    assert known.new_workflows == ()
    new = proposed(project, file, LabelMatch("Telefon", "Telefon"))
    assert isinstance(uploads.confirm(project.store, BY, file, new), Upload)
    assert project.plan.workflows == ("Sag", "Telefon")


def test_a_file_without_workflow_takes_the_plans_only_one(project: OwnProject) -> None:
    header = ("date", "employee", "group", "minutes", "items")
    rows = [(*row[:3], *row[4:]) for row in days_of_work(WINDOW[0], MINUTES)]
    assert read(project, csv_file(rows, header)).ingested.summary.workflows == ("Sag",)


def test_equal_rows_are_two_pieces_of_work_or_one_written_twice_as_declared(project: OwnProject) -> None:
    rows = days_of_work(WINDOW[0], MINUTES)
    content = csv_file([*rows, rows[0]])
    assert read(project, content).ingested.summary.rows == 7
    file = read(project, content, Grain.DAY)
    assert file.ingested.summary.rows == 6


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty_file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not_a_table"),
        (csv_file([("2026-01-12", "ABC")], ("date", "employee")), "missing_column"),
        (csv_file([]), "header_only"),
    ],
)
def test_a_file_that_is_no_measurement_is_refused_and_leaves_nothing(
    project: OwnProject, content: bytes, reason: str
) -> None:
    outcome = uploads.read(project.store, project.plan, project.plan.rounds[0], "fil.csv", content, ReadOptions())
    assert isinstance(outcome, Refused)
    assert outcome.reason == reason
    assert stored_rows(project) == []
    assert not [path for path in (project.store.folder / "staging").rglob("*") if path.is_file()]


def test_a_reading_that_is_stopped_leaves_nothing(project: OwnProject) -> None:
    def stop(fraction: float, step: str) -> None:
        raise KeyboardInterrupt(step)

    content = csv_file(days_of_work(WINDOW[0], MINUTES))
    with pytest.raises(KeyboardInterrupt):
        uploads.read(
            project.store, project.plan, project.plan.rounds[0], "fil.csv", content, ReadOptions(progress=stop)
        )
    assert not list((project.store.folder / "staging").iterdir())


@pytest.mark.parametrize("answer", [OverlapAnswer.BOTH, OverlapAnswer.REPLACE])
def test_a_corrected_file_is_asked_about_before_it_counts(project: OwnProject, answer: OverlapAnswer) -> None:
    first = project.load(0, csv_file(days_of_work(WINDOW[0], MINUTES)))
    file = read(project, csv_file(days_of_work(WINDOW[0], {"ABC": [11, 12]})))
    naming = proposed(project, file)
    seen = uploads.preview(project.store, BY, file, naming)
    assert [(fault.kind, fault.number) for fault in seen.faults] == [(FaultKind.OVERLAP, 2)]
    assert [(one.upload, one.rows) for one in seen.overlaps] == [(first, 2)]
    assert isinstance(uploads.confirm(project.store, BY, file, naming), StoringRefused)
    assert not uploads.preview(project.store, BY, file, naming, answer).faults
    assert isinstance(uploads.confirm(project.store, BY, file, naming, answer), Upload)
    live = [one.rows for one in uploads.uploads(project.store, project.project_id) if one.undone_at is None]
    assert live == ([2, 6] if answer is OverlapAnswer.BOTH else [2])


def test_bad_rows_are_rejected_by_excels_row_number_and_the_rest_is_stored(project: OwnProject) -> None:
    good = days_of_work(WINDOW[0], MINUTES)
    bad = [
        ("2026-01-13", "ABC", "Team", "Sag", "-4", 1),
        ("2026-01-13", "ABC", "Team", "Sag", "99999", 1),
        ("2026-13-45", "ABC", "Team", "Sag", "4", 1),
    ]
    content = csv_file([*good, *bad]) + b"2026-01-1"
    file = read(project, content)
    assert [(row.row, row.reason) for row in file.ingested.rejected] == [
        (8, "negative"),
        (9, "implausible"),
        (10, "invalid_date"),
        (11, "too_few_fields"),
    ]
    upload = uploads.confirm(project.store, BY, file, proposed(project, file))
    assert isinstance(upload, Upload)
    assert (upload.rows, upload.rejected) == (6, 4)
    kept = uploads.rejected(project.store, upload.upload_id)
    assert [row.row for row in kept] == [8, 9, 10, 11]
    assert {row.value for row in kept} == {""}, "a rejected value is shown once and never stored"


def test_a_file_that_would_replace_another_tells_what_else_goes_with_it(project: OwnProject) -> None:
    baseline = project.load(0, csv_file(days_of_work(WINDOW[0], MINUTES)), "rettet.csv")
    (seen,) = previewed(project, csv_file(days_of_work(WINDOW[0], {"ABC": [5]}))).overlaps
    assert (seen.upload, seen.round_number, seen.rows, seen.others) == (baseline, 0, 1, 5)


def previewed(project: OwnProject, content: bytes) -> StoringPreview:
    file = read(project, content)
    return uploads.preview(project.store, BY, file, proposed(project, file))


def test_a_row_without_a_group_is_named_and_the_rest_is_stored(project: OwnProject) -> None:
    rows = days_of_work(WINDOW[0], MINUTES)
    lacking = [(day, employee, "", *rest) for day, employee, _, *rest in days_of_work(WINDOW[0], {"JKL": [9]})]
    known = [(day, employee, "", *rest) for day, employee, _, *rest in rows[:1]]
    content = csv_file([*lacking, *known, *rows[1:]])
    seen = previewed(project, content)
    assert (seen.rows, seen.left_out, [one.row for one in seen.rejected], seen.faults) == (6, 0, [2], ())
    upload = project.load(0, content)
    assert (upload.rows, upload.employees, upload.rejected) == (6, 3, 1)
    assert [(one.row, one.column, one.reason) for one in uploads.rejected(project.store, upload.upload_id)] == [
        (2, "group", "no_target_group")
    ]


def test_two_who_add_the_same_names_at_once_both_store(project: OwnProject) -> None:
    new = LabelMatch("Nord", "Nord")
    files = [read(project, csv_file(days_of_work(WINDOW[0], {name: [10]}, group="Nord"))) for name in ("ABC", "DEF")]
    namings = [proposed(project, file, new) for file in files]
    assert [naming.new_target_groups for naming in namings] == [("Nord",), ("Nord",)]
    stored = [uploads.confirm(project.store, BY, *pair) for pair in zip(files, namings, strict=True)]
    assert all(isinstance(one, Upload) for one in stored)
    assert [group.name for group in project.plan.target_groups] == ["Team", "Nord"]


def rename(project: OwnProject) -> None:
    with project.store.write(BY.who, BY.at) as writing:
        rename_target_group(writing, replace(project.plan.target_groups[0], name="Hold"))


def remove(project: OwnProject) -> None:
    planning.remove_round(project.store, BY, project.project_id, project.plan.rounds[0].round_id)


@pytest.mark.parametrize("change", [rename, remove])
def test_where_the_plan_has_changed_meanwhile_the_file_is_to_be_read_again(
    project: OwnProject, change: Callable[[OwnProject], None]
) -> None:
    file = read(project, csv_file(days_of_work(WINDOW[0], MINUTES)))
    naming = proposed(project, file)
    change(project)
    seen, outcome = (act(project.store, BY, file, naming) for act in (uploads.preview, uploads.confirm))
    assert isinstance(outcome, StoringRefused)
    assert [fault.kind for fault in outcome.faults] == [FaultKind.PLAN_CHANGED]
    assert seen.faults == outcome.faults
    assert stored_rows(project) == []
