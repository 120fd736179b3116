"""The layout of one sheet: its header, and what its title or the answers add."""

from __future__ import annotations

import re
from dataclasses import replace

from analysis.ingest.codes import Refusal
from analysis.ingest.kinds import summed_role
from analysis.ingest.layout.header import ENOUGH_ROLES, find_header, is_day, roles_in, unknown_names
from analysis.ingest.layout.layout import NAMES, TIME_ROLES, Column, Constant, Fault, Layout, Rows
from analysis.ingest.layout.rivals import rival_columns
from analysis.ingest.layout.synonyms import match_header
from analysis.ingest.layout.units import contradicted_unit
from analysis.ingest.layout.wide import layout_at
from analysis.ingest.options import ReadOptions, Unit
from analysis.ingest.values.cells import is_null, plain, squeeze
from analysis.ingest.values.durations import kind_of
from analysis.model.kinds import Measurement, Role

_TITLE = re.compile(r"(?i)(?:medarbejder|medarbejderens navn|initialer|employee) ?:? *(.*)")


def sheet_layout(rows: Rows, options: ReadOptions, *, is_thin: bool = False) -> Layout | Fault:
    """The layout that the first rows show, or why there is none that can be trusted."""
    header = find_header(rows, options, is_thin=is_thin)
    if header is None:
        return Fault(Refusal.NO_HEADER, columns=unknown_names(rows, options))
    layout = layout_at(rows, header.at, options)
    if is_thin and isinstance(layout, Layout) and not layout.series:
        return Fault(Refusal.NO_HEADER)
    if isinstance(layout, Fault):
        return layout
    above = rows[: layout.header_row - 1]
    if any(len(roles_in(row, options.measurement)) >= ENOUGH_ROLES for row in above[:-1]) or any(
        is_registration(row, layout) for row in above
    ):
        return Fault(Refusal.SEVERAL_TABLES)
    rival = rival_columns(rows, layout, options) or contradicted_unit(above, layout, options)
    return rival or replace(_with_slots(layout), constants=_constants(above, layout, options))


def is_registration(row: tuple[str, ...], layout: Layout) -> bool:
    """Whether a row above the header has a date, names and a number where the table has them, as after sorting."""
    cells = dict(enumerate(row))
    named = [cells.get(column.index, "") for role in NAMES for column in layout.of(role)]
    dates = [cells.get(column.index, "") for column in layout.of(Role.DATE)]
    number = summed_role(layout.measurement) or Role.VALUE
    numbers = [column.index for role in (*TIME_ROLES, Role.START, number) for column in layout.of(role)]
    amounts = [cells.get(index, "") for index in (*numbers, *(one.measured for one in layout.series))]
    measured = any(kind_of(plain(cell).rstrip("% ")) != "other" for cell in amounts)
    if layout.series and sum(not is_null(cell) for cell in row) <= 2:
        # a title: "Uge 2"
        return False
    return measured and all(map(is_day, dates)) and sum(not is_null(cell) for cell in named) >= min(len(named), 2)


def holds_registrations(rows: Rows, kind: Measurement) -> bool:
    """Whether a sheet without a header looks like the continuation of another: rows with a date and a number.

    Where dates play no role, rows with so many cells filled as roles are needed.
    """
    has_dates, needed = Role.DATE in kind.needed, len(kind.needed)
    dated = [
        row
        for row in rows
        if (any(is_day(cell) for cell in row) if has_dates else sum(not is_null(cell) for cell in row) >= needed)
    ]
    return sum(any(kind_of(plain(cell)) != "other" for cell in row) for row in dated) >= ENOUGH_ROLES


def _constants(above: Rows, layout: Layout, options: ReadOptions) -> tuple[Constant, ...]:
    """The workflow that was answered and the employee that the title names, where no column has them."""
    constants: tuple[Constant, ...] = ()
    if Role.WORKFLOW in layout.absent and options.default_workflow:
        constants += (Constant(Role.WORKFLOW, options.default_workflow),)
    if Role.EMPLOYEE in layout.absent and (name := titled_employee(above)):
        constants += (Constant(Role.EMPLOYEE, name),)
    return constants


def titled_employee(rows: Rows) -> str | None:
    """The employee of a title such as ``Medarbejder: ABJ``, in one cell or in two."""
    for row in rows:
        filled = [squeeze(cell) for cell in row if not is_null(cell)]
        match = _TITLE.fullmatch(filled[0]) if 1 <= len(set(filled)) <= 2 else None
        name = match[1] or (filled[-1] if len(set(filled)) == 2 else "") if match else ""
        if name and not match_header(name):
            return name
    return None


def _with_slots(layout: Layout) -> Layout:
    """Two time columns as the roles hours and minutes, the one in hours first, of two such the decimal one."""
    times = sorted(layout.of(Role.DURATION), key=_precision)
    if len(times) != 2 or layout.series:
        return layout
    slots = dict(zip((column.index for column in times), (Role.HOURS, Role.MINUTES), strict=True))
    columns = tuple(_as(column, slots.get(column.index)) if column in times else column for column in layout.columns)
    return replace(layout, columns=columns)


def _precision(column: Column) -> tuple[bool, bool]:
    return column.match.unit is not Unit.HOURS, "decimal" not in column.header.casefold()


def _as(column: Column, role: Role | None) -> Column:
    return replace(column, match=replace(column.match, role=role or column.role))
