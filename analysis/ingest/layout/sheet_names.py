"""What the names of sheets tell: whose they are, and which is a copy of another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.ingest.layout.layout import Layout
from analysis.ingest.layout.sheets import Sheet
from analysis.ingest.values.cells import squeeze
from analysis.model.kinds import Role

_INITIALS = re.compile(r"[A-ZÆØÅ]{2,5}\d{0,3}")
_PERSON = re.compile(r"[A-ZÆØÅ][a-zæøåéüö]+(?:[ -][A-ZÆØÅ][a-zæøåéüö]+)+")
_NO_PERSON = re.compile(
    r"(?i)\b(?:team|afdeling|gruppe|hold|kontor|center|ark|sheet|uge|måned|kvartal|periode|fase|runde|del|data|tabel"
    r"|baseline|(?:\w*)måling|opfølgning|total|i alt|samlet)\d*\b"
    r"|^(?:jan|feb|mar|marts|apr|april|maj|may|jun[ie]?|jul[iy]?|aug|sept?|o[kc]t|nov|dec|man|tirs?|ons|tors?|fre|lør|søn)\d*$"
)
"""Words of sheets that are named for something else; months and days only where they stand alone."""
_COPY = re.compile(r"(.+?) ?\(\d+\)")


@dataclass(frozen=True, slots=True)
class Found:
    """A sheet with the layout of its table."""

    sheet: Sheet
    layout: Layout


def miscalled_sheets(tables: Sequence[Found]) -> list[Found]:
    """The sheets that one employee's title stands in, where one is named for another: a copy that nobody corrected."""
    titles = [table.layout.constant(Role.EMPLOYEE) for table in tables]
    names = [squeeze(table.sheet.name or "") for table in tables]
    shared = [title if title and titles.count(title) > 1 else None for title in titles]
    wrong = {title for title, name in zip(shared, names, strict=True) if title and is_person(name) and name != title}
    return [table for table, title in zip(tables, titles, strict=True) if title in wrong]


def copied_sheets(found: Sequence[Found]) -> list[Found]:
    """The sheets that are named as a copy of another, ``ABJ (2)``, and those they are copied from."""
    by_name = {squeeze(table.sheet.name or ""): table for table in found}
    people = [name for name in by_name if is_person(name)]
    copied = {name: match[1] for name in by_name if (match := _COPY.fullmatch(name)) and match[1] in people}
    return [table for name, table in by_name.items() if name in copied or name in copied.values()]


def is_person(name: str) -> bool:
    """Whether the name is that of one employee: initials, or words that each begin with a capital."""
    return not _NO_PERSON.search(name) and bool(_INITIALS.fullmatch(name) or _PERSON.fullmatch(name))
