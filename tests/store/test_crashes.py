"""Killed at any moment, or out of disk: what was acknowledged is there, everything is whole or absent."""

from __future__ import annotations

import contextlib
import multiprocessing
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from analysis.model.storing import Placement
from analysis.store.connection import one_value
from analysis.store.opening import open_store
from analysis.store.store import Store
from analysis.store.uploads import store_upload
from tests.store.filed import NOW, stage_rows
from tests.store.storing_child import MANY, REJECTED, ROWS, planned, store_many_until_killed, store_until_killed

ROOT = Path(__file__).parents[2]
KILLS = 60
# A new process per kill, forked from one that has imported everything already.
CHILDREN = multiprocessing.get_context("forkserver")
CHILDREN.set_forkserver_preload(["tests.store.storing_child"])

FILL_THE_DISK = """
import resource, signal, sys
from pathlib import Path
import duckdb
from analysis.store.opening import open_store
from analysis.store.settings import choose_setting
from tests.store.filed import NOW
store = open_store(Path(sys.argv[1]))
with store.write("Mette", NOW) as writing:
    choose_setting(writing, "language", "da")
    writing.cursor.execute("INSERT INTO setting SELECT 'before ' || range, sha256(range::VARCHAR) FROM range(40000)")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, unlimited[1]))
try:
    with store.write("Mette", NOW) as writing:
        writing.cursor.execute("INSERT INTO setting SELECT 'while ' || range, sha256(range::VARCHAR) FROM range(40000)")
except duckdb.Error:
    print("not written, healthy:", store.is_healthy(), flush=True)
try:
    store.compact()
except duckdb.Error:
    print("not compacted, healthy:", store.is_healthy(), flush=True)
resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
with store.write("Mette", NOW) as writing:
    choose_setting(writing, "later", "yes")
store.compact()
"""


def killed_after(folder: Path, placement: Placement, first: int, seconds: float) -> set[int]:
    """Run the child, kill it so long after its first commit, and tell what it had acknowledged."""
    told, done = CHILDREN.Pipe(duplex=False)
    child = CHILDREN.Process(target=store_until_killed, args=(folder, placement, first, done))
    child.start()
    done.close()
    acknowledged = {told.recv()}
    time.sleep(seconds)
    child.kill()
    child.join()
    with contextlib.suppress(EOFError):
        while True:
            acknowledged.add(told.recv())
    told.close()
    return acknowledged


def killed_while_storing(folder: Path, placement: Placement, first: int, seconds: float) -> set[int]:
    """Run the child of large uploads, kill it so long after it began to store its second."""
    told, done = CHILDREN.Pipe(duplex=False)
    child = CHILDREN.Process(target=store_many_until_killed, args=(folder, placement, first, done))
    child.start()
    done.close()
    begun, stored, begun_again = told.recv(), told.recv(), told.recv()
    assert (begun, begun_again) == (None, None)
    time.sleep(seconds)
    child.kill()
    child.join()
    acknowledged = {stored}
    with contextlib.suppress(EOFError):
        while True:
            acknowledged.add(told.recv())
    told.close()
    return acknowledged - {None}


def stored_files(folder: Path) -> set[int]:
    """The numbers of the files that are stored, each of them whole."""
    store = open_store(folder)
    assert isinstance(store, Store), store
    with store.read() as cursor:
        found = cursor.execute(
            "SELECT sha256::BIGINT, (SELECT count(*) FROM registration WHERE upload_id = upload.upload_id), "
            "(SELECT sum(duration_ms)::BIGINT FROM registration WHERE upload_id = upload.upload_id), "
            "(SELECT count(*) FROM rejected_row WHERE upload_id = upload.upload_id), "
            "(SELECT count(*) FROM doubt WHERE upload_id = upload.upload_id), "
            "(SELECT count(*) FROM change_log WHERE entity = 'upload' AND entity_id = upload.upload_id) FROM upload"
        ).fetchall()
        orphans = cursor.execute(
            "SELECT count(*) FROM registration WHERE upload_id NOT IN (SELECT upload_id FROM upload)"
        ).fetchall()
    store.close()
    whole = (len(ROWS), sum(row.duration_ms or 0 for row in ROWS), len(REJECTED), 1, 1)
    assert {tuple(parts) for _, *parts in found} <= {whole}
    assert orphans == [(0,)]
    return {number for number, *_ in found}


def test_a_kill_loses_nothing_acknowledged_and_leaves_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Tests of the pages leave the app as the main module, and every child would import that first.
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    CHILDREN.set_forkserver_preload(["tests.store.storing_child"])
    folder, chance = tmp_path / "data", random.Random(20)
    store = open_store(folder)
    assert isinstance(store, Store)
    placement = planned(store).placement
    store.close()
    acknowledged: set[int] = set()
    for kill in range(1, KILLS + 1):
        # The next child opens what this one leaves behind.
        acknowledged |= killed_after(folder, placement, 1000 * kill, chance.uniform(0, 0.12))
        if kill % 4 == 0:
            stored = stored_files(folder)
            assert acknowledged <= stored
            assert len(stored - acknowledged) <= kill


def test_a_kill_while_a_large_file_is_stored_leaves_all_of_it_or_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    folder = tmp_path / "data"
    store = open_store(folder)
    assert isinstance(store, Store)
    placement = planned(store).placement
    store.close()
    acknowledged: set[int] = set()
    for kill, seconds in enumerate((0, 0.1, 0.25, 0.4, 0.6)):
        acknowledged |= killed_while_storing(folder, placement, 100 * kill, seconds)
    store = open_store(folder)
    assert isinstance(store, Store), store
    with store.read() as cursor:
        found = cursor.execute(
            "SELECT sha256::BIGINT, count(*), sum(duration_ms)::BIGINT FROM upload JOIN registration USING (upload_id) "
            "GROUP BY ALL"
        ).fetchall()
        uploads = one_value(cursor, "SELECT count(*) FROM upload")
    store.close()
    assert {tuple(numbers) for _, *numbers in found} == {(MANY, MANY * (MANY - 1) // 2)}
    assert uploads == len(found)
    assert acknowledged <= {number for number, *_ in found}


def test_a_full_disk_is_an_error_and_work_goes_on_when_there_is_room(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    done = subprocess.run(
        [sys.executable, "-c", FILL_THE_DISK, str(folder)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout == "not written, healthy: True\nnot compacted, healthy: True\n"
    store = open_store(folder)
    assert isinstance(store, Store)
    with store.read() as cursor:
        found = [name.split()[0] for (name,) in cursor.execute("SELECT name FROM setting").fetchall()]
    assert Counter(found) == {"before": 40_000, "language": 1, "later": 1}
    store.close()


def test_a_log_cut_anywhere_opens_with_the_whole_files_before_the_cut(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    store = open_store(whole)
    assert isinstance(store, Store)
    plan = planned(store)
    for number in range(4):
        with store.staging() as staging, store.write("Mette", NOW) as writing:
            store_upload(
                writing, staging, stage_rows(staging, ROWS, f"{number:064}", rejected=REJECTED), plan.placement
            )
    store.close()
    log = (whole / "generation-1.duckdb.wal").read_bytes()
    numbers = []
    for cut in range(0, len(log), len(log) // 12):
        folder = tmp_path / f"cut-{cut}"
        shutil.copytree(whole, folder)
        (folder / "generation-1.duckdb.wal").write_bytes(log[:cut])
        numbers.append(len(stored_files(folder)))
    assert numbers == sorted(numbers)
    assert numbers[0] == 0
    assert numbers[-1] >= 3
