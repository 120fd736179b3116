"""Opening a data folder: made if new, brought up to date if older, a value instead of an error if it cannot be."""

from __future__ import annotations

import os
import re
from pathlib import Path

import duckdb

from analysis.model.storage import Damage, StoreBusy, StoreDamaged, StoreTooNew
from analysis.store import folder as layout
from analysis.store import migrations
from analysis.store.connection import Cursor, copy_database, create_database, open_database
from analysis.store.lock import FolderLock, take_folder
from analysis.store.store import Store

_COMPACT_FROM_BYTES = 64 * 1024 * 1024


def open_store(folder: Path) -> Store | StoreBusy | StoreDamaged | StoreTooNew:
    """Open the data folder for this process, or say why not; what cannot be opened is left as it is."""
    folder = folder.resolve()
    lock = take_folder(folder)
    if not isinstance(lock, FolderLock):
        return lock
    opened = None
    try:
        opened = _open_locked(folder, lock)
    finally:
        if not isinstance(opened, Store):
            lock.release()
    return opened


def _open_locked(folder: Path, lock: FolderLock) -> Store | StoreBusy | StoreDamaged | StoreTooNew:
    generation = layout.current_generation(folder)
    if isinstance(generation, StoreDamaged):
        return generation
    if generation is None:
        generation = _create(folder)
    try:
        connection = open_database(generation, layout.staging(folder))
        found = migrations.version(connection)
    except duckdb.Error as error:
        return _unopenable(folder, generation, error)
    if found > len(migrations.SCRIPTS):
        connection.close()
        return StoreTooNew(found, len(migrations.SCRIPTS))
    if found < len(migrations.SCRIPTS):
        _migrate(folder, connection, found)
    return _ready(Store(folder, connection, lock), generation)


def _ready(store: Store, generation: Path) -> Store:
    layout.point_to(generation)
    layout.fsync_directory(store.folder)
    layout.drop_others(store.folder, generation)
    log = layout.write_ahead_log(generation)
    if log.exists() and log.stat().st_size > _COMPACT_FROM_BYTES:
        store.compact()
    return store


def _create(folder: Path) -> Path:
    with layout.scratch(folder) as scratch:
        fresh = scratch / "fresh.duckdb"
        create_database(fresh, migrations.creation())
        return layout.add_generation(fresh, folder)


def _migrate(folder: Path, connection: Cursor, found: int) -> None:
    with layout.scratch(folder) as scratch:
        copy_database(connection, scratch / "before.duckdb")
        layout.hand_over(scratch / "before.duckdb", layout.backups(folder) / f"before-version-{found + 1}.duckdb")
    migrations.migrate(connection)


def _unopenable(folder: Path, generation: Path, error: duckdb.Error) -> StoreBusy | StoreDamaged:
    """Another program may have opened the file itself, or this user may not; else it is damaged."""
    if "Could not set lock" in str(error):
        holder = re.search(r"PID (\d+)", str(error))
        return StoreBusy(str(folder), int(holder[1]) if holder else None)
    is_allowed = os.access(generation, os.R_OK | os.W_OK)
    return StoreDamaged(str(generation), Damage.DATABASE if is_allowed else Damage.ACCESS)
