"""A file's lines in the database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analysis.ingest.layout.layout import Layout
from analysis.ingest.layout.sheet_names import Found
from analysis.ingest.options import Cursor
from analysis.ingest.text.whole_lines import MAX_LINE
from analysis.ingest.values.cells import NEVER, RECORD

MAX_BYTES = 8 * MAX_LINE
"""More than the bytes of any cleaned line; the database's error would tell what stands in it."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of the temporary tables of one file."""

    key: str

    def of(self, part: str) -> str:
        return f"ingest_{self.key}_{part}"


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with the layout that was found in it; its lines stand in the database with those of the others."""

    sheet: int
    layout: Layout
    name: str | None
    first_id: int = 0
    """The row id of the first line; ids start high while a transaction is open."""
    lines: int = 0
    unfinished: bool = False
    strict: bool = False
    """Even empty fields beyond the header are too many: the separator may be a decimal comma."""


def drop(cursor: Cursor, tables: Sequence[str]) -> None:
    """Free what is no longer needed."""
    for table in tables:
        cursor.execute(f"DROP TABLE IF EXISTS {table}")


def drop_views(cursor: Cursor, views: Sequence[str]) -> None:
    for view in views:
        cursor.execute(f"DROP VIEW IF EXISTS {view}")


def load_lines(cursor: Cursor, names: Names, found: Sequence[Found]) -> tuple[Table, ...]:
    """The lines of all sheets in one table, and the view ``lines`` that tells each one's sheet and number."""
    loaded, paths, several = names.of("loaded"), [str(one.sheet.path) for one in found], len(found) > 1
    sheet = ", (list_position($1, filename) - 1)::USMALLINT AS sheet" if several else ""
    cursor.execute(
        f"CREATE OR REPLACE TEMP TABLE {loaded} AS SELECT line{sheet} FROM read_csv($1, columns={{'line': 'VARCHAR'}},"
        " auto_detect=false, header=false, delim=$2, quote='', escape='', comment='', nullstr=$3, new_line='\\n',"
        f" max_line_size={MAX_BYTES}, filename={several})",
        [paths, RECORD, NEVER],
    )
    sheet = "sheet" if several else "0::USMALLINT"
    cursor.execute(f"SELECT {sheet}, min(rowid), count(*) FROM {loaded} GROUP BY ALL")
    places = {at: (first, lines) for at, first, lines in cursor.fetchall()}
    tables = tuple(
        Table(at, one.layout, one.sheet.name, *places[at], one.sheet.unfinished, one.sheet.strict)
        for at, one in enumerate(found)
    )
    cursor.execute(
        f"CREATE OR REPLACE TEMP VIEW {names.of('lines')} AS SELECT {sheet} AS sheet,"
        f" (rowid - {by_sheet(tables, lambda table: str(table.first_id))} + 1)::UINTEGER AS row, line FROM {loaded}"
    )
    return tables


def by_sheet(tables: Sequence[Table], of: Callable[[Table], str], sheet: str = "sheet") -> str:
    """The SQL expression of what each sheet has; a single one where all have the same."""
    each = [of(table) for table in tables]
    return each[0] if len(set(each)) == 1 else f"[{', '.join(each)}][{sheet} + 1]"


def quoted(text: str) -> str:
    """The text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"
