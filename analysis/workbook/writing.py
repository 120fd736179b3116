"""The plan as a workbook: a sheet for each of the paper's, tables beneath each other, ready to be filled in."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from analysis.language import Language
from analysis.language.catalogue import catalogue, text
from analysis.planning import Plan
from analysis.workbook.cells import content
from analysis.workbook.choosing import Choosing
from analysis.workbook.columns import Column
from analysis.workbook.definition import TABLES, Part, Sheet, Table
from analysis.workbook.grid import MARK
from analysis.workbook.guide import write_guide
from analysis.workbook.looks import WIDTHS, Looks, write_cell
from analysis.workbook.mark import mark_of
from analysis.workbook.names import Names, names_of
from analysis.workbook.rows import Row, rows_of
from analysis.workbook.vocabulary import heading, lines, title_of

NOTHING_GUESSED = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""Text stays the text that it is, whatever it starts with."""
FIRST_TABLE_ROW = 3
NUMBER_WIDTH = 6


def plan_workbook(plan: Plan, language: Language, at: datetime) -> bytes:
    """The whole plan, as an .xlsx file; ``at`` is the moment that it shows."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, **NOTHING_GUESSED}) as book:
        book.set_properties({"created": at.replace(tzinfo=None), "title": plan.project.name})
        Writer(book, plan, language).write((*mark_of(plan, at).lines, *lines(language)))
    return target.getvalue()


@dataclass(frozen=True, slots=True)
class Placed:
    """A table with its first and last row for things, spare rows counted."""

    table: Table
    sheet: str
    rows: tuple[Row, ...]
    title: int

    @property
    def first(self) -> int:
        return self.title + 2

    @property
    def last(self) -> int:
        return self.first + max(len(self.rows) + self.table.spare_rows, 1) - 1


@dataclass(slots=True)
class Writer:
    """One workbook on its way to a file."""

    book: Workbook
    plan: Plan
    language: Language
    looks: Looks = field(init=False)
    names: Names = field(init=False)

    def __post_init__(self) -> None:
        self.looks = Looks(self.book, self.language)
        self.names = names_of(self.plan, self.language)

    def write(self, mark: Sequence[str]) -> None:
        write_guide(self.book, self.looks, self.plan.project.name, self.language)
        placed = self._placed()
        sheets = {sheet: self.book.add_worksheet(self._sheet_name(sheet)) for sheet in Sheet}
        hidden = self.book.add_worksheet(MARK)
        hidden.hide()
        for row, line in enumerate(mark):
            hidden.write_string(row, 0, line)
        choosing = Choosing(hidden, self.names, {part: self._range(each) for part, each in placed.items()})
        for sheet, worksheet in sheets.items():
            self._write_sheet(
                worksheet, sheet, [each for each in placed.values() if each.table.sheet is sheet], choosing
            )

    def _sheet_name(self, sheet: Sheet) -> str:
        return text(self.language, f"workbook.sheet.{sheet}")

    def _placed(self) -> Mapping[Part, Placed]:
        """Where each table stands: below the one before, a row between them."""
        free = dict.fromkeys(Sheet, FIRST_TABLE_ROW)
        placed = {}
        for table in TABLES:
            rows = rows_of(self.plan, table.part)
            placed[table.part] = each = Placed(table, self._sheet_name(table.sheet), rows, free[table.sheet])
            free[table.sheet] = each.last + 2
        return placed

    def _range(self, placed: Placed) -> str:
        """The names in a table, spare rows included: what a link can be chosen from."""
        return f"='{placed.sheet}'!$B${placed.first + 1}:$B${placed.last + 1}"

    def _say(self, key: str) -> str:
        return text(self.language, f"workbook.{key}")

    def _write_sheet(self, sheet: Worksheet, name: Sheet, tables: Sequence[Placed], choosing: Choosing) -> None:
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.write_string(0, 0, self._say(f"full.{name}"), self.looks.title)
        sheet.write_string(1, 0, self._say(f"about.{name}"), self.looks.about)
        self._set_widths(sheet, tables)
        if len(tables) == 1:
            sheet.freeze_panes(tables[0].first, 2)
            sheet.repeat_rows(tables[0].title + 1)
        else:
            sheet.freeze_panes(0, 2)
        for placed in tables:
            self._write_table(sheet, placed, choosing)

    def _set_widths(self, sheet: Worksheet, tables: Sequence[Placed]) -> None:
        """Tables beneath each other share their columns: the widest need counts."""
        sheet.set_column(0, 0, NUMBER_WIDTH)
        for place in range(1, 1 + max(len(each.table.columns) for each in tables)):
            columns = [each.table.columns[place - 1] for each in tables if place <= len(each.table.columns)]
            sheet.set_column(place, place, max(WIDTHS[column.holds] for column in columns))

    def _write_table(self, sheet: Worksheet, placed: Placed, choosing: Choosing) -> None:
        sheet.write_string(placed.title, 0, title_of(placed.table.part, self.language), self.looks.table)
        sheet.write_string(placed.title + 1, 0, self._say("number"), self.looks.number_heading)
        sheet.write_comment(placed.title + 1, 0, self._say("number_note"))
        for place, column in enumerate(placed.table.columns, start=1):
            self._write_heading(sheet, placed.title + 1, place, column)
            choosing.set_rule(sheet, placed.first, placed.last, place, column)
        for at, row in enumerate(placed.rows, start=placed.first):
            self._write_row(sheet, at, placed.table, row)
        for at in range(placed.first + len(placed.rows), placed.last + 1):
            sheet.write_blank(at, 0, None, self.looks.number)
            for place, column in enumerate(placed.table.columns, start=1):
                sheet.write_blank(at, place, None, self.looks.cell(column))

    def _write_heading(self, sheet: Worksheet, row: int, place: int, column: Column) -> None:
        sheet.write_string(row, place, heading(column, self.language), self.looks.heading)
        note = catalogue(self.language).get(f"field.{column.label}_help")
        if note:
            sheet.write_comment(row, place, note, {"x_scale": 2})

    def _write_row(self, sheet: Worksheet, at: int, table: Table, row: Row) -> None:
        if row.number is None:
            sheet.write_blank(at, 0, None, self.looks.number)
        else:
            sheet.write_number(at, 0, row.number, self.looks.number)
        for place, column in enumerate(table.columns, start=1):
            is_key = table.is_grid and column.name in table.key
            look = self.looks.cell(column, is_key=is_key)
            write_cell(sheet, at, place, content(column, row.values.get(column.name), self.names), look)
