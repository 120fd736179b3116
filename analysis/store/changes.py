"""The change log: written by the same functions that change the plan, read by whoever asks who changed what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from analysis.model.storage import PlanChange
from analysis.store.connection import Cursor, one_value
from analysis.store.content import decoded, encoded
from analysis.store.store import Writing, utc

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_AS_OF = """
WITH latest AS (
    SELECT entity, entity_id, field, arg_max(coalesce(to_value, ''), change_id) AS value
    FROM change_log WHERE project_id = ? AND changed_at <= ? GROUP BY ALL
)
SELECT entity, entity_id, list(field ORDER BY field), list(nullif(value, '') ORDER BY field)
FROM latest GROUP BY entity, entity_id ORDER BY entity_id
"""


@dataclass(frozen=True, slots=True)
class FieldsAsOf:
    """One thing of the plan at a moment, its values as JSON has them."""

    entity: str
    entity_id: int
    content: Mapping[str, Any]


def note(
    writing: Writing, project_id: int, entity: str, entity_id: int, field: str, before: object, after: object
) -> None:
    """Write one line, if there is a change."""
    if before != after:
        writing.cursor.execute(
            "INSERT INTO change_log (project_id, changed_at, who, entity, entity_id, field, from_value, to_value) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [project_id, writing.at, writing.who, entity, entity_id, field, encoded(before), encoded(after)],
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
    return tuple(_change(*row) for row in rows)


def _change(
    at: datetime, who: str, entity: str, entity_id: int, field: str, before: str | None, after: str | None
) -> PlanChange:
    return PlanChange(at.replace(tzinfo=UTC), who, entity, entity_id, field, decoded(before), decoded(after))


def latest_change(cursor: Cursor, entity_id: int, field: str) -> PlanChange:
    """Who changed a field last, and when."""
    rows = cursor.execute(
        "SELECT changed_at, who, entity, entity_id, field, from_value, to_value FROM change_log "
        "WHERE entity_id = ? AND field = ? ORDER BY change_id DESC LIMIT 1",
        [entity_id, field],
    ).fetchall()
    if not rows:
        raise ValueError(f"field must have been changed, got {field!r} of {entity_id}")
    return _change(*rows[0])


def is_changed_since(cursor: Cursor, entity_ids: Sequence[int], signature_id: int) -> bool:
    """Whether any of these was changed after a signature was put."""
    query = (
        "SELECT count(*) FROM change_log WHERE list_contains($ids::BIGINT[], entity_id) AND change_id > "
        "(SELECT max(change_id) FROM change_log WHERE entity_id = $signature)"
    )
    return bool(one_value(cursor, query, {"ids": list(entity_ids), "signature": signature_id}))


def fields_as_of(cursor: Cursor, project_id: int, at: datetime) -> tuple[FieldsAsOf, ...]:
    """Everything in a project's plan as the log left it at a moment; what was removed by then is not in it."""
    rows = cursor.execute(_AS_OF, [project_id, utc(at)]).fetchall()
    found = tuple(FieldsAsOf(entity, entity_id, _by_field(names, values)) for entity, entity_id, names, values in rows)
    return tuple(each for each in found if each.content)


def _by_field(names: Sequence[str], values: Sequence[str | None]) -> Mapping[str, Any]:
    """``None`` is a field's end as much as its beginning."""
    return {name: decoded(value) for name, value in zip(names, values, strict=True) if value is not None}
