"""What a number in a cell is, by the format that shows it."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from enum import StrEnum

from analysis.ingest.cells import MOMENT, NUMBER, SPAN
from analysis.ingest.dates import EPOCH_1904, EXCEL_EPOCH

DAY_MS = 24 * 3600 * 1000
FIRST_RECENT_DAY = 36526
"""1 January 2000: a time of day above this carries its date."""
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)


class Shape(StrEnum):
    """What the format shows."""

    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    ELAPSED = "elapsed"
    PERCENT = "percent"


_BUILT_IN = {
    **dict.fromkeys((9, 10), Shape.PERCENT),
    **dict.fromkeys((*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)), Shape.DATE),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 47), Shape.TIME),
    46: Shape.ELAPSED,
}


def shape_of(format_id: int, code: str | None) -> Shape:
    """The shape of a built-in or a written number format.

    >>> shape_of(164, "[h]:mm"), shape_of(164, 'dd\\\\-mm\\\\-yyyy'), shape_of(164, '0 "min"')
    (<Shape.ELAPSED: 'elapsed'>, <Shape.DATE: 'date'>, <Shape.NUMBER: 'number'>)
    """
    if code is None:
        return _BUILT_IN.get(format_id, Shape.NUMBER)
    bare = _LITERAL.sub("", code.split(";")[0]).lower()
    if re.search(r"\[[hms]+\]", bare):
        return Shape.ELAPSED
    if re.search(r"[yd]|mmm", bare) or re.fullmatch(r"[^hs]*m[^hs]*", bare):
        return Shape.DATE if "general" not in bare and "standard" not in bare else Shape.NUMBER
    if re.search(r"h|s(?!tandard)", bare):
        return Shape.TIME
    return Shape.PERCENT if "%" in bare else Shape.NUMBER


def cell_of(text: str, shape: Shape, is_1904: bool) -> str:
    """The cell's string for a stored number."""
    try:
        number = float(text)
    except ValueError:
        return text
    if not abs(number) < 1e15:
        return text
    if shape is Shape.PERCENT:
        return f"{number * 100:.15g}%"
    if shape is Shape.NUMBER or number < 0:
        return SPAN + str(round(number * DAY_MS)) if shape is Shape.ELAPSED else NUMBER + f"{number:.15g}"
    has_day = number >= 1 and (shape is Shape.DATE or number >= FIRST_RECENT_DAY)
    if shape is Shape.ELAPSED or not has_day or number > 2_958_465:
        return SPAN + str(round(number * DAY_MS))
    return MOMENT + _moment(number, EPOCH_1904 if is_1904 else EXCEL_EPOCH)


def _moment(serial: float, epoch: date) -> str:
    milliseconds = round(serial * DAY_MS)
    moment = datetime(epoch.year, epoch.month, epoch.day) + timedelta(milliseconds=milliseconds)
    return moment.date().isoformat() if milliseconds % DAY_MS == 0 else moment.isoformat(timespec="milliseconds")
