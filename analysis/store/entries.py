"""The entries of a plan: kept as JSON by field name, so that a new field needs no new column."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import TypeVar

from analysis.model.entries import Entry
from analysis.model.fields import TYPES, kind_of
from analysis.store.changes import differing_fields, note_fields, note_lines
from analysis.store.connection import Cursor
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
    return add_entries(writing, project_id, [new])[0]


def add_entries(writing: Writing, project_id: int, new: Sequence[E]) -> tuple[E, ...]:
    """Store new entries in their order; their ids are given here."""
    if not new:
        return ()
    ids = writing.cursor.execute("SELECT nextval('ids') FROM range(?)", [len(new)]).fetchall()
    added = tuple(replace(one, entry_id=entry_id) for one, (entry_id,) in zip(new, ids, strict=True))
    writing.cursor.execute(
        "INSERT INTO entry SELECT unnest($ids::BIGINT[]), $project_id, unnest($kinds::VARCHAR[]), "
        "unnest($contents::VARCHAR[])",
        {
            "ids": [one.entry_id for one in added],
            "project_id": project_id,
            "kinds": [kind_of(one).value for one in added],
            "contents": [_content(one) for one in added],
        },
    )
    lines = (line for one in added for line in differing_fields(kind_of(one), one.entry_id, None, one))
    note_lines(writing, project_id, tuple(lines))
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
