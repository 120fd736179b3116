"""The change log: written by the same functions that change the plan, read by whoever asks who changed what."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC
from typing import TYPE_CHECKING

from analysis.model.storage import PlanChange
from analysis.store.connection import Cursor
from analysis.store.store import Writing

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def note(
    writing: Writing, project_id: int, entity: str, entity_id: int, field: str, before: object, after: object
) -> None:
    """Write one line, if there is a change."""
    if before != after:
        writing.cursor.execute(
            "INSERT INTO change_log (project_id, changed_at, who, entity, entity_id, field, from_value, to_value) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [project_id, writing.at, writing.who, entity, entity_id, field, _text(before), _text(after)],
        )


def note_fields(
    writing: Writing,
    project_id: int,
    entity: str,
    entity_id: int,
    before: DataclassInstance | None,
    after: DataclassInstance | None,
) -> None:
    """Write a line for every field that differs; ``None`` is what was not there before, or is no more."""
    some = after if before is None else before
    for field in fields(some) if some is not None else ():
        if not field.name.endswith("_id"):
            old, new = (getattr(value, field.name, None) for value in (before, after))
            note(writing, project_id, entity, entity_id, field.name, old, new)


def changes(cursor: Cursor, project_id: int) -> tuple[PlanChange, ...]:
    """The change log of a project, oldest first."""
    rows = cursor.execute(
        "SELECT changed_at, who, entity, entity_id, field, from_value, to_value FROM change_log "
        "WHERE project_id = ? ORDER BY change_id",
        [project_id],
    ).fetchall()
    return tuple(PlanChange(at.replace(tzinfo=UTC), *rest) for at, *rest in rows)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
