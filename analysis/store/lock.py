"""One process per data folder: DuckDB locks one file, but the folder moves from file to file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

from analysis.model.storage import Damage, StoreBusy, StoreDamaged
from analysis.store.folder import prepare

# Beyond the number: Windows lets nobody read a byte that is locked.
_LOCKED_BYTE = 1 << 20


class FolderLock:
    """Held until released or until the process ends, however it ends."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def release(self) -> None:
        self._file.close()


def take_lock(folder: Path) -> FolderLock | StoreBusy:
    """Take the folder for this process, or say which one has it."""
    path = folder / "LOCK"
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    file = os.fdopen(descriptor, "r+", encoding="ascii")
    try:
        _lock(file)
    except OSError:
        holder = file.read().strip()
        file.close()
        return StoreBusy(str(folder), int(holder) if holder.isdigit() else None)
    file.truncate(0)
    file.write(str(os.getpid()))
    file.flush()
    return FolderLock(file)


def take_folder(folder: Path) -> FolderLock | StoreBusy | StoreDamaged:
    """Make what is missing of a data folder and take it for this process, or say why not."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = take_lock(folder)
        if isinstance(lock, FolderLock):
            prepare(folder)
    except OSError:
        return StoreDamaged(str(folder), Damage.ACCESS)
    return lock


if sys.platform == "win32":  # not tried
    import msvcrt

    def _lock(file: IO[str]) -> None:
        file.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        finally:
            file.seek(0)

else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
