"""The change log: written by the same functions that change the plan, read by whoever asks who changed what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from analysis.model.storage import PlanChange
from analysis.store.connection import Cursor, one_value
from analysis.store.content import decoded, encoded
from analysis.store.store import Writing, utc

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_NOTE = """
INSERT INTO change_log (project_id, changed_at, who, entity, entity_id, field, from_value, to_value)
SELECT $project_id, $at, $who, unnest($entity::VARCHAR[]), unnest($entity_id::BIGINT[]), unnest($field::VARCHAR[]),
       unnest($before::VARCHAR[]), unnest($after::VARCHAR[])
"""
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


@dataclass(frozen=True, slots=True)
class Line:
    """What a field was and is, as JSON has it."""

    entity: str
    entity_id: int
    field: str
    before: str | None
    after: str | None


def note(
    writing: Writing, project_id: int, entity: str, entity_id: int, field: str, before: object, after: object
) -> None:
    """Write one line, if there is a change."""
    if before != after:
        note_lines(writing, project_id, [Line(entity, entity_id, field, encoded(before), encoded(after))])


def note_fields(
    writing: Writing,
    project_id: int,
    entity: str,
    entity_id: int,
    before: DataclassInstance | None,
    after: DataclassInstance | None,
) -> None:
    """Write a line for every field that differs; ``None`` is what was not there before, or is no more."""
    note_lines(writing, project_id, tuple(differing_fields(entity, entity_id, before, after)))


def differing_fields(
    entity: str, entity_id: int, before: DataclassInstance | None, after: DataclassInstance | None
) -> Iterator[Line]:
    some = after if before is None else before
    for field in fields(some) if some is not None else ():
        old, new = (getattr(value, field.name, None) for value in (before, after))
        if not field.name.endswith("_id") and old != new:
            yield Line(entity, entity_id, field.name, encoded(old), encoded(new))


def note_lines(writing: Writing, project_id: int, lines: Sequence[Line]) -> None:
    """Write lines in their order, all in one statement: one each would cost more than what they tell of."""
    if lines:
        writing.cursor.execute(
            _NOTE,
            {
                "project_id": project_id,
                "at": writing.at,
                "who": writing.who,
                "entity": [line.entity for line in lines],
                "entity_id": [line.entity_id for line in lines],
                "field": [line.field for line in lines],
                "before": [line.before for line in lines],
                "after": [line.after for line in lines],
            },
        )


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


def field_changes(cursor: Cursor, entity_id: int, field: str) -> tuple[PlanChange, ...]:
    """All that a field has been, the oldest first."""
    rows = cursor.execute(
        "SELECT changed_at, who, entity, entity_id, field, from_value, to_value FROM change_log "
        "WHERE entity_id = ? AND field = ? ORDER BY change_id",
        [entity_id, field],
    ).fetchall()
    return tuple(_change(*row) for row in rows)


def latest_change(cursor: Cursor, entity_id: int, field: str) -> PlanChange:
    """Who changed a field last, and when."""
    found = field_changes(cursor, entity_id, field)
    if not found:
        raise ValueError(f"field must have been changed, got {field!r} of {entity_id}")
    return found[-1]


def ids_that_pointed_at(cursor: Cursor, entities: Sequence[str], field: str, entity_id: int) -> tuple[int, ...]:
    """What has had a link to this, removed since or not."""
    rows = cursor.execute(
        "SELECT DISTINCT entity_id FROM change_log WHERE list_contains($entities::VARCHAR[], entity) "
        "AND field = $field AND $value IN (from_value, to_value)",
        {"entities": list(entities), "field": field, "value": str(entity_id)},
    ).fetchall()
    return tuple(each for (each,) in rows)


def is_changed_since(cursor: Cursor, entity_ids: Sequence[int], signature_id: int) -> bool:
    """Whether any of these was changed after a signature was put.

    What a system counted for a goal in a round stands in the goal's log, and is no word of the goal.
    """
    query = (
        "SELECT count(*) FROM change_log WHERE list_contains($ids::BIGINT[], entity_id) "
        "AND field NOT LIKE 'system_count %' AND change_id > "
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
