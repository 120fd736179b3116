"""A cell as one string: text as written, or a workbook's typed value behind a tag that no text can hold."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

FIELD = "\x1f"
"""Stands between the fields of a cleaned line."""
RECORD, NEVER = "\x1e", "\x1d"
"""Neither occurs in a cleaned line."""
NUMBER, MOMENT, SPAN, HOUR_SPAN = "\x01", "\x02", "\x03", "\x07"
"""Tags of a workbook's values: a number, an ISO date (and time), milliseconds, milliseconds shown as hours:minutes.

Behind a number and a space stands the unit of time that its format shows: 1.5 is 1,5 t to whoever reads the sheet.
"""
FAULT, UNCALCULATED = "\x04", "\x05"
"""Tags of a workbook's faults: an Excel error, a formula whose result was never stored."""
UNBALANCED, OVERLONG = "\x06", "\x0e"
"""Marks of a faulty line, in place of its first field."""
SPANS = (SPAN, HOUR_SPAN)
TAGS = frozenset({NUMBER, MOMENT, *SPANS, FAULT, UNCALCULATED})
BROKEN = "�"
"""Stands for every byte that is no text."""

NULL_TOKENS = frozenset({"", "-", "–", "—", "n/a", "N/A", "NA", "null", "NULL"})
_EXCEL_ERROR = re.compile(
    r"#(?:N/A|I/T|VALUE!|VÆRDI!|DIV/0!|DIVISION/0!|REF!|REFERENCE!|NAME\?|NAVN\?|NUM!|NULL!|NUL!|SPILL!|OVERLØB!|CALC!"
    r"|BEREGN!|GETTING_DATA|HENTER_DATA|FIELD!|FELT!|BLOCKED!|BLOKERET!|UNKNOWN!|CONNECT!|BUSY!|#+)",
    re.IGNORECASE,
)
_WRAPPED = re.compile(r'=" ?([^"]*?) ?"')
"""How exports keep Excel from reading a text as a number."""
_NO_TIME = re.compile(r"(?:T00:00(?::00)?)?(?:\.0+)?$")
_PROTECTED = re.compile(r"\s*'(?=[=+\-@\t\r])")
"""How exports, ours among them, keep Excel from reading a text as a formula."""
MAX_COMPOSED = 1000
"""No name is longer, and putting thousands of accents on one letter takes the square of their number."""
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")


def squeeze(text: str) -> str:
    """The text with composed letters, single spaces and nothing invisible; the text of ``="0123"`` is 0123."""
    composed = unicodedata.normalize("NFC", text) if len(text) <= MAX_COMPOSED else text
    squeezed = " ".join(_INVISIBLE.sub("", composed).split())
    wrapped = _WRAPPED.fullmatch(squeezed)
    return wrapped[1] if wrapped else squeezed


def unescaped(text: str) -> str:
    """The text with a browser's entities as the letters they stand for; numbers that are no letters stay."""
    try:
        return unescape(text)
    except ValueError:
        return text


def unprotected(text: str) -> str:
    """The text without the apostrophe that keeps it from becoming a formula.

    >>> unprotected("'- heraf hastesager"), unprotected("'t Hooft")
    ('- heraf hastesager', "'t Hooft")
    """
    return _PROTECTED.sub("", text, count=1) if _PROTECTED.match(text) else text


def plain(text: str) -> str:
    """The text without stray spaces; a tagged value as it is."""
    return text if text[:1] in TAGS else squeeze(text)


def stored(text: str) -> str:
    """What a number's cell holds, without its tag and without the unit that its format shows.

    >>> stored(NUMBER + "1.5 t"), stored(NUMBER + "1.5")
    ('1.5', '1.5')
    """
    return text.removeprefix(NUMBER).partition(" ")[0]


def is_null(text: str) -> bool:
    """Whether the cell says that it has no value."""
    return squeeze(text) in NULL_TOKENS


def is_nothing(text: str) -> bool:
    """Whether the cell has no value, or zero as its value."""
    value = stored(text) if text.startswith(NUMBER) else plain(text)
    return is_null(text) or not value.lstrip("".join(TAGS)).strip("0:.,")


def is_excel_error(text: str) -> bool:
    """Whether the cell is an error of Excel, in Danish or English."""
    return text.startswith(FAULT) or (text.strip().startswith("#") and bool(_EXCEL_ERROR.fullmatch(text.strip())))


MOST_SHOWN = 80


def caption(text: str) -> str:
    """The cell as an analyst would recognise it.

    >>> caption(SPAN + "5400000"), caption(MOMENT + "2026-01-12T00:00:00")
    ('1:30:00', '2026-01-12')
    """
    if text.startswith(SPANS):
        seconds = int(text[1:]) // 1000
        return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    if text.startswith(MOMENT):
        text = _NO_TIME.sub("", text, count=1).replace("T", " ")
    return squeeze(re.sub("[\x00-\x1f]", " ", text))
