"""How a file was understood, as it is kept: nobody's name is among it."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.model.storing import LabelMatch
from analysis.model.upload import ColumnMatch


@dataclass(frozen=True, slots=True)
class StoredMapping:
    """How an upload was understood, as it is kept with it: no employee is among it.

    ``workflow`` and ``target_group`` are those of rows for which the file names none.
    """

    columns: tuple[ColumnMatch, ...] = ()
    workflows: tuple[LabelMatch, ...] = ()
    workflow: str | None = None
    target_groups: tuple[LabelMatch, ...] = ()
    target_group: str | None = None


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the analyst said of files with the column names behind ``signature``; nobody's name is among it.

    ``columns`` are those that were answered for; the words in between are those of the reading options.
    """

    signature: str
    columns: tuple[ColumnMatch, ...] = ()
    date_order: str | None = None
    decimal_sign: str | None = None
    unit: str | None = None
    clock_form: str | None = None
    workflows: tuple[LabelMatch, ...] = ()
    target_groups: tuple[LabelMatch, ...] = ()
