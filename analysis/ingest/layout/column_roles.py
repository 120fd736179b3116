"""What the columns of a table are taken for: by the analyst's word, the tool's, or their headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from analysis.ingest.codes import Refusal
from analysis.ingest.kinds import used_roles
from analysis.ingest.layout.layout import Column, Fault, Rows
from analysis.ingest.layout.name_parts import is_name_in_parts, whole_names, without_least
from analysis.ingest.layout.signatures import Signature, signature_of
from analysis.ingest.layout.spelling import normal
from analysis.ingest.layout.synonyms import Match, match_header, resembles
from analysis.ingest.layout.words import POOR
from analysis.ingest.layout.words_of_kinds import PART
from analysis.ingest.options import ReadOptions
from analysis.ingest.values.cells import MOST_SHOWN, caption, is_null
from analysis.ingest.values.cpr import masked
from analysis.model.kinds import Measurement, Role
from analysis.model.upload import ColumnMatch

_OFTEN_MISSPELT = frozenset({Role.TARGET_GROUP, Role.COUNT})
EXAMPLES = 3
"""So many values show what a column holds."""


def answered(headers: Sequence[str], options: ReadOptions) -> Mapping[int, Role | None]:
    """What the analyst said of the columns, by their places: what names a place goes before what names a heading."""
    names = [normal(header) for header in headers]
    by_name = {normal(one.header): one.role for one in options.roles if one.place is None}
    by_place = {(one.place, normal(one.header)): one.role for one in options.roles}
    told = {place: by_name[name] for place, name in enumerate(names) if name in by_name}
    return told | {place: by_place[place, name] for place, name in enumerate(names) if (place, name) in by_place}


def columns_of(headers: tuple[str, ...], options: ReadOptions) -> list[Column | None]:
    """What each heading means by itself."""
    tool, told = signature_of(headers), answered(headers, options)
    columns = [_column(place, header, tool, told, options.measurement) for place, header in enumerate(headers)]
    return columns if tool else whole_names(without_least(_told_apart(columns), headers, told), headers)


def chosen_columns(
    headers: tuple[str, ...], every: Sequence[Column | None], options: ReadOptions
) -> tuple[Column, ...] | Fault:
    """One column per role (several for times and a name in two parts), or the columns that compete or are misspelt."""
    tool, kind = signature_of(headers), options.measurement
    chosen: list[Column] = []
    for role in Role:
        if role not in used_roles(kind):
            continue
        alike = [column for column in every if column and column.role is role]
        best = [column for column in alike if column.match.rank == min(other.match.rank for other in alike)]
        if role is Role.DATE and not tool:
            best = [column for column in alike if column.match.rank < POOR] or best
        if len(best) > 1 and role not in (Role.DURATION, Role.BREAK) and not is_name_in_parts(best):
            return Fault(Refusal.SEVERAL_COLUMNS, tuple(column.header for column in best))
        chosen += best
    told = answered(headers, options)
    unknown = [header for place, header in enumerate(headers) if not every[place] and place not in told]
    misspelt = () if tool else _misspelt(unknown, _OFTEN_MISSPELT & used_roles(kind) - {one.role for one in chosen})
    return Fault(Refusal.MISSING_COLUMN, tuple(filter(None, headers)), misspelt) if misspelt else tuple(chosen)


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
    index: int, header: str, tool: Signature | None, told: Mapping[int, Role | None], kind: Measurement
) -> Column | None:
    """The column by the analyst's word, else the tool's, else the synonyms."""
    match = match_header(header, kind)
    if index in told or tool:
        role = told[index] if index in told else dict(tool.roles).get(normal(header)) if tool else None
        return Column(index, header, replace(match or Match(role), role=role, rank=0, is_vague=False)) if role else None
    return Column(index, header, match) if match else None


def evidence(
    headers: tuple[str, ...], columns: tuple[Column, ...], below: Rows, options: ReadOptions
) -> tuple[ColumnMatch, ...]:
    """What each column of the file is taken for, and why, with its first values in the rows below."""
    role_at = {column.index: column.role for column in columns}
    told = answered(headers, options)
    word = "signature" if signature_of(headers) else "synonym"
    return tuple(
        ColumnMatch(
            masked(header),
            role_at.get(index),
            "answer" if index in told else word,
            _examples([row[index] for row in below if index < len(row)]),
            index,
        )
        for index, header in enumerate(headers)
        if header
    )


def _examples(cells: Sequence[str]) -> tuple[str, ...]:
    """The first different values; never one that looks like a CPR number."""
    values = dict.fromkeys(masked(caption(cell))[:MOST_SHOWN] for cell in cells if not is_null(cell))
    return tuple(values)[:EXAMPLES]
