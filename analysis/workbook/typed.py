"""What people type in cells, understood: dates as text, decimal commas, choices in any case and either language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.workbook.cells import Content
from analysis.workbook.columns import Holds
from analysis.workbook.faults import CellRule, Wrong
from analysis.workbook.names import tidy

DAY_FIRST = re.compile(r"(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4})")
YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
THOUSANDS = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?")
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
YES = {"x", "true", "sand", "1", "✓"}
NO = {"false", "falsk", "0"}
MOST_PARTS = 10.0
"""A share above is a percentage that was typed in a cell without a percentage's format."""


def as_text(cell: Content) -> str:
    """What a cell says, as one would read it aloud."""
    if isinstance(cell, (datetime, date)):
        return f"{cell:%d-%m-%Y}"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return "" if cell is None else str(cell).replace("\r\n", "\n").strip()


def one_line(cell: Content) -> str:
    return " ".join(as_text(cell).split())


def as_day(cell: Content) -> date | Wrong:
    """
    >>> as_day("1.3.2026"), as_day("01-03-2026 "), as_day("2026-03-01") == date(2026, 3, 1)
    (datetime.date(2026, 3, 1), datetime.date(2026, 3, 1), True)
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    typed = as_text(cell)
    first, last = DAY_FIRST.fullmatch(typed), YEAR_FIRST.fullmatch(typed)
    if not first and not last:
        return Wrong(CellRule.NOT_A_DATE)
    numbers = [int(part) for part in (first or last).groups()]  # type: ignore[union-attr]
    year, month, day = reversed(numbers) if first else numbers
    try:
        return date(year, month, day)
    except ValueError:
        return Wrong(CellRule.NOT_A_DATE)


def as_number(cell: Content) -> float | Wrong:
    """
    >>> as_number("1.450,5"), as_number("0,85"), as_number("3.5"), as_number("mange")
    (1450.5, 0.85, 3.5, Wrong(rule=<CellRule.NOT_A_NUMBER: 'not_a_number'>, words=''))
    """
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return float(cell)
    typed = re.sub(r"[\s\u00a0]", "", as_text(cell)).replace("\u2212", "-")
    if THOUSANDS.fullmatch(typed):
        typed = typed.replace(".", "")
    return float(typed.replace(",", ".")) if NUMBER.fullmatch(typed) else Wrong(CellRule.NOT_A_NUMBER)


def as_whole(cell: Content) -> int | Wrong:
    number = as_number(cell)
    if isinstance(number, Wrong):
        return number
    return int(number) if number.is_integer() else Wrong(CellRule.NOT_WHOLE)


def as_share(cell: Content) -> float | Wrong:
    """
    >>> as_share(0.85), as_share("85 %"), as_share("85"), as_share(85), as_share("0,85")
    (0.85, 0.85, 0.85, 0.85, 0.85)
    """
    typed = as_text(cell).rstrip(" \u00a0")
    if isinstance(cell, str) and typed.endswith("%"):
        number = as_number(typed[:-1])
        return number if isinstance(number, Wrong) else number / 100
    number = as_number(cell)
    if isinstance(number, Wrong):
        return number
    return number / 100 if number > (1 if isinstance(cell, str) else MOST_PARTS) else number


def as_yes_no(cell: Content) -> bool | Wrong:
    if isinstance(cell, bool):
        return cell
    typed = tidy(as_text(cell))
    if typed in YES | {tidy(text(language, "choice.yes_no.yes")) for language in Language}:
        return True
    is_no = typed in NO | {tidy(text(language, "choice.yes_no.no")) for language in Language}
    return False if is_no else Wrong(CellRule.NOT_YES_NO)


def as_words(cell: Content) -> tuple[str, ...]:
    """Names apart by semicolons or lines.

    >>> as_words("Scan; Fordel;Opret sag")
    ('Scan', 'Fordel', 'Opret sag')
    """
    parts = (" ".join(part.split()) for part in re.split(r"[;\n]", as_text(cell)))
    return tuple(part for part in parts if part)


READERS: Mapping[Holds, Callable[[Content], object]] = {
    Holds.TEXT: one_line,
    Holds.PROSE: as_text,
    Holds.WHOLE: as_whole,
    Holds.NUMBER: as_number,
    Holds.PERCENT: as_share,
    Holds.DATE: as_day,
    Holds.YES_NO: as_yes_no,
    Holds.WORDS: as_words,
}
"""The sorts of cells that can be understood without the rest of the workbook."""
