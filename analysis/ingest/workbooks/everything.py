"""All that a workbook's file holds, cells or not, looked through for personal numbers."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from io import BytesIO
from itertools import chain
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from analysis.ingest.text.encoding import CHUNK_BYTES, chunks
from analysis.ingest.text.looking import is_personal, overlapping
from analysis.ingest.values.cpr import is_cpr_like, is_possible, names_cpr
from analysis.ingest.values.long_numbers import has_long_numbers
from analysis.ingest.workbooks.html_tables import page_text

HEADER_LINES = 20
_ZIP = b"PK\x03\x04"


def holds_personal_numbers(kind: str, path: Path, sheets: Iterable[Path]) -> bool:
    """Whether anything in the file looks like such a number, whatever is read of it."""
    return any(map(_is_in_sheet, sheets)) or any(map(is_personal, _windows(kind, path)))


def _is_in_sheet(path: Path) -> bool:
    """The cells as they were read; where a heading says so they need not pass modulus 11."""
    head = next(chunks(path), b"").decode("utf-8", "replace").split("\n", HEADER_LINES)[:HEADER_LINES]
    test = is_possible if any(map(names_cpr, head)) else is_cpr_like
    return any(has_long_numbers(chunk) and test(chunk.decode("utf-8", "replace")) for chunk in chunks(path))


def _windows(kind: str, path: Path) -> Iterator[bytes]:
    if kind == "html":
        yield from overlapping(text.encode() for text in page_text(path))
    elif kind == "xls":
        yield from overlapping(chunks(path))
    else:
        with ZipFile(path) as archive:
            yield from _windows_of_members(archive)


def _windows_of_members(archive: ZipFile) -> Iterator[bytes]:
    """Every part of a zip file, and of the documents embedded in it; what cannot be unpacked tells nobody anything."""
    for member in archive.infolist():
        with (
            suppress(BadZipFile, RuntimeError, NotImplementedError, EOFError, zlib.error),
            archive.open(member) as file,
        ):
            head = file.read(CHUNK_BYTES)
            if head.startswith(_ZIP):
                with ZipFile(BytesIO(head + file.read())) as embedded:
                    yield from _windows_of_members(embedded)
            else:
                yield from overlapping(chain([head], iter(partial(file.read, CHUNK_BYTES), b"")))
