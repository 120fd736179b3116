"""Settings of the installation, by name."""

from __future__ import annotations

from analysis.store.connection import Cursor, one_value
from analysis.store.store import Writing


def setting(cursor: Cursor, name: str) -> str | None:
    """A setting's value; ``None`` where nobody has chosen one."""
    value: str | None = one_value(cursor, "SELECT value FROM setting WHERE name = ?", [name])
    return value


def choose_setting(writing: Writing, name: str, value: str) -> None:
    """Give a setting its value."""
    writing.cursor.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", [name, value])
