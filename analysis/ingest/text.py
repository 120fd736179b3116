"""The decoded lines of a text file: line feeds only, no control characters, double encoding undone."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from analysis.ingest.cells import BROKEN
from analysis.ingest.encoding import CANDIDATES, MOJIBAKE, Encoding, chunks

MAX_LINE = 1 << 16
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def decoded(path: Path, encoding: Encoding) -> Iterator[str]:
    """The text in pieces of whole lines; only the last may lack its line feed."""
    rest = ""
    newline: str | None = None
    for piece in _pieces(path, encoding):
        text = rest[: MAX_LINE + 1] + piece
        newline = newline or ("\n" if "\n" in text else "\r" if "\r" in text else None)
        cut = text.rfind(newline) + 1 if newline else 0
        rest = text[cut:]
        if cut:
            yield _tidied(text[:cut], newline, encoding.twice)
    if rest:
        yield _tidied(rest, newline, encoding.twice)


def _pieces(path: Path, encoding: Encoding) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding.codec)("replace")
    for chunk in chunks(path):
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
    if twice and MOJIBAKE.search(text):
        text = undone(text)
    return _CONTROL.sub(BROKEN, text) if _CONTROL.search(text) else text


def undone(text: str) -> str:
    """The text without double encoding; a line that cannot be undone exactly is marked as broken.

    >>> undone("MÃ¥ling")
    'Måling'
    """
    return "\n".join(_undone(line) if MOJIBAKE.search(line) else line for line in text.split("\n"))


def _undone(line: str) -> str:
    repaired = (_reread(line, codec) for codec in CANDIDATES)
    return next((text for text in repaired if text), None) or MOJIBAKE.sub(BROKEN, line)


def _reread(line: str, codec: str) -> str | None:
    """The line as UTF-8, if it is the bytes of UTF-8 read in the codec (where C1 controls stand for gaps)."""
    try:
        return b"".join(letter.encode("latin-1" if "\x80" <= letter <= "\x9f" else codec) for letter in line).decode()
    except UnicodeError:
        return None
