"""The file itself is kept only where the project says so and no personal number is in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis import uploads
from analysis.model.upload import Upload
from analysis.store.projects import change_project
from analysis.store.purge import purge
from analysis.uploads import ReadFile, ReadOptions
from tests.own_project import BY, OwnProject, csv_file, days_of_work
from tests.uploads.conftest import WINDOW

CONTENT = csv_file(days_of_work(WINDOW[0], {"ABC": [10, 12], "DEF": [14, 9]}))
WITH_NOTE = csv_file(
    [(*row, "ring til 070761-4285") for row in days_of_work(WINDOW[0], {"ABC": [10, 12]})],
    ("date", "employee", "group", "workflow", "minutes", "items", "note"),
)


@pytest.fixture
def keeping(project: OwnProject) -> OwnProject:
    with project.store.write(BY.who, BY.at) as writing:
        change_project(writing, replace(project.plan.project, keeps_files=True))
    return project


def received(project: OwnProject) -> list[bytes]:
    staging = project.store.folder / "staging"
    return [path.read_bytes() for path in staging.rglob("received")]


def test_a_file_is_not_kept_unless_the_project_says_so(project: OwnProject) -> None:
    file = uploads.read(project.store, project.plan, project.plan.rounds[0], "f.csv", CONTENT, ReadOptions())
    assert isinstance(file, ReadFile)
    assert received(project) == []
    upload = uploads.confirm(project.store, BY, file, uploads.propose(project.plan, file))
    assert isinstance(upload, Upload)
    assert not upload.file_is_kept
    assert uploads.original_file(project.store, upload.upload_id) is None


def test_a_kept_file_comes_back_byte_for_byte_until_it_is_purged(keeping: OwnProject) -> None:
    upload = keeping.load(0, CONTENT)
    assert upload.file_is_kept
    assert uploads.original_file(keeping.store, upload.upload_id) == CONTENT
    assert received(keeping) == []
    uploads.undo(keeping.store, BY, upload.upload_id)
    assert uploads.original_file(keeping.store, upload.upload_id) == CONTENT
    purge(keeping.store, BY.who, BY.at)
    assert uploads.original_file(keeping.store, upload.upload_id) is None
    needle = CONTENT[:60]
    assert not [path for path in keeping.store.folder.rglob("*") if path.is_file() and needle in path.read_bytes()]


def test_a_file_with_a_personal_number_is_stored_but_not_kept(keeping: OwnProject) -> None:
    upload = keeping.load(0, WITH_NOTE)
    assert "cpr_like" in {doubt.code for doubt in upload.doubts}
    assert not upload.file_is_kept
    assert uploads.original_file(keeping.store, upload.upload_id) is None


def test_a_refused_file_leaves_nothing_behind(keeping: OwnProject) -> None:
    uploads.read(keeping.store, keeping.plan, keeping.plan.rounds[0], "f.csv", b"date\n1", ReadOptions())
    assert received(keeping) == []
