"""Killed at any moment, or out of disk: what was acknowledged is there, everything is whole or absent."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from analysis.store.opening import open_store
from analysis.store.settings import setting
from analysis.store.store import Store
from tests.store.storing_child import REJECTED, ROWS

ROOT = Path(__file__).parents[2]
KILLS = 20

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
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
try:
    with store.write("Mette", NOW) as writing:
        writing.cursor.execute("INSERT INTO setting SELECT range, repeat(md5(range::VARCHAR), 20) FROM range(20000)")
except duckdb.Error:
    print("refused", store.is_healthy(), flush=True)
"""


def killed_after(folder: Path, first: int, seconds: float) -> list[int]:
    """Run the child, kill it so long after its first commit, and tell what it had acknowledged."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.store.storing_child", str(folder), str(first)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert child.stdout is not None
    acknowledged = child.stdout.readline()
    time.sleep(seconds)
    child.kill()
    rest, _ = child.communicate()
    return [int(line) for line in (acknowledged + rest).split()]


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


def test_a_kill_loses_nothing_acknowledged_and_leaves_nothing_half(tmp_path: Path) -> None:
    chance = random.Random(20)
    acknowledged: set[int] = set()
    for kill in range(KILLS):
        acknowledged |= set(killed_after(tmp_path / "data", 1000 * kill, chance.uniform(0, 0.25)))
        stored = stored_files(tmp_path / "data")
        assert acknowledged <= stored
        assert len(stored - acknowledged) <= kill + 1
        acknowledged = stored


def test_a_full_disk_is_an_error_and_the_data_stay_readable(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    done = subprocess.run(
        [sys.executable, "-c", FILL_THE_DISK, str(folder)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout == "refused True\n"
    store = open_store(folder)
    assert isinstance(store, Store)
    with store.read() as cursor:
        assert setting(cursor, "language") == "da"
        assert cursor.execute("SELECT count(*) FROM setting").fetchall() == [(1,)]
    store.close()
