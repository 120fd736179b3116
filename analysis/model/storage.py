"""What opening a data folder may answer instead of opening it, and what a plan change may be refused with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Damage(StrEnum):
    """Which part of a data folder cannot be read. Each has a sentence that says what to do."""

    POINTER = "pointer"
    """``CURRENT`` does not name one of the folder's database files."""
    DATABASE = "database"
    """The database file is not whole."""
    ACCESS = "access"
    """The folder is none, or this user may not write there."""


@dataclass(frozen=True, slots=True)
class StoreBusy:
    """Another process has the data folder open; ``pid`` is its number where it is known."""

    folder: str
    pid: int | None


@dataclass(frozen=True, slots=True)
class StoreDamaged:
    """The folder cannot be opened and was left as it is: a backup must be restored."""

    file: str
    damage: Damage


@dataclass(frozen=True, slots=True)
class StoreTooNew:
    """The folder was written by a newer version of the program, which must be installed to open it."""

    found: int
    known: int


@dataclass(frozen=True, slots=True)
class InUse:
    """What was to be removed has registrations, and stays."""

    registrations: int


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One line of the change log: ``before`` is ``None`` for what is new, ``after`` for what was removed.

    The values are as JSON has them: texts, numbers, and lists and mappings of these; dates are texts.
    """

    changed_at: datetime
    who: str
    entity: str
    entity_id: int
    field: str
    before: object
    after: object
