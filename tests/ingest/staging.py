"""A staging place as the store gives it: a database in memory that may read one folder only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb


@dataclass(frozen=True)
class MemoryStaging:
    """What ``analysis.ingest.Staging`` asks for."""

    cursor: duckdb.DuckDBPyConnection
    folder: Path


@contextmanager
def memory_staging(folder: Path) -> Iterator[MemoryStaging]:
    """A hardened database for one test."""
    connection = duckdb.connect(config={"autoinstall_known_extensions": False, "autoload_known_extensions": False})
    connection.execute("SET threads = 1")
    connection.execute(f"SET allowed_directories = ['{folder}']")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    try:
        yield MemoryStaging(connection.cursor(), folder)
    finally:
        connection.close()
