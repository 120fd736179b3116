"""How the cells of the framework workbook look, in the colours of the product."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from analysis.language import Language
from analysis.workbook.cells import Content
from analysis.workbook.columns import Column, Holds

BLUE, INK, PALE, LINE, GREY, GREY_TEXT = "#12436D", "#1F2A33", "#E9EFF5", "#C9D2D9", "#EEF1F3", "#8A9299"
DATE_FORMATS = {Language.DANISH: "dd-mm-yyyy", Language.ENGLISH: "yyyy-mm-dd"}
CELL = {"valign": "top", "border": 1, "border_color": LINE, "font_color": INK}
WIDTHS: Mapping[Holds, int] = {
    Holds.TEXT: 32,
    Holds.PROSE: 48,
    Holds.WHOLE: 14,
    Holds.NUMBER: 14,
    Holds.PERCENT: 13,
    Holds.DATE: 14,
    Holds.YES_NO: 11,
    Holds.CHOICE: 24,
    Holds.LINK: 32,
    Holds.LINKS: 36,
    Holds.WORDS: 28,
    Holds.ROUND: 20,
    Holds.SUBJECT: 40,
    Holds.POINT: 60,
}


class Looks:
    """The formats of one workbook."""

    def __init__(self, book: Workbook, language: Language) -> None:
        self.title: Format = book.add_format({"bold": True, "font_size": 16, "font_color": BLUE})
        self.table: Format = book.add_format({"bold": True, "font_size": 12, "font_color": BLUE})
        self.about: Format = book.add_format({"font_color": "#4A555D", "italic": True})
        self.prose: Format = book.add_format({"text_wrap": True, "valign": "top", "font_color": INK})
        head = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "border_color": LINE}
        self.heading: Format = book.add_format({**head, "font_color": "white", "bg_color": BLUE})
        self.number_heading: Format = book.add_format({**head, "font_color": GREY_TEXT, "bg_color": GREY})
        self.number: Format = book.add_format({**CELL, "font_color": GREY_TEXT, "bg_color": GREY})
        self._words: Format = book.add_format({**CELL, "text_wrap": True, "num_format": "@"})
        self._key: Format = book.add_format({**CELL, "text_wrap": True, "num_format": "@", "bg_color": PALE})
        self._others: Mapping[Holds, Format] = {
            Holds.DATE: book.add_format({**CELL, "num_format": DATE_FORMATS[language], "align": "left"}),
            Holds.PERCENT: book.add_format({**CELL, "num_format": "0.##%"}),
            Holds.WHOLE: book.add_format({**CELL, "num_format": "#,##0"}),
            Holds.NUMBER: book.add_format({**CELL, "num_format": "#,##0.##"}),
        }

    def cell(self, column: Column, *, is_key: bool = False) -> Format:
        """Text is text whatever it starts with; what is written for the reader beforehand is pale."""
        return self._key if is_key else self._others.get(column.holds, self._words)


def write_cell(sheet: Worksheet, row: int, column: int, cell: Content, look: Format) -> None:
    if cell is None:
        sheet.write_blank(row, column, None, look)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, datetime.combine(cell, time()), look)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell, look)
    else:
        sheet.write_number(row, column, cell, look)
