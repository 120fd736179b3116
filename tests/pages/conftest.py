"""Data folders: one of its own for each test, with the example, with an own project, with an empty one, with none.

Each kind is made once for each worker; a test gets a copy.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner

from analysis import planning, uploads
from analysis.model.plan import Population, Project
from analysis.model.upload import Upload
from pages.components import session
from tests.own_project import BY, own_project

TODAY = date(2026, 10, 1)
BASELINE, FOLLOW_UP = (date(2026, 1, 12), date(2026, 1, 25)), (date(2026, 4, 20), date(2026, 5, 3))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the app of this test keeps its data, some weeks after the example's last round."""
    folder = tmp_path / "data"
    monkeypatch.setenv("GEVINST_DATA", str(folder))
    monkeypatch.delenv("GEVINST_LANGUAGE", raising=False)
    monkeypatch.setattr(session, "today", lambda: TODAY)
    # AppTest looks through all installed packages for components, for every visitor anew; the app uses none.
    monkeypatch.setattr(manifest_scanner, "scan_component_manifests", list)
    yield folder
    if session.open_store.cache_info().currsize:
        session.store().close()
    session.open_store.cache_clear()


@pytest.fixture
def example_folder(example_data: Path, folder: Path) -> Path:
    return shutil.copytree(example_data, folder)


@pytest.fixture(scope="session")
def made_empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    own = own_project(tmp_path_factory.mktemp("empty") / "data", windows=())
    with closing(own.store):
        for goal in own.plan.goals:
            planning.remove_goal(own.store, BY, goal.goal_id)
        return own.store.folder


@pytest.fixture
def empty_project(made_empty: Path, folder: Path) -> Path:
    """A project that somebody has just started."""
    return shutil.copytree(made_empty, folder)


@pytest.fixture(scope="session")
def made_without(tmp_path_factory: pytest.TempPathFactory) -> Path:
    own = own_project(tmp_path_factory.mktemp("without") / "data", windows=())
    with closing(own.store):
        planning.remove_project(own.store, BY, own.project_id)
        return own.store.folder


@pytest.fixture
def no_project(made_without: Path, folder: Path) -> Path:
    """A folder whose only project was removed."""
    return shutil.copytree(made_without, folder)


@pytest.fixture(scope="session")
def made_planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    new = tmp_path_factory.mktemp("planned") / "data"
    own = own_project(new, windows=(BASELINE, FOLLOW_UP), populations=(Population("Team", 12),))
    with closing(own.store):
        return own.store.folder


@pytest.fixture
def planned_project(made_planned: Path, folder: Path) -> Path:
    """A goal, a baseline and a follow-up of a team of twelve; nothing is uploaded yet."""
    return shutil.copytree(made_planned, folder)


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
