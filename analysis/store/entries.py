"""The entries of a plan: kept as JSON by field name, so that a new field needs no new column."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import TypeVar

from analysis.model.entries import Entry
from analysis.model.fields import TYPES, kind_of
from analysis.store.changes import note_fields
from analysis.store.connection import Cursor, one_value
from analysis.store.content import as_type, encoded
from analysis.store.store import Writing

E = TypeVar("E", bound=Entry)


def entries(cursor: Cursor, project_id: int) -> tuple[Entry, ...]:
    """All entries of a project in the order they were added."""
    rows = cursor.execute(
        "SELECT entry_id, kind, content FROM entry WHERE project_id = ? ORDER BY entry_id", [project_id]
    ).fetchall()
    return tuple(_entry(*row) for row in rows)


def entry(cursor: Cursor, project_id: int, entry_id: int) -> Entry | None:
    """One entry; ``None`` where it has been removed."""
    row = cursor.execute(
        "SELECT entry_id, kind, content FROM entry WHERE project_id = ? AND entry_id = ?", [project_id, entry_id]
    ).fetchone()
    return None if row is None else _entry(*row)


def add_entry(writing: Writing, project_id: int, new: E) -> E:
    """Store a new entry; its ``entry_id`` is given here."""
    entry_id = one_value(
        writing.cursor,
        "INSERT INTO entry (project_id, kind, content) VALUES (?, ?, ?) RETURNING entry_id",
        [project_id, kind_of(new).value, _content(new)],
    )
    added = replace(new, entry_id=entry_id)
    note_fields(writing, project_id, kind_of(new), entry_id, None, added)
    return added


def change_entry(writing: Writing, project_id: int, before: Entry, changed: Entry) -> None:
    """Store an entry's new values."""
    writing.cursor.execute("UPDATE entry SET content = ? WHERE entry_id = ?", [_content(changed), changed.entry_id])
    note_fields(writing, project_id, kind_of(changed), changed.entry_id, before, changed)


def remove_entry(writing: Writing, project_id: int, before: Entry) -> None:
    """Delete an entry; the log keeps what it said."""
    writing.cursor.execute("DELETE FROM entry WHERE entry_id = ?", [before.entry_id])
    note_fields(writing, project_id, kind_of(before), before.entry_id, before, None)


def _entry(entry_id: int, kind: str, content: str) -> Entry:
    return as_type(TYPES[kind], {"entry_id": entry_id, **json.loads(content)})  # type: ignore[index]


def _content(of: Entry) -> str | None:
    return encoded({field.name: getattr(of, field.name) for field in fields(of) if field.name != "entry_id"})
