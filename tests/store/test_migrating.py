"""An older folder is brought up to date in one step, after a copy of it was put aside."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pytest

from analysis.model.choices import Direction, Measure
from analysis.model.kinds import Measurement
from analysis.model.measurement import EmployeeTotals, RoundTotals
from analysis.model.plan import Milestone, Project
from analysis.model.upload import Doubt
from analysis.store import migrations
from analysis.store.aggregate import goal_totals
from analysis.store.connection import one_value
from analysis.store.goals import goals
from analysis.store.opening import open_store
from analysis.store.projects import projects
from analysis.store.restoring import restore_backup
from analysis.store.rounds import rounds
from analysis.store.store import Store
from analysis.store.upload_list import uploads
from tests.store.filed import NOW

ADDED = "ALTER TABLE project ADD COLUMN contact VARCHAR DEFAULT 'none'; CREATE TABLE incident (incident_id BIGINT)"
# As the first version wrote it: a goal with a milestone, a round with one upload, two registrations in it.
FILED = """
INSERT INTO project VALUES (1, 'Odense', 'KSD', '2026-02-01', 5, false, NULL, NULL);
INSERT INTO target_group VALUES (2, 1, 'Sagsbehandlere');
INSERT INTO workflow VALUES (3, 1, 'Scan');
INSERT INTO goal VALUES (4, 1, 'Journalisering', 'Arbejdstid', 'dokument', 'registrations', 0.85, 6);
INSERT INTO goal_workflow VALUES (4, 3, 0, false);
INSERT INTO milestone VALUES (4, 2, 0.4);
INSERT INTO round VALUES (5, 1, true, '2026-01-05', '2026-01-18');
INSERT INTO upload VALUES (6, 5, 'a.csv', repeat('0', 64), 9, 'csv', 'event', '{}', '2026-01-20', NULL, 2, 1,
                           '2026-01-05', '2026-01-06');
INSERT INTO registration VALUES (6, 2, '2026-01-05', 'e1', 2, 3, 60000, 2);
INSERT INTO registration VALUES (6, 3, '2026-01-06', 'e1', 2, 3, 120000, NULL);
INSERT INTO doubt VALUES (6, 'duplicate', 2, [3, 5]);
"""


@pytest.fixture
def older(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with data in it, closed, of version 1."""
    with monkeypatch.context() as first:
        first.setattr(migrations, "SCRIPTS", migrations.SCRIPTS[:1])
        store = open_store(folder)
        assert isinstance(store, Store)
        with store.write("Mette", NOW) as writing:
            writing.cursor.execute(FILED)
        store.close()
    return folder


def newer_program(monkeypatch: pytest.MonkeyPatch, *scripts: str) -> None:
    """A program whose newest version is later than ours by so many scripts."""
    monkeypatch.setattr(migrations, "SCRIPTS", (*migrations.SCRIPTS, *scripts))


def test_a_folder_of_the_first_version_keeps_all_its_data(older: Path) -> None:
    store = open_store(older)
    assert isinstance(store, Store)
    with store.read() as cursor:
        (project,), (goal,), (baseline,) = projects(cursor), goals(cursor, 1), rounds(cursor, 1)
        (upload,) = uploads(cursor, 1)
        totals = goal_totals(cursor, goal, baseline)
    store.close()
    assert project == Project(1, "Odense", "KSD", date(2026, 2, 1))
    assert (goal.target_improvement, goal.milestones) == (0.85, (Milestone(2, 0.4),))
    assert (goal.measure, goal.direction, goal.realisation_share) == (Measure.TIME, Direction.LESS, 1)
    assert (upload.rows, upload.measurement, upload.file_is_kept) == (2, Measurement.TIME, False)
    assert upload.doubts == (Doubt("duplicate", 2, (3, 5)),)
    assert totals == RoundTotals((EmployeeTotals("Sagsbehandlere", "e1", 2, 3, 2, 5, 3, 2, 2),), 2)


def test_an_older_folder_opens_with_its_data_and_its_new_columns(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newer_program(monkeypatch, ADDED, "UPDATE project SET contact = 'Mette'")
    store = open_store(older)
    assert isinstance(store, Store)
    with store.read() as cursor:
        assert migrations.version(cursor) == len(migrations.SCRIPTS)
        assert [project.organisation for project in projects(cursor)] == ["Odense"]
        assert one_value(cursor, "SELECT contact FROM project") == "Mette"
    store.close()


def test_the_copy_from_before_opens_in_the_older_program(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as newer:
        newer_program(newer, ADDED)
        store = open_store(older)
        assert isinstance(store, Store)
        store.close()
    with monkeypatch.context() as first:
        first.setattr(migrations, "SCRIPTS", migrations.SCRIPTS[:1])
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
    monkeypatch.setattr(migrations, "SCRIPTS", migrations.SCRIPTS[:1])
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
        assert migrations.version(cursor) == len(migrations.SCRIPTS)
        assert one_value(cursor, "SELECT count(*) FROM incident") == 0
    assert list((folder / "backups").iterdir()) == []
    store.close()
