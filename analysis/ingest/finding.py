"""Which sheets hold the registrations, and what they share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.ingest.cells import is_null, plain, squeeze
from analysis.ingest.codes import Refusal, Warn
from analysis.ingest.cpr import is_cpr_like
from analysis.ingest.durations import kind_of
from analysis.ingest.header import ENOUGH_ROLES, header_row, is_day, roles_in
from analysis.ingest.layout import Constant, Fault, Layout, Rows
from analysis.ingest.options import ReadOptions
from analysis.ingest.sheets import Cleaned, Sheet, first_rows
from analysis.ingest.synonyms import match_header
from analysis.ingest.times import with_slots
from analysis.ingest.wide import layout_at
from analysis.model.upload import Doubt, Role

_INITIALS = re.compile(r"[A-ZÆØÅ]{2,5}\d{0,3}")
_PERSON = re.compile(r"[A-ZÆØÅ][a-zæøåéüö]+(?:[ -][A-ZÆØÅ][a-zæøåéüö]+)+")
_NO_PERSON = re.compile(r"(?i)\b(?:team|afdeling|gruppe|kontor|center|ark|sheet|uge|data|total|i alt|samlet)\b")
_TITLE = re.compile(r"(?i)(?:medarbejder|medarbejderens navn|initialer|employee) ?:? *(.*)")


@dataclass(frozen=True, slots=True)
class Found:
    """A sheet with the layout of its table."""

    sheet: Sheet
    layout: Layout


@dataclass(frozen=True, slots=True)
class Finds:
    """The tables of the file, alike in what their columns mean, and what is doubtful about the choice."""

    tables: tuple[Found, ...]
    doubts: tuple[Doubt, ...] = ()


def find_tables(cleaned: Cleaned, options: ReadOptions) -> Finds | Fault:
    """The sheets that hold registrations, or why none (or not all) of them can be read."""
    looked = [(sheet, _layout(sheet, options)) for sheet in cleaned.sheets]
    found = [Found(sheet, layout) for sheet, layout in looked if isinstance(layout, Layout) and _is_table(layout)]
    faults = [layout for _, layout in looked if isinstance(layout, Fault)]
    serious = [fault for fault in faults if fault.reason is not Refusal.NO_HEADER]
    headless = [sheet for sheet, layout in looked if isinstance(layout, Fault) and _holds_rows(first_rows(sheet))]
    if found and headless and not serious:
        return Fault(Refusal.SEVERAL_SHEETS, tuple(sheet.name or "" for sheet in headless))
    if serious or not found:
        return _worst(serious, [layout for _, layout in looked if isinstance(layout, Layout)])
    named = _with_employees(found, options)
    if isinstance(named, Fault):
        return named
    if len({_meaning(table.layout) for table in named}) > 1:
        return Fault(Refusal.SEVERAL_SHEETS, tuple(table.sheet.name or "" for table in named))
    left_out = len(looked) - len(found)
    doubts = (Doubt(Warn.SHEET_LEFT_OUT, left_out),) if left_out else ()
    if any(table.layout.constant(Role.EMPLOYEE) for table in named):
        doubts += (Doubt(Warn.EMPLOYEE_FROM_SHEET, len(named)),)
    if any(table.layout.constant(Role.WORKFLOW) for table in named):
        doubts += (Doubt(Warn.WORKFLOW_FROM_ANSWER, len(named)),)
    return Finds(tuple(named), doubts)


def _layout(sheet: Sheet, options: ReadOptions) -> Layout | Fault:
    """The sheet's layout, with the constants that its title or the answers give."""
    rows = first_rows(sheet)
    at = header_row(rows, options)
    if at is None:
        return Fault(Refusal.NO_HEADER)
    layout = layout_at(rows, at, options)
    if isinstance(layout, Fault):
        return layout
    if any(len(roles_in(row)) >= ENOUGH_ROLES for row in rows[: max(layout.header_row - 2, 0)]) or _is_data(
        rows, layout
    ):
        return Fault(Refusal.SEVERAL_TABLES)
    layout = with_slots(layout)
    constants = []
    if Role.WORKFLOW in layout.absent and options.default_workflow:
        constants.append(Constant(Role.WORKFLOW, options.default_workflow))
    if Role.EMPLOYEE in layout.absent and (name := _titled(rows[: layout.header_row - 1])):
        constants.append(Constant(Role.EMPLOYEE, name))
    return replace(layout, constants=tuple(constants))


def _is_data(rows: Rows, layout: Layout) -> bool:
    """Whether a row above the header holds a date and a time where the table has them, as after sorting."""
    dates, times = layout.of(Role.DATE), layout.of(Role.DURATION)
    above = rows[: layout.header_row - 1]
    return bool(dates and times) and any(
        len(row) > max(dates[0].index, times[0].index)
        and is_day(row[dates[0].index])
        and kind_of(plain(row[times[0].index])) != "other"
        for row in above
    )


def _holds_rows(rows: Rows) -> bool:
    """Whether a sheet without a header looks like the continuation of another: rows with a date and a number."""
    dated = [row for row in rows if any(is_day(cell) for cell in row)]
    return sum(any(kind_of(plain(cell)) != "other" for cell in row) for row in dated) >= ENOUGH_ROLES


def _titled(rows: Rows) -> str | None:
    """The employee that a title such as ``Medarbejder: ABJ`` names."""
    for row in rows:
        filled = [squeeze(cell) for cell in row if not is_null(cell)]
        match = _TITLE.fullmatch(filled[0]) if 1 <= len(set(filled)) <= 2 else None
        name = match[1] or (filled[-1] if len(filled) > 1 else "") if match else ""
        if name and not match_header(name):
            return name
    return None


def _is_table(layout: Layout) -> bool:
    """Whether at most one needed role is missing: less is a summary or a list of something else."""
    return len(layout.absent) <= 1


def _worst(faults: Sequence[Fault], layouts: Sequence[Layout]) -> Fault:
    """The fault that tells most: an open question, a missing column, no header."""
    if faults:
        return faults[0]
    if not layouts:
        return Fault(Refusal.NO_HEADER)
    nearest = min(layouts, key=lambda layout: len(layout.absent))
    return _missing(nearest)


def _missing(layout: Layout) -> Fault:
    return Fault(Refusal.MISSING_COLUMN, tuple(filter(None, layout.headers)), layout.absent)


def _with_employees(found: Sequence[Found], options: ReadOptions) -> list[Found] | Fault:
    """Every table complete: the sheet's name is the employee where all sheets are named for one."""
    incomplete = [table for table in found if table.layout.absent]
    if not incomplete:
        return list(found)
    names = [squeeze(table.sheet.name or "") for table in found]
    by_sheet = all(table.layout.absent == (Role.EMPLOYEE,) for table in found) and all(names)
    told = options.sheets_are is Role.EMPLOYEE
    if not by_sheet or not (told or (len(found) > 1 and all(_is_person(name) for name in names))):
        return _missing(incomplete[0].layout)
    if any(is_cpr_like(name) for name in names):
        return Fault(Refusal.CPR_IN_NEEDED_COLUMN, missing=(Role.EMPLOYEE,))
    return [
        replace(table, layout=replace(table.layout, constants=(*table.layout.constants, Constant(Role.EMPLOYEE, name))))
        for table, name in zip(found, names, strict=True)
    ]


def _is_person(name: str) -> bool:
    return not _NO_PERSON.search(name) and bool(_INITIALS.fullmatch(name) or _PERSON.fullmatch(name))


def _meaning(layout: Layout) -> tuple[object, ...]:
    """What must be equal for rows of two sheets to be read as one table."""
    times = sorted(
        (column.role, column.match.unit or "", column.match.clock or "")
        for column in layout.columns
        if column.role in (Role.DURATION, Role.START, Role.END)
    )
    return (layout.wide, tuple(times), layout.date_order)
