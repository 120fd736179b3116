"""The two catalogues: ``text(language, "section.key", name=value)`` is the only way to a word on screen."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from analysis.language import Language
from analysis.language.formats import whole

FOLDER = Path(__file__).parent


def text(language: Language, key: str, **values: object) -> str:
    """The text of ``key`` with its ``{placeholders}`` filled in.

    >>> text(Language.DANISH, "status.reached")
    'Nået'
    """
    return catalogue(language)[key].format(**values)


def counted(language: Language, key: str, number: int, **values: object) -> str:
    """The text of ``key.one`` or ``key.other``, whichever agrees with ``number``.

    >>> counted(Language.DANISH, "count.employees", 1), counted(Language.ENGLISH, "count.employees", 2)
    ('1 medarbejder', '2 employees')
    """
    form = "one" if number == 1 else "other"
    return text(language, f"{key}.{form}", number=whole(language, number), **values)


@cache
def catalogue(language: Language) -> Mapping[str, str]:
    """All texts of one language, by dotted key."""
    sources = sorted((FOLDER / language).glob("*.toml"))
    return dict(pair for source in sources for pair in flattened(tomllib.loads(source.read_text(encoding="utf-8"))))


def flattened(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, str):
            yield prefix + key, value
        else:
            yield from flattened(value, f"{prefix}{key}.")
