"""Finding the header of a table and giving its columns their roles."""

from __future__ import annotations

from dataclasses import replace

from analysis.ingest.cells import MOMENT, SPAN, squeeze
from analysis.ingest.codes import Refusal
from analysis.ingest.layout import Column, Fault, Layout, Rows
from analysis.ingest.options import ReadOptions, Unit
from analysis.ingest.signatures import Signature, signature_of
from analysis.ingest.synonyms import Match, match_header, normal
from analysis.model.upload import ColumnMatch, Role

ENOUGH_ROLES = 3
SEARCHED_ROWS = 100


def roles_in(cells: tuple[str, ...]) -> frozenset[Role]:
    """The distinct roles that the cells of a row name."""
    return frozenset(match.role for cell in cells if cell[:1] not in (MOMENT, SPAN) and (match := match_header(cell)))


def header_row(rows: Rows, options: ReadOptions) -> int | None:
    """The index of the row that names most roles, the first of equals; answers count as roles."""
    answered = {normal(answer.header): answer.role for answer in options.roles}
    scores = [_score(row, answered) for row in rows[:SEARCHED_ROWS]]
    best = max(scores, default=0)
    return scores.index(best) if best >= 2 else None


def _score(row: tuple[str, ...], answered: dict[str, Role | None]) -> int:
    named = {role for cell in row if (role := answered.get(normal(cell)))}
    return len(roles_in(row) | named)


def columns_of(headers: tuple[str, ...], options: ReadOptions) -> tuple[Column, ...] | Fault:
    """One column per role (several for the time roles and a name in two parts), or the columns that compete."""
    tool = signature_of(headers)
    answered = {normal(answer.header): answer.role for answer in options.roles}
    every = [_column(index, header, tool, answered) for index, header in enumerate(headers)]
    chosen: list[Column] = []
    for role in Role:
        alike = [column for column in every if column and column.role is role]
        best = [column for column in alike if column.match.rank == min(other.match.rank for other in alike)]
        if len(best) > 1 and role not in (Role.DURATION, Role.BREAK) and not (tool and role is Role.EMPLOYEE):
            return Fault(Refusal.SEVERAL_COLUMNS, tuple(column.header for column in best))
        chosen += alike if role is Role.DURATION else best
    return tuple(chosen)


def _column(index: int, header: str, tool: Signature | None, answered: dict[str, Role | None]) -> Column | None:
    """The column by the analyst's word, else the tool's, else the synonyms."""
    name = normal(header)
    match = match_header(header)
    if name in answered:
        role = answered[name]
        return Column(index, header, replace(match or Match(role), role=role, rank=0)) if role else None
    if tool:
        role = dict(tool.roles).get(name)
        return Column(index, header, replace(match or Match(role), role=role, rank=0)) if role else None
    return Column(index, header, match) if match else None


def paired_hours(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns with exactly one of hours and one of minutes told apart from plain durations."""
    times = [column for column in columns if column.role is Role.DURATION]
    units = sorted((column.match.unit or "" for column in times))
    if units != [Unit.HOURS, Unit.MINUTES]:
        return columns
    roles = {Unit.HOURS: Role.HOURS, Unit.MINUTES: Role.MINUTES}
    return tuple(
        replace(column, match=replace(column.match, role=roles[column.match.unit]))
        if column in times and column.match.unit in roles
        else column
        for column in columns
    )


def evidence(headers: tuple[str, ...], columns: tuple[Column, ...], options: ReadOptions) -> tuple[ColumnMatch, ...]:
    """What each column of the file is taken for, and why."""
    role_at = {column.index: column.role for column in columns}
    answered = {normal(answer.header) for answer in options.roles}
    word = "signature" if signature_of(headers) else "synonym"
    return tuple(
        ColumnMatch(squeeze(header), role_at.get(index), "answer" if normal(header) in answered else word)
        for index, header in enumerate(headers)
        if squeeze(header)
    )


def long_layout(rows: Rows, at: int, options: ReadOptions) -> Layout | Fault:
    """The layout of a table with one registration a row."""
    headers = tuple(squeeze(cell) for cell in rows[at])
    found = columns_of(headers, options)
    if isinstance(found, Fault):
        return found
    columns = paired_hours(found)
    width = max((index + 1 for index, header in enumerate(headers) if header), default=0)
    tool = signature_of(headers)
    return Layout(at + 1, width, columns, evidence(headers, columns, options), headers, date_order=tool and tool.date_order)
