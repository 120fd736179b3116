"""The open data folder: a cursor per reading, one writing at a time, a place for files on their way in."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from analysis.store import folder as layout
from analysis.store.connection import Cursor, copy_database, open_database
from analysis.store.lock import FolderLock
from analysis.store.staging import Staging


class Writing:
    """One transaction: who writes and when stands in the change log. Cancelled, it leaves nothing behind."""

    def __init__(self, cursor: Cursor, who: str, at: datetime, keys: Path) -> None:
        self.cursor = cursor
        self.who = who
        self.at = utc(at)
        self.keys = keys
        self.cancelled = False

    def cancel(self) -> None:
        """Roll back when the ``with`` block ends."""
        self.cancelled = True


class Store:
    """The product's database, opened once per process by ``opening.open_store``."""

    def __init__(self, folder: Path, connection: Cursor, lock: FolderLock) -> None:
        self.folder = folder
        self._connection = connection
        self._lock = lock
        self._one_writer = threading.Lock()
        self._swapping = threading.Lock()

    @contextmanager
    def read(self) -> Iterator[Cursor]:
        """A cursor that sees one moment of the data, however many questions it is asked, and cannot write."""
        cursor = self._cursor()
        try:
            cursor.execute("BEGIN TRANSACTION READ ONLY")
            yield cursor
        finally:
            cursor.close()

    @contextmanager
    def write(self, who: str, at: datetime) -> Iterator[Writing]:
        """One transaction at a time: committed at the end of the block, rolled back if it raises or is cancelled."""
        with self._one_writer:
            cursor = self._cursor()
            try:
                cursor.execute("BEGIN")
                writing = Writing(cursor, who, at, layout.keys(self.folder))
                yield writing
                cursor.execute("ROLLBACK" if writing.cancelled else "COMMIT")
            finally:
                # Closing a cursor rolls back what it has not committed.
                cursor.close()

    def staging(self) -> Staging:
        """A place for one file on its way in, inside the data folder."""
        return Staging(layout.staging(self.folder))

    def compact(self) -> None:
        """Move to a new generation, without what was deleted and without a write-ahead log; readings go on."""
        with self._one_writer:
            generation = self._copied_generation()
            connection = open_database(generation, layout.staging(self.folder))
            layout.point_to(generation)
            # Not closed: that would close the cursors of those who still read. The last of them lets it go.
            with self._swapping:
                self._connection = connection
            layout.fsync_directory(self.folder)
            layout.drop_others(self.folder, generation)

    def backup(self, target: Path) -> None:
        """Write a consistent copy of the database as one file, while it is in use; the keys are not in it."""
        with self._one_writer, layout.scratch(self.folder) as scratch:
            self._copy(scratch / "backup.duckdb")
            layout.hand_over(scratch / "backup.duckdb", target)

    def expire_backups(self, on: date) -> None:
        """Delete the data folder's own backups that are older than a month."""
        layout.expire_backups(self.folder, on)

    def is_healthy(self) -> bool:
        """Whether the data can be read: after a full disk only a real question tells."""
        try:
            with self.read() as cursor:
                cursor.execute("SELECT count(*) FROM live_registration").fetchall()
        except duckdb.Error:
            return False
        return True

    def close(self) -> None:
        """Let go of the folder."""
        with self._one_writer, self._swapping:
            self._connection.close()
            self._lock.release()

    def _copied_generation(self) -> Path:
        with layout.scratch(self.folder) as scratch:
            self._copy(scratch / "fresh.duckdb")
            return layout.add_generation(scratch / "fresh.duckdb", self.folder)

    def _copy(self, path: Path) -> None:
        cursor = self._cursor()
        try:
            copy_database(cursor, path)
        finally:
            cursor.close()

    def _cursor(self) -> Cursor:
        with self._swapping:
            return self._connection.cursor()


def utc(at: datetime) -> datetime:
    """The moment as the database keeps it: in UTC, without saying so (a naive time is this computer's)."""
    return at.astimezone(UTC).replace(tzinfo=None)
