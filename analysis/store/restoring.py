"""Putting a backup in the place of a data folder's database."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb

from analysis.model.storage import Damage, StoreBusy, StoreDamaged, StoreTooNew
from analysis.store import folder as layout
from analysis.store import migrations
from analysis.store.connection import open_database
from analysis.store.lock import FolderLock, take_folder


def restore_backup(folder: Path, backup: Path) -> StoreBusy | StoreDamaged | StoreTooNew | None:
    """Make a backup the current generation; what was there before is kept beside the backups."""
    folder = folder.resolve()
    lock = take_folder(folder)
    if not isinstance(lock, FolderLock):
        return lock
    try:
        with layout.scratch(folder) as scratch:
            return _restore(folder, backup, scratch)
    finally:
        lock.release()


def _restore(folder: Path, backup: Path, scratch: Path) -> StoreDamaged | StoreTooNew | None:
    fresh = scratch / "fresh.duckdb"
    try:
        shutil.copyfile(backup, fresh)
        connection = open_database(fresh, scratch)
        found = migrations.version(connection)
        connection.close()
    except OSError:
        return StoreDamaged(str(backup), Damage.ACCESS)
    except duckdb.Error:
        return StoreDamaged(str(backup), Damage.DATABASE)
    if found > len(migrations.SCRIPTS):
        return StoreTooNew(found, len(migrations.SCRIPTS))
    generation = layout.add_generation(fresh, folder)
    layout.point_to(generation)
    layout.fsync_directory(folder)
    layout.set_others_aside(folder, generation)
    return None
