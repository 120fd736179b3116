"""The first sheet: how the workbook is used in five lines, and the way to the other sheets."""

from __future__ import annotations

from xlsxwriter.workbook import Workbook

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.workbook.definition import Sheet
from analysis.workbook.looks import Looks

LINES = ("rows", "choices", "remove", "keep", "back")
FIRST_LINE = 3
WIDTH = 110


def write_guide(book: Workbook, looks: Looks, project: str, language: Language) -> None:
    sheet = book.add_worksheet(text(language, "workbook.sheet.guide"))
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, WIDTH, looks.prose)
    sheet.write_string(0, 0, text(language, "workbook.guide.title"), looks.title)
    sheet.write_string(1, 0, project, looks.table)
    for row, line in enumerate(LINES, start=FIRST_LINE):
        sheet.write_string(row, 0, text(language, f"workbook.guide.{line}"), looks.prose)
    for row, each in enumerate(Sheet, start=FIRST_LINE + len(LINES) + 1):
        link = f"internal:'{text(language, f'workbook.sheet.{each}')}'!A1"
        sheet.write_url(row, 0, link, string=text(language, f"workbook.full.{each}"))
