"""An older folder is brought up to date in one step, after a copy of it was put aside."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from analysis.store import migrations
from analysis.store.connection import one_value
from analysis.store.opening import open_store
from analysis.store.projects import projects
from analysis.store.restoring import restore_backup
from analysis.store.store import Store
from tests.store.filed import make_plan

ADDED = "ALTER TABLE project ADD COLUMN contact VARCHAR DEFAULT 'none'; CREATE TABLE incident (incident_id BIGINT)"


@pytest.fixture
def older(folder: Path) -> Path:
    """A folder with a project in it, closed, of version 1."""
    store = open_store(folder)
    assert isinstance(store, Store)
    make_plan(store)
    store.close()
    return folder


def newer_program(monkeypatch: pytest.MonkeyPatch, *scripts: str) -> None:
    monkeypatch.setattr(migrations, "SCRIPTS", (migrations.SCRIPTS[0], *scripts))


def test_an_older_folder_opens_with_its_data_and_its_new_columns(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newer_program(monkeypatch, ADDED, "UPDATE project SET contact = 'Mette'")
    store = open_store(older)
    assert isinstance(store, Store)
    with store.read() as cursor:
        assert migrations.version(cursor) == 3
        assert [project.organisation for project in projects(cursor)] == ["Odense"]
        assert one_value(cursor, "SELECT contact FROM project") == "Mette"
    store.close()


def test_the_copy_from_before_opens_in_the_older_program(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as newer:
        newer_program(newer, ADDED)
        store = open_store(older)
        assert isinstance(store, Store)
        store.close()
    assert restore_backup(older, older / "backups" / "before-version-2.duckdb") is None
    store = open_store(older)
    assert isinstance(store, Store)
    with store.read() as cursor:
        assert [project.organisation for project in projects(cursor)] == ["Odense"]
    store.close()


def test_a_step_that_fails_leaves_the_folder_as_old_as_it_was(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as newer:
        newer_program(newer, ADDED, "UPDATE no_such_table SET contact = 'Mette'")
        with pytest.raises(duckdb.Error):
            open_store(older)
    store = open_store(older)
    assert isinstance(store, Store)
    with store.read() as cursor:
        assert migrations.version(cursor) == 1
        assert one_value(cursor, "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'incident'") == 0
    store.close()


def test_a_new_folder_is_made_by_the_same_steps(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newer_program(monkeypatch, ADDED)
    store = open_store(folder)
    assert isinstance(store, Store)
    with store.read() as cursor:
        assert migrations.version(cursor) == 2
        assert one_value(cursor, "SELECT count(*) FROM incident") == 0
    assert list((folder / "backups").iterdir()) == []
    store.close()
