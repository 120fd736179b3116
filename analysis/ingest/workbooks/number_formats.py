"""What a number in a cell is, by the format that shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from analysis.ingest.values.cells import HOUR_SPAN, MOMENT, NUMBER, SPAN
from analysis.ingest.values.dates import EPOCH_1904, EXCEL_EPOCH
from analysis.ingest.values.durations import unit_of
from analysis.ingest.workbooks.sheet_file import text_cell

DAY_MS = 24 * 3600 * 1000
FIRST_RECENT_DAY = 36526
"""1 January 2000: a time of day above this carries its date."""
LAST_DAY = 2_958_466
"""31 December 9999 and a day, in both of Excel's calendars late enough."""
MAX_CODE = 255
"""Excel writes no longer format."""
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|_.|\*.|\[[^\]]*\]|.')
"""A part of a format; the groups are what it shows as it stands."""
_PERSONAL = re.compile(r'0{6}[-\\" ]{1,5}0{4}(?!\d)')
"""Excel's own format for Danish personal numbers."""
_AROUND = " .:()"


class Shape(StrEnum):
    """What the format shows."""

    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    HOURS_MINUTES = "hours_minutes"
    """A time without seconds."""
    ELAPSED = "elapsed"
    PERCENT = "percent"


_BUILT_IN = {
    **dict.fromkeys((9, 10), Shape.PERCENT),
    **dict.fromkeys((*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)), Shape.DATE),
    **dict.fromkeys((18, 20, 32, 34), Shape.HOURS_MINUTES),
    **dict.fromkeys((19, 21, 33, 35, 45, 47), Shape.TIME),
    46: Shape.ELAPSED,
}


def shape_of(format_id: int, code: str | None) -> Shape:
    """The shape of a built-in or a written number format.

    >>> shape_of(164, "[h]:mm"), shape_of(164, 'dd\\\\-mm\\\\-yyyy'), shape_of(164, '0 "min"')
    (<Shape.HOURS_MINUTES: 'hours_minutes'>, <Shape.DATE: 'date'>, <Shape.NUMBER: 'number'>)
    """
    if code is None:
        return _BUILT_IN.get(format_id, Shape.NUMBER)
    bare = _LITERAL.sub("", code[:MAX_CODE].split(";")[0]).lower()
    if re.search(r"\[[hms]+\]", bare):
        return Shape.ELAPSED if "s" in bare or "[m" in bare else Shape.HOURS_MINUTES
    if re.search(r"[yd]|mmm", bare) or re.fullmatch(r"[^hs]*m[^hs]*", bare):
        return Shape.DATE if "general" not in bare and "standard" not in bare else Shape.NUMBER
    if re.search(r"h|s(?!tandard)", bare):
        return Shape.TIME if "s" in bare else Shape.HOURS_MINUTES
    return Shape.PERCENT if "%" in bare else Shape.NUMBER


@dataclass(frozen=True, slots=True)
class Format:
    """How a number is shown: its shape, the unit of time that is written behind it, and whether as a CPR number."""

    shape: Shape = Shape.NUMBER
    unit: str = ""
    is_personal: bool = False


def format_of(format_id: int, code: str | None) -> Format:
    """The format of a number, built in or written."""
    shape = shape_of(format_id, code)
    if not code or shape is not Shape.NUMBER:
        return Format(shape)
    return Format(shape, unit_in(code[:MAX_CODE]), bool(_PERSONAL.match(code)))


def unit_in(code: str) -> str:
    r"""The words of a number format that are units of time; a count of pieces has none.

    >>> unit_in('0.0" t"'), unit_in('0.0\\ "timer";[Red]-0.0\\ "timer"'), unit_in('0" stk."')
    ('t', 'timer', '')
    """
    shown = "".join(next(filter(None, match.groups()), "\0") for match in _TOKEN.finditer(code))
    words = (part.strip(_AROUND) for part in shown.split("\0"))
    return " ".join(dict.fromkeys(word for word in words if unit_of(word)))


def shown_words(text: str) -> str:
    """The units of time in a cell as it is shown: ``1,5 t``.

    >>> shown_words("1.250,5 min."), shown_words("12 stk")
    ('min', '')
    """
    words = (part.strip(_AROUND) for part in re.split(r"[-−\d.,\s]+", text))
    return " ".join(dict.fromkeys(word for word in words if unit_of(word)))


def number_cell(number: str, unit: str) -> str:
    """The cell's string for a number that is shown with a unit, or with none."""
    return NUMBER + f"{number} {unit}".rstrip()


def cell_of(text: str, shown: Format, is_1904: bool) -> str:
    """The cell's string for a stored number."""
    shape = shown.shape
    try:
        number = float(text)
    except ValueError:
        return text_cell(text)
    if not abs(number) < 1e15:
        return text_cell(text)
    if shape is Shape.PERCENT:
        return NUMBER + f"{number * 100:.15g}%"
    if shown.is_personal:
        return re.sub(r"(\d{4})$", r"-\1", f"{number:010.0f}")
    if shape is Shape.NUMBER:
        return number_cell(f"{number:.15g}", shown.unit)
    is_day = number >= (1 if shape is Shape.DATE else FIRST_RECENT_DAY)
    if is_day and shape is not Shape.ELAPSED and number < LAST_DAY:
        try:
            return MOMENT + _moment(number, EPOCH_1904 if is_1904 else EXCEL_EPOCH)
        except OverflowError:
            return text_cell(text)
    return (HOUR_SPAN if shape is Shape.HOURS_MINUTES else SPAN) + str(round(number * DAY_MS))


def _moment(serial: float, epoch: date) -> str:
    milliseconds = round(serial * DAY_MS)
    moment = datetime(epoch.year, epoch.month, epoch.day) + timedelta(milliseconds=milliseconds)
    return moment.date().isoformat() if milliseconds % DAY_MS == 0 else moment.isoformat(timespec="milliseconds")
