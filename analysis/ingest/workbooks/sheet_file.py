"""Writing a sheet's rows as cleaned lines: line N is row N."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from pathlib import Path
from typing import TextIO

from analysis.ingest.layout.header import is_day
from analysis.ingest.text.whole_lines import MAX_LINE
from analysis.ingest.values.cells import BROKEN, FIELD, MOMENT, OVERLONG, plain
from analysis.ingest.values.durations import kind_of

MAX_SHEETS = 1000
"""A sheet for each employee and more; a small file may list one part ten thousand times."""
MAX_ROWS = 1_048_576
MAX_COLUMNS = 1024
"""A table is not wider; a row that is gets one mark beyond, so that it is rejected rather than shortened."""
MAX_MERGED = 10_000
"""No merged cell of a table reaches over more rows."""
MAX_CHARACTERS = 256 << 20
MAX_PADDING = 16 << 20
"""Empty cells between filled ones, of which a table has few and a hostile sheet many."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPACE = re.compile("[\t\n\r]+")


class TooLargeError(Exception):
    """The sheet holds more than one file may."""


@dataclass(frozen=True, slots=True)
class Area:
    """A block of merged cells: rows counted from 1, columns from 0."""

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


@dataclass(slots=True)
class Workbook:
    """The sheets of a workbook, in its order, and what holds for all of them."""

    sheets: list[SheetNotes] = field(default_factory=list)
    is_1904: bool = False
    personal_numbers: int = 0
    """Comments and rows of hidden sheets that hold what looks like a CPR number."""
    is_cut_off: bool = False
    """The file ends inside a table."""
    is_personal: bool = False
    """Whether anything in the file does."""

    def add(self, notes: SheetNotes) -> None:
        """One more sheet."""
        if len(self.sheets) == MAX_SHEETS:
            raise TooLargeError
        self.sheets.append(notes)


def text_cell(text: str) -> str:
    """A text cell without line breaks and without bytes that no text holds."""
    text = _SPACE.sub(" ", text)
    return _CONTROL.sub(BROKEN, text) if _CONTROL.search(text) else text


def moment_cell(text: str) -> str:
    """A cell for a date that is written as ISO text; any other text as it is."""
    try:
        moment = datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return text_cell(text)
    return MOMENT + (
        moment.date().isoformat() if moment.time() == time() else moment.isoformat(timespec="milliseconds")
    )


@dataclass(slots=True)
class SheetFile:
    """The open file of one sheet, the row that comes next, and how much more may be written."""

    file: TextIO
    next_row: int = 1
    characters_left: int = MAX_CHARACTERS
    padding_left: int = MAX_PADDING

    def write(self, row: int, cells: Mapping[int, str]) -> None:
        """Write one row; rows that were left out become empty lines."""
        if row < self.next_row:
            raise ValueError(f"row must not be below {self.next_row}, got {row}")
        if row > MAX_ROWS:
            raise TooLargeError
        kept = dict(cells) if max(cells, default=0) < MAX_COLUMNS else _narrowed(cells)
        width = max(kept, default=0) + 1
        line = _bounded(FIELD.join(kept.get(index, "") for index in range(width)))
        text = (FIELD + "\n") * (row - self.next_row) + (line or FIELD) + "\n"
        self.characters_left -= len(text)
        self.padding_left -= width - len(kept)
        if min(self.characters_left, self.padding_left) < 0:
            raise TooLargeError
        self.file.write(text)
        self.next_row = row + 1


def _narrowed(cells: Mapping[int, str]) -> dict[int, str]:
    return {index: text for index, text in cells.items() if index < MAX_COLUMNS} | {MAX_COLUMNS: "…"}


def stands_once(text: str) -> bool:
    """Whether a merged cell holds an amount, which would count several times if it were repeated."""
    return kind_of(plain(text)) != "other" and not is_day(text)


def fill_merged(path: Path, areas: Sequence[Area]) -> None:
    """Repeat a merged text or date in every row and column it covers; a merged amount stands once."""
    lines = path.read_text(encoding="utf-8").split("\n") if areas else []
    for area in areas:
        first = lines[area.top - 1] if area.top <= len(lines) else ""
        for row in range(area.top, min(area.bottom, len(lines)) + 1):
            lines[row - 1] = _filled(first, lines[row - 1], area)
    if areas:
        path.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def _filled(first: str, line: str, area: Area) -> str:
    """The line with what the merged area shows; whatever lies beneath it is not seen and not read."""
    top, cells = first.split(FIELD), line.split(FIELD)
    value = top[area.left] if area.left < len(top) else ""
    last = min(area.right, MAX_COLUMNS - 1)
    cells += [""] * (last + 1 - len(cells))
    if stands_once(value):
        cells[area.left : last + 1] = [value if line is first else "", *[""] * (last - area.left)]
    else:
        cells[area.left : last + 1] = [value] * (last + 1 - area.left)
    return _bounded(FIELD.join(cells))


def _bounded(line: str) -> str:
    """The line, or a mark in its place where it is longer than a row can be."""
    return line if len(line) <= MAX_LINE else OVERLONG
