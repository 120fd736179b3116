"""Dates in every way Danish and English files write them; the order is decided from all distinct values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from analysis.ingest.options import DateOrder
from analysis.ingest.values.cells import MOMENT, NUMBER, squeeze

MAX_LENGTH = 80
"""No date is longer; looking for a time of day in a longer text would take the square of its length."""
FIRST, LAST = date(2000, 1, 1), date(2035, 12, 31)
EXCEL_EPOCH, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_MONTH_NAMES = (
    ("jan", "januar", "january"),
    ("feb", "februar", "february"),
    ("mar", "marts", "march"),
    ("apr", "april"),
    ("maj", "may"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("aug", "august"),
    ("sep", "sept", "september"),
    ("okt", "oct", "oktober", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names}
_WEEKDAY = re.compile(
    r"^(?:(?:(?:man|tirs|ons|tors|fre|lør|søn)(?:dag)?|tir|tor|ma|ti|on|to|fr|lø|sø"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\b\.?,? *)?(?:d(?:en\b|\.) *)?",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:[ T,]+(?:kl\.? ?)?)\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?"
    r"(?P<zone> ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$",
    re.IGNORECASE,
)
NUMERIC = re.compile(r"(\d{1,4}) ?([-./ ]) ?(\d{1,2}) ?([-./ ]) ?(\d{1,4})")
_DAY_FIRST = re.compile(r"(\d{1,2})\.?[ -]*([a-zæøå]{3,9})\.?,?[ -]*(\d{4}|\d{2})", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.IGNORECASE)
_ISO_WEEK = re.compile(r"(\d{4})-?W(\d{2})-?([1-7])")
DASHES = str.maketrans("‐‑‒–−", "-----")
_SERIAL = re.compile(r"([345]\d{4})(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How a column writes dates; ``order`` is ``None`` where no value needs one."""

    order: DateOrder | None
    epoch: date = EXCEL_EPOCH
    is_assumed: bool = False
    """The order comes from the tool that made the file."""


def without_time(text: str) -> str:
    """The date part: no weekday before, no time behind."""
    if text.startswith(MOMENT) or len(text) > MAX_LENGTH:
        return text
    return _TIME.sub("", _WEEKDAY.sub("", squeeze(text).translate(DASHES), count=1)).strip()


def has_zone(text: str) -> bool:
    """Whether the value names a time zone."""
    match = _TIME.search(squeeze(text)) if len(text) <= MAX_LENGTH else None
    return bool(match and match["zone"])


def form_of(text: str) -> str:
    """A name for the way a date is written, to tell mixed columns."""
    if text.startswith((MOMENT, NUMBER)):
        return text[0]
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", lambda m: "4" if len(m[0]) == 4 else "1", without_time(text)))


def is_serial(text: str) -> bool:
    """Whether the value is a day number of Excel."""
    return bool(_SERIAL.fullmatch(text.removeprefix(NUMBER)))


def parse_date(text: str, style: DateStyle) -> date | None:
    """The date, or nothing where the value is none between 2000 and 2035.

    >>> parse_date("mandag den 5. januar 2026", DateStyle(None))
    datetime.date(2026, 1, 5)
    """
    found = _any_date(text, style) if len(text) <= MAX_LENGTH else None
    return found if found and FIRST <= found <= LAST else None


def _any_date(text: str, style: DateStyle) -> date | None:
    if text.startswith(MOMENT):
        return date.fromisoformat(text[1:11])
    plain = without_time(text)
    serial = _SERIAL.fullmatch(plain.removeprefix(NUMBER))
    if serial:
        return style.epoch + timedelta(days=int(serial[1]))
    return _compact(plain) or _numeric(plain, style.order) or _named(plain) or _week(plain)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _compact(text: str) -> date | None:
    """Eight digits: year first or year last, of which at most one lies between 2000 and 2035."""
    text = text.removeprefix(NUMBER)
    if not re.fullmatch(r"\d{8}", text):
        return None
    first = _valid(int(text[:4]), int(text[4:6]), int(text[6:]))
    return first if first and first >= FIRST else _valid(int(text[4:]), int(text[2:4]), int(text[:2]))


def _numeric(text: str, order: DateOrder | None) -> date | None:
    match = NUMERIC.fullmatch(text)
    if not match:
        return None
    parts = (match[1], match[3], match[5])
    if len(match[1]) == 4 and match[1].startswith("00"):
        return None
    if len(match[1]) == 4:
        return _valid(int(parts[0]), int(parts[1]), int(parts[2])) if len(match[5]) <= 2 else None
    if len(match[1]) == 3 or len(match[5]) in (1, 3) or match[5].startswith("00") and len(match[5]) > 2:
        return None
    return _ordered(parts, order or DateOrder.DMY)


def _ordered(parts: tuple[str, str, str], order: DateOrder) -> date | None:
    one, two, three = (int(part) for part in parts)
    if order is DateOrder.YMD:
        return _valid(one, two, three) if len(parts[0]) == 2 and len(parts[2]) == 2 else None
    return _valid(three, two, one) if order is DateOrder.DMY else _valid(three, one, two)


def _named(text: str) -> date | None:
    match = _DAY_FIRST.fullmatch(text)
    if match and match[2].lower() in MONTHS:
        return _valid(int(match[3]), MONTHS[match[2].lower()], int(match[1]))
    match = _MONTH_FIRST.fullmatch(text)
    if match and match[1].lower() in MONTHS:
        return _valid(int(match[3]), MONTHS[match[1].lower()], int(match[2]))
    return None


def _week(text: str) -> date | None:
    match = _ISO_WEEK.fullmatch(text)
    if not match:
        return None
    try:
        return date.fromisocalendar(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
