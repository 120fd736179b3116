"""The schema as numbered scripts: the first makes a folder, the later ones bring an older folder up to date."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from analysis.store.connection import Cursor, one_value
from analysis.store.restating import restate_changes

_HERE = Path(__file__).parent


def _scripts() -> tuple[str, ...]:
    paths = (_HERE / "schema.sql", *sorted((_HERE / "migrations").glob("*.sql")))
    return tuple(path.read_text(encoding="utf-8") for path in paths)


SCRIPTS = _scripts()
"""Script n brings a database from version n - 1 to version n."""
LOG_IN_JSON = 3
"""From this version on the change log keeps its values as JSON."""


def creation() -> tuple[str, ...]:
    """What makes an empty database of the newest version."""
    return (*SCRIPTS, f"INSERT INTO schema_version VALUES ({len(SCRIPTS)})")


def version(cursor: Cursor) -> int:
    """The version of the schema a database has."""
    return int(one_value(cursor, "SELECT version FROM schema_version"))


def migrate(connection: Cursor) -> None:
    """Bring an older database up to date in one transaction."""
    with closing(connection.cursor()) as cursor:
        cursor.execute("BEGIN")
        found = version(cursor)
        for script in SCRIPTS[found:]:
            cursor.execute(script)
        if found < LOG_IN_JSON:
            restate_changes(cursor)
        cursor.execute("UPDATE schema_version SET version = ?", [len(SCRIPTS)])
        cursor.execute("COMMIT")
