"""Rows that end with a bare carriage return among others, told from line breaks within a cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

_SEPARATORS = (b";", b"\t", b",", b"|")
_QUOTED = re.compile(rb'"[^"]*"')
MANY_ROWS = 4
HEAD_BYTES = 1 << 14
"""What rows usually look like is told by so much of the file."""


@dataclass(frozen=True, slots=True)
class UsualRow:
    """What most rows of a text have: so many of one separator."""

    separator: bytes
    count: int


def without_returns(text: bytes, head: bytes) -> bytes:
    """The text with a line feed for every bare carriage return between two rows as in the head, else with a space."""
    usual = _usual_row(head)
    return b"\n".join(_parted(line, usual) if b"\r" in line else line for line in text.split(b"\n"))


def _usual_row(head: bytes) -> UsualRow | None:
    """The row that most lines are, or are several of."""
    lines = head.replace(b"\r\n", b"\n").split(b"\n")
    # the last one may be cut off
    votes = Counter(row for line in lines[:-1] or lines for sign in _SEPARATORS for row in _readings(line, sign))
    # lines of two rows each could also be rows twice as wide
    narrow = [_most_frequent({row: votes[row] for row in votes if row.separator == sign}) for sign in _SEPARATORS]
    return max((row for row in narrow if row), key=lambda row: votes[row] * row.count, default=None)


def _most_frequent(votes: dict[UsualRow, int]) -> UsualRow | None:
    """Of equals the one with the fewest separators."""
    return max(votes, key=lambda row: (votes[row], -row.count), default=None)


def _readings(line: bytes, separator: bytes) -> Iterator[UsualRow]:
    """The line as one row, and as several of which most are alike."""
    parts = [part for part in line.split(b"\r") if part]
    sound = Counter(_width(part, separator) for part in parts if part.count(b'"') % 2 == 0)
    alike = {width for width, number in sound.items() if 2 * number > len(parts)}
    return (UsualRow(separator, count) for count in {_width(line, separator)} | alike if count)


def _width(text: bytes, separator: bytes) -> int:
    """How many separators stand outside quotation marks."""
    return _QUOTED.sub(b"", text).count(separator)


def _parted(line: bytes, usual: UsualRow | None) -> bytes:
    """A carriage return ends a row that has all its separators and marks, where another such row begins."""
    parts = line.split(b"\r")
    if not usual:
        return b" ".join(parts)
    widths = [_width(part, usual.separator) for part in parts]
    # among many rows a stray mark costs its own only
    many = len(parts) >= MANY_ROWS and 2 * widths.count(usual.count) > len(parts)
    written, width, marks = parts[:1], 0, 0
    for at, part in enumerate(parts[1:]):
        width, marks = width + widths[at], marks + parts[at].count(b'"')
        ends = width == usual.count == widths[at + 1] and (many or marks % 2 == 0)
        width, marks = (0, 0) if ends else (width, marks)
        written += [b"\n" if ends else b" ", part]
    return b"".join(written)
