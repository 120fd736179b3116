"""A place for one file on its way in: a database in memory and a folder, both gone when it is closed.

It is a database of its own, not a corner of the product's: what is being read can touch no table of the product.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import weakref
from pathlib import Path
from types import TracebackType
from typing import Self

from analysis.store.connection import Cursor, open_database

_TEMPORARY = re.compile(r"gevinst-(\d+)-.*")


class Staging:
    """``cursor`` and ``folder`` for ingest; closed by ``close``, by ``with``, or when nobody holds it any more."""

    def __init__(self, parent: Path | None, prefix: str = "upload-") -> None:
        self.folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
        self.cursor = open_database(None, self.folder)
        self._finalizer = weakref.finalize(self, _close, self.cursor, self.folder)

    @property
    def is_closed(self) -> bool:
        return not self._finalizer.alive

    def close(self) -> None:
        self._finalizer()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def memory_staging() -> Staging:
    """A staging place in the system's folder for temporary files, for a check that stores nothing.

    What a check that was killed has left there goes when the next one begins.
    """
    for folder in Path(tempfile.gettempdir()).glob("gevinst-*"):
        owner = _TEMPORARY.fullmatch(folder.name)
        if owner and not _is_running(int(owner[1])):
            shutil.rmtree(folder, ignore_errors=True)
    return Staging(None, f"gevinst-{os.getpid()}-")


def _is_running(process: int) -> bool:
    """Whether a process of that number lives; on Windows nobody may ask, and what was left there stays (not tried)."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _close(cursor: Cursor, folder: Path) -> None:
    cursor.close()
    shutil.rmtree(folder, ignore_errors=True)
