"""OpenDocument spreadsheets, read as a stream."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO
from zipfile import ZipFile

from analysis.ingest.codes import Rejection
from analysis.ingest.values.cells import FAULT, HOUR_SPAN, NUMBER, SPAN, UNCALCULATED, is_excel_error, squeeze
from analysis.ingest.values.durations import parse_duration
from analysis.ingest.values.numerals import Signs
from analysis.ingest.workbooks.number_formats import number_cell, shown_words
from analysis.ingest.workbooks.sheet_file import (
    Area,
    SheetFile,
    SheetNotes,
    Workbook,
    fill_merged,
    moment_cell,
    text_cell,
)
from analysis.ingest.workbooks.xlsx import Attributes, stream

_BREAKS = ("p", "s", "tab", "line-break")
_ERROR = re.compile(r"(?:Err|Fejl|Error|Fehler|Fel):\d{3}")
_CELLS = ("table-cell", "covered-table-cell")


@dataclass(slots=True)
class OdsReader:
    """The state while the document's elements pass by."""

    folder: Path
    book: Workbook = field(default_factory=Workbook)
    hidden_styles: set[str] = field(default_factory=set)
    style: str = ""
    file: TextIO | None = None
    sheet: SheetFile | None = None
    row: int = 0
    row_repeat: int = 1
    column: int = 0
    cells: dict[int, str] = field(default_factory=dict)
    cell: Attributes = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    annotations: int = 0

    def start(self, name: str, attributes: Attributes) -> None:
        """An element opens."""
        plain = {
            key.rpartition(":")[2] if not key.startswith("calcext") else key: value for key, value in attributes.items()
        }
        if name == "style":
            self.style = plain.get("name", "")
        elif name == "table-properties" and plain.get("display") == "false":
            self.hidden_styles.add(self.style)
        elif name == "table":
            self._open_sheet(plain)
        elif name == "table-row":
            self.row_repeat, self.column, self.cells = int(plain.get("number-rows-repeated", 1)), 0, {}
            if plain.get("visibility", "visible") != "visible":
                self.book.sheets[-1].hidden_rows += range(self.row + 1, self.row + 1 + min(self.row_repeat, 10_000))
        elif name in _CELLS:
            self.cell, self.texts = plain, []
        elif name == "annotation":
            self.annotations += 1

    def _open_sheet(self, attributes: Attributes) -> None:
        number = len(self.book.sheets)
        hidden = attributes.get("style-name") in self.hidden_styles
        self.book.add(SheetNotes(attributes.get("name", ""), f"sheet{number}.txt", hidden))
        self.file = (self.folder / f"sheet{number}.txt").open("w", encoding="utf-8", errors="replace", newline="\n")
        self.sheet, self.row = SheetFile(self.file), 0

    def end(self, name: str, text: str) -> None:
        """An element closes."""
        if not self.annotations:
            self.texts += (text, " ") if name in _BREAKS else (text,)
        if name == "annotation":
            self.annotations -= 1
        elif name in _CELLS:
            self._close_cell()
        elif name == "table-row":
            self._close_row()
        elif name == "table" and self.file:
            self.file.close()
            fill_merged(self.folder / self.book.sheets[-1].file, self.book.sheets[-1].merged)

    def _close_cell(self) -> None:
        repeat = int(self.cell.get("number-columns-repeated", 1))
        value = cell_text(self.cell, squeeze("".join(self.texts)))
        across, down = int(self.cell.get("number-columns-spanned", 1)), int(self.cell.get("number-rows-spanned", 1))
        if value:
            self.cells |= {self.column + index: value for index in range(min(repeat, 2048))}
        if across * down > 1:
            area = Area(self.row + 1, self.row + down, self.column, self.column + across - 1)
            self.book.sheets[-1].merged.append(area)
        self.column += repeat

    def _close_row(self) -> None:
        if self.cells and self.sheet:
            for offset in range(1, self.row_repeat + 1):
                self.sheet.write(self.row + offset, self.cells)
        self.row += self.row_repeat


def cell_text(cell: Attributes, text: str) -> str:
    """The cell's string from its attributes and the text that is shown."""
    kind = cell.get("value-type", "")
    if cell.get("calcext:value-type") == "error" or (
        cell.get("formula") and (is_excel_error(text) or _ERROR.fullmatch(text))
    ):
        return FAULT + (text or "#")
    if cell.get("formula") and not kind:
        return UNCALCULATED
    if kind in ("float", "currency"):
        return number_cell(f"{float(cell['value']):.15g}", shown_words(text)) if cell.get("value") else text_cell(text)
    if kind == "percentage" and cell.get("value"):
        return NUMBER + f"{float(cell['value']) * 100:.15g}%"
    if kind == "date":
        return moment_cell(cell.get("date-value", ""))
    if kind == "time":
        span = parse_duration(cell.get("time-value", ""), Signs(frozenset(".")), None, None)
        if isinstance(span, Rejection):
            return text_cell(text)
        return (HOUR_SPAN if text.count(":") == 1 else SPAN) + str(span)
    return text_cell(cell.get("string-value", text))


def read_ods(archive: ZipFile, folder: Path) -> Workbook:
    """Every sheet as a file in the folder."""
    reader = OdsReader(folder)
    stream(archive, "content.xml", reader.start, reader.end)
    return reader.book
