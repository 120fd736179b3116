"""An uploaded file as values: what would count, what is doubtful, what is refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from analysis.model.kinds import Measurement, Role
from analysis.model.rejects import RejectedRow, Rejects


class Grain(StrEnum):
    """What one row of the file is: this decides whether equal rows are two facts or one written twice."""

    EVENT = "event"
    """One row per piece of work: equal rows are possible and count."""
    DAY = "day"
    """One row per employee, day and workflow: later equal rows are set aside."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file as it came. ``kind`` is decided by its first bytes: csv (any text), xlsx, xls, ods, html."""

    name: str
    sha256: str
    size_bytes: int
    kind: str


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """One column's proposed role and why: ``evidence`` is ``synonym``, ``signature`` or ``answer``.

    ``examples`` are its first values as the file writes them: shown, never stored. ``place`` counts from 0 and tells
    columns with one heading apart.
    """

    header: str
    role: Role | None
    evidence: str
    examples: tuple[str, ...] = ()
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A named warning with the number of rows it concerns and the first of them."""

    code: str
    rows: int
    examples: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """What would count. Labels are the distinct names as the file writes them, sorted."""

    rows: int
    milliseconds: int
    count: int | None
    count_missing: int
    total: int | None
    first_date: date | None
    last_date: date | None
    employees: tuple[str, ...]
    workflows: tuple[str, ...]
    target_groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row that would count, as it was read, with the number Excel shows; ``None`` where there is no such value."""

    row: int
    sheet: str | None
    work_date: date | None
    employee: str | None
    target_group: str | None
    workflow: str | None
    duration_ms: int | None
    count: int | None
    total: int | None
    value: float | None


@dataclass(frozen=True, slots=True)
class Ingested:
    """A file that was read. Its rows lie in the temporary view ``table`` of the cursor that was handed in.

    Its columns: source_row UINTEGER, sheet VARCHAR, work_date DATE, employee VARCHAR, target_group VARCHAR,
    workflow VARCHAR, duration_ms BIGINT, count BIGINT, total BIGINT, value DOUBLE, NULL where the file has no such
    column or value; and place BIGINT, which tells equal rows apart. ``workflow`` is also the name of an indicator.
    ``first_rows`` are the first of them, for the analyst to compare with the file.
    """

    source: SourceFile
    table: str
    summary: Summary
    columns: tuple[ColumnMatch, ...]
    rejected: tuple[RejectedRow, ...]
    doubts: tuple[Doubt, ...]
    grain: Grain
    measurement: Measurement = Measurement.TIME
    first_rows: tuple[ReadRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that is no measurement, as a value: ``reason`` is a code, ``found`` what was there instead.

    ``needs_answer`` tells that an analyst's answer (not another file) would let it be read. ``columns`` are those of
    its table as far as they were understood, ``fits`` the other kinds of measurement that it could be, and ``sheets``
    all those of which the analyst says which to read.
    """

    source: SourceFile
    reason: str
    found: tuple[str, ...] = ()
    missing: tuple[Role, ...] = ()
    needs_answer: bool = False
    columns: tuple[ColumnMatch, ...] = ()
    rejects: Rejects | None = None
    fits: tuple[Measurement, ...] = ()
    sheets: tuple[str, ...] = ()

    @property
    def can_be_mapped(self) -> bool:
        """Whether the file may hold what it lacks under another name: the analyst can say which column it is."""
        return bool(self.columns) and self.reason in ("missing_column", "no_header")


@dataclass(frozen=True, slots=True)
class Upload:
    """A stored upload, as the list of uploads shows it."""

    upload_id: int
    round_id: int
    source: SourceFile
    uploaded_at: datetime
    undone_at: datetime | None
    rows: int
    rejected: int
    employees: int
    first_date: date | None
    last_date: date | None
    doubts: tuple[Doubt, ...]
    measurement: Measurement = Measurement.TIME
    file_is_kept: bool = False
