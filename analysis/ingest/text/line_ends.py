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
    outside = _QUOTED.sub(b"", line)
    parts = [part for part in outside.split(b"\r") if part]
    sound = Counter(part.count(separator) for part in parts if b'"' not in part)
    alike = {width for width, number in sound.items() if 2 * number > len(parts)}
    return (UsualRow(separator, count) for count in {outside.count(separator)} | alike if count)


def _width(text: bytes, separator: bytes) -> int:
    """How many separators stand outside pairs of quotation marks."""
    return _QUOTED.sub(b"", text).count(separator)


def _begins_row(text: bytes, usual: UsualRow) -> bool:
    """Whether the text has a row's separators, all of them or those before a mark that opens its last field."""
    outside = sum(part.count(usual.separator) for part in text.split(b'"')[::2])
    return usual.count in (outside, _width(text, usual.separator))


def _parted(line: bytes, usual: UsualRow | None) -> bytes:
    """A carriage return ends a row that has all its separators and marks, where another such row begins."""
    parts = line.split(b"\r")
    if not usual:
        return b" ".join(parts)
    ends = (b"\n" if is_end else b" " for is_end in _ends(parts, usual))
    return parts[0] + b"".join(end + part for end, part in zip(ends, parts[1:], strict=True))


def _ends(parts: list[bytes], usual: UsualRow) -> Iterator[bool]:
    """Whether a row ends behind each part but the last."""
    alone = [_width(part, usual.separator) == usual.count for part in parts]
    # among many rows a stray mark costs its own only
    many = len(parts) >= MANY_ROWS and 2 * sum(alone) > len(parts)
    width = marks = 0
    for at, part in enumerate(parts[:-1]):
        pieces = part.split(b'"')
        width += sum(piece.count(usual.separator) for piece in pieces[marks % 2 :: 2])
        marks += len(pieces) - 1
        is_whole = (width == usual.count and marks % 2 == 0) or (many and alone[at])
        is_end = is_whole and _begins_row(parts[at + 1], usual)
        width, marks = (0, 0) if is_end else (width, marks)
        yield is_end
