"""Two people at one form: what the later one changed is stored, unless the earlier one changed the same field."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeVar

from analysis.model.faults import PlanFault, PlanRule
from analysis.store.changes import latest_change
from analysis.store.connection import Cursor

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

D = TypeVar("D", bound="DataclassInstance")


def merged(seen: D, typed: D, stored: D) -> D | tuple[str, ...]:
    """What was typed upon what is stored; or the fields that both changed since ``seen``, each to its own value.

    >>> from analysis.model.entries import Person
    >>> seen, theirs = Person(1, "Anne"), Person(1, "Anne", title="chef")
    >>> merged(seen, Person(1, "Anne Vad"), theirs)
    Person(entry_id=1, name='Anne Vad', role=<PlanRole.SELECTED_USER: 'selected_user'>, title='chef')
    >>> merged(seen, Person(1, "Anne", title="leder"), theirs)
    ('title',)
    """
    mine = {field.name for field in fields(typed) if getattr(typed, field.name) != getattr(seen, field.name)}
    theirs = {field.name for field in fields(stored) if getattr(stored, field.name) != getattr(seen, field.name)}
    both = tuple(sorted(name for name in mine & theirs if getattr(typed, name) != getattr(stored, name)))
    return both or replace(stored, **{name: getattr(typed, name) for name in mine})


def collision_faults(cursor: Cursor, identity: int, names: tuple[str, ...]) -> tuple[PlanFault, ...]:
    """A sentence for each field, with the name of who was first."""
    return tuple(
        PlanFault(name, PlanRule.CHANGED_MEANWHILE, words=latest_change(cursor, identity, name).who) for name in names
    )
