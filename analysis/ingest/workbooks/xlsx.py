"""Excel's .xlsx and .xlsm, read as a stream: exact numbers, and everything that a value alone would hide."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat
from zipfile import ZipFile

from analysis.ingest.workbooks.number_formats import Format, format_of
from analysis.ingest.workbooks.sheet_file import MAX_MERGED, Area, Workbook, text_cell

TEXT = "#text"
"""The name under which text that stands before another element is handed over."""
Attributes = dict[str, str]
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")


def _no_doctype(*_: object) -> None:
    raise ValueError("a workbook holds no document type")


@dataclass(slots=True)
class Handlers:
    """What to do with elements: names come without prefix, texts as they stand before each mark."""

    start: Callable[[str, Attributes], None]
    end: Callable[[str, str], None]
    texts: list[str] = field(default_factory=list)

    def opened(self, name: str, attributes: Attributes) -> None:
        """An element opens; text before it is handed over by itself."""
        if self.texts:
            self.end(TEXT, "".join(self.texts))
            self.texts.clear()
        self.start(name.rpartition(":")[2], attributes)

    def closed(self, name: str) -> None:
        """An element closes, with the text since the last mark."""
        self.end(name.rpartition(":")[2], "".join(self.texts))
        self.texts.clear()


def stream(
    archive: ZipFile, member: str, start: Callable[[str, Attributes], None], end: Callable[[str, str], None]
) -> None:
    """Parse one member of the archive without ever holding all of it."""
    handlers = Handlers(start, end)
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = handlers.opened, handlers.closed
    parser.CharacterDataHandler = handlers.texts.append
    parser.StartDoctypeDeclHandler = _no_doctype
    with archive.open(member) as file:
        parser.ParseFile(file)


def excel_text(text: str) -> str:
    """A text cell; Excel writes characters that XML cannot hold as ``_x000D_``.

    >>> excel_text("Borger_x000D_")
    'Borger '
    """
    return text_cell(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text)


@dataclass(slots=True)
class Book(Workbook):
    """What the cells of all worksheets refer to."""

    strings: list[str] = field(default_factory=list)
    formats: list[Format] = field(default_factory=list)
    is_stale: bool = False
    """The program that wrote the file left the calculation to whoever opens it."""


def read_strings(archive: ZipFile, member: str, book: Book) -> None:
    """The shared texts, without phonetic hints."""
    parts: list[str] = []
    phonetic = [0]

    def start(name: str, _: Attributes) -> None:
        phonetic[0] += name == "rPh"

    def end(name: str, text: str) -> None:
        if name == "t" and not phonetic[0]:
            parts.append(text)
        elif name == "rPh":
            phonetic[0] -= 1
        elif name == "si":
            book.strings.append(excel_text("".join(parts)))
            parts.clear()

    stream(archive, member, start, end)


def read_styles(archive: ZipFile, member: str, book: Book) -> None:
    """What every cell format shows."""
    codes: dict[int, str] = {}
    inside = [False]

    def start(name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            codes[int(attributes.get("numFmtId", 0))] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            inside[0] = True
        elif name == "xf" and inside[0]:
            number = int(attributes.get("numFmtId", 0))
            book.formats.append(format_of(number, codes.get(number)))

    def end(name: str, _: str) -> None:
        inside[0] = inside[0] and name != "cellXfs"

    stream(archive, member, start, end)


def column_index(letters: str) -> int:
    """The column's number from 0.

    >>> column_index("A"), column_index("XFD")
    (0, 16383)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def area_of(reference: str) -> Area | None:
    """The area of a reference such as ``B1:G2``."""
    corners = _REFERENCE.findall(reference)
    if len(corners) != 2:
        return None
    (left, top), (right, bottom) = corners
    return Area(int(top), min(int(bottom), int(top) + MAX_MERGED), column_index(left), column_index(right))
