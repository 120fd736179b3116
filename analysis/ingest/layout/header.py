"""Finding the header of a table and giving its columns their roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.ingest.codes import Refusal
from analysis.ingest.kinds import used_roles
from analysis.ingest.layout.layout import Column, Fault, Layout, Rows
from analysis.ingest.layout.signatures import Signature, signature_of
from analysis.ingest.layout.synonyms import Match, match_header, normal, resembles
from analysis.ingest.layout.words import EXTREMES, FIRST_NAMES, LAST_NAMES, POOR, SUBMITTED
from analysis.ingest.layout.words_of_kinds import PART
from analysis.ingest.options import DateOrder, ReadOptions
from analysis.ingest.values.cells import BROKEN, MOMENT, caption, is_null, shown
from analysis.ingest.values.cpr import masked
from analysis.ingest.values.dates import DateStyle, parse_date
from analysis.ingest.values.periods import is_period
from analysis.model.kinds import Measurement, Role
from analysis.model.upload import ColumnMatch

_OFTEN_MISSPELT = frozenset({Role.TARGET_GROUP, Role.COUNT})
FEWEST_ROLES, ENOUGH_ROLES = 2, 3
"""Fewer names make no header; so many make a row a header wherever it stands."""
THIN_KINDS, THIN_CELLS = (Measurement.SERIES, Measurement.EXTRACT, Measurement.BEST_GUESS), 3
"""Their rows may have one name or date only, beside at least two measured columns named for what they measure."""
SEARCHED_ROWS = 100
EXAMPLES = 3
"""So many values show what a column holds."""


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
    answered = {normal(answer.header): answer.role for answer in options.roles}
    scores = [_score(row, answered, options.measurement) for row in rows[:SEARCHED_ROWS]]
    if is_thin:
        scores = [score if _may_be_thin(row, options) else 0 for score, row in zip(scores, rows, strict=False)]
    best = max(scores, default=0)
    return Header(scores.index(best), best) if best >= (1 if is_thin else FEWEST_ROLES) else None


def _may_be_thin(row: tuple[str, ...], options: ReadOptions) -> bool:
    return options.measurement in THIN_KINDS and sum(not is_null(cell) for cell in row) >= THIN_CELLS


def _score(row: tuple[str, ...], answered: dict[str, Role | None], kind: Measurement) -> int:
    named = {role for cell in row if (role := answered.get(normal(cell)))} | roles_in(row, kind)
    days = bool(named) and sum(is_day(cell) for cell in row) >= 2
    return len(named | ({Role.DATE} if days else set()))


def columns_of(headers: tuple[str, ...], options: ReadOptions) -> tuple[Column, ...] | Fault:
    """One column per role (several for times and a name in two parts), or the columns that compete or are misspelt."""
    tool = signature_of(headers)
    answered = {normal(answer.header): answer.role for answer in options.roles}
    kind = options.measurement
    every = _told_apart([_column(index, header, tool, answered, kind) for index, header in enumerate(headers)])
    every = every if tool else _whole_names(_without_least(every, headers, answered), headers)
    chosen: list[Column] = []
    for role in Role:
        if role not in used_roles(kind):
            continue
        alike = [column for column in every if column and column.role is role]
        best = [column for column in alike if column.match.rank == min(other.match.rank for other in alike)]
        if role is Role.DATE and not tool:
            best = [column for column in alike if column.match.rank < POOR] or best
        if len(best) > 1 and role not in (Role.DURATION, Role.BREAK) and not _is_name_in_parts(best):
            return Fault(Refusal.SEVERAL_COLUMNS, tuple(column.header for column in best))
        chosen += best
    left = [header for header, column in zip(headers, every, strict=True) if not column]
    unknown = [header for header in left if normal(header) not in answered]
    misspelt = () if tool else _misspelt(unknown, _OFTEN_MISSPELT & used_roles(kind) - {one.role for one in chosen})
    return Fault(Refusal.MISSING_COLUMN, tuple(filter(None, headers)), misspelt) if misspelt else tuple(chosen)


def _without_least(
    every: list[Column | None], headers: tuple[str, ...], answered: dict[str, Role | None]
) -> list[Column | None]:
    """Beside a largest or a likely value, ``Min`` is the smallest one and no minutes."""
    if not any(EXTREMES.fullmatch(normal(header)) for header in headers):
        return every
    return [
        None
        if column and normal(column.header).split(" ")[0] == "min" and normal(column.header) not in answered
        else column
        for column in every
    ]


def _whole_names(every: list[Column | None], headers: tuple[str, ...]) -> list[Column | None]:
    """First and last name as one employee, where they stand in two columns."""
    words = [normal(header) for header in headers]
    parts = [place for place, word in enumerate(words) if word in FIRST_NAMES | LAST_NAMES]
    if len(parts) != 2 or words[parts[1]] not in LAST_NAMES or words[parts[0]] not in FIRST_NAMES:
        return every
    named = {place: Column(place, headers[place], Match(Role.EMPLOYEE)) for place in parts}
    return [named.get(place, column) for place, column in enumerate(every)]


def _is_name_in_parts(columns: Sequence[Column]) -> bool:
    return len(columns) == 2 and normal(columns[1].header) in LAST_NAMES


def _misspelt(headers: Sequence[str], free: frozenset[Role]) -> tuple[Role, ...]:
    """Roles that no column plays although a header is almost their word."""
    return tuple(role for role in sorted(free) if any(resembles(header, role) for header in headers))


def _told_apart(every: list[Column | None]) -> list[Column | None]:
    """Beside a column such as ``heraf digitale``, and without a total of its own, the plain count is the total."""
    roles = {column.role for column in every if column}
    if Role.TOTAL in roles or not any(column and _is_part(column) for column in every):
        return every
    return [
        replace(column, match=replace(column.match, role=Role.TOTAL))
        if column and column.role is Role.COUNT and not _is_part(column)
        else column
        for column in every
    ]


def _is_part(column: Column) -> bool:
    return column.role is Role.COUNT and bool(PART.fullmatch(normal(column.header)))


def _column(
    index: int, header: str, tool: Signature | None, answered: dict[str, Role | None], kind: Measurement
) -> Column | None:
    """The column by the analyst's word, else the tool's, else the synonyms."""
    name = normal(header)
    match = match_header(header, kind)
    if name in answered or tool:
        role = answered[name] if name in answered else dict(tool.roles).get(name) if tool else None
        return Column(index, header, replace(match or Match(role), role=role, rank=0, is_vague=False)) if role else None
    return Column(index, header, match) if match else None


def evidence(
    headers: tuple[str, ...], columns: tuple[Column, ...], below: Rows, options: ReadOptions
) -> tuple[ColumnMatch, ...]:
    """What each column of the file is taken for, and why, with its first values in the rows below."""
    role_at = {column.index: column.role for column in columns}
    answered = {normal(answer.header) for answer in options.roles}
    word = "signature" if signature_of(headers) else "synonym"
    return tuple(
        ColumnMatch(
            masked(header),
            role_at.get(index),
            "answer" if normal(header) in answered else word,
            _examples([row[index] for row in below if index < len(row)]),
        )
        for index, header in enumerate(headers)
        if header
    )


def _examples(cells: Sequence[str]) -> tuple[str, ...]:
    """The first different values; never one that looks like a CPR number."""
    values = dict.fromkeys(masked(shown(cell)) for cell in cells if not is_null(cell))
    return tuple(values)[:EXAMPLES]


def long_layout(rows: Rows, at: int, options: ReadOptions) -> Layout | Fault:
    """The layout of a table with one registration a row."""
    headers = tuple(caption(cell) for cell in rows[at])
    if any(BROKEN in header for header in headers):
        return Fault(Refusal.UNCERTAIN_ENCODING, headers)
    columns = columns_of(headers, options)
    if isinstance(columns, Fault):
        return columns
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
