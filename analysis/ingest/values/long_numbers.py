"""A first look for personal numbers at the speed of memory: most files need no closer one."""

from __future__ import annotations

import re

import numpy as np

_SIGNS = bytes(
    ord("1") if 48 <= byte < 58 else byte if byte == ord(".") else ord("-" if byte in b"- /" or byte > 127 else ";")
    for byte in range(256)
)
"""Digits, what may part them (any byte of a long dash or space among it), and the rest."""
_LONG = (b"1" * 9, b"11111-1111", b"11-11-11-1111", b"11.11.11-1111")
_WIDE = re.compile(rb"\xef\xbc[\x90-\x99](?:\xef\xbc[\x90-\x99]){3}")
"""The wide digits of Asian keyboards."""
_UNUSUAL = (0xC2, 0xE2, 0xEF)
"""What long dashes, fixed spaces and wide digits begin with, and no Danish letter."""
_LONGEST_GAP = 3
_LONGEST = 16
"""More letters than 25.12.48 with four digits behind it."""
_BLOCK = 1 << 15
"""So many letters at a time: larger arrays are new pages of memory each, which take longer than the arithmetic."""
_PARTS = np.array([byte in b" .-/" or byte > 127 for byte in range(256)])
"""What may part the pairs of such a number; a line end or a separator of fields does not."""


def has_long_numbers(text: bytes) -> bool:
    """Whether the UTF-8 text holds as many digits together, or apart by dashes and spaces, as a personal number."""
    return _may_have(text) and (_has_shape(text) or _WIDE.search(text) is not None)


def _has_shape(text: bytes) -> bool:
    signs = text.translate(_SIGNS)
    while b"--" in signs:
        signs = signs.replace(b"--", b"-")
    return any(number in signs for number in _LONG)


def _may_have(text: bytes) -> bool:
    """Whether five digits stand side by side, as in no date and few amounts, or four behind three pairs."""
    if any(byte in text for byte in _UNUSUAL):
        return True
    letters = np.frombuffer(text, np.uint8)
    return any(_has_digits(letters[at : at + _BLOCK + _LONGEST]) for at in range(0, len(letters), _BLOCK))


def _has_digits(letters: np.ndarray) -> bool:
    digits = letters - np.uint8(ord("0")) < 10
    pairs = digits[1:] & digits[:-1]
    fours = pairs[2:] & pairs[:-2]
    return bool((fours[1:] & fours[:-1]).any()) or _has_four_behind_pairs(letters, digits, fours)


def _has_four_behind_pairs(letters: np.ndarray, digits: np.ndarray, fours: np.ndarray) -> bool:
    """Whether four digits stand behind 25.12.48 or 25 12 48, with a gap of few letters; a year of four is no pair."""
    pairs, most = digits[1:] & digits[:-1], len(digits) - 8
    if most <= 0:
        return False
    three = pairs[:most] & pairs[3 : most + 3]
    three &= pairs[6 : most + 6]
    first = np.flatnonzero(three > digits[8:])
    first = first[_PARTS[letters[first + 2]] & _PARTS[letters[first + 5]]]
    gaps = (first + 8 + gap for gap in range(1, _LONGEST_GAP + 1))
    return any(bool(fours[behind[behind < len(fours)]].any()) for behind in gaps)
