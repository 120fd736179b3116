"""Writing a sheet's rows as cleaned lines: line N is row N."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from analysis.ingest.cells import BROKEN, FIELD, NUMBER, SPAN

MAX_ROWS = 1_048_576
MAX_COLUMNS = 1024
"""A table is not wider; cells further out are left out and named as too many fields."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPACE = re.compile("[\t\n\r]+")


@dataclass(frozen=True, slots=True)
class Area:
    """A block of merged cells, rows and columns counted from 1 and 0."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(slots=True)
class SheetNotes:
    """What else is known of a sheet."""

    name: str
    file: str
    hidden: bool = False
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)


def text_cell(text: str) -> str:
    """A text cell without line breaks and without bytes that no text holds."""
    text = _SPACE.sub(" ", text)
    return _CONTROL.sub(BROKEN, text) if _CONTROL.search(text) else text


@dataclass(slots=True)
class SheetFile:
    """The open file of one sheet, and the row that comes next."""

    file: TextIO
    next_row: int = 1

    def write(self, row: int, cells: Mapping[int, str]) -> None:
        """Write one row; rows that were left out become empty lines. Rows out of order are an error of the file."""
        if not self.next_row <= row <= MAX_ROWS:
            raise ValueError(f"row must lie between {self.next_row} and {MAX_ROWS}, got {row}")
        self.file.write((FIELD + "\n") * (row - self.next_row))
        width = min(max(cells, default=0), MAX_COLUMNS) + 1
        line = FIELD.join(cells.get(index, "") for index in range(width))
        self.file.write((line or FIELD) + "\n")
        self.next_row = row + 1


def fill_merged(path: Path, areas: Sequence[Area]) -> None:
    """Repeat a merged text or date in every row and column it covers; a merged number stands once."""
    covering = {row: area for area in areas for row in range(area.top, min(area.bottom, MAX_ROWS) + 1)} if areas else {}
    by_row: dict[int, list[Area]] = {}
    for area in areas:
        for row in range(area.top, min(area.bottom, area.top + MAX_COLUMNS) + 1):
            by_row.setdefault(row, []).append(area)
    if not covering:
        return
    lines = path.read_text(encoding="utf-8").split("\n")
    for row in sorted(by_row):
        if row <= len(lines):
            lines[row - 1] = _filled(lines, row, by_row[row])
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def _filled(lines: list[str], row: int, areas: Sequence[Area]) -> str:
    cells = lines[row - 1].split(FIELD)
    for area in areas:
        first = lines[area.top - 1].split(FIELD)
        value = first[area.left] if area.left < len(first) else ""
        if value and value[:1] not in (NUMBER, SPAN):
            cells += [""] * (min(area.right, MAX_COLUMNS) + 1 - len(cells))
            for index in range(area.left, min(area.right, MAX_COLUMNS) + 1):
                cells[index] = cells[index] or value
    return FIELD.join(cells)
