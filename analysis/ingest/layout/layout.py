"""Where a table's header stands and what its columns mean."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.ingest.codes import Refusal
from analysis.ingest.layout.signatures import Signature
from analysis.ingest.layout.synonyms import Match
from analysis.model.kinds import Measurement, Role
from analysis.model.rejects import Rejects
from analysis.model.upload import ColumnMatch

Rows = tuple[tuple[str, ...], ...]
NAMES = (Role.EMPLOYEE, Role.TARGET_GROUP, Role.WORKFLOW)
LABELS = (Role.DATE, *NAMES)
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
    measured: int
    count: int | None


@dataclass(frozen=True, slots=True)
class Constant:
    """A value that all rows of a table share: the employee of a sheet, the workflow that was answered."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A table: ``header_row`` is the last line of the header (from 1); ``wide`` is what the series are named for."""

    header_row: int
    columns: tuple[Column, ...]
    matches: tuple[ColumnMatch, ...]
    headers: tuple[str, ...]
    wide: Role | None = None
    series: tuple[Series, ...] = ()
    tool: Signature | None = None
    constants: tuple[Constant, ...] = ()
    measurement: Measurement = Measurement.TIME

    def of(self, role: Role) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.role is role)

    def of_name(self, role: str) -> tuple[Column, ...]:
        """The columns of a role that is known by its name only."""
        return self.of(Role(role)) if role else ()

    def constant(self, role: Role) -> str | None:
        return next((constant.text for constant in self.constants if constant.role is role), None)

    def has(self, role: Role) -> bool:
        return role is self.wide or bool(self.of(role)) or self.constant(role) is not None

    @property
    def unused(self) -> tuple[int, ...]:
        """The columns that have a header but no role, and are no part of a wide table."""
        measured = {place for one in self.series for place in (one.measured, one.count)}
        used = measured | {column.index for column in self.columns}
        return tuple(index for index, header in enumerate(self.headers) if header and index not in used)

    @property
    def absent(self) -> tuple[Role, ...]:
        """The needed roles that nothing in the table plays."""
        return tuple(role for role in self.measurement.needed if not (self.has(role) or self._is_computed(role)))

    def _is_computed(self, role: Role) -> bool:
        """Whether a role that no column plays by itself stands in several."""
        by_clock = self.has(Role.START) and self.has(Role.END)
        return role is Role.DURATION and (by_clock or any(self.has(slot) for slot in TIME_ROLES))


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a table, or the whole file, cannot be read as it is."""

    reason: Refusal
    found: tuple[str, ...] = ()
    missing: tuple[Role, ...] = ()
    columns: tuple[ColumnMatch, ...] = ()
    rejects: Rejects | None = None
    fits: tuple[Measurement, ...] = ()
    sheets: tuple[str, ...] = ()
