"""A place for one file on its way in: a database in memory and a folder, both gone when it is closed.

It is a database of its own, not a corner of the product's: what is being read can touch no table of the product.
"""

from __future__ import annotations

import shutil
import tempfile
import weakref
from pathlib import Path
from types import TracebackType
from typing import Self

from analysis.store.connection import Cursor, open_database


class Staging:
    """``cursor`` and ``folder`` for ingest; closed by ``close``, by ``with``, or when nobody holds it any more."""

    def __init__(self, parent: Path | None) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="upload-", dir=parent))
        self.cursor = open_database(None, self.folder)
        self._finalizer = weakref.finalize(self, _close, self.cursor, self.folder)

    def close(self) -> None:
        self._finalizer()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def memory_staging() -> Staging:
    """A staging place without a data folder, for a check that stores nothing."""
    return Staging(None)


def _close(cursor: Cursor, folder: Path) -> None:
    cursor.close()
    shutil.rmtree(folder, ignore_errors=True)
