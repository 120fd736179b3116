"""Data folders: one of its own for each test, with the example, with an own project, with an empty one, with none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from analysis import example, planning, uploads
from analysis.model.plan import Population, Project
from analysis.model.upload import Upload
from analysis.store.store import Store
from pages.components import session
from tests.own_project import BY, own_project

TODAY = date(2026, 10, 1)
BASELINE, FOLLOW_UP = (date(2026, 1, 12), date(2026, 1, 25)), (date(2026, 4, 20), date(2026, 5, 3))


@pytest.fixture(scope="session")
def prepared_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Loading the example takes seconds: once is enough."""
    folder = tmp_path_factory.mktemp("example") / "data"
    opened = example.open_data(folder, BY)
    assert isinstance(opened, Store)
    opened.close()
    return folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the app of this test keeps its data, some weeks after the example's last round."""
    folder = tmp_path / "data"
    monkeypatch.setenv("GEVINST_DATA", str(folder))
    monkeypatch.delenv("GEVINST_LANGUAGE", raising=False)
    monkeypatch.setattr(session, "today", lambda: TODAY)
    yield folder
    if session.open_store.cache_info().currsize:
        session.store().close()
    session.open_store.cache_clear()


@pytest.fixture
def example_folder(prepared_example: Path, folder: Path) -> Path:
    return Path(shutil.copytree(prepared_example, folder))


@pytest.fixture
def empty_project(folder: Path) -> Path:
    """A project that somebody has just started."""
    own = own_project(folder, windows=())
    for goal in own.plan.goals:
        planning.remove_goal(own.store, BY, goal.goal_id)
    own.store.close()
    return folder


@pytest.fixture
def no_project(folder: Path) -> Path:
    """A folder whose only project was removed."""
    own = own_project(folder, windows=())
    planning.remove_project(own.store, BY, own.project_id)
    own.store.close()
    return folder


@pytest.fixture
def planned_project(folder: Path) -> Path:
    """A goal, a baseline and a follow-up of a team of twelve; nothing is uploaded yet."""
    own_project(folder, windows=(BASELINE, FOLLOW_UP), populations=(Population("Team", 12),)).store.close()
    return folder


def stored() -> planning.Plan:
    """The plan of the newest project, as the app has stored it."""
    project = planning.projects(session.store())[-1]
    return planning.plan(session.store(), project.project_id)


def stored_uploads() -> list[Upload]:
    """What counts, oldest first."""
    found = uploads.uploads(session.store(), stored().project.project_id)
    return [upload for upload in reversed(found) if upload.undone_at is None]


def stored_projects() -> list[Project]:
    return list(planning.projects(session.store()))
