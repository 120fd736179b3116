"""Putting a backup in the place of a data folder's database."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb

from analysis.model.storage import Damage, StoreBusy, StoreDamaged
from analysis.store import folder as layout
from analysis.store import migrations
from analysis.store.connection import open_database
from analysis.store.lock import take_lock


def restore_backup(folder: Path, backup: Path) -> StoreBusy | StoreDamaged | None:
    """Make a backup the current generation; what was there before is kept beside the backups."""
    folder = folder.resolve()
    lock = take_lock(folder)
    if isinstance(lock, StoreBusy):
        return lock
    try:
        layout.prepare(folder)
        fresh = Path(shutil.copy(backup, layout.staging(folder) / "fresh.duckdb"))
        if not _is_whole(fresh):
            return StoreDamaged(str(backup), Damage.DATABASE)
        layout.set_aside(folder)
        layout.install(fresh, folder)
        return None
    finally:
        lock.release()


def _is_whole(path: Path) -> bool:
    try:
        connection = open_database(path, path.parent)
        migrations.version(connection)
    except duckdb.Error:
        return False
    connection.close()
    return True
