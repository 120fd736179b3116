"""A file's lines in the database, and the view that cuts them into the texts of its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.ingest.kinds import measured_role
from analysis.ingest.layout.layout import Column, Layout, Series
from analysis.ingest.options import Cursor
from analysis.ingest.text.whole_lines import MAX_LINE
from analysis.ingest.values.cells import FIELD, NEVER, NULL_TOKENS, OVERLONG, RECORD, UNBALANCED
from analysis.model.kinds import Role

_BLANKS = FIELD + " \t\u00a0\ufeff"
_NULLS = "(" + ", ".join(f"'{token}'" for token in sorted(NULL_TOKENS)) + ")"


@dataclass(frozen=True, slots=True)
class Names:
    """The names of the temporary tables of one file."""

    key: str

    def of(self, part: str) -> str:
        return f"ingest_{self.key}_{part}"


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet's cleaned lines in the database, with the layout that was found in them."""

    sheet: int
    lines: str
    first_id: int
    """The row id of the first line; ids start high while a transaction is open."""
    layout: Layout
    name: str | None
    unfinished: bool = False
    strict: bool = False
    """Even empty fields beyond the header are too many: the separator may be a decimal comma."""

    @property
    def line_number(self) -> str:
        """The SQL expression of a line's number."""
        return f"rowid - {self.first_id} + 1"


def drop(cursor: Cursor, tables: Sequence[str]) -> None:
    """Free what is no longer needed."""
    for table in tables:
        cursor.execute(f"DROP TABLE IF EXISTS {table}")


def drop_views(cursor: Cursor, views: Sequence[str]) -> None:
    for view in views:
        cursor.execute(f"DROP VIEW IF EXISTS {view}")


def load_lines(cursor: Cursor, table: str, path: Path) -> int:
    """The file as one text column, so that the row id tells the line number; and the row id of the first line."""
    cursor.execute(
        f"CREATE OR REPLACE TEMP TABLE {table} AS SELECT line FROM read_csv(?, columns={{'line': 'VARCHAR'}},"
        " auto_detect=false, header=false, delim=?, quote='', escape='', comment='', nullstr=?, new_line='\\n',"
        " max_line_size=?)",
        [str(path), RECORD, NEVER, 8 * MAX_LINE],
    )
    cursor.execute(f"SELECT coalesce(min(rowid), 0) FROM {table}")
    return int(cursor.fetchall()[0][0])


def create_fields(cursor: Cursor, view: str, sources: Sequence[Table], roles: Sequence[Role]) -> None:
    """The texts of every column with a role, one row per registration; empty lines are left out.

    A view: cutting the lines once more is cheaper than keeping millions of texts twice.
    """
    parts = [
        _select(source, number, series, roles)
        for source in sources
        for number, series in enumerate(source.layout.series or (None,))
    ]
    cursor.execute(f"CREATE OR REPLACE TEMP VIEW {view} AS {' UNION ALL '.join(parts)}")


def _select(source: Table, number: int, series: Series | None, roles: Sequence[Role]) -> str:
    """The query for one measured column of a sheet; of a wide row only the cells that hold something."""
    layout, width = source.layout, len(source.layout.headers)
    named = max((place for place, header in enumerate(layout.headers, start=1) if header), default=width)
    texts = ", ".join(f"{_text(source, series, role)} AS t_{role}" for role in roles)
    beyond = _is_filled(f"array_to_string(f[{named + 1}:], '')")
    cut_off = f"row = (SELECT count(*) FROM {source.lines}) AND len(f) < {width}" if source.unfinished else "false"
    filled = f"CASE WHEN unicode(line) BETWEEN 33 AND 126 THEN true ELSE {_is_filled('line')} END"
    measured = _is_measured(series, first=number == 0) if series else "true"
    return (
        f"SELECT {source.sheet}::USMALLINT AS sheet, row, {number}::USMALLINT AS series,"
        f" CASE WHEN len(f) > {named} THEN len(f)::USMALLINT END AS fields,"
        f" CASE WHEN len(f) <= {named} THEN false ELSE {beyond} END AS is_beyond, {cut_off} AS cut_off,"
        f" CASE WHEN {_IS_MARKED} THEN f[1] END AS mark, {texts}"
        f" FROM (SELECT {source.line_number} AS row, line, string_split(line, {quoted(FIELD)}) AS f"
        f" FROM {source.lines}) WHERE row > {layout.header_row} AND {filled} AND ({measured})"
    )


def _is_filled(text: str) -> str:
    return f"trim({text}, {quoted(_BLANKS)}) <> ''"


def _is_measured(series: Series, *, first: bool) -> str:
    """Whether a wide row holds a time or a count there; a faulty line stands once."""
    cells = (series.measured,) if series.count is None else (series.measured, series.count)
    texts = [f"trim(coalesce(f[{cell + 1}], ''), {quoted(_BLANKS)}) NOT IN {_NULLS}" for cell in cells]
    return " OR ".join([*texts, _IS_MARKED] if first else texts)


def quoted(text: str) -> str:
    """The text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


_IS_MARKED = f"f[1] IN ({quoted(UNBALANCED)}, {quoted(OVERLONG)})"


def _text(source: Table, series: Series | None, role: Role) -> str:
    """The SQL expression for a role's text in one row."""
    if series and role is source.layout.wide:
        return quoted(series.label)
    if series and role is measured_role(source.layout.measurement):
        return f"f[{series.measured + 1}]"
    if series and role is Role.COUNT:
        return f"f[{series.count + 1}]" if series.count is not None else "NULL"
    constant = source.layout.constant(role)
    if constant is not None:
        return quoted(constant)
    columns: tuple[Column, ...] = source.layout.of(role)
    if not columns:
        return "NULL"
    # a sheet's row ends with its last filled cell
    cell = "f[{}]" if source.name is None else "coalesce(f[{}], '')"
    return " || ' ' || ".join(cell.format(column.index + 1) for column in columns)
