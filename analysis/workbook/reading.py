"""A workbook edited by hand, read: the plan as it would be, or every fault with its cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from analysis.model.faults import PlanRule
from analysis.planning import PartFault, Plan, plan_faults
from analysis.workbook.building import Building, Built
from analysis.workbook.cells import Content
from analysis.workbook.definition import TABLES, Part, part_of
from analysis.workbook.faults import CellFault, CellRule, NotReadable, Place
from analysis.workbook.grid import read_book
from analysis.workbook.mark import Mark, mark_of, read_mark
from analysis.workbook.merging import Merging

CELL_OF = {"window": "starts_on", "target_groups": "name", "act": "act", "milestones": "name", "volumes": "name"}
"""Where a fault stands that is of more than one field."""


@dataclass(frozen=True, slots=True)
class WorkbookRead:
    """``plan`` is what the workbook proposes; with faults it is not to be stored.

    ``strange`` are the sheets that hold none of the tables, ``missing`` the tables that the workbook does not have:
    what stands in them is left as it is.
    """

    plan: Plan
    faults: tuple[CellFault, ...]
    strange: tuple[str, ...] = ()
    missing: tuple[Part, ...] = ()
    other_project: str = ""
    """The project that the workbook was exported from, where it is another."""


def origin(content: bytes) -> Mark | None:
    """The project and the moment that a workbook was exported from."""
    book = read_book(content)
    return None if isinstance(book, NotReadable) else read_mark(book.mark)


def read_workbook(content: bytes, plan: Plan, exported: Plan | None = None) -> WorkbookRead | NotReadable:
    """Read a workbook for a plan; ``exported`` is the plan as it was when the workbook was made, if it is known."""
    book = read_book(content)
    if isinstance(book, NotReadable):
        return book
    mark = read_mark(book.mark)
    base = exported if exported and is_of(mark, exported) else plan
    is_ours = is_of(mark, base)
    merging = Merging(book, base, plan, has_our_numbers=is_ours)
    built = Building(plan, merging.said(), merging.new).built()
    faults = [*merging.faults, *project_faults(merging), *round_faults(built)]
    broken = plan_faults(plan, built.plan)
    located = (located_fault(one, built, merging, plan) for one in broken if is_own_fault(one, built, faults))
    missing = tuple(table.part for table in TABLES if table.part not in merging.tables)
    other = mark.name if mark and not is_ours else ""
    return WorkbookRead(built.plan, (*faults, *dict.fromkeys(located)), book.strange, missing, other)


def is_of(mark: Mark | None, plan: Plan) -> bool:
    return mark is not None and mark.project == mark_of(plan, mark.at).project


def project_faults(merging: Merging) -> Iterator[CellFault]:
    """A workbook holds one project."""
    table = merging.tables.get(Part.PROJECT)
    for row in table.rows[1:] if table else ():
        yield CellFault(row.place, CellRule.SECOND_PROJECT)


def round_faults(built: Built) -> Iterator[CellFault]:
    """A follow-up is numbered by its date; a number that was typed must be that number."""
    for one in built.plan.rounds:
        row = built.origins[one.round_id]
        before = row.match.written.values["number"] if row.match and row.match.written else None
        typed = row.values["number"]
        if row.table and row.match and typed not in (one.number, before):
            place = row.table.place(row.match.read, "number")
            yield CellFault(place, CellRule.ROUND_NUMBER, str(row.match.read.cells.get("number")), str(one.number))


def is_own_fault(one: PartFault, built: Built, faults: Sequence[CellFault]) -> bool:
    """Not what follows from a cell that could not be read."""
    row = built.origins.get(one.identity)
    return (row is None or row.is_whole) and not (faults and one.fault.rule in (PlanRule.NOT_THERE, PlanRule.LINKED))


def located_fault(one: PartFault, built: Built, merging: Merging, plan: Plan) -> CellFault:
    """The fault with the cell that it is of; of what was removed, with the table that it stood in."""
    row = built.origins.get(one.identity)
    if row and row.table and row.match:
        field = CELL_OF.get(one.fault.field, one.fault.field)
        place, read = row.table.place(row.match.read, field), row.match.read
        typed = read.cells.get(field)
        return CellFault(place, CellRule.PLAN_RULE, as_typed(typed), "", row.part, one.fault)
    part, name = where_it_stood(one.identity, merging, plan)
    table = merging.tables.get(part)
    place = table.title if table else Place("", 0)
    return CellFault(place, CellRule.PLAN_RULE, name, "", part, one.fault)


def as_typed(cell: Content) -> str:
    """A day as Excel shows it."""
    return f"{cell:%d-%m-%Y}" if isinstance(cell, date) else "" if cell is None else str(cell)


def where_it_stood(identity: int, merging: Merging, plan: Plan) -> tuple[Part, str]:
    for kind, labels in merging.names.labels.items():
        part = part_of(kind)
        if part and identity in labels:
            return part, labels[identity]
    return Part.PROJECT, plan.project.name
