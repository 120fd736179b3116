"""What is written in a cell for a value of the plan, and whether a cell still says what was written."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from analysis.language import Language
from analysis.language.catalogue import catalogue, text
from analysis.language.sentences import choice_word, round_name
from analysis.workbook.columns import Column, Holds
from analysis.workbook.names import SEPARATOR, Names
from analysis.workbook.vocabulary import POINTS

Content = str | float | bool | date | None
"""What a cell holds; nothing is ``None``."""
LONGEST = 32_767
"""Excel's limit for a cell, in units of UTF-16."""
FIRST_YEAR = 1901
"""Dates before are no dates to Excel, or others than they look."""
CUT = " […]"


def content(column: Column, value: Any, names: Names) -> Content:
    """The cell for a value."""
    if value is None or value == "":
        return None
    if column.holds is Holds.DATE:
        return value if value.year >= FIRST_YEAR else str(value.isoformat())
    if column.holds in (Holds.WHOLE, Holds.NUMBER, Holds.PERCENT):
        return float(value)
    return shortened(words(column, value, names)) or None


def words(column: Column, value: Any, names: Names) -> str:
    language = names.language
    if column.holds is Holds.YES_NO:
        return text(language, "choice.yes_no.yes" if value else "choice.yes_no.no")
    if column.holds is Holds.CHOICE:
        return choice_word(value, language)
    if column.holds is Holds.LINK and column.target:
        return names.label(column.target, value)
    if column.holds is Holds.LINKS and column.target:
        return SEPARATOR.join(names.label(column.target, one) for one in value)
    if column.holds is Holds.WORDS:
        return SEPARATOR.join(value)
    if column.holds is Holds.ROUND:
        return round_name(value, language)
    if column.holds is Holds.SUBJECT:
        return names.subject(value)
    return point_words(value, language) if column.holds is Holds.POINT else str(value)


def point_words(point: str, language: Language) -> str:
    """A point of a checklist in words; one that is no more by its code."""
    return catalogue(language).get(f"{POINTS}{point}", point)


def shortened(written: str) -> str:
    """What a cell can hold of a text."""
    units = written.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return written
    return units[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", "ignore") + CUT


def is_shortened(written: Content) -> bool:
    return isinstance(written, str) and len(written) > LONGEST // 2 and written.endswith(CUT)


def cells_of(columns: tuple[Column, ...], values: Mapping[str, Any], names: Names) -> dict[str, Content]:
    """The cells of a row by the columns' names, empty ones left out."""
    cells = {column.name: content(column, values.get(column.name), names) for column in columns}
    return {name: cell for name, cell in cells.items() if cell is not None}


def is_same(read: Content, written: Content) -> bool:
    """Whether a cell still says what was written in it, white space at the ends and 15 digits apart.

    >>> is_same("Anne ", "Anne"), is_same(0.85, 0.8500000000000001), is_same(None, "Anne")
    (True, True, False)
    """
    if isinstance(read, str) or isinstance(written, str):
        return plain(read) == plain(written)
    if isinstance(read, (int, float)) and isinstance(written, (int, float)):
        return math.isclose(read, written, rel_tol=1e-12, abs_tol=1e-300)
    return read == written


def plain(cell: Content) -> Content:
    """Text without what spreadsheets do to it: the ends of lines and white space at the ends."""
    if not isinstance(cell, str):
        return cell
    lines = cell.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "_xFFFE_").replace("\uffff", "_xFFFF_")
    return lines.strip() or None


def as_date(cell: Content) -> Content:
    """A moment is its day."""
    return cell.date() if isinstance(cell, datetime) else cell
