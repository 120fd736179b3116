"""Where a table's header stands and what its columns mean."""

from __future__ import annotations

from dataclasses import dataclass, field

from analysis.ingest.codes import Refusal
from analysis.ingest.options import DateOrder
from analysis.ingest.synonyms import Match
from analysis.model.upload import ColumnMatch, Role

Rows = tuple[tuple[str, ...], ...]
TIME_ROLES = (Role.DURATION, Role.HOURS, Role.MINUTES)


@dataclass(frozen=True, slots=True)
class Column:
    """A column with a role; ``index`` counts from 0."""

    index: int
    header: str
    match: Match

    @property
    def role(self) -> Role:
        return self.match.role


@dataclass(frozen=True, slots=True)
class Series:
    """One measured column (and its count) of a wide table, with the name that stands above it."""

    label: str
    duration: int
    count: int | None


@dataclass(frozen=True, slots=True)
class Layout:
    """A table: ``header_row`` is the last line of the header (from 1); ``wide`` is what the series are named for."""

    header_row: int
    width: int
    columns: tuple[Column, ...]
    matches: tuple[ColumnMatch, ...]
    headers: tuple[str, ...]
    wide: Role | None = None
    series: tuple[Series, ...] = ()
    date_order: DateOrder | None = None

    def of(self, role: Role) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.role is role)

    def has(self, role: Role) -> bool:
        return role is self.wide or bool(self.of(role))

    @property
    def has_duration(self) -> bool:
        clock = self.has(Role.START) and self.has(Role.END)
        return bool(self.series) or clock or any(self.has(role) for role in TIME_ROLES)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a table, or the whole file, cannot be read as it is."""

    reason: Refusal
    found: tuple[str, ...] = ()
    missing: tuple[str, ...] = field(default=())
