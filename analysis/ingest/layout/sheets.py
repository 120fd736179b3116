"""What lies between the file's bytes and its table: cleaned sheets of text rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from analysis.ingest.layout.header import SEARCHED_ROWS
from analysis.ingest.layout.layout import Rows
from analysis.ingest.values.cells import FIELD
from analysis.ingest.values.dates import EXCEL_EPOCH
from analysis.model.upload import Doubt


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table's worth of rows: line N of ``path`` is row N, its fields apart by ``FIELD``."""

    path: Path
    name: str | None = None
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    merged_rows: tuple[int, ...] = ()
    """Rows that take a value from a merged cell above."""
    epoch: date = EXCEL_EPOCH
    unfinished: bool = False
    """The last line has no line end, though others have."""
    strict: bool = False
    """Fields are parted by commas, which could also be decimal signs."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The file's visible sheets and what is doubtful already."""

    sheets: tuple[Sheet, ...]
    doubts: tuple[Doubt, ...] = ()


def first_rows(sheet: Sheet) -> Rows:
    """The rows in which a header is looked for."""
    with sheet.path.open(encoding="utf-8", newline="\n") as file:
        return tuple(tuple(line.rstrip("\n").split(FIELD)) for line in islice(file, SEARCHED_ROWS))
