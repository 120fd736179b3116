"""Hardened connections: no network, no extensions, no file outside the staging directory, no checkpoint in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import duckdb

Cursor: TypeAlias = duckdb.DuckDBPyConnection

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "allow_persistent_secrets": False,
    "wal_autocheckpoint": "1TB",
}
# 1.5 and 2.0 both open it.
_STORAGE = "(STORAGE_VERSION 'v1.5.0')"


STAGING_MEMORY = "1250MB"
"""A file on its way in spills to disk beyond this: the steering group's meeting goes on beside it."""


def open_database(path: Path | None, reachable: Path) -> Cursor:
    """Connect to a database file (to memory without one); SQL can reach the files below ``reachable`` only."""
    connection = duckdb.connect(":memory:" if path is None else str(path), config=_CONFIG)
    connection.execute("PRAGMA disable_checkpoint_on_shutdown")
    if path is None:
        connection.execute(f"SET memory_limit = '{STAGING_MEMORY}'")
        # Without these two a statement does not say how far it is.
        connection.execute("SET enable_progress_bar = true")
        connection.execute("SET enable_progress_bar_print = false")
    connection.execute(f"SET temp_directory = {_quoted(reachable / 'spill')}")
    # In this order: each step forbids what the one before needs.
    connection.execute(f"SET allowed_directories = [{_quoted(reachable)}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def create_database(path: Path, scripts: tuple[str, ...]) -> None:
    """Write a new database file and run the scripts in it."""
    connection = duckdb.connect(":memory:", config=_CONFIG)
    try:
        connection.execute(f"ATTACH {_quoted(path)} AS fresh {_STORAGE}")
        connection.execute("USE fresh")
        for script in scripts:
            connection.execute(script)
        connection.execute("USE memory")
        connection.execute("CHECKPOINT fresh")
        connection.execute("DETACH fresh")
    finally:
        connection.close()


def copy_database(cursor: Cursor, path: Path) -> None:
    """Write all that is committed to a new file below the staging directory, whole and compact; live data go on."""
    current = one_value(cursor, "SELECT current_database()")
    cursor.execute(f"ATTACH {_quoted(path)} AS fresh {_STORAGE}")
    try:
        cursor.execute(f'COPY FROM DATABASE "{current}" TO fresh')
        for (table,) in cursor.execute(
            "SELECT table_name FROM duckdb_tables() WHERE database_name = 'fresh'"
        ).fetchall():
            count = f'SELECT count(*) FROM "{{}}"."{table}"'
            if one_value(cursor, count.format("fresh")) != one_value(cursor, count.format(current)):
                raise duckdb.IOException(f"the copy {path} does not hold all of {table}")
        cursor.execute("CHECKPOINT fresh")
    finally:
        cursor.execute("DETACH fresh")


def one_value(cursor: Cursor, query: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> Any:
    """The first column of the first row; ``None`` without one."""
    # A result that is not fetched to its end blocks the cursor.
    rows = cursor.execute(query, parameters).fetchall()
    return rows[0][0] if rows else None


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
