"""What happens to files on their way: bytes change, are lost, come twice."""

from __future__ import annotations

import random
from collections.abc import Callable

NASTY = (b'"', b";", b",", b".", b"\n", b"\r", b"\0", b"-", b"1", b"\xc3", b"\xe6", b"\xff", b"=", b" ")


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The content after one to four accidents."""
    accidents: list[Callable[[bytes, random.Random], bytes]] = [
        changed_byte,
        _insertion,
        gap,
        _copy,
        _swap,
        _separators,
        _end,
    ]
    for _ in range(chance.choice((1, 1, 2, 4))):
        content = chance.choice(accidents)(content, chance)
    return content


def changed_byte(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]


def _insertion(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(NASTY) + content[at + chance.randrange(2) :]


def gap(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + content[at + chance.randrange(150) :]


def _copy(content: bytes, chance: random.Random) -> bytes:
    at, start = chance.randrange(len(content) + 1), chance.randrange(len(content) + 1)
    return content[:at] + content[start : start + chance.randrange(90)] + content[at:]


def _swap(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _separators(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    at = chance.randrange(len(lines))
    lines[at] = lines[at].replace(b";", chance.choice((b",", b"\t", b";;", b"")))
    return b"\n".join(lines)


def _end(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) // 2, len(content) + 1)]
