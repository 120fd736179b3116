"""UTF-8 that was once read in another alphabet and written as UTF-8 again: found, and undone."""

from __future__ import annotations

import re

from analysis.ingest.options import OLD_ENCODINGS
from analysis.ingest.values.cells import BROKEN


def _garbled(codec: str) -> str:
    """What a Danish letter or a dash in UTF-8 looks like when read in the codec."""
    lead, tails = b"\xc3".decode(codec), "".join(bytes([byte]).decode(codec, "ignore") for byte in range(0x80, 0xC0))
    return f"{re.escape(lead)}[{re.escape(tails)}\x80-\x9f]|{re.escape(bytes((0xE2, 0x80)).decode(codec))}"


GARBLED = re.compile("|".join(_garbled(codec) for codec in OLD_ENCODINGS))
_LEADS = tuple(b"\xc3".decode(codec) for codec in OLD_ENCODINGS)
"""What every Danish letter in doubly encoded UTF-8 begins with; none of them occurs in Danish text."""


def is_double(text: str) -> bool:
    """Whether special letters of UTF-8 text are the bytes of UTF-8 that was read as something else."""
    return any(lead in text for lead in _LEADS)


def undone(text: str) -> str:
    """The text without double encoding; a line that cannot be undone exactly is marked as broken.

    >>> undone("M\u00c3\u00a5ling")
    'M\u00e5ling'
    """
    if not GARBLED.search(text):
        return text
    return "\n".join(_undone(line) if GARBLED.search(line) else line for line in text.split("\n"))


def _undone(line: str) -> str:
    repaired = (_reread(line, codec) for codec in OLD_ENCODINGS)
    return next((text for text in repaired if text), None) or GARBLED.sub(BROKEN, line)


def _reread(line: str, codec: str) -> str | None:
    """The line as UTF-8, if it is the bytes of UTF-8 read in the codec (where C1 controls stand for gaps)."""
    try:
        return b"".join(letter.encode("latin-1" if "\x80" <= letter <= "\x9f" else codec) for letter in line).decode()
    except UnicodeError:
        return None
