"""The view that cuts the lines into the texts of their columns."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.ingest.columns.staging import Names, Table, by_sheet, quoted
from analysis.ingest.kinds import measured_role
from analysis.ingest.layout.layout import Layout
from analysis.ingest.options import Cursor
from analysis.ingest.values.cells import FIELD, NULL_TOKENS, OVERLONG, UNBALANCED
from analysis.model.kinds import Role

_BLANKS = FIELD + " \t\u00a0\ufeff"
_NULLS = "(" + ", ".join(f"'{token}'" for token in sorted(NULL_TOKENS)) + ")"
_IS_MARKED = f"f[1] IN ({quoted(UNBALANCED)}, {quoted(OVERLONG)})"


def create_fields(
    cursor: Cursor, names: Names, tables: Sequence[Table], roles: Sequence[Role], part: str = "fields"
) -> None:
    """The texts of every column with a role, one row per registration; empty lines are left out.

    A view: cutting the lines once more is cheaper than keeping millions of texts twice.
    """
    texts = ", ".join(f"{_text(tables, role)} AS t_{role}" for role in roles)
    named = by_sheet(tables, lambda table: str(_last_named(table.layout)))
    beyond = _is_filled(f"array_to_string(f[{named} + 1:], '')")
    cursor.execute(
        f"CREATE OR REPLACE TEMP VIEW {names.of(part)} AS SELECT sheet, row, series,"
        f" CASE WHEN len(f) > {named} THEN len(f)::UINTEGER END AS fields,"
        f" CASE WHEN len(f) <= {named} THEN false ELSE {beyond} END AS is_beyond,"
        f" {by_sheet(tables, _cut_off)} AS cut_off, CASE WHEN {_IS_MARKED} THEN f[1] END AS mark, {texts}"
        f" FROM ({_registrations(names, tables)})"
    )


def _registrations(names: Names, tables: Sequence[Table]) -> str:
    """The query for the fields of every line; of a wide one, once for each cell that holds something."""
    header = by_sheet(tables, lambda table: str(table.layout.header_row))
    filled = f"CASE WHEN unicode(line) BETWEEN 33 AND 126 THEN true ELSE {_is_filled('line')} END"
    cut = f"string_split(line, {quoted(FIELD)}) AS f FROM {names.of('lines')} WHERE row > {header} AND {filled}"
    if not tables[0].layout.series:
        return f"SELECT sheet, row, 0::USMALLINT AS series, {cut}"
    cells = by_sheet(tables, lambda table: str([_place(one.measured) for one in table.layout.series]))
    counts = by_sheet(tables, lambda table: str([_place(one.count) for one in table.layout.series]))
    return (
        f"SELECT * FROM (SELECT sheet, row, f, unnest(range(len({cells})))::USMALLINT AS series,"
        f" unnest(list_select(f, {cells})) AS measured, unnest(list_select(f, {counts})) AS counted"
        f" FROM (SELECT sheet, row, {cut}))"
        # a faulty line stands once
        f" WHERE {filled_in('measured')} OR {filled_in('counted')} OR (series = 0 AND {_IS_MARKED})"
    )


def _place(index: int | None) -> int:
    """The place in a list of SQL, which counts from 1; nothing stands at 0."""
    return 0 if index is None else index + 1


def _last_named(layout: Layout) -> int:
    """The place of the last column that has a name."""
    return max((place for place, header in enumerate(layout.headers, start=1) if header), default=len(layout.headers))


def _cut_off(table: Table) -> str:
    """Whether a row is the last of a file that stops in the middle of it."""
    return f"row = {table.lines} AND len(f) < {len(table.layout.headers)}" if table.unfinished else "false"


def _is_filled(text: str) -> str:
    return f"trim({text}, {quoted(_BLANKS)}) <> ''"


def holds_text(cell: str) -> str:
    """The SQL condition that a cell is not empty; a dash is something that somebody wrote."""
    return _is_filled(f"coalesce({cell}, '')")


def filled_in(cell: str) -> str:
    """The SQL condition that something stands in a cell, other than a dash."""
    return f"trim(coalesce({cell}, ''), {quoted(_BLANKS)}) NOT IN {_NULLS}"


def _text(tables: Sequence[Table], role: Role) -> str:
    """The SQL expression for a role's text in one row."""
    layout = tables[0].layout
    if layout.series and role is layout.wide:
        return f"{by_sheet(tables, _labels)}[series + 1]"
    if layout.series and role is measured_role(layout.measurement):
        return _whole("measured", tables)
    if layout.series and role is Role.COUNT:
        return _whole("counted", tables)
    constant = by_sheet(tables, lambda table: _literal(table.layout.constant(role)))
    most = max(len(table.layout.of(role)) for table in tables)
    cells = _joined([_cell(tables, role, place) for place in range(most)])
    return constant if not cells else cells if constant == "NULL" else f"coalesce({constant}, {cells})"


def _joined(cells: Sequence[str]) -> str:
    """The cells with spaces between them, halved again and again: the database allows no deep nesting."""
    if len(cells) < 2:
        return "".join(cells)
    half = len(cells) // 2
    return f"({_joined(cells[:half])} || ' ' || {_joined(cells[half:])})"


def _labels(table: Table) -> str:
    return f"[{', '.join(quoted(one.label) for one in table.layout.series)}]"


def _literal(text: str | None) -> str:
    return "NULL" if text is None else quoted(text)


def _cell(tables: Sequence[Table], role: Role, place: int) -> str:
    """The text in the role's first or a further column; nothing in a sheet without such a column."""
    places = [[_place(column.index) for column in table.layout.of(role)] for table in tables]
    cell = f"f[{by_sheet(tables, lambda table: str(next(iter(places[table.sheet][place:]), 0)))}]"
    has_role = by_sheet(tables, lambda table: "true" if places[table.sheet] else "false")
    filled = _whole(cell, tables)
    return filled if has_role == "true" or filled == cell else f"CASE WHEN {has_role} THEN {filled} END"


def _whole(cell: str, tables: Sequence[Table]) -> str:
    """A sheet's row ends with its last filled cell: behind it all are empty, and none is missing."""
    return cell if tables[0].name is None else f"coalesce({cell}, '')"
