"""Cutting a block of faultless lines into fields, at the speed of memory."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from analysis.ingest.cells import FIELD

_QUOTE, _LINE_FEED, _FIELD = b'"\n' + FIELD.encode()
Places = NDArray[np.intp]


def cut(text: bytes, delimiter: str) -> bytes | None:
    """Whole lines with ``FIELD`` between the fields and no quotation marks around them.

    Nothing where a quotation mark is more than that: every quoted field must stand between two separators, hold no
    mark and no line feed, and be only a part of its line.
    """
    sign = delimiter.encode()
    fields = text.replace(sign, FIELD.encode())
    if b'"' not in text or len(sign) > 1:
        return fields
    letters = np.frombuffer(text, np.uint8)
    marks = np.flatnonzero(letters == _QUOTE)
    if len(marks) % 2 or not text.endswith(b"\n"):
        return None
    # the first letter's neighbour is the last: a line feed
    before, behind = letters[marks[::2] - 1], letters[marks[1::2] + 1]
    stops = np.flatnonzero((letters == sign[0]) | (letters == _LINE_FEED))
    passed = np.searchsorted(stops, marks)
    holds = passed[::2] < passed[1::2]
    held = stops[_between(len(stops), passed[::2][holds], passed[1::2][holds])]
    whole_lines = holds & (before == _LINE_FEED) & (behind == _LINE_FEED)
    apart = all(((side == sign[0]) | (side == _LINE_FEED)).all() for side in (before, behind))
    if not apart or whole_lines.any() or (letters[held] == _LINE_FEED).any():
        return None
    written = np.frombuffer(bytearray(fields), np.uint8)
    written[held] = sign[0]
    return bytes(written[letters != _QUOTE])


def has_empty_line(text: bytes) -> bool:
    """Whether two line feeds stand side by side."""
    feeds = np.frombuffer(text, np.uint8) == _LINE_FEED
    return bool((feeds[1:] & feeds[:-1]).any())


def _between(stops: int, first: Places, last: Places) -> NDArray[np.bool_]:
    """Which of so many places lie between a first (itself too) and its last."""
    opens, closes = np.zeros((2, stops + 1), np.int8)
    opens[first] = 1
    closes[last] = 1
    return (opens - closes).cumsum(dtype=np.int8)[:stops] > 0
