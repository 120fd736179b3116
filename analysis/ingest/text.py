"""The decoded lines of a text file: line feeds only, no control characters, double encoding undone."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from analysis.ingest.cells import BROKEN
from analysis.ingest.double_encoding import undone
from analysis.ingest.encoding import Encoding, chunks
from analysis.ingest.steps import Beat, unheard

MAX_LINE = 1 << 16
DOS_END = "\x1a"
"""What old systems write behind the last line."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def decoded(path: Path, encoding: Encoding, beat: Beat = unheard) -> Iterator[str]:
    """The text in pieces of whole lines; only the last may lack its line feed."""
    rest = ""
    newline: str | None = None
    for piece in _pieces(path, encoding, beat):
        text = rest[: MAX_LINE + 1] + piece
        newline = newline or ("\n" if "\n" in text else "\r" if "\r" in text else None)
        cut = text.rfind(newline) + 1 if newline else 0
        rest = text[cut:]
        if cut:
            yield _tidied(text[:cut], newline, encoding.twice)
    rest = rest.rstrip(DOS_END)
    if rest:
        yield _tidied(rest, newline, encoding.twice)


def _pieces(path: Path, encoding: Encoding, beat: Beat) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding.codec)("replace")
    for chunk in chunks(path, beat):
        if encoding.by_line:
            yield "".join(_line(line, encoding.codec) for line in chunk.splitlines(keepends=True))
        else:
            yield decoder.decode(chunk)


def _line(line: bytes, codec: str) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(codec, "replace")


def _tidied(text: str, newline: str | None, twice: bool) -> str:
    if newline == "\r":
        text = text.replace("\r", "\n")
    elif "\r" in text:
        text = text.replace("\r\n", "\n")
        text = re.sub("\r+\n", "\n", text).replace("\r", " ") if "\r" in text else text
    if twice:
        text = undone(text)
    return _CONTROL.sub(BROKEN, text) if _CONTROL.search(text) else text
