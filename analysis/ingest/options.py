"""What the caller hands in: a place to stage rows, and the analyst's answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from analysis.model.kinds import Measurement, Role
from analysis.model.upload import Grain

Progress = Callable[[float, str], None]
"""Called several times a second with the fraction done and the step's name; it may raise in order to cancel."""


class Cursor(Protocol):
    """The part of a DuckDB cursor that reading uses."""

    def execute(self, query: str, parameters: Sequence[Any] = ..., /) -> Cursor: ...

    def fetchall(self) -> list[Any]: ...

    def query_progress(self) -> float: ...

    def interrupt(self) -> None: ...


class Staging(Protocol):
    """A cursor for temporary tables, outside any transaction, and a folder whose files DuckDB may read."""

    @property
    def cursor(self) -> Cursor: ...

    @property
    def folder(self) -> Path: ...


class DateOrder(StrEnum):
    """The order of the parts of a numeric date."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


class Unit(StrEnum):
    """What a bare number in a time column counts."""

    HOURS = "hours"
    MINUTES = "minutes"
    SECONDS = "seconds"


class ClockForm(StrEnum):
    """What ``1:30`` means in a time column."""

    HOURS_MINUTES = "hours_minutes"
    MINUTES_SECONDS = "minutes_seconds"


OLD_ENCODINGS = ("cp1252", "cp865", "cp850", "mac_roman")
"""The alphabets of Danish text before UTF-8, the likeliest first: Windows, two of DOS, Macintosh."""
ENCODINGS = ("utf-8", *OLD_ENCODINGS)
"""What an analyst may answer."""


def _no_progress(fraction: float, step: str) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class RoleAnswer:
    """The analyst's word on one column; ``None`` leaves the column out.

    ``place`` (from 0) says which one where several have the same heading.
    """

    header: str
    role: Role | None
    place: int | None = None


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read a file: what it is declared to measure, its grain, and whatever the analyst has answered."""

    measurement: Measurement = Measurement.TIME
    grain: Grain = Grain.EVENT
    set_duplicates_aside: bool | None = None
    """``None`` follows the grain."""
    default_workflow: str | None = None
    encoding: str | None = None
    date_order: DateOrder | None = None
    decimal_sign: str | None = None
    unit: Unit | None = None
    clock_form: ClockForm | None = None
    roles: tuple[RoleAnswer, ...] = ()
    sheets: tuple[str, ...] = ()
    """The sheets to read; empty for all that hold a table."""
    wide: Role | None = None
    """What the columns of a wide layout are named for: ``DATE``, ``EMPLOYEE`` or ``WORKFLOW``."""
    sheets_are: Role | None = None
    """What the sheets are named for where no column tells it: ``EMPLOYEE``."""
    ignore_breaks: bool = False
    sums_count: bool | None = None
    """Whether rows that are each time the sum of others are work of their own; ``None`` asks."""
    same_as_above: bool | None = None
    """Whether an empty cell for a date or a name means the one above it; ``None`` asks."""
    numbers_are_not_cpr: bool = False
    """Ten digits without a dash that happen to be valid are names of the municipality's own (a logged reason)."""
    progress: Progress = _no_progress

    def __post_init__(self) -> None:
        if self.encoding not in (None, *ENCODINGS):
            raise ValueError(f"encoding must be one of {ENCODINGS}, got {self.encoding!r}")
        if self.decimal_sign not in (None, ",", "."):
            raise ValueError(f"decimal_sign must be a comma or a point, got {self.decimal_sign!r}")

    @property
    def sets_duplicates_aside(self) -> bool:
        """Whether only the first of equal rows counts: told, or as the grain has it."""
        return self.grain is Grain.DAY if self.set_duplicates_aside is None else self.set_duplicates_aside
