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
from analysis.ingest.text.line_ends import HEAD_BYTES, without_returns
from analysis.ingest.values.cells import BROKEN

MAX_LINE = 1 << 16
LONGEST = 4 * (MAX_LINE + 1)
"""More bytes than any line can have that is short enough."""
DOS_END = b"\x1a"
"""What old systems write behind the last line, or on a line of its own."""
_END_LINES = re.compile(rb"(?<![^\r\n])\x1a[\x1a\r\n]*\Z")
_END_BYTES = 16
_NO_TEXT = b"\r\n" + DOS_END
_RETURNS_BEFORE_FEED = re.compile(rb"(?<!\r)\r++\n")
"""A run is looked at once: from its beginning, and without going back."""
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def whole_lines(path: Path, encoding: Encoding, beat: Beat = unheard) -> Iterator[bytes]:
    """The text in pieces of whole lines; only the last may lack its line feed."""
    rest = head = b""
    newline: bytes | None = None
    for piece in pieces(path, encoding, beat):
        text = rest[:LONGEST] + piece
        if newline is None or (len(text) > LONGEST and newline not in text):
            newline = _line_end(text, newline)
        head = head or text[:HEAD_BYTES]
        cut = _end_of_lines(text, newline) if newline else 0
        rest = text[cut:]
        if cut:
            yield _tidied(text[:cut], newline, head, encoding.twice)
    if rest.strip(_NO_TEXT):
        yield _tidied(rest.rstrip(DOS_END), newline, head, encoding.twice)


def _line_end(text: bytes, before: bytes | None) -> bytes | None:
    """What ends the lines of a text; a few returns within a very long line do not take the place of line feeds."""
    many = before is None or text.count(b"\r") > len(text) // MAX_LINE
    return b"\n" if b"\n" in text else b"\r" if b"\r" in text and many else before


def _end_of_lines(text: bytes, newline: bytes) -> int:
    """Behind the last whole line, but before a line that is nothing if the file ends with it."""
    cut = text.rfind(newline) + 1
    cut += text[cut : cut + 1] == b"\n"
    end = _END_LINES.search(text[max(cut - _END_BYTES, 0) : cut])
    return cut - len(end[0]) if end else cut


def pieces(path: Path, encoding: Encoding, beat: Beat = unheard) -> Iterator[bytes]:
    """The file's bytes as UTF-8, however they are written; a character that is cut off at the end is a broken one."""
    decoder = codecs.getincrementaldecoder(encoding.codec)("replace")
    for chunk in chunks(path, beat):
        if encoding.by_line:
            yield "".join(_line(line, encoding.codec) for line in chunk.splitlines(keepends=True)).encode()
        elif encoding.is_sound:
            yield chunk.removeprefix(codecs.BOM_UTF8)
        else:
            yield decoder.decode(chunk).encode()
    cut_off, _ = decoder.getstate()
    if cut_off.strip(_NO_TEXT):
        yield BROKEN.encode()


def _line(line: bytes, codec: str) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(codec, "replace")


def _tidied(text: bytes, newline: bytes | None, head: bytes, twice: bool) -> bytes:
    text = text.replace(b"\r\n", b"\n") if b"\r" in text else text
    if b"\r" in text:
        text = _RETURNS_BEFORE_FEED.sub(b"\n", text)
        text = text.replace(b"\r", b"\n") if newline == b"\r" else without_returns(text, head)
    if twice:
        text = undone(text.decode("utf-8", "replace")).encode()
    return _CONTROL.sub(BROKEN.encode(), text) if _has_controls(text) else text


def _has_controls(text: bytes) -> bool:
    """What the pattern would find, at the speed of memory."""
    letters = np.frombuffer(text, np.uint8)
    controls = np.count_nonzero(letters < 32) - np.count_nonzero(letters == 10)
    return bool(controls and controls > np.count_nonzero(letters == 9)) or b"\x7f" in text
