"""The whole lines of a text file as UTF-8: line feeds only, no control characters, double encoding undone."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from analysis.ingest.steps import Beat, unheard
from analysis.ingest.text.double_encoding import undone
from analysis.ingest.text.encoding import Encoding, chunks
from analysis.ingest.values.cells import BROKEN

MAX_LINE = 1 << 16
LONGEST = 4 * (MAX_LINE + 1)
"""More bytes than any line can have that is short enough."""
MANY_ROWS = 4
"""Fewer carriage returns in a line are an accident, and the line is one faulty row."""
DOS_END = b"\x1a"
"""What old systems write behind the last line."""
_SEPARATORS = (b";", b"\t", b",", b"|")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def whole_lines(path: Path, encoding: Encoding, beat: Beat = unheard) -> Iterator[bytes]:
    """The text in pieces of whole lines; only the last may lack its line feed."""
    rest = b""
    newline: bytes | None = None
    for piece in _pieces(path, encoding, beat):
        text = rest[:LONGEST] + piece
        newline = newline or (b"\n" if b"\n" in text else b"\r" if b"\r" in text else None)
        cut = text.rfind(newline) + 1 if newline else 0
        rest = text[cut:]
        if cut:
            yield _tidied(text[:cut], newline, encoding.twice)
    rest = rest.rstrip(DOS_END)
    if rest:
        yield _tidied(rest, newline, encoding.twice)


def _pieces(path: Path, encoding: Encoding, beat: Beat) -> Iterator[bytes]:
    """The file's bytes as UTF-8, however they are written."""
    decoder = codecs.getincrementaldecoder(encoding.codec)("replace")
    for chunk in chunks(path, beat):
        if encoding.by_line:
            yield "".join(_line(line, encoding.codec) for line in chunk.splitlines(keepends=True)).encode()
        elif encoding.is_sound:
            yield chunk.removeprefix(codecs.BOM_UTF8)
        else:
            yield decoder.decode(chunk).encode()


def _line(line: bytes, codec: str) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(codec, "replace")


def _tidied(text: bytes, newline: bytes | None, twice: bool) -> bytes:
    if newline == b"\r":
        text = text.replace(b"\r", b"\n")
    elif b"\r" in text:
        text = text.replace(b"\r\n", b"\n")
        text = re.sub(rb"[^\n]*\r[^\n]*", _parted, re.sub(b"\r+\n", b"\n", text)) if b"\r" in text else text
    if twice:
        text = undone(text.decode()).encode()
    return _CONTROL.sub(BROKEN.encode(), text) if _has_controls(text) else text


def _parted(line: re.Match[bytes]) -> bytes:
    """Rows of a Macintosh among others, told by equally many separators; else a line break within a cell."""
    parts = line[0].split(b"\r")
    counts = ({part.count(sign) for part in parts if part} for sign in _SEPARATORS)
    alike = len(parts) >= MANY_ROWS and any(len(count) == 1 and max(count) > 1 for count in counts)
    return (b"\n" if alike else b" ").join(parts)


def _has_controls(text: bytes) -> bool:
    """What the pattern would find, at the speed of memory."""
    letters = np.frombuffer(text, np.uint8)
    controls = np.count_nonzero(letters < 32) - np.count_nonzero(letters == 10)
    return bool(controls and controls > np.count_nonzero(letters == 9)) or b"\x7f" in text
