"""The data folder: generations of the database file, the pointer to the current one, and one process at a time.

A checkpoint rewrites live blocks in place, and a power cut inside it leaves a file that never opens again. So no file
is ever checkpointed while it is current: a new generation is written beside it and the pointer moved in one step.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from analysis.model.storage import Damage, StoreDamaged

_GENERATION = re.compile(r"generation-(\d+)\.duckdb")
_BACKUP_DAYS = 30


def prepare(folder: Path) -> None:
    """Make the folder and its parts, readable by its owner only, and throw away what a stopped process left behind.

    On Windows the modes mean nothing: there a folder in the user's own profile is the user's alone (not tried).
    """
    shutil.rmtree(staging(folder), ignore_errors=True)
    for part in (folder, staging(folder), keys(folder), backups(folder)):
        part.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.chmod(0o700)


def staging(folder: Path) -> Path:
    """Where files may lie for a while: the only directory that SQL can reach."""
    return folder / "staging"


def keys(folder: Path) -> Path:
    """Where the keys of the pseudonyms lie: in no backup."""
    return folder / "keys"


def backups(folder: Path) -> Path:
    """Where the copies lie that the product makes of itself."""
    return folder / "backups"


def generations(folder: Path) -> tuple[Path, ...]:
    """The database files, oldest first."""
    return tuple(sorted((path for path in folder.iterdir() if _GENERATION.fullmatch(path.name)), key=_number))


def next_generation(folder: Path) -> Path:
    """The path of the generation after the newest."""
    numbers = [_number(path) for path in generations(folder)]
    return folder / f"generation-{max(numbers, default=0) + 1}.duckdb"


def current_generation(folder: Path) -> Path | StoreDamaged | None:
    """The database file in force; ``None`` in a folder without any."""
    pointer, found = folder / "CURRENT", generations(folder)
    if not pointer.exists():
        # One file alone is what a stop before the very first pointer leaves behind; between several nobody can choose.
        return StoreDamaged(str(pointer), Damage.POINTER) if len(found) > 1 else next(iter(found), None)
    named = folder / pointer.read_text(encoding="utf-8", errors="replace").strip()
    return named if named in found else StoreDamaged(str(pointer), Damage.POINTER)


@contextlib.contextmanager
def scratch(folder: Path) -> Iterator[Path]:
    """A directory of its own for one new file, empty however the last attempt ended."""
    with tempfile.TemporaryDirectory(prefix="copy-", dir=staging(folder)) as path:
        yield Path(path)


def add_generation(fresh: Path, folder: Path) -> Path:
    """Place a finished database file beside the current one; the pointer does not know it yet."""
    target = next_generation(folder)
    hand_over(fresh, target)
    fsync_directory(folder)
    return target


def point_to(generation: Path) -> None:
    """Make a generation the current one, in one step that a power cut cannot halve.

    The caller calls ``fsync_directory`` when it works on that generation: failing there must not leave it on the old.
    """
    pointer = staging(generation.parent) / "CURRENT"
    pointer.write_text(generation.name, encoding="utf-8")
    _fsync(pointer)
    pointer.replace(generation.parent / "CURRENT")


def hand_over(fresh: Path, target: Path) -> None:
    """Move a finished copy to where it was asked for, readable by its owner only."""
    fresh.chmod(0o600)
    _fsync(fresh)
    shutil.move(fresh, target)


def drop_others(folder: Path, current: Path) -> None:
    """Delete the generations before (and, after a stop halfway, beyond) the current one."""
    for path in generations(folder):
        if path != current:
            # Windows keeps a file that a reader still has open; the next opening drops it.
            with contextlib.suppress(PermissionError):
                # Never a log without its file: a later generation of that name would replay it.
                write_ahead_log(path).unlink(missing_ok=True)
                path.unlink()


def set_others_aside(folder: Path, current: Path) -> None:
    """Move the generations before the current one to the backups, whole or damaged."""
    for path in generations(folder):
        for part in (path, write_ahead_log(path)):
            if path != current and part.exists():
                part.replace(backups(folder) / f"replaced-{part.name}")


def expire_backups(folder: Path, on: date) -> None:
    """Delete the product's own copies that are older than a month: they hold personal data too."""
    for path in backups(folder).iterdir():
        if date.fromtimestamp(path.stat().st_mtime) < on - timedelta(days=_BACKUP_DAYS):
            path.unlink()


def drop_backups(folder: Path) -> None:
    """Delete the product's own copies."""
    for path in backups(folder).iterdir():
        path.unlink()


def write_ahead_log(generation: Path) -> Path:
    """The file that holds the transactions since the generation was made."""
    return generation.with_name(generation.name + ".wal")


def fsync_directory(folder: Path) -> None:
    """Make renames in the folder last; Windows neither needs nor allows it (not tried there)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _fsync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _number(generation: Path) -> int:
    match = _GENERATION.fullmatch(generation.name)
    assert match is not None
    return int(match[1])
