"""Every label has its place in the plan before anything is stored, by the sort of measurement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from analysis import uploads
from analysis.model.kinds import Measurement
from analysis.model.storing import LabelMatch, Participants
from analysis.model.upload import Upload
from analysis.store.counted import series
from analysis.store.several_groups import in_several_groups
from analysis.store.staging import Staging
from analysis.uploads import Answers, ReadFile, ReadOptions
from tests.own_project import BY, OwnProject, csv_file
from tests.store.filed import Row, stage_rows

DAY = date(2026, 1, 13)
TWO_KINDS = [
    ("2026-01-13", "Anna", "Team", "Sag", 10, 1),
    ("2026-01-13", "ANNA", "Andet", "Sag", 20, 1),
    ("2026-01-14", "Bo", "Andet", "Sag", 30, 1),
]


@pytest.fixture
def staging(project: OwnProject) -> Iterator[Staging]:
    with project.store.staging() as staging:
        yield staging


def staged(project: OwnProject, staging: Staging, rows: list[Row], measurement: Measurement) -> ReadFile:
    """A file as it comes out of reading."""
    ingested = stage_rows(staging, rows, measurement=measurement)
    labels = {
        "workflows": tuple(sorted({row.workflow for row in rows if row.workflow})),
        "target_groups": tuple(sorted({row.target_group for row in rows if row.target_group})),
    }
    ingested = replace(ingested, summary=replace(ingested.summary, **labels))
    several = in_several_groups(staging, ingested)
    return ReadFile(staging, ingested, project.plan.rounds[0], ReadOptions(), in_several_groups=several)


@pytest.fixture
def two_kinds(project: OwnProject) -> ReadFile:
    file = uploads.read(
        project.store, project.plan, project.plan.rounds[0], "f.csv", csv_file(TWO_KINDS), ReadOptions()
    )
    assert isinstance(file, ReadFile), file
    return file


def test_an_employee_in_two_groups_is_asked_about(project: OwnProject, two_kinds: ReadFile) -> None:
    new = (LabelMatch("Andet", "Andet"),)
    asked = uploads.propose(project.plan, two_kinds, Answers(new))
    assert asked.several_groups == ("ANNA",)
    assert not asked.is_complete
    same = uploads.propose(project.plan, two_kinds, Answers((LabelMatch("Andet", "Team"),)))
    assert same.is_complete


def test_groups_that_are_kinds_of_case_are_no_groups(project: OwnProject, two_kinds: ReadFile) -> None:
    naming = uploads.propose(project.plan, two_kinds, Answers(groups_are_case_kinds=True))
    assert (naming.target_groups, naming.target_group, naming.several_groups) == ((), "Team", ())
    seen = uploads.preview(project.store, BY, two_kinds, naming)
    assert seen.participants == (Participants("Team", 2, 3, 4),)
    assert not seen.faults


def test_with_several_groups_in_the_plan_kinds_of_case_need_one_for_all(
    project: OwnProject, two_kinds: ReadFile
) -> None:
    plan = replace(project.plan, target_groups=(*project.plan.target_groups, *project.plan.target_groups))
    assert uploads.propose(plan, two_kinds, Answers(groups_are_case_kinds=True)).group_is_missing
    answered = Answers(groups_are_case_kinds=True, target_group="Team")
    assert uploads.propose(plan, two_kinds, answered).is_complete


def test_the_analyst_can_say_where_each_employee_belongs(project: OwnProject, two_kinds: ReadFile) -> None:
    answers = Answers((LabelMatch("Andet", "Andet"),), staff=(LabelMatch("anna", "Team"),))
    naming = uploads.propose(project.plan, two_kinds, answers)
    assert naming.is_complete
    assert isinstance(uploads.confirm(project.store, BY, two_kinds, naming), Upload)
    with project.store.read() as cursor:
        found = cursor.execute(
            "SELECT name, count(*) FROM registration JOIN target_group USING (target_group_id) GROUP BY ALL ORDER BY 1"
        ).fetchall()
    assert found == [("Andet", 1), ("Team", 2)]


def test_counts_of_a_system_are_in_no_target_group(project: OwnProject, staging: Staging) -> None:
    plan = replace(project.plan, target_groups=())
    rows = [Row(None, DAY, None, "Sag", count=3)]
    for measurement in (Measurement.EXTRACT, Measurement.SHARE):
        naming = uploads.propose(plan, staged(project, staging, rows, measurement))
        assert naming.is_complete
        assert naming.target_group is None
    own = [Row("Anna", DAY, None, "Sag", count=3, total=4)]
    assert uploads.propose(plan, staged(project, staging, own, Measurement.SHARE)).group_is_missing


def test_indicators_are_matched_to_indicators_and_added_on_purpose(project: OwnProject, staging: Staging) -> None:
    rows = [Row(None, DAY, None, "Sag", value=0.5)]
    file = staged(project, staging, rows, Measurement.SERIES)
    assert uploads.propose(project.plan, file).unknown_workflows == ("Sag",)
    naming = uploads.propose(project.plan, file, Answers((LabelMatch("Sag", "Sager i alt"),)))
    assert isinstance(uploads.confirm(project.store, BY, file, naming), Upload)
    assert project.plan.workflows == ("Sag",)
    with project.store.read() as cursor:
        assert [one.name for one in series(cursor, project.project_id)] == ["Sager i alt"]
    known = uploads.propose(project.plan, replace(file, indicators=("sag",)))
    assert (known.workflows, known.known_workflows) == ((LabelMatch("Sag", "sag"),), ("sag",))
