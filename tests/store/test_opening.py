"""A data folder opens, or says why not, and what cannot be opened is left as it is."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from analysis.model.storage import Damage, StoreBusy, StoreDamaged, StoreTooNew
from analysis.store import migrations, opening
from analysis.store.connection import one_value
from analysis.store.opening import open_store
from analysis.store.projects import projects
from analysis.store.restoring import restore_backup
from analysis.store.settings import choose_setting, setting
from analysis.store.store import Store
from tests.store.filed import NOW, make_plan

HOLD = """
import sys
from pathlib import Path
from analysis.store.opening import open_store
store = open_store(Path(sys.argv[1]))
print(type(store).__name__, flush=True)
sys.stdin.read()
"""


@contextmanager
def opened(folder: Path) -> Iterator[Store]:
    store = open_store(folder)
    assert isinstance(store, Store)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def another_process(folder: Path) -> Iterator[subprocess.Popen[str]]:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == "Store\n"
        yield child
    finally:
        child.kill()
        child.communicate()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name != "LOCK"}


def written(folder: Path, value: str) -> None:
    with opened(folder) as store, store.write("Mette", NOW) as writing:
        choose_setting(writing, "language", value)


def read_back(folder: Path) -> str | None:
    with opened(folder) as store, store.read() as cursor:
        return setting(cursor, "language")


def test_a_new_folder_is_its_owners_alone(folder: Path) -> None:
    with opened(folder) as store:
        make_plan(store)
        parts = [folder, *(path for path in folder.iterdir() if path.is_dir())]
        assert len(parts) == 4
        assert {stat.S_IMODE(path.stat().st_mode) for path in parts} == {0o700}
        assert stat.S_IMODE((folder / "generation-1.duckdb").stat().st_mode) == 0o600


def test_the_format_is_one_that_the_last_long_term_version_opens(folder: Path) -> None:
    with opened(folder) as store, store.read() as cursor:
        tags = one_value(cursor, "SELECT tags FROM duckdb_databases() WHERE database_name = current_database()")
    assert tags["storage_version"].startswith("v1.5")


def test_what_was_written_is_there_after_reopening(folder: Path) -> None:
    written(folder, "da")
    assert read_back(folder) == "da"


def test_a_second_process_is_told_who_has_the_folder(folder: Path) -> None:
    with another_process(folder) as child:
        assert open_store(folder) == StoreBusy(str(folder), child.pid)


def test_a_second_opening_in_the_same_process_is_busy_too(folder: Path) -> None:
    with opened(folder):
        assert open_store(folder) == StoreBusy(str(folder), os.getpid())


def test_a_killed_process_holds_nothing(folder: Path) -> None:
    written(folder, "da")
    with another_process(folder) as child:
        child.send_signal(signal.SIGKILL)
        child.wait()
        assert read_back(folder) == "da"


def test_what_a_killed_process_was_reading_is_gone_when_the_folder_opens(folder: Path) -> None:
    written(folder, "da")
    for part in ("upload-x1/ingest-y", "copy-z"):
        (folder / "staging" / part).mkdir(parents=True)
        (folder / "staging" / part / "sheet0.txt").write_text("Anna")
    written(folder, "en")
    assert list((folder / "staging").iterdir()) == []


def test_a_program_that_opens_the_database_file_itself_makes_it_busy_not_damaged(folder: Path) -> None:
    written(folder, "da")
    path = str(folder / "generation-1.duckdb")
    code = f"import duckdb, sys; c = duckdb.connect({path!r}); print(1, flush=True); sys.stdin.read()"
    child = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    child.stdout.readline()
    answer = open_store(folder)
    child.kill()
    child.communicate()
    assert answer == StoreBusy(str(folder), child.pid)


@pytest.mark.parametrize("text", ["", "rubbish", "generation-7.duckdb", "../generation-1.duckdb", "\udcff"])
def test_a_pointer_to_nowhere_is_named_and_nothing_changed(folder: Path, text: str) -> None:
    written(folder, "da")
    (folder / "CURRENT").write_bytes(text.encode("utf-8", "surrogateescape"))
    before = contents(folder)
    assert open_store(folder) == StoreDamaged(str(folder / "CURRENT"), Damage.POINTER)
    assert contents(folder) == before


def _cut(content: bytes) -> bytes:
    return content[:5000]


def _flipped(content: bytes) -> bytes:
    return content[:4096] + bytes(byte ^ 0x55 for byte in content[4096:12288]) + content[12288:]


@pytest.mark.parametrize("damage", [_cut, _flipped, lambda content: b"", lambda content: b"x" * len(content)])
def test_a_damaged_database_is_named_and_nothing_changed(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    written(folder, "da")
    with opened(folder) as store:
        store.compact()
    path = folder / "generation-2.duckdb"
    path.write_bytes(damage(path.read_bytes()))
    before = contents(folder)
    assert open_store(folder) == StoreDamaged(str(path), Damage.DATABASE)
    assert contents(folder) == before


def test_a_database_that_is_not_ours_is_damaged_not_overwritten(folder: Path) -> None:
    written(folder, "da")
    (folder / "generation-1.duckdb").unlink()
    (folder / "generation-1.duckdb.wal").unlink()
    duckdb.connect(str(folder / "generation-1.duckdb")).close()
    assert open_store(folder) == StoreDamaged(str(folder / "generation-1.duckdb"), Damage.DATABASE)


def test_a_path_that_is_no_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    assert open_store(tmp_path / "data") == StoreDamaged(str(tmp_path / "data"), Damage.ACCESS)


def test_a_newer_folder_is_refused(folder: Path) -> None:
    with opened(folder) as store, store.write("Mette", NOW) as writing:
        writing.cursor.execute("UPDATE schema_version SET version = 99")
    before = contents(folder)
    assert open_store(folder) == StoreTooNew(99, len(migrations.SCRIPTS))
    assert contents(folder) == before


def test_without_a_pointer_one_database_is_unmistakable_and_two_are_not(folder: Path) -> None:
    written(folder, "da")
    (folder / "CURRENT").unlink()
    assert read_back(folder) == "da"
    assert (folder / "CURRENT").read_text() == "generation-1.duckdb"
    (folder / "CURRENT").unlink()
    (folder / "generation-2.duckdb").write_bytes((folder / "generation-1.duckdb").read_bytes())
    assert open_store(folder) == StoreDamaged(str(folder / "CURRENT"), Damage.POINTER)


def test_a_stop_before_the_pointer_moved_leaves_the_old_generation_in_force(folder: Path) -> None:
    written(folder, "da")
    (folder / "generation-2.duckdb").write_bytes(b"half")
    (folder / "staging" / "fresh.duckdb").write_bytes(b"half")
    assert read_back(folder) == "da"
    assert not (folder / "generation-2.duckdb").exists()
    assert list((folder / "staging").iterdir()) == []


def test_a_long_log_is_compacted_when_the_folder_opens(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(folder, "da")
    monkeypatch.setattr(opening, "_COMPACT_FROM_BYTES", 1)
    assert read_back(folder) == "da"
    assert (folder / "CURRENT").read_text() == "generation-2.duckdb"
    assert [path.name for path in folder.glob("generation-*")] == ["generation-2.duckdb"]


def test_no_checkpoint_ever_touches_the_current_file(folder: Path) -> None:
    written(folder, "da")
    before = (folder / "generation-1.duckdb").read_bytes()
    for value in ("en", "da", "en"):
        written(folder, value)
    assert (folder / "generation-1.duckdb").read_bytes() == before


def test_a_backup_replaces_a_damaged_database_which_is_kept(folder: Path, tmp_path: Path) -> None:
    with opened(folder) as store:
        make_plan(store)
        store.backup(tmp_path / "backup.duckdb")
    (folder / "generation-1.duckdb").write_bytes(b"damaged")
    assert restore_backup(folder, tmp_path / "backup.duckdb") is None
    with opened(folder) as store, store.read() as cursor:
        assert [project.organisation for project in projects(cursor)] == ["Odense"]
    assert [path.name for path in folder.glob("generation-*")] == ["generation-2.duckdb"]
    assert (folder / "backups" / "replaced-generation-1.duckdb").read_bytes() == b"damaged"


def test_a_file_that_is_no_backup_replaces_nothing(folder: Path, tmp_path: Path) -> None:
    written(folder, "da")
    (tmp_path / "backup.duckdb").write_bytes(b"no database")
    assert restore_backup(folder, tmp_path / "backup.duckdb") == StoreDamaged(
        str(tmp_path / "backup.duckdb"), Damage.DATABASE
    )
    assert read_back(folder) == "da"


def test_a_backup_of_a_newer_version_or_none_at_all_replaces_nothing(folder: Path, tmp_path: Path) -> None:
    newer, missing = tmp_path / "newer.duckdb", tmp_path / "missing.duckdb"
    with opened(tmp_path / "other") as store:
        with store.write("Mette", NOW) as writing:
            writing.cursor.execute("UPDATE schema_version SET version = 99")
        store.backup(newer)
    written(folder, "da")
    assert restore_backup(folder, newer) == StoreTooNew(99, len(migrations.SCRIPTS))
    assert restore_backup(folder, missing) == StoreDamaged(str(missing), Damage.ACCESS)
    assert read_back(folder) == "da"


def test_nothing_is_restored_into_a_folder_in_use(folder: Path, tmp_path: Path) -> None:
    with opened(folder) as store:
        store.backup(tmp_path / "backup.duckdb")
        assert restore_backup(folder, tmp_path / "backup.duckdb") == StoreBusy(str(folder), os.getpid())
