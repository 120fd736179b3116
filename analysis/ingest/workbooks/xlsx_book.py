"""The parts of an .xlsx: which sheets there are, in which order, and where they lie."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from analysis.ingest.workbooks.sheet_file import MAX_SHEETS, SheetFile, SheetNotes, TooLargeError, Workbook, fill_merged
from analysis.ingest.workbooks.xlsx import Attributes, Book, read_strings, read_styles, stream
from analysis.ingest.workbooks.xlsx_sheet import read_sheet


@dataclass(frozen=True, slots=True)
class Part:
    """A relation from one part of the workbook to another."""

    identifier: str
    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A sheet as the workbook lists it, with the identifier of its part."""

    identifier: str
    notes: SheetNotes


def _parts(archive: ZipFile, owner: str) -> list[Part]:
    """The parts that a part points to."""
    folder, name = posixpath.split(owner)
    member = posixpath.join(folder, "_rels", f"{name}.rels")
    found: list[Part] = []

    def start(element: str, attributes: Attributes) -> None:
        if element == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, attributes["Target"])).lstrip("/")
            found.append(Part(attributes["Id"], attributes["Type"].rpartition("/")[2], target))

    if member in archive.NameToInfo:
        stream(archive, member, start, lambda name, text: None)
    return found


def read_xlsx(archive: ZipFile, folder: Path) -> Workbook:
    """Every worksheet as a file in the folder."""
    workbook = next((part.target for part in _parts(archive, "") if part.kind == "officeDocument"), "xl/workbook.xml")
    parts = _parts(archive, workbook)
    book = Book()
    for part in parts:
        if part.kind == "sharedStrings":
            read_strings(archive, part.target, book)
        elif part.kind == "styles":
            read_styles(archive, part.target, book)
    members = {part.identifier: part.target for part in parts if part.kind == "worksheet"}
    for listed in _listed(archive, workbook, book):
        if listed.identifier in members:
            _read_one(archive, members[listed.identifier], book, listed.notes, folder)
            book.add(listed.notes)
    return Workbook(book.sheets, book.is_1904)


def _listed(archive: ZipFile, workbook: str, book: Book) -> list[Listed]:
    """The sheets as the workbook lists them; its settings go to the book."""
    found: list[Listed] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            if len(found) == MAX_SHEETS:
                raise TooLargeError
            identifier = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), "")
            hidden = attributes.get("state", "visible") != "visible"
            found.append(Listed(identifier, SheetNotes(attributes.get("name", ""), f"sheet{len(found)}.txt", hidden)))
        elif name == "workbookPr":
            book.is_1904 = attributes.get("date1904") in ("1", "true")
        elif name == "calcPr":
            book.is_stale = attributes.get("fullCalcOnLoad") in ("1", "true")

    stream(archive, workbook, start, lambda name, text: None)
    return found


def _read_one(archive: ZipFile, member: str, book: Book, notes: SheetNotes, folder: Path) -> None:
    path = folder / notes.file
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        read_sheet(archive, member, book, SheetFile(file), notes)
    fill_merged(path, notes.merged)
