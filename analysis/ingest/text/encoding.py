"""Which alphabet the bytes of a text file are written in."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from analysis.ingest.options import OLD_ENCODINGS
from analysis.ingest.steps import Beat, unheard
from analysis.ingest.text.double_encoding import is_double

CHUNK_BYTES = 1 << 18
"""No more than fits into a processor's cache: every look at the bytes is at its fastest there."""
HEAD_BYTES = 1 << 16
LIKELIEST = OLD_ENCODINGS[0]
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DANISH = frozenset("æøåÆØÅ")
_PLAUSIBLE = frozenset("éÉèÈêÊëËüÜöÖäÄáÁíÍóÓúÚïÏîÎôÔòùûàÀçÇñÑõãßšŠžŽðÐþÞýÝ–—’‘“”…•™‰§°´·«»½¼¾€£©®\u00a0²³µ×÷±")
"""What Danish text holds beside its own letters; not Â and Ã, which are halves of UTF-8."""
_TEXT_BYTES = bytes({*range(32, 127), *range(128, 256), 9, 10, 13})
MIN_TEXT = 50
"""A text holds at least so many bytes of text for every control byte."""
_ASCII = bytes(range(128))
_UTF8_LEADS = (b"\xc2", b"\xc3", b"\xe2\x80")
"""What special letters in UTF-8 begin with; in the old alphabets no Danish text holds them."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How to decode the file.

    ``by_line`` tries UTF-8 first on every line; ``twice`` undoes UTF-8 that was once read as something else.
    ``is_sound`` is UTF-8 from the first byte to the last: there is nothing to decode.
    """

    codec: str
    by_line: bool = False
    twice: bool = False
    is_sound: bool = False


def chunks(path: Path, beat: Beat = unheard) -> Iterator[bytes]:
    """The file's bytes, a little at a time, cut behind a line feed where there is one."""
    rest, size = b"", path.stat().st_size
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            beat(min(file.tell() / size, 1.0))
            cut = chunk.rfind(b"\n") + 1 or len(chunk)
            yield rest + memoryview(chunk)[:cut]
            rest = chunk[cut:]
    if rest:
        yield rest


def is_binary(path: Path) -> bool:
    """Whether the beginning holds more control bytes than a text with a few broken cells."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if _wide_codec(head) or head.startswith(tuple(bom for bom, _ in _BOMS)):
        return False
    return len(head.translate(None, _TEXT_BYTES)) * MIN_TEXT > len(head)


def detect(path: Path, beat: Beat = unheard) -> Encoding | None:
    """The encoding, or nothing where several remain possible."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    known = next((codec for bom, codec in _BOMS if head.startswith(bom)), None) or _wide_codec(head)
    if known and known != "utf-8-sig":
        return Encoding(known)
    return _utf8(path, known or "utf-8", beat) or _single_byte(path, beat)


def _wide_codec(head: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, told by where the NULs stand."""
    pairs = len(head) // 2
    if pairs < 4 or b"\0" not in head:
        return None
    even, odd = head[0 : pairs * 2 : 2].count(0) / pairs, head[1 : pairs * 2 : 2].count(0) / pairs
    if min(even, odd) > 0.9:
        return None
    if min(even, odd) > 0.4 and max(even, odd) > 0.9:
        return "utf-32-le" if odd > even else "utf-32-be"
    if odd > 0.6 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.1 else None


def _utf8(path: Path, codec: str, beat: Beat) -> Encoding | None:
    """Nothing where the file is not UTF-8; a character cut off at the very end does not count."""
    decoder, twice = codecs.getincrementaldecoder("utf-8")(), False
    try:
        for chunk in chunks(path, beat):
            twice = is_double(decoder.decode(chunk)) or twice
    except UnicodeDecodeError:
        return None
    cut_off, _ = decoder.getstate()
    return Encoding(codec, twice=twice, is_sound=not cut_off)


def _single_byte(path: Path, beat: Beat) -> Encoding | None:
    """One codec for all lines, or UTF-8 where a line is that and one codec for the rest."""
    mixed = any(lead in chunk for chunk in chunks(path, beat) for lead in _UTF8_LEADS)
    special: Counter[int] = Counter()
    for chunk in chunks(path, beat):
        special.update((_without_utf8(chunk) if mixed else chunk).translate(None, _ASCII))
    codec = best_codec(special)
    return Encoding(codec, by_line=mixed) if codec else None


def _without_utf8(chunk: bytes) -> bytes:
    """The lines that are no UTF-8."""
    return b"\n".join(line for line in chunk.splitlines() if not line.isascii() and not _decodes(line))


def _decodes(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def best_codec(special: Counter[int]) -> str | None:
    """The codec in which the special bytes read as Danish; nothing where two readings are possible.

    >>> best_codec(Counter("måling på øen".encode("cp865").translate(None, _ASCII)))
    'cp865'
    """
    danish = {codec: count for codec in OLD_ENCODINGS if (count := _danish_letters(special, codec)) is not None}
    if not danish:
        return None
    best = max(danish.values())
    winners = [codec for codec in danish if danish[codec] == best]
    if best and danish.get(LIKELIEST) == 0:
        return None
    texts = {bytes(sorted(special)).decode(codec) for codec in winners}
    return winners[0] if len(texts) == 1 or not best and LIKELIEST in winners else None


def _danish_letters(special: Counter[int], codec: str) -> int | None:
    """How many special bytes are Danish letters; nothing where one is a sign that no such text holds."""
    letters = {bytes([byte]).decode(codec, "replace"): count for byte, count in special.items()}
    if not letters.keys() <= _DANISH | _PLAUSIBLE:
        return None
    return sum(count for letter, count in letters.items() if letter in _DANISH)
