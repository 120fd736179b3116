"""Which sheets hold the registrations, and what they share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.ingest.codes import Refusal, Warn
from analysis.ingest.layout.layout import Column, Constant, Fault, Layout
from analysis.ingest.layout.sheet_layout import holds_registrations, sheet_layout
from analysis.ingest.layout.sheet_names import Found, copied_sheets, is_person, miscalled_sheets
from analysis.ingest.layout.sheets import Cleaned, Sheet, first_rows
from analysis.ingest.layout.spelling import normal
from analysis.ingest.layout.template_sheets import is_of_template
from analysis.ingest.layout.words_of_kinds import PERIOD_WORDS, PERIODS
from analysis.ingest.options import ReadOptions
from analysis.ingest.values.cells import squeeze
from analysis.ingest.values.cpr import MASK
from analysis.model.kinds import Role
from analysis.model.upload import Doubt

_NO_DATA = re.compile(
    r"(?i)\b(?:eksemp\w*|skabelon|vejledning|example|template|kladde|draft|kopi|copy|backup|gam(?:mel|le|melt)|old|uddrag"
    r"|pivot|oversigt|opsummering|samment\w+|samlet|total|i alt|sum|summary|gennemsnit)\b"
)
"""Words of sheets that repeat or sum up what other sheets hold, or show how to fill one."""


@dataclass(frozen=True, slots=True)
class Finds:
    """The tables of the file, alike in what their columns mean, and what is doubtful about the choice."""

    tables: tuple[Found, ...]
    doubts: tuple[Doubt, ...]


def find_tables(cleaned: Cleaned, options: ReadOptions) -> Finds | Fault:
    """The sheets that hold registrations, or why none (or not all) of them can be read."""
    found = _find(cleaned, options)
    if isinstance(found, Fault) and found.reason is Refusal.SEVERAL_SHEETS:
        return replace(found, sheets=tuple(sheet.name or "" for sheet in cleaned.sheets))
    return found


def _find(cleaned: Cleaned, options: ReadOptions) -> Finds | Fault:
    looked = [(sheet, sheet_layout(first_rows(sheet), options)) for sheet in cleaned.sheets]
    if all(isinstance(layout, Fault) and layout.reason is Refusal.NO_HEADER for _, layout in looked):
        looked = [(sheet, sheet_layout(first_rows(sheet), options, is_thin=True)) for sheet in cleaned.sheets]
    found = [Found(sheet, layout) for sheet, layout in looked if isinstance(layout, Layout)]
    faults = [layout for _, layout in looked if isinstance(layout, Fault) and layout.reason is not Refusal.NO_HEADER]
    tables = [table for table in found if len(table.layout.absent) <= 1]
    if faults or not tables:
        return faults[0] if faults else _nothing(found, [fault for _, fault in looked if isinstance(fault, Fault)])
    headless = [sheet for sheet, layout in looked if isinstance(layout, Fault)]
    continued = [sheet for sheet in headless if holds_registrations(first_rows(sheet), options.measurement)]
    doubtful = len(tables) > 1 and not options.sheets and any(_NO_DATA.search(one.sheet.name or "") for one in tables)
    if doubtful or continued:
        return _several(continued or [table.sheet for table in tables])
    miscalled = [] if options.sheets else miscalled_sheets(tables)
    if miscalled:
        return _several([one.sheet for one in miscalled])
    named = _with_employees(tables, options)
    return named if isinstance(named, Fault) else _alike(named, _left_out(cleaned.sheets, tables))


def _left_out(sheets: Sequence[Sheet], tables: Sequence[Found]) -> int:
    """How many sheets are not read; those that only help to fill in our template are none that anybody misses."""
    read = {table.sheet.path for table in tables}
    return sum(sheet.path not in read and not is_of_template(sheet.name, first_rows(sheet)) for sheet in sheets)


def _nothing(found: Sequence[Found], headless: Sequence[Fault]) -> Fault:
    """No sheet is a table of registrations: what the nearest one lacks."""
    if not found:
        return next((fault for fault in headless if fault.columns), Fault(Refusal.NO_HEADER))
    return _missing(min((table.layout for table in found), key=lambda layout: len(layout.absent)))


def _missing(layout: Layout) -> Fault:
    """What is not there; where only the day is lacking, a column of months may seem to be one."""
    periods = tuple(header for header in layout.headers if normal(header) in PERIOD_WORDS)
    if periods and layout.absent == (Role.DATE,):
        return Fault(Refusal.DAY_MISSING, periods, layout.absent, columns=layout.matches)
    found = tuple(filter(None, layout.headers))
    return Fault(Refusal.MISSING_COLUMN, found, layout.absent, columns=layout.matches)


def _several(sheets: Sequence[Sheet]) -> Fault:
    return Fault(Refusal.SEVERAL_SHEETS, tuple(sheet.name or "" for sheet in sheets))


def _alike(tables: Sequence[Found], left_out: int) -> Finds | Fault:
    """Tables whose columns mean the same, with the doubts about sheets and constants."""
    if len({_meaning(table.layout) for table in tables}) > 1:
        return _several([table.sheet for table in tables])
    by_sheet = sum(table.layout.constant(Role.EMPLOYEE) is not None for table in tables)
    by_answer = sum(table.layout.constant(Role.WORKFLOW) is not None for table in tables)
    counted = (
        (Warn.SHEET_LEFT_OUT, left_out),
        (Warn.EMPLOYEE_FROM_SHEET, by_sheet),
        (Warn.WORKFLOW_FROM_ANSWER, by_answer),
    )
    return Finds(tuple(tables), tuple(Doubt(code, number) for code, number in counted if number))


def _with_employees(found: Sequence[Found], options: ReadOptions) -> list[Found] | Fault:
    """Every table complete: the sheet's name is the employee where all sheets are named for one."""
    incomplete = [table for table in found if table.layout.absent]
    if not incomplete:
        return list(found)
    if len(incomplete) < len(found):
        return _several([table.sheet for table in incomplete])
    names = [squeeze(table.sheet.name or "") for table in found]
    by_sheet = all(table.layout.absent == (Role.EMPLOYEE,) for table in found) and all(names)
    told = options.sheets_are is Role.EMPLOYEE
    if by_sheet and not told and (copies := copied_sheets(found)):
        return _several([one.sheet for one in copies])
    if not by_sheet or not (told or (len(found) > 1 and all(is_person(name) for name in names))):
        return _missing(incomplete[0].layout)
    if any(MASK in name for name in names):
        return Fault(Refusal.CPR_IN_NEEDED_COLUMN, missing=(Role.EMPLOYEE,))
    return [_named(table, name) for table, name in zip(found, names, strict=True)]


def _named(table: Found, name: str) -> Found:
    constants = (*table.layout.constants, Constant(Role.EMPLOYEE, name))
    return replace(table, layout=replace(table.layout, constants=constants))


def _meaning(layout: Layout) -> tuple[object, ...]:
    """What must be equal for the rows of two sheets to be read as one table."""
    timed = (Role.DURATION, Role.HOURS, Role.MINUTES, Role.START, Role.END)
    times = sorted(
        (column.role, column.match.unit or "", column.match.clock or "", column.match.order or "", _span(column))
        for column in layout.columns
        if column.role in (*timed, Role.DATE)
    )
    return (layout.wide, tuple(times), layout.tool)


def _span(column: Column) -> str:
    """How long the dates of a column stand for, where its name tells it."""
    return PERIODS.get(normal(column.header), "")
