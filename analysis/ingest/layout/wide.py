"""Tables with one column per day, employee or workflow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.ingest.codes import Refusal
from analysis.ingest.kinds import measured_role, used_roles
from analysis.ingest.layout.beside import is_beside, is_period
from analysis.ingest.layout.column_roles import evidence
from analysis.ingest.layout.header import is_day, long_layout
from analysis.ingest.layout.layout import Column, Fault, Layout, Rows, Series
from analysis.ingest.layout.spelling import normal
from analysis.ingest.layout.synonyms import Match, hint_unit, match_header
from analysis.ingest.options import ReadOptions
from analysis.ingest.values.cells import caption, is_null, plain, squeeze
from analysis.ingest.values.durations import kind_of
from analysis.ingest.values.sum_words import is_total
from analysis.model.kinds import Role

_NAMED_FOR = (Role.DATE, Role.EMPLOYEE, Role.WORKFLOW)


def layout_at(rows: Rows, at: int, options: ReadOptions) -> Layout | Fault:
    """The layout of the table whose header stands at ``at``: wide where its columns are measured one by one."""
    measured_as = measured_role(options.measurement)
    if measured_as is None:
        return long_layout(rows, at, options)
    pairs = ((at - 1, at), (at, at + 1)) if measured_as is Role.DURATION else ()
    for top, bottom in pairs:
        if top >= 0 and bottom < len(rows) and _time_columns(rows[bottom]) >= 2 and _has_pairs(rows[top], rows[bottom]):
            return _paired(rows, top, bottom, options)
    days = [index for index, cell in enumerate(rows[at]) if is_day(cell)]
    if len(days) >= 2:
        return _single(rows, at, days, Role.DATE, options)
    layout = long_layout(rows, at, options)
    if isinstance(layout, Fault) or measured_as not in layout.absent or len(layout.absent) < 2:
        return layout
    measured = _measured(rows, at, layout)
    if options.wide:
        return _single(rows, at, measured, options.wide, options)
    return Fault(Refusal.WIDE_LAYOUT, tuple(filter(None, layout.headers))) if len(measured) >= 2 else layout


def _time_columns(row: Sequence[str]) -> int:
    return sum(match.role is Role.DURATION for cell in row if (match := match_header(cell)))


def _has_pairs(top: Sequence[str], bottom: Sequence[str]) -> bool:
    """Whether every time column has a name above it that is not its own."""
    above = _filled_right(top, len(bottom))
    times = [
        index for index, cell in enumerate(bottom) if (match := match_header(cell)) and match.role is Role.DURATION
    ]
    return all(index < len(above) and above[index] and above[index] != squeeze(bottom[index]) for index in times)


def _filled_right(row: Sequence[str], width: int) -> list[str]:
    """A header over several columns stands in the first only, and the row may end there."""
    filled: list[str] = []
    for cell in (*row, *[""] * (width - len(row))):
        filled.append(squeeze(cell) or (filled[-1] if filled else ""))
    return filled


@dataclass(frozen=True, slots=True)
class Sketch:
    """A wide table as its header suggests it: fixed cells, measured columns, and what those are named for."""

    fixed: tuple[str, ...]
    series: tuple[Series, ...]
    measures: frozenset[Match]
    named_for: Role | None


def _paired(rows: Rows, top: int, bottom: int, options: ReadOptions) -> Layout | Fault:
    """A name over each time column, alone or with a count beside it."""
    labels = _filled_right(rows[top], len(rows[bottom]))
    below = [match_header(cell) for cell in rows[bottom]]
    roles = [match.role if match else None for match in below]
    times = [index for index, role in enumerate(roles) if role is Role.DURATION and not is_total(labels[index])]
    counted = Role.COUNT in used_roles(options.measurement)
    counts = {labels[index]: index for index, role in enumerate(roles) if counted and role is Role.COUNT}
    series = tuple(Series(labels[index], index, counts.get(labels[index])) for index in times)
    fixed = tuple(
        "" if role in (Role.DURATION, Role.COUNT) else squeeze(cell) or squeeze("".join(rows[top][index : index + 1]))
        for index, (cell, role) in enumerate(zip(rows[bottom], roles, strict=True))
    )
    measures = frozenset(match for index in times if (match := below[index]))
    return _wide(rows, bottom, Sketch(fixed, series, measures, options.wide), options)


def _single(rows: Rows, at: int, columns: Sequence[int], named_for: Role, options: ReadOptions) -> Layout | Fault:
    """A name over each measured column."""
    role = measured_role(options.measurement)
    series = tuple(Series(rows[at][index], index, None) for index in columns if not is_total(rows[at][index]))
    fixed = tuple("" if index in columns or is_total(cell) else squeeze(cell) for index, cell in enumerate(rows[at]))
    measures = frozenset(Match(role, unit=hint_unit(one.label)) for one in series if role)
    return _wide(rows, at, Sketch(fixed, series, measures, named_for), options)


def _wide(rows: Rows, at: int, sketch: Sketch, options: ReadOptions) -> Layout | Fault:
    """The layout around the series, where one needed role is left for their names and no other column is measured."""
    layout = long_layout((*rows[:at], sketch.fixed, *rows[at + 1 :]), at, options)
    if isinstance(layout, Fault):
        return layout
    headers = tuple(caption(cell) for cell in rows[at])
    named_for = _named_for(layout, sketch, options)
    taken = {index for one in sketch.series for index in (one.measured, one.count)}
    if named_for is None or any(index not in taken for index in _measured(rows, at, layout)):
        return Fault(Refusal.WIDE_LAYOUT, tuple(filter(None, headers)))
    first = sketch.series[0].measured
    columns = (
        *(column for column in layout.columns if column.role not in (Role.DURATION, Role.COUNT, Role.VALUE)),
        Column(first, headers[first], *sketch.measures),
    )
    matches = evidence(headers, columns, rows[at + 1 :], options)
    return replace(layout, columns=columns, headers=headers, wide=named_for, series=sketch.series, matches=matches)


def _named_for(layout: Layout, sketch: Sketch, options: ReadOptions) -> Role | None:
    """What the series are named for: the only needed role that no column plays, or the one that is told."""
    left = [role for role in _NAMED_FOR if role in options.measurement.needed and not layout.of(role)]
    left = [role for role in left if role is not Role.WORKFLOW or not options.default_workflow]
    names = {normal(one.label) for one in sketch.series}
    if len(sketch.measures) != 1 or len(names) < len(sketch.series):
        return None
    if sketch.named_for:
        return sketch.named_for if sketch.named_for in left else None
    periods = sum(is_period(one.label) for one in sketch.series) * 2 > len(sketch.series)
    return left[0] if len(left) == 1 and (left[0] is Role.DATE or not periods) else None


def _measured(rows: Rows, at: int, layout: Layout) -> list[int]:
    """The columns without a role whose cells are numbers or times."""
    used = {column.index for column in layout.columns}
    return [
        index
        for index, header in enumerate(layout.headers)
        if index not in used
        and header
        and not is_total(header)
        and not is_beside(header, measured_role(layout.measurement))
        and _is_measured([row[index : index + 1] for row in rows[at + 1 :]])
    ]


def _is_measured(cells: list[tuple[str, ...]]) -> bool:
    """Whether most cells are numbers or lengths of time; a date is neither."""
    filled = [plain(cell) for part in cells for cell in part if not is_null(cell)]
    kinds = [kind_of(cell) if kind_of(cell) == "number" or not is_day(cell) else "other" for cell in filled]
    return bool(filled) and sum(kind != "other" for kind in kinds) * 2 > len(filled)
