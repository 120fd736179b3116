"""What a file is by its first bytes, never by its name."""

from __future__ import annotations

import hashlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile

MAX_SEARCHED = 256 << 20
_NO_TABLES = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"SQLite format 3", b"PAR1",
    b"BZh", b"\xfd7zXZ", b"{\\rtf", b"\x7fELF", b"MZ\x90", b"RIFF", b"II*\0", b"MM\0*", b"OggS",
)  # fmt: skip
_XML_WORKBOOKS = (b"urn:schemas-microsoft-com:office:spreadsheet", b"application/vnd.oasis.opendocument.spreadsheet")
"""Workbooks as one XML file: Excel 2003 and flat OpenDocument."""


def fingerprint(path: Path) -> str:
    """The SHA-256 of the file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def kind_of_file(path: Path) -> str:
    """What to read it as, or why not: ``encrypted``, ``damaged``, ``unsupported``, ``other`` for no table."""
    with path.open("rb") as file:
        head = file.read(4096)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(path)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound_kind(path)
    if head.startswith(_NO_TABLES):
        return "other"
    markup = head.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").removeprefix(b"\xff\xfe").lstrip().lower()
    if markup.startswith(b"<?xml") and any(name in markup for name in _XML_WORKBOOKS):
        return "unsupported"
    if markup.startswith(b"mime-version:") and b"multipart/related" in markup:
        return "unsupported"
    return "html" if markup.startswith(b"<") and (b"<table" in markup or b"<html" in markup) else "csv"


def _compound_kind(path: Path) -> str:
    """The kind of an old Office file, told by the names of its streams; a new one with a password hides in such."""
    with path.open("rb") as file:
        content = file.read(MAX_SEARCHED)
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "encrypted"
    return "xls" if any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")) else "other"


def _zip_kind(path: Path) -> str:
    """The kind of workbook that a zip file holds."""
    try:
        with ZipFile(path) as archive:
            names = set(archive.namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return "damaged"
    if any(name.endswith("workbook.xml") for name in names):
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "unsupported"
    return "ods" if {"content.xml", "mimetype"} <= names else "other"
