"""How the cells of the workbook look, in the colours of the charts."""

from __future__ import annotations

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from analysis.charts.theme import AFTER, GRID, ZONE
from analysis.language import Language
from analysis.model.kinds import Role
from analysis.report.template.content import MEASURED

DATE_FORMATS = {Language.DANISH: "dd-mm-yyyy", Language.ENGLISH: "yyyy-mm-dd"}


class Looks:
    """The formats of one workbook, written in one language."""

    def __init__(self, book: Workbook, language: Language) -> None:
        self.language = language
        self.heading: Format = book.add_format({"bold": True, "font_color": "white", "bg_color": AFTER})
        self.to_fill_in: Format = book.add_format({"bg_color": ZONE, "border": 1, "border_color": GRID})
        self.title: Format = book.add_format({"bold": True, "font_size": 14, "font_color": AFTER})
        self.prose: Format = book.add_format({"text_wrap": True, "valign": "top"})
        self._day: Format = book.add_format({"num_format": DATE_FORMATS[language], "align": "left"})
        self._name: Format = book.add_format({"num_format": "@"})

    def column(self, role: Role) -> Format | None:
        """Days as days, names as text so that 007 stays 007, numbers as Excel shows them."""
        if role in MEASURED:
            return None
        return self._day if role is Role.DATE else self._name
