"""Threads write one at a time and read on cursors of their own: nothing is lost, nothing is half seen."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

from analysis.model.upload import Upload
from analysis.store.aggregate import goal_totals
from analysis.store.connection import one_value
from analysis.store.opening import open_store
from analysis.store.projects import add_target_group, target_groups
from analysis.store.restoring import restore_backup
from analysis.store.store import Store
from analysis.store.upload_list import uploads
from analysis.store.uploads import store_upload
from tests.store.filed import NOW, Plan, Row, stage_rows

Put = Callable[..., Any]
FILES = 12


def test_two_writers_lose_nothing(store: Store, plan: Plan, put: Put) -> None:
    def write(number: int) -> Upload:
        rows = [Row(f"Medarbejder {number % 4}", date(2026, 1, 5 + day), 1000 * number) for day in range(10)]
        stored: Upload = put(rows, f"{number:064}")
        return stored

    with ThreadPoolExecutor(2) as pool:
        stored = list(pool.map(write, range(1, FILES + 1)))
    assert len({upload.upload_id for upload in stored}) == FILES
    with store.read() as cursor:
        found = cursor.execute(
            "SELECT upload_id, count(*), sum(duration_ms)::BIGINT FROM registration GROUP BY ALL ORDER BY ALL"
        ).fetchall()
        assert len(uploads(cursor, plan.project.project_id)) == FILES
    assert found == sorted((upload.upload_id, 10, 10_000 * (n + 1)) for n, upload in enumerate(stored))


def test_the_same_file_twice_at_once_is_stored_once(store: Store, plan: Plan, put: Put) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: put([Row()]), range(4)))
    assert sum(isinstance(answer, Upload) for answer in answers) == 1


def test_readers_beside_a_writer_see_whole_uploads_and_right_answers(store: Store, plan: Plan, put: Put) -> None:
    stop, wrong = threading.Event(), []

    def read() -> int:
        readings = 0
        while not stop.is_set() or readings == 0:
            with store.read() as cursor:
                totals = goal_totals(cursor, plan.goal, plan.baseline)
                again = goal_totals(cursor, plan.goal, plan.baseline)
            minutes = [one.y for one in totals.employees]
            if again != totals or len(set(minutes)) > 1 or len(minutes) not in (0, 4):
                wrong.append(totals)
            readings += 1
        return readings

    rows = [Row(f"Medarbejder {n}", duration_ms=60_000) for n in range(4)] * 25
    with ThreadPoolExecutor(4) as pool:
        readings = [pool.submit(read) for _ in range(4)]
        try:
            for number in range(FILES):
                put(rows, f"{number:064}")
                if number % 3 == 0:
                    store.compact()
        finally:
            stop.set()
    assert all(reading.result() > 0 for reading in readings)
    assert wrong == []
    with store.read() as cursor:
        assert goal_totals(cursor, plan.goal, plan.baseline).employees[0].y == 25 * FILES


def test_a_reader_keeps_its_moment_while_others_write_and_the_generation_changes(
    store: Store, plan: Plan, put: Put
) -> None:
    with store.read() as cursor:
        before = target_groups(cursor, plan.project.project_id)
        put([Row()])
        store.compact()
        with store.write("Mette", NOW) as writing:
            add_target_group(writing, plan.project.project_id, "Ledere")
        assert target_groups(cursor, plan.project.project_id) == before
        assert one_value(cursor, "SELECT count(*) FROM registration") == 0
    assert [path.name for path in store.folder.glob("generation-*.duckdb")] == ["generation-2.duckdb"]
    with store.read() as cursor:
        assert len(target_groups(cursor, plan.project.project_id)) == 3
        assert one_value(cursor, "SELECT count(*) FROM registration") == 1


def test_a_file_staged_before_the_generation_changed_is_stored_after_it(store: Store, plan: Plan, put: Put) -> None:
    with store.staging() as staging:
        staged = stage_rows(staging, [Row()])
        store.compact()
        with store.write("Mette", NOW) as writing:
            assert isinstance(store_upload(writing, staging, staged, plan.placement), Upload)


def test_a_backup_in_use_holds_what_was_committed(store: Store, plan: Plan, put: Put, tmp_path: Path) -> None:
    put([Row()])
    with store.read() as cursor:
        store.backup(tmp_path / "backup.duckdb")
        expected = goal_totals(cursor, plan.goal, plan.baseline)
    put([Row("Bo Dahl")], "1" * 64)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert restore_backup(elsewhere, tmp_path / "backup.duckdb") is None
    restored = open_store(elsewhere)
    assert isinstance(restored, Store)
    with restored.read() as cursor:
        assert goal_totals(cursor, plan.goal, plan.baseline) == expected
    with restored.write("Mette", NOW) as writing:
        added = add_target_group(writing, plan.project.project_id, "Ledere")
    assert added.target_group_id > plan.follow_up.round_id
    restored.close()
