"""Finding the header of a table and giving its columns their roles."""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.ingest.codes import Refusal
from analysis.ingest.layout.column_roles import answered, chosen_columns, columns_of, evidence
from analysis.ingest.layout.layout import Fault, Layout, Rows
from analysis.ingest.layout.signatures import signature_of
from analysis.ingest.layout.spelling import normal
from analysis.ingest.layout.synonyms import match_header
from analysis.ingest.layout.words import SUBMITTED
from analysis.ingest.options import DateOrder, ReadOptions
from analysis.ingest.values.cells import BROKEN, MOMENT, caption, is_null, plain
from analysis.ingest.values.dates import DateStyle, parse_date
from analysis.ingest.values.durations import kind_of
from analysis.ingest.values.periods import is_period
from analysis.model.kinds import Measurement, Role
from analysis.model.upload import ColumnMatch

FEWEST_ROLES, ENOUGH_ROLES = 2, 3
"""Fewer names make no header; so many make a row a header wherever it stands."""
THIN_KINDS, THIN_CELLS = (Measurement.SERIES, Measurement.EXTRACT, Measurement.BEST_GUESS), 3
"""Their rows may have one name or date only, beside at least two measured columns named for what they measure."""
SEARCHED_ROWS = 100


def roles_in(cells: tuple[str, ...], kind: Measurement) -> frozenset[Role]:
    """The distinct roles that the cells of a row name."""
    return frozenset(match.role for cell in cells if cell[:1] > "\x1f" and (match := match_header(cell, kind)))


def is_day(cell: str) -> bool:
    """Whether the cell is a date in any order or a month with its year, as the headers over one column per day are."""
    if cell.startswith(MOMENT):
        return True
    return len(cell) > 5 and (any(parse_date(cell, DateStyle(order)) for order in DateOrder) or is_period(cell))


@dataclass(frozen=True, slots=True)
class Header:
    """Where a header stands (from 0), and how many distinct roles it names."""

    at: int
    roles: int


def find_header(rows: Rows, options: ReadOptions, *, is_thin: bool = False) -> Header | None:
    """The row that names most roles, the first of equals; answers and days count as roles.

    A thin header names one, where that may be enough for a wide table.
    """
    scores = [_score(row, options) for row in rows[:SEARCHED_ROWS]]
    if is_thin:
        scores = [score if _may_be_thin(row, options) else 0 for score, row in zip(scores, rows, strict=False)]
    best = max(scores, default=0)
    return Header(scores.index(best), best) if best >= (1 if is_thin else FEWEST_ROLES) else None


def _may_be_thin(row: tuple[str, ...], options: ReadOptions) -> bool:
    return options.measurement in THIN_KINDS and sum(not is_null(cell) for cell in row) >= THIN_CELLS


def _score(row: tuple[str, ...], options: ReadOptions) -> int:
    named = {role for role in answered(row, options).values() if role} | roles_in(row, options.measurement)
    days = bool(named) and sum(is_day(cell) for cell in row) >= 2
    return len(named | ({Role.DATE} if days else set()))


def unknown_names(rows: Rows, options: ReadOptions) -> tuple[ColumnMatch, ...]:
    """The columns of a first row that looks like names nobody knows: words above numbers or days."""
    filled = [(place, cells) for place, row in enumerate(rows) if len(cells := _filled(row)) >= FEWEST_ROLES]
    if len(filled) < 2:
        return ()
    at, names = filled[0]
    below = [cell for _, cells in filled[1:] for cell in cells]
    if (
        len({normal(name) for name in names}) < len(names)
        or any(map(_is_value, names))
        or not any(map(_is_value, below))
    ):
        return ()
    headers = tuple(caption(cell) for cell in rows[at])
    told = tuple(column for column in columns_of(headers, options) if column)
    return evidence(headers, told, rows[at + 1 :], options)


def _filled(row: tuple[str, ...]) -> list[str]:
    return [cell for cell in row if not is_null(cell)]


def _is_value(cell: str) -> bool:
    return is_day(cell) or kind_of(plain(cell)) != "other"


def long_layout(rows: Rows, at: int, options: ReadOptions) -> Layout | Fault:
    """The layout of a table with one registration a row."""
    headers = tuple(caption(cell) for cell in rows[at])
    if any(BROKEN in header for header in headers):
        return Fault(Refusal.UNCERTAIN_ENCODING, headers)
    every = columns_of(headers, options)
    columns = chosen_columns(headers, every, options)
    if isinstance(columns, Fault):
        known = tuple(column for column in every if column)
        return replace(columns, columns=evidence(headers, known, rows[at + 1 :], options))
    if Role.DATE in options.measurement.needed and not any(column.role is Role.DATE for column in columns):
        submitted = any(normal(header) in SUBMITTED for header in headers)
        starts = [column for column in columns if column.role is Role.START and not submitted]
        columns += tuple(replace(column, match=replace(column.match, role=Role.DATE)) for column in starts)
    matches = evidence(headers, columns, rows[at + 1 :], options)
    padded, tool = _padded(headers, rows[at + 1 :]), signature_of(headers)
    return Layout(at + 1, columns, matches, padded, tool=tool, measurement=options.measurement)


def _padded(headers: tuple[str, ...], below: Rows) -> tuple[str, ...]:
    """The headers, as wide as the rows below where all of those carry the same empty fields at the end, or none."""
    widths = {len(row) for row in below if any(row)}
    while widths and len(headers) > max(widths) and not headers[-1]:
        headers = headers[:-1]
    extra = max(widths) - len(headers) if len(widths) == 1 else 0
    empty = not any("".join(row[len(headers) :]) for row in below)
    return headers + ("",) * extra if empty else headers
