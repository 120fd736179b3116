"""Values as JSON, and back to the type that a dataclass gives them: what the change log and the entries are kept in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


def encoded(value: object) -> str | None:
    """A value as JSON; nothing stays nothing.

    >>> encoded((date(2026, 3, 2), "Scan")), encoded(None)
    ('["2026-03-02", "Scan"]', None)
    """
    return None if value is None else json.dumps(value, default=_plain, ensure_ascii=False, sort_keys=True)


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, date):
        return value.isoformat()
    raise ValueError(f"value must be one that a plan holds, got {value!r}")


def decoded(content: str | None) -> Any:
    return None if content is None else json.loads(content)


def as_type(kind: type[T], content: Mapping[str, Any]) -> T:
    """A dataclass from its fields: what the content lacks has its default, what the dataclass lacks is left out."""
    hints = hints_of(kind)  # type: ignore[arg-type]
    named = (field.name for field in fields(kind) if field.name in content)  # type: ignore[arg-type]
    return kind(**{name: _typed(hints[name], content[name]) for name in named})


@cache
def hints_of(kind: Any) -> Mapping[str, Any]:
    """What the fields of a dataclass hold, worked out once."""
    return get_type_hints(kind, include_extras=True)


def _typed(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    hint = _bare(hint)
    if get_origin(hint) is tuple:
        return tuple(_typed(get_args(hint)[0], each) for each in value)
    if is_dataclass(hint) and isinstance(hint, type):
        return as_type(hint, value)
    if hint is date:
        return date.fromisoformat(value)
    if hint is float:
        return float(value)
    return hint(value) if isinstance(hint, type) and issubclass(hint, Enum) else value


def _bare(hint: Any) -> Any:
    """The type without ``None`` and without what it is annotated with."""
    if NoneType in get_args(hint):
        (hint,) = (each for each in get_args(hint) if each is not NoneType)
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint
