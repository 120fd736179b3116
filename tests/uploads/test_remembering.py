"""What was answered for a file is answered for the next one with the same columns, and the analyst is told."""

from __future__ import annotations

import pytest

from analysis import uploads
from analysis.model.kinds import Role
from analysis.model.storing import LabelMatch
from analysis.model.upload import Refused, Upload
from analysis.uploads import Answers, DateOrder, ReadFile, ReadOptions, RoleAnswer, Unit
from tests.own_project import BY, OwnProject, csv_file

HEADER = ("Dato", "Medarbejder", "Opgave", "Forbrug")
FIRST = [("01-02-2026", "ABC", "Ny sag", "10"), ("02-02-2026", "DEF", "Ny sag", "20")]
NEXT = [("03-04-2026", "ABC", "Ny sag", "30"), ("04-04-2026", "DEF", "Ny sag", "40")]
TOLD = ReadOptions(date_order=DateOrder.MDY, unit=Unit.MINUTES, roles=(RoleAnswer("Forbrug", Role.DURATION),))


def outcome(project: OwnProject, content: bytes, options: ReadOptions | None = None) -> object:
    return uploads.read(project.store, project.plan, project.plan.rounds[0], "f.csv", content, options or ReadOptions())


def read(project: OwnProject, content: bytes, options: ReadOptions | None = None) -> ReadFile:
    file = outcome(project, content, options)
    assert isinstance(file, ReadFile), file
    return file


def stored(project: OwnProject, file: ReadFile, *labels: LabelMatch) -> Upload:
    naming = uploads.propose(project.plan, file, Answers(labels))
    assert naming.is_complete
    upload = uploads.confirm(project.store, BY, file, naming)
    assert isinstance(upload, Upload), upload
    return upload


@pytest.fixture
def answered(project: OwnProject) -> OwnProject:
    """A project to which one file has come whose every question was answered."""
    assert isinstance(outcome(project, csv_file(FIRST, HEADER)), Refused)
    first = read(project, csv_file(FIRST, HEADER), TOLD)
    assert not first.remembered
    stored(project, first, LabelMatch("Ny sag", "Sag"))
    return project


def test_the_next_file_is_read_as_the_first_and_says_so(answered: OwnProject) -> None:
    file = read(answered, csv_file(NEXT, HEADER))
    assert file.remembered
    summary = file.ingested.summary
    assert summary.milliseconds == 70 * 60_000
    assert [str(summary.first_date), str(summary.last_date)] == ["2026-03-04", "2026-04-04"]
    evidence = {column.header: (column.role, column.evidence) for column in file.ingested.columns}
    assert evidence["Forbrug"] == (Role.DURATION, "remembered")
    naming = uploads.propose(answered.plan, file)
    assert naming.workflows == (LabelMatch("Ny sag", "Sag"),)
    assert naming.is_complete
    assert stored(answered, file).rows == 2


def test_the_analyst_may_decide_otherwise(answered: OwnProject) -> None:
    file = read(answered, csv_file(NEXT, HEADER))
    other = uploads.propose(answered.plan, file, Answers((LabelMatch("Ny sag", None),)))
    assert other.workflows == (LabelMatch("Ny sag", None),)
    own = ReadOptions(date_order=DateOrder.DMY, unit=Unit.SECONDS, roles=TOLD.roles)
    again = read(answered, csv_file(NEXT, HEADER), own)
    assert not again.remembered
    assert again.ingested.summary.milliseconds == 70_000


def test_a_file_with_other_columns_is_asked_about_again(answered: OwnProject) -> None:
    renamed = csv_file(NEXT, ("Dato", "Medarbejder", "Opgave", "Forbrugt"))
    assert isinstance(outcome(answered, renamed), Refused)


def test_a_name_that_the_plan_no_longer_has_is_asked_about_again(answered: OwnProject) -> None:
    file = read(answered, csv_file(NEXT, HEADER))
    plan = answered.plan
    without = type(plan)(plan.project, plan.target_groups, (), plan.goals, plan.rounds, plan.system_counts)
    assert uploads.propose(without, file).unknown_workflows == ("Ny sag",)


def test_what_would_lose_rows_is_not_applied(answered: OwnProject) -> None:
    clear = [("13-01-2026", "ABC", "Ny sag", "30"), ("14-01-2026", "DEF", "Ny sag", "45")]
    header = ("Dato", "Medarbejder", "Opgave", "Minutter")
    first = read(
        answered,
        csv_file([("05-06-2026", "ABC", "Ny sag", "30")], header),
        ReadOptions(date_order=DateOrder.MDY),
    )
    stored(answered, first, LabelMatch("Ny sag", "Sag"))
    file = read(answered, csv_file(clear, header))
    assert not file.remembered
    assert not file.ingested.rejected
    assert str(file.ingested.summary.first_date) == "2026-01-13"


def test_a_refused_or_cancelled_file_is_not_remembered(project: OwnProject) -> None:
    read(project, csv_file(FIRST, HEADER), TOLD)
    assert isinstance(outcome(project, csv_file(NEXT, HEADER)), Refused)


def test_no_employee_is_remembered(project: OwnProject) -> None:
    header = ("Dato", "Medarbejder", "Opgave", "Minutter")
    rows = [("2026-01-13", "Ingeborg Quist", "Ingeborg Quist privat", "10")]
    stored(project, read(project, csv_file(rows, header)), LabelMatch("Ingeborg Quist privat", "Sag"))
    named = [("2026-01-14", "Ingeborg Quist", "Sag", "10", "x")]
    stored(project, read(project, csv_file(named, (*header, "Ingeborg Quist"))))
    with project.store.read() as cursor:
        kept = cursor.execute("SELECT answers FROM remembered_mapping").fetchall()
    assert len(kept) == 1
    assert "Quist" not in kept[0][0]
