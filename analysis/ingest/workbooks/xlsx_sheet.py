"""One worksheet of an .xlsx: its rows, and which of them are hidden, merged, in error or never calculated."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from zipfile import ZipFile

from analysis.ingest.values.cells import FAULT, UNCALCULATED
from analysis.ingest.workbooks.number_formats import Format, cell_of
from analysis.ingest.workbooks.sheet_file import SheetFile, SheetNotes, moment_cell, text_cell
from analysis.ingest.workbooks.xlsx import Attributes, Book, area_of, column_index, excel_text, stream

_CELL = re.compile(r"([A-Z]{1,3})\d{1,7}")


@dataclass(slots=True)
class SheetReader:
    """The state while a sheet's elements pass by."""

    book: Book
    file: SheetFile
    notes: SheetNotes
    row: int = 0
    column: int = -1
    cells: dict[int, str] = field(default_factory=dict)
    kind: str = "n"
    style: int = 0
    value: str | None = None
    has_formula: bool = False
    inline: list[str] = field(default_factory=list)
    phonetic: int = 0

    def start(self, name: str, attributes: Attributes) -> None:
        """An element opens."""
        if name == "c":
            self._open_cell(attributes)
        elif name == "row":
            self.row = int(attributes.get("r", self.row + 1))
            self.column, self.cells = -1, {}
            if attributes.get("hidden") in ("1", "true"):
                self.notes.hidden_rows.append(self.row)
        elif name == "f":
            self.has_formula = True
        elif name == "rPh":
            self.phonetic += 1
        elif name == "mergeCell" and (area := area_of(attributes.get("ref", ""))):
            self.notes.merged.append(area)
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            first, last = int(attributes.get("min", 1)), int(attributes.get("max", 0))
            self.notes.hidden_columns += range(first - 1, min(last, first + 1000))

    def _open_cell(self, attributes: Attributes) -> None:
        match = _CELL.fullmatch(attributes.get("r", ""))
        self.column = column_index(match[1]) if match else self.column + 1
        if self.column in self.cells:
            raise ValueError("a row holds one cell only of each column")
        self.kind = attributes.get("t", "n")
        self.style = int(attributes.get("s", 0))
        self.value, self.has_formula = None, False
        self.inline.clear()

    def end(self, name: str, text: str) -> None:
        """An element closes."""
        if name == "v":
            self.value = text if self.value is None else self.value
        elif name == "t" and not self.phonetic:
            self.inline.append(text)
        elif name == "rPh":
            self.phonetic -= 1
        elif name == "c":
            cell = self._cell()
            if cell:
                self.cells[self.column] = cell
        elif name == "row":
            self.file.write(self.row, self.cells)

    def _cell(self) -> str:
        """The cell's string."""
        if self.kind == "inlineStr":
            return excel_text("".join(self.inline))
        if self.value is None:
            return UNCALCULATED if self.has_formula else ""
        if self.kind == "s":
            return self.book.strings[int(self.value)]
        if self.kind == "e":
            return FAULT + text_cell(self.value)
        if self.kind == "d":
            return moment_cell(self.value)
        if self.kind == "b":
            return "TRUE" if self.value.strip() == "1" else "FALSE"
        if self.kind == "str":
            return excel_text(self.value)
        return self._number(self.value)

    def _number(self, value: str) -> str:
        stale_zero = self.has_formula and self.book.is_stale and value.strip() in ("0", "")
        shown = self.book.formats[self.style] if self.style < len(self.book.formats) else Format()
        return UNCALCULATED if stale_zero else cell_of(value, shown, self.book.is_1904)


def read_sheet(archive: ZipFile, member: str, book: Book, file: SheetFile, notes: SheetNotes) -> None:
    """Write the sheet's rows to its file and note what else it holds."""
    reader = SheetReader(book, file, notes)
    stream(archive, member, reader.start, reader.end)
