"""What happens to files on their way: bytes change, are lost, come twice."""

from __future__ import annotations

import io
import random
import re
from collections import Counter
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile

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
        _run,
        _long_cell,
        _wide_header,
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


def lines_of(content: bytes) -> list[bytes]:
    """The lines as they are numbered: a bare carriage return between two rows of the usual width ends the first."""
    lines = content.split(b"\n" if b"\n" in content else b"\r")
    parts = [part for part in re.split(rb"[\r\n]+", content) if part]
    widths = Counter((sign, _width(part, sign)) for part in parts for sign in (b";", b","))
    sign, width = max(widths, key=lambda usual: (widths[usual] if usual[1] else 0, usual[1]), default=(b";", 0))
    return [row for line in lines for row in (_rows(line, sign, width) if b"\r" in line[:-1] else [line])]


def _width(text: bytes, sign: bytes) -> int:
    return re.sub(rb'"[^"]*"', b"", text).count(sign)


def _rows(line: bytes, sign: bytes, width: int) -> list[bytes]:
    rows = [b""]
    for part in line.split(b"\r"):
        whole = _width(rows[-1], sign) == _width(part, sign) == width and rows[-1].count(b'"') % 2 == 0
        rows = [*rows, part] if whole else [*rows[:-1], rows[-1] + part]
    return rows


def _run(content: bytes, chance: random.Random) -> bytes:
    """One sign, or two, some thousand times in a row."""
    at = chance.randrange(len(content) + 1)
    signs = chance.choice((*NASTY, b"T", b"1,", b'";"', b"[", "\u0316".encode()))
    return content[:at] + signs * chance.choice((100, 5000, 60_000)) + content[at:]


def _long_cell(content: bytes, chance: random.Random) -> bytes:
    """A megabyte where a cell stands, on one line or on many."""
    lines = content.split(b"\n")
    at = chance.randrange(len(lines))
    cells = lines[at].split(b";")
    letters = chance.choice((b"a" * 1000, b"x y," * 250, b"a" * 999 + b"\n"))
    quote = chance.choice((b"", b'"'))
    cells[chance.randrange(len(cells))] = quote + letters * chance.choice((60, 1000)) + quote
    lines[at] = b";".join(cells)
    return b"\n".join(lines)


def _wide_header(content: bytes, chance: random.Random) -> bytes:
    """Hundreds of columns more: days, times or nothing."""
    header, feed, rest = content.partition(b"\n")
    sign = max((b";", b","), key=header.count)
    days = (f"{at % 28 + 1:02d}-{at // 28 % 12 + 1:02d}-{2020 + at // 336}" for at in range(chance.choice((60, 600))))
    more = chance.choice((list(days), ["minutter"] * 300, [""] * 3000))
    return sign.join((header.rstrip(b"\r"), *(name.encode() for name in more))) + feed + rest


def changed_member(content: bytes, member: str, chance: random.Random) -> bytes:
    """A workbook with a change in the XML of one of its parts: a letter, a number, an attribute, a whole element.

    Most changes of a single byte leave no XML, which only shows that it is refused.
    """
    file = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as before, ZipFile(file, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name)
            after.writestr(name, _changed_xml(text, chance) if name == member else text)
    return file.getvalue()


def _changed_xml(text: bytes, chance: random.Random) -> bytes:
    """Bytes change between the marks, or within one attribute."""
    for _ in range(chance.choice((1, 2, 3))):
        places = [
            at for at in range(len(text)) if text[at - 1 : at] in (b">", b"'", b'"') and text[at : at + 1].isalnum()
        ]
        at = chance.choice(places)
        text = text[:at] + chance.choice((b"", b"0", b"9", b"-", b"x", b" ", b"s")) + text[at + chance.randrange(2) :]
    return text
