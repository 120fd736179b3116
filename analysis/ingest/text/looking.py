"""Looking through all of a file for personal numbers, whatever is read of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from analysis.ingest.text.encoding import Encoding
from analysis.ingest.text.whole_lines import pieces
from analysis.ingest.values.cells import unescaped
from analysis.ingest.values.cpr import is_cpr_like
from analysis.ingest.values.long_numbers import has_long_numbers

OVERLAP = 4096
"""What holds together is not longer: the runs of one text, with what says how they look."""
_EDGE = b"0123456789 -./"
_BETWEEN_RUNS = re.compile(
    r"</?(?:\w+:)?(?:span|b|i|u|em|strong|font)\b[^<>]*>"
    r"|</(?:\w+:)?t></(?:\w+:)?r><(?:\w+:)?r\b[^<>]*>(?:(?!</?(?:\w+:)?t\b).)*<(?:\w+:)?t\b[^<>]*>",
    re.DOTALL,
)
"""The markup within one text of which parts look different."""
_MARKS = (b"&", b"r><", b"span", b"<b>", b"<i>", b"<u>", b"<em", b"<strong", b"<font")
"""Where none of these stands, what is seen is what stands there."""
_LOW_BYTES = bytes(ord("-") if 16 <= byte < 22 else byte for byte in range(256))
"""The first of the two bytes of a letter; those of long dashes are control characters by themselves."""
_IDENTIFIERS = re.compile(
    r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|0x[0-9A-Fa-f]+"
    r'|\b(?:axId|creationId|rowId|colId)\s+val="\d+"'
)
"""What programs number their own parts with, at random."""


def holds_personal_numbers(path: Path, encoding: Encoding) -> bool:
    """Whether anything in a text file looks like such a number, however long its lines are."""
    return any(map(is_personal, overlapping(pieces(path, encoding))))


def overlapping(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The bytes in windows of which one holds each number whole."""
    rest = b""
    for chunk in chunks:
        text = rest + chunk
        whole = text.rstrip(_EDGE)
        yield whole
        rest = whole[-OVERLAP:].lstrip(_EDGE) + text[len(whole) :]
    yield rest


def is_personal(window: bytes) -> bool:
    """Whether something in these bytes looks like a personal number, in whatever way they are text."""
    return any(is_cpr_like(text) and is_cpr_like(_IDENTIFIERS.sub("", text)) for text in _readings(window))


def _readings(window: bytes) -> Iterator[str]:
    """The bytes as text: as they stand, in two bytes a letter, and as a browser or Excel shows them."""
    if has_long_numbers(window):
        yield window.decode("cp1252" if b"\0" in window else "utf-8", "replace")
    for start in (0, 1) if b"\0" in window else ():
        if has_long_numbers(window[start::2].translate(_LOW_BYTES)):
            yield window[start:].decode("utf-16-le", "replace")
    if any(mark in window for mark in _MARKS):
        seen = unescaped(_BETWEEN_RUNS.sub("", window.decode("utf-8", "replace")))
        if has_long_numbers(seen.encode()):
            yield seen
