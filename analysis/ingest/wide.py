"""Tables with one column per day, employee or workflow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.ingest.cells import is_null, squeeze
from analysis.ingest.codes import Refusal
from analysis.ingest.durations import kind_of
from analysis.ingest.header import evidence, is_day, long_layout
from analysis.ingest.labels import is_total
from analysis.ingest.layout import Column, Fault, Layout, Rows, Series
from analysis.ingest.options import ReadOptions
from analysis.ingest.synonyms import Match, hint_unit, match_header, normal
from analysis.model.upload import Role

_NAMED_FOR = (Role.DATE, Role.EMPLOYEE, Role.WORKFLOW)


def layout_at(rows: Rows, at: int, options: ReadOptions) -> Layout | Fault:
    """The layout of the table whose header stands at ``at``: wide where its columns are measured one by one."""
    for top, bottom in ((at - 1, at), (at, at + 1)):
        if top >= 0 and bottom < len(rows) and _time_columns(rows[bottom]) >= 2 and _has_pairs(rows[top], rows[bottom]):
            return _paired(rows, top, bottom, options)
    days = [index for index, cell in enumerate(rows[at]) if is_day(cell)]
    if len(days) >= 2:
        return _single(rows, at, days, Role.DATE, options)
    layout = long_layout(rows, at, options)
    if isinstance(layout, Fault) or Role.DURATION not in layout.absent or len(layout.absent) < 2:
        return layout
    measured = _measured(rows, at, layout)
    if options.wide:
        return _single(rows, at, measured, options.wide, options)
    return Fault(Refusal.WIDE_LAYOUT, tuple(filter(None, layout.headers))) if len(measured) >= 2 else layout


def _time_columns(row: Sequence[str]) -> int:
    return sum(match.role is Role.DURATION for cell in row if (match := match_header(cell)))


def _has_pairs(top: Sequence[str], bottom: Sequence[str]) -> bool:
    """Whether every time column has a name above it that is not its own."""
    above = _filled_right(top)
    times = [
        index for index, cell in enumerate(bottom) if (match := match_header(cell)) and match.role is Role.DURATION
    ]
    return all(index < len(above) and above[index] and above[index] != squeeze(bottom[index]) for index in times)


def _filled_right(row: Sequence[str]) -> list[str]:
    """A header over several columns stands in the first only."""
    filled: list[str] = []
    for cell in row:
        filled.append(squeeze(cell) or (filled[-1] if filled else ""))
    return filled


def _paired(rows: Rows, top: int, bottom: int, options: ReadOptions) -> Layout | Fault:
    """A name over each time column, alone or with a count beside it."""
    labels = _filled_right(rows[top])
    below = [match_header(cell) for cell in rows[bottom]]
    roles = [match.role if match else None for match in below]
    times = [index for index, role in enumerate(roles) if role is Role.DURATION and not is_total(labels[index])]
    counts = {labels[index]: index for index, role in enumerate(roles) if role is Role.COUNT and index < len(labels)}
    series = tuple(Series(labels[index], index, counts.get(labels[index])) for index in times)
    measured = {index for index, role in enumerate(roles) if role in (Role.DURATION, Role.COUNT)}
    fixed = tuple(
        ""
        if index in measured
        else squeeze(rows[bottom][index]) or squeeze(rows[top][index] if index < len(rows[top]) else "")
        for index in range(len(rows[bottom]))
    )
    units = {match for index in times if (match := below[index])}
    return _wide(rows, bottom, fixed, series, units, options.wide, options)


def _single(rows: Rows, at: int, columns: Sequence[int], named_for: Role, options: ReadOptions) -> Layout | Fault:
    """A name over each measured column."""
    series = tuple(Series(rows[at][index], index, None) for index in columns if not is_total(rows[at][index]))
    kept = tuple("" if index in columns or is_total(cell) else squeeze(cell) for index, cell in enumerate(rows[at]))
    units = {Match(Role.DURATION, unit=hint_unit(one.label)) for one in series}
    return _wide(rows, at, kept, series, units, named_for, options)


def _wide(
    rows: Rows,
    at: int,
    fixed: tuple[str, ...],
    series: tuple[Series, ...],
    units: set[Match],
    named_for: Role | None,
    options: ReadOptions,
) -> Layout | Fault:
    """The layout around the series, where exactly one needed role is left for their names."""
    layout = long_layout((*rows[:at], fixed, *rows[at + 1 :]), at, options)
    if isinstance(layout, Fault):
        return layout
    headers = tuple(squeeze(cell) for cell in rows[at])
    left = [
        role for role in _NAMED_FOR if not layout.of(role) and not (role is Role.WORKFLOW and options.default_workflow)
    ]
    if len(left) > 1 or len(units) != 1:
        left = [named_for] if named_for in left and len(units) == 1 else []
    names = [normal(one.label) for one in series]
    if len(left) != 1 or (named_for and named_for not in left) or len(set(names)) < len(names):
        return Fault(Refusal.WIDE_LAYOUT, tuple(filter(None, headers)))
    duration = Column(series[0].duration, headers[series[0].duration], units.pop())
    taken = {one.duration for one in series} | {one.count for one in series}
    if any(index not in taken for index in _measured(rows, at, layout)):
        return Fault(Refusal.WIDE_LAYOUT, tuple(filter(None, headers)))
    columns = (*(column for column in layout.columns if column.role not in (Role.DURATION, Role.COUNT)), duration)
    return replace(
        layout,
        columns=columns,
        headers=headers,
        wide=left[0],
        series=series,
        matches=evidence(headers, columns, options),
    )


def _measured(rows: Rows, at: int, layout: Layout) -> list[int]:
    """The columns without a role whose cells are numbers or times."""
    used = {column.index for column in layout.columns}
    return [
        index
        for index, header in enumerate(layout.headers)
        if index not in used
        and header
        and not is_total(header)
        and _is_measured([row[index : index + 1] for row in rows[at + 1 :]])
    ]


def _is_measured(cells: list[tuple[str, ...]]) -> bool:
    filled = [cell for part in cells for cell in part if not is_null(cell)]
    return bool(filled) and sum(kind_of(squeeze(cell)) != "other" for cell in filled) * 2 > len(filled)
