"""The fields of an entry, read from its annotations: one definition for form, workbook and history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from types import NoneType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from analysis.model import agreements, entries
from analysis.model.choices import PlanKind
from analysis.model.entries import Entry


class Sort(StrEnum):
    """What a field holds, and so how it is typed, written in a cell and read aloud."""

    TEXT = "text"
    PROSE = "prose"
    WHOLE = "whole"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes_no"
    CHOICE = "choice"
    LINK = "link"
    LINKS = "links"


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    sort: Sort
    choices: tuple[Enum, ...] = ()
    target: PlanKind | None = None
    is_needed: bool = False
    """An entry cannot be stored without it."""
    may_be_empty: bool = False
    """``None`` is one of its values: nobody has said."""


TYPES: Mapping[PlanKind, type[Entry]] = {
    PlanKind.PERSON: entries.Person,
    PlanKind.PREREQUISITE: entries.Prerequisite,
    PlanKind.SUCCESS_CRITERION: entries.SuccessCriterion,
    PlanKind.BENEFIT: entries.Benefit,
    PlanKind.CHANGE: entries.Change,
    PlanKind.ACTIVITY: entries.Activity,
    PlanKind.SMART: agreements.Smart,
    PlanKind.PROTOCOL: agreements.Protocol,
    PlanKind.PARTICIPATION: agreements.Participation,
    PlanKind.CONDUCT: agreements.Conduct,
    PlanKind.CONVERSION: entries.Conversion,
    PlanKind.MEETING: entries.Meeting,
    PlanKind.SIGNATURE: entries.Signature,
}
_KINDS = {type_: kind for kind, type_ in TYPES.items()}
_SORTS = {str: Sort.TEXT, int: Sort.WHOLE, float: Sort.NUMBER, date: Sort.DATE, bool: Sort.YES_NO}


def kind_of(entry: Entry) -> PlanKind:
    """The kind of an entry.

    >>> kind_of(entries.Person(1, "Anne"))
    <PlanKind.PERSON: 'person'>
    """
    return _KINDS[type(entry)]


@cache
def fields_of(kind: PlanKind) -> tuple[Field, ...]:
    """The fields of entries of a kind in their order, without the id.

    >>> [field.name for field in fields_of(PlanKind.PERSON)]
    ['name', 'role', 'title']
    """
    hints = get_type_hints(TYPES[kind], include_extras=True)
    return tuple(
        _field(each.name, hints[each.name], each.default is MISSING)
        for each in fields(TYPES[kind])
        if each.name != "entry_id"
    )


def _field(name: str, hint: Any, is_needed: bool) -> Field:
    options = [each for each in get_args(hint) if each is not NoneType]
    may_be_empty = NoneType in get_args(hint)
    if may_be_empty:
        (hint,) = options
    if get_origin(hint) is tuple:
        return Field(name, Sort.LINKS, (), get_args(get_args(hint)[0])[1], is_needed)
    if get_origin(hint) is Annotated:
        meant = get_args(hint)[1]
        sort, target = (Sort.LINK, meant) if isinstance(meant, PlanKind) else (Sort.PROSE, None)
        return Field(name, sort, (), target, is_needed, may_be_empty)
    if issubclass(hint, Enum):
        return Field(name, Sort.CHOICE, tuple(hint), None, is_needed, may_be_empty)
    return Field(name, _SORTS[hint], (), None, is_needed, may_be_empty)
