"""HTML tables, which some systems call .xls, as cleaned sheets."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from analysis.ingest.text.double_encoding import undone
from analysis.ingest.text.encoding import Encoding, detect
from analysis.ingest.text.whole_lines import pieces
from analysis.ingest.values.cells import BROKEN, squeeze
from analysis.ingest.workbooks.sheet_file import (
    MAX_COLUMNS,
    SheetFile,
    SheetNotes,
    TooLargeError,
    Workbook,
    stands_once,
    text_cell,
)

MAX_HTML_BYTES = 64 << 20
_CELLS = ("td", "th")
_BREAKS = ("br", "p", "div", "li")


@dataclass(slots=True)
class HtmlCell:
    """A cell and how far it reaches."""

    across: int = 1
    down: int = 1
    parts: list[str] = field(default_factory=list)


class TableParser(HTMLParser):
    """Collects the rows of every table."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[HtmlCell]]] = []
        self.cell: HtmlCell | None = None
        self.open_tables = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A table, a row or a cell begins."""
        if tag == "table":
            self.tables.append([])
            self.open_tables += 1
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])
        elif tag in _CELLS and self.tables and self.tables[-1]:
            spans = {key: int(value) for key, value in attrs if value and value.isdecimal() and len(value) < 5}
            self.cell = HtmlCell(spans.get("colspan", 1) or 1, spans.get("rowspan", 1) or 1)
            self.tables[-1][-1].append(self.cell)
        elif tag in _BREAKS and self.cell:
            self.cell.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """A cell or a table ends; the end of the page ends all tables."""
        if tag in (*_CELLS, "tr", "table"):
            self.cell = None
        if tag == "table":
            self.open_tables = max(self.open_tables - 1, 0)
        elif tag in ("body", "html"):
            self.open_tables = 0

    def handle_data(self, data: str) -> None:
        """Text inside a cell."""
        if self.cell:
            self.cell.parts.append(data)


def read_html(path: Path, folder: Path) -> Workbook:
    """Every table of the page as a sheet without a name."""
    if path.stat().st_size > MAX_HTML_BYTES:
        raise TooLargeError
    parser = TableParser()
    for text in page_text(path):
        parser.feed(text)
    parser.close()
    book = Workbook(is_cut_off=parser.open_tables > 0)
    if book.is_cut_off and parser.cell:
        # nobody knows what its text would have been
        parser.cell.parts.append(BROKEN)
    for table in parser.tables:
        notes = SheetNotes("", f"sheet{len(book.sheets)}.txt")
        _write(table, folder / notes.file)
        book.add(notes)
    return book


def page_text(path: Path) -> Iterator[str]:
    """The page in pieces: it may be a single line, however long."""
    encoding = detect(path) or Encoding("utf-8")
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    for piece in pieces(path, encoding):
        text = decoder.decode(piece)
        yield undone(text) if encoding.twice else text


def _write(table: list[list[HtmlCell]], path: Path) -> None:
    """The table's rows; a text that reaches over several rows or columns stands in each, a number only once."""
    reaching: dict[int, Reach] = {}
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        target = SheetFile(file)
        for number, row in enumerate(table, start=1):
            target.write(number, _placed(row, reaching))


@dataclass(frozen=True, slots=True)
class Reach:
    """A cell that reaches down into so many more rows, and what it shows there."""

    rows: int
    text: str


def _placed(row: list[HtmlCell], reaching: dict[int, Reach]) -> dict[int, str]:
    """The row's texts by column, with those that reach down from rows above."""
    placed = {column: reach.text for column, reach in reaching.items()}
    ahead = {column: Reach(reach.rows - 1, reach.text) for column, reach in reaching.items() if reach.rows > 1}
    reaching.clear()
    reaching.update(ahead)
    column = 0
    for cell in row:
        text = text_cell(squeeze("".join(cell.parts)))
        repeated = "" if stands_once(text) else text
        for offset in range(cell.across):
            while column in placed:
                column += 1
            placed[column] = repeated if offset else text
            if cell.down > 1:
                reaching[column] = Reach(cell.down - 1, repeated)
        if len(placed) > MAX_COLUMNS:
            raise TooLargeError
    return placed
