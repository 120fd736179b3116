"""The first rows of a file as they were read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import exact, short_date
from analysis.language.sentences import role_word
from analysis.model.kinds import Role
from analysis.model.upload import Ingested, ReadRow
from analysis.report.table import Column, Table

MS_PER_MINUTE = 60_000
NOTHING = "–"
DETAILS = (Role.TARGET_GROUP, Role.COUNT)
"""Left out where room is short."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A value of a row: the role it plays, and how it is written."""

    role: Role
    write: Callable[[ReadRow, Language], str | None]
    is_number: bool = False


def _number(value: float | None, language: Language) -> str | None:
    return None if value is None else exact(language, value)


VALUES = (
    Shown(Role.DATE, lambda row, language: short_date(language, row.work_date) if row.work_date else None),
    Shown(Role.EMPLOYEE, lambda row, language: row.employee),
    Shown(Role.TARGET_GROUP, lambda row, language: row.target_group),
    Shown(Role.WORKFLOW, lambda row, language: row.workflow),
    Shown(Role.DURATION, lambda row, language: _number(_minutes(row), language), is_number=True),
    Shown(Role.COUNT, lambda row, language: _number(row.count, language), is_number=True),
    Shown(Role.TOTAL, lambda row, language: _number(row.total, language), is_number=True),
    Shown(Role.VALUE, lambda row, language: _number(row.value, language), is_number=True),
)


def _minutes(row: ReadRow) -> float | None:
    return None if row.duration_ms is None else row.duration_ms / MS_PER_MINUTE


def read_rows_table(read: Ingested, language: Language) -> Table:
    """The row number that Excel shows, and every value that the kind of measurement has."""
    asked = (*read.measurement.needed, *read.measurement.optional)
    shown = [one for one in VALUES if one.role in asked]
    words = (
        role_word(Role.MINUTES if one.role is Role.DURATION else one.role, read.measurement, language) for one in shown
    )
    columns = (
        Column(word[:1].upper() + word[1:], one.is_number, one.role in DETAILS)
        for word, one in zip(words, shown, strict=True)
    )
    rows = ((str(row.row), *(one.write(row, language) or NOTHING for one in shown)) for row in read.first_rows)
    return Table((Column(text(language, "findings.row"), is_number=True, is_detail=True), *columns), tuple(rows))
