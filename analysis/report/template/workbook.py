"""The file to fill in as a workbook: the measuring sheet with drop-downs, the lists behind them, and a guide."""

from __future__ import annotations

import io
from datetime import datetime, time

import xlsxwriter
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.model.kinds import Measurement, Role
from analysis.report.template.content import MEASURED, TemplateWords, heading, prepared_rows, template_roles
from analysis.report.template.entry_rules import entry_rule
from analysis.report.template.looks import Looks
from analysis.report.template.name_lists import write_lists

ROOM = 2000
"""Rows below the prepared ones that have drop-downs and checks too."""
NARROWEST, WIDEST, GUIDE_WIDTH = 12, 45, 90
NOTHING_GUESSED = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""A name stays the text that it is, whatever it starts with."""
ADVICE = ("title", "rows", "dates", "names", "empty", "save")


def template_xlsx(plan_words: TemplateWords, measurement: Measurement, language: Language) -> bytes:
    """The prepared rows on the first sheet; the measured cells are marked and empty."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, **NOTHING_GUESSED}) as book:
        # the bytes depend on the project only, not on the moment
        book.set_properties({"created": datetime.combine(plan_words.first_day, time())})
        looks = Looks(book, language)
        measuring, lists, guide = (
            book.add_worksheet(text(language, f"template.sheet_{name}")) for name in ("measuring", "lists", "guide")
        )
        _write_rows(measuring, looks, plan_words, measurement)
        _set_rules(measuring, lists, looks, plan_words, measurement)
        _write_guide(guide, looks, measurement)
    return target.getvalue()


def _write_rows(sheet: Worksheet, looks: Looks, words: TemplateWords, measurement: Measurement) -> None:
    """The headings and the prepared rows, column by column."""
    rows = prepared_rows(words, measurement)
    for column, role in enumerate(template_roles(words, measurement)):
        head, names = heading(role, looks.language), [row.name(role) for row in rows]
        sheet.set_column(column, column, _width([head, *names]), looks.column(role))
        sheet.write_string(0, column, head, looks.heading)
        for row, name in enumerate(names, start=1):
            if role is Role.DATE:
                sheet.write_datetime(row, column, words.first_day, looks.column(role))
            elif role in MEASURED:
                sheet.write_blank(row, column, None, looks.to_fill_in)
            elif name:
                sheet.write_string(row, column, name, looks.column(role))
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _width(texts: list[str]) -> int:
    return min(max(NARROWEST, 2 + max(map(len, texts))), WIDEST)


def _set_rules(
    sheet: Worksheet, lists: Worksheet, looks: Looks, words: TemplateWords, measurement: Measurement
) -> None:
    """What Excel lets someone type in each column."""
    roles, last = template_roles(words, measurement), len(prepared_rows(words, measurement)) + ROOM
    choices = write_lists(lists, looks, words, roles)
    for column, role in enumerate(roles):
        source = next((choice.source for choice in choices if choice.role is role), None)
        if rule := entry_rule(role, source, looks.language):
            sheet.data_validation(1, column, last, column, rule)
    # employee numbers are names: no green triangles
    sheet.ignore_errors({"number_stored_as_text": xl_range(1, 0, last, len(roles) - 1)})


def _write_guide(sheet: Worksheet, looks: Looks, measurement: Measurement) -> None:
    """How to fill in the first sheet; one cell a row, so that nothing here looks like a table."""
    sheet.set_column(0, 0, GUIDE_WIDTH, looks.prose)
    title, *advice = (text(looks.language, f"template.guide.{part}") for part in ADVICE)
    sheet.write_string(0, 0, title, looks.title)
    for row, line in enumerate([text(looks.language, f"template.fill.{measurement}"), *advice], start=2):
        sheet.write_string(row, 0, line, looks.prose)
