"""The staff list: read as any file, named, stored under pseudonyms; uploads take their target groups from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from analysis import planning, uploads
from analysis.model.plan import Population, Round
from analysis.model.storing import FaultKind, LabelMatch, Participants, StoringFault, StoringRefused
from analysis.model.upload import Refused
from analysis.planning.goals.staff import with_staff_numbers
from analysis.store.folder import keys
from analysis.store.projects import rename_target_group
from analysis.store.pseudonyms import key_file
from analysis.uploads import ReadFile, ReadOptions, StaffFile
from tests.own_project import BY, OwnProject, csv_file

LIST = [("Anna", "Team"), ("Bo", "Team"), ("Eva", "Ledelse")]
HEADER = ("Medarbejder", "Målgruppe")
DAYS = [("2026-01-13", "anna", "Sag", 10, 1), ("2026-01-13", "Bo", "Sag", 20, 1), ("2026-01-14", "EVA", "Sag", 30, 1)]


def read(project: OwnProject, rows: list[tuple[str, str]], header: tuple[str, ...] = HEADER) -> StaffFile:
    file = uploads.read_staff(project.store, "liste.csv", csv_file(rows, header), ReadOptions())
    assert isinstance(file, StaffFile), file
    return file


def store_list(project: OwnProject, rows: list[tuple[str, str]]) -> None:
    """Group names that the plan lacks are added on purpose."""
    file = read(project, rows)
    new = [LabelMatch(name, name) for name in uploads.name_staff(project.plan, file).unknown_target_groups]
    naming = uploads.name_staff(project.plan, file, new)
    assert naming.is_complete
    assert uploads.confirm_staff(project.store, BY, project.project_id, naming) is None


def test_a_list_takes_the_place_of_the_one_before(project: OwnProject) -> None:
    store_list(project, LIST)
    numbers = planning.staff_numbers(project.store, project.project_id)
    assert numbers == (Population("Team", 2), Population("Ledelse", 1))
    store_list(project, [("Kim", "Ledelse")])
    assert planning.staff_numbers(project.store, project.project_id) == (Population("Ledelse", 1),)


def test_names_are_stored_nowhere(project: OwnProject) -> None:
    store_list(project, LIST)
    with project.store.read() as cursor:
        stored = cursor.execute("SELECT employee FROM staff").fetchall()
        log = cursor.execute("SELECT from_value, to_value FROM change_log WHERE field = 'staff'").fetchall()
    assert all(len(pseudonym) == 32 for (pseudonym,) in stored)
    assert len(log) == 1
    assert not any(name in str((stored, log)) for name, _ in LIST)
    assert '"employees": 2' in str(log)


def test_unknown_groups_are_asked_about_and_may_be_left_out(project: OwnProject) -> None:
    file = read(project, LIST)
    asked = uploads.name_staff(project.plan, file)
    assert (asked.unknown_target_groups, asked.is_complete) == (("Ledelse",), False)
    without = uploads.name_staff(project.plan, file, [LabelMatch("Ledelse", None)])
    assert without.is_complete
    assert without.numbers == (Population("Team", 2),)
    merged = uploads.name_staff(project.plan, file, [LabelMatch("Ledelse", "Team")])
    assert merged.numbers == (Population("Team", 3),)


def test_doubles_are_set_aside_and_two_groups_of_one_employee_are_named(project: OwnProject) -> None:
    file = read(project, [("Anna", "Team"), ("Anna", "Team"), ("Bo", "Team"), ("BO", "team"), ("Eva", "")])
    assert [(row.row, row.reason) for row in file.ingested.rejected] == [(3, "duplicate"), (6, "missing_value")]
    assert uploads.name_staff(project.plan, file).numbers == (Population("Team", 2),)
    double = read(project, [*LIST, ("ANNA", "Ledelse")])
    named = uploads.name_staff(project.plan, double, [LabelMatch("Ledelse", "Ledelse")])
    assert (named.several_groups, named.is_complete) == (("ANNA",), False)


def test_personal_numbers_and_files_without_the_columns_are_refused(project: OwnProject) -> None:
    numbers = csv_file([(f"0101{year}-1234", "Team") for year in range(60, 70)], HEADER)
    found = uploads.read_staff(project.store, "liste.csv", numbers, ReadOptions())
    assert isinstance(found, Refused)
    assert found.reason == "cpr_in_needed_column"
    other = uploads.read_staff(project.store, "liste.csv", csv_file(LIST, ("Medarbejder", "By")), ReadOptions())
    assert isinstance(other, Refused)


def test_a_department_can_stand_for_the_group(project: OwnProject) -> None:
    assert read(project, LIST, ("Initialer", "Afdeling")).members == tuple(LabelMatch(*one) for one in sorted(LIST))


@pytest.mark.parametrize("column", [False, True])
def test_an_upload_takes_the_groups_of_the_list(project: OwnProject, *, column: bool) -> None:
    """Also where its own column holds something else, such as kinds of case."""
    store_list(project, LIST)
    header = ("date", "employee", "workflow", "minutes", "items", *(("group",) if column else ()))
    rows = [(*day, "Dagpenge") if column else day for day in (*DAYS, ("2026-01-15", "Bo", "Sag", 5, 1))]
    if column:
        rows[-1] = (*rows[-1][:-1], "Refusion")
    file = uploads.read(
        project.store, project.plan, project.plan.rounds[0], "f.csv", csv_file(rows, header), ReadOptions()
    )
    assert isinstance(file, ReadFile)
    naming = uploads.propose(project.plan, file)
    assert naming.is_complete
    seen = uploads.preview(project.store, BY, file, naming)
    assert {one.target_group: one.employees for one in seen.participants} == {"Team": 2, "Ledelse": 1}


def test_who_is_not_on_the_list_is_asked_about(project: OwnProject) -> None:
    store_list(project, LIST[1:])
    header = ("date", "employee", "workflow", "minutes", "items")
    file = uploads.read(
        project.store, project.plan, project.plan.rounds[0], "f.csv", csv_file(DAYS, header), ReadOptions()
    )
    assert isinstance(file, ReadFile)
    assert uploads.propose(project.plan, file).group_is_missing
    naming = uploads.propose(project.plan, file, uploads.Answers(target_group="Team"))
    seen = uploads.preview(project.store, BY, file, naming)
    assert seen.participants == (Participants("Team", 2, 2, 4), Participants("Ledelse", 1, 1, None))


def test_without_the_key_nothing_is_stored(project: OwnProject) -> None:
    store_list(project, LIST)
    key_file(keys(project.store.folder), project.project_id).unlink()
    naming = uploads.name_staff(project.plan, read(project, [("Kim", "Team")]))
    refused = uploads.confirm_staff(project.store, BY, project.project_id, naming)
    assert refused is not None
    assert [fault.kind for fault in refused.faults] == [FaultKind.KEY_MISSING]
    assert sum(one.employees or 0 for one in planning.staff_numbers(project.store, project.project_id)) == 3


def test_the_numbers_become_a_rounds_populations(project: OwnProject) -> None:
    store_list(project, LIST)
    measured = project.plan.rounds[0]
    wanted = with_staff_numbers(measured, planning.staff_numbers(project.store, project.project_id))
    assert isinstance(planning.save_round(project.store, BY, project.project_id, wanted, measured), Round)
    assert project.plan.rounds[0].populations == (Population("Team", 2), Population("Ledelse", 1))


def test_a_removed_target_group_is_on_no_list(project: OwnProject) -> None:
    store_list(project, LIST)
    kept = [group for group in project.plan.target_groups if group.name == "Team"]
    by = planning.By("bo", datetime(2026, 9, 11, tzinfo=UTC))
    assert planning.save_target_groups(project.store, by, project.project_id, kept) == ()
    assert planning.staff_numbers(project.store, project.project_id) == (Population("Team", 2),)


def test_a_list_with_a_group_that_was_renamed_meanwhile_is_to_be_read_again(project: OwnProject) -> None:
    store_list(project, LIST)
    naming = uploads.name_staff(project.plan, read(project, [("Kim", "Team"), ("Bo", "Ledelse")]))
    with project.store.write(BY.who, BY.at) as writing:
        rename_target_group(writing, replace(project.plan.target_groups[0], name="Hold"))
    outcome = uploads.confirm_staff(project.store, BY, project.project_id, naming)
    assert outcome == StoringRefused((StoringFault(FaultKind.PLAN_CHANGED, 0),))
    numbers = planning.staff_numbers(project.store, project.project_id)
    assert numbers == (Population("Hold", 2), Population("Ledelse", 1))
