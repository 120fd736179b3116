"""Personal identity numbers anywhere in the table: counted, never kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from analysis.ingest.codes import Warn
from analysis.ingest.columns.staging import Names, Table, by_sheet, quoted
from analysis.ingest.columns.typed import EXAMPLES
from analysis.ingest.layout.layout import Layout
from analysis.ingest.layout.sheets import Sheet
from analysis.ingest.options import Cursor
from analysis.ingest.text.encoding import chunks
from analysis.ingest.values.cpr import RUN, SHAPE, is_cpr_like, is_possible, names_cpr
from analysis.ingest.values.long_numbers import has_long_numbers
from analysis.model.upload import Doubt

MOST_TRIED = 8
"""Where more blocks have long numbers, the database looks through all of them in less time."""


def personal_numbers(
    cursor: Cursor, names: Names, tables: Sequence[Table], sheets: Sequence[Sheet]
) -> tuple[Doubt, ...]:
    """The lines that hold what looks like such a number, in whatever column."""
    if _are_all_typed(cursor, names, tables) and not _is_among_texts(cursor, names, tables):
        return ()
    looked = [table for table, sheet in zip(tables, sheets, strict=True) if _is_worth_a_search(table, sheet.path)]
    declared = [table for table in looked if _test_of(table) is is_possible]
    others = [table for table in looked if table not in declared]
    lines = [
        *_lines_with_numbers(cursor, names, declared, is_possible),
        *_lines_with_numbers(cursor, names, others, is_cpr_like),
    ]
    return (Doubt(Warn.CPR_LIKE, len(lines), tuple(lines[:EXAMPLES])),) if lines else ()


def _lines_with_numbers(
    cursor: Cursor, names: Names, tables: Sequence[Table], test: Callable[[str], bool]
) -> list[int]:
    """The lines of some sheets in which a number passes the test."""
    if not tables:
        return []
    found = f"unnest(regexp_extract_all(line, {quoted(RUN)})) AS run"
    sheets = ", ".join(str(table.sheet) for table in tables)
    likely = f"sheet IN ({sheets}) AND regexp_matches(line, {quoted(SHAPE)})"
    runs = f"SELECT sheet, row, {found} FROM {names.of('lines')} WHERE {likely}"
    cursor.execute(f"SELECT run FROM ({runs}) WHERE regexp_matches(run, {quoted(SHAPE)}) GROUP BY run")
    numbers = [run for (run,) in cursor.fetchall() if test(run)]
    if not numbers:
        return []
    cursor.execute(f"SELECT DISTINCT sheet, row FROM ({runs}) WHERE run IN (SELECT unnest(?)) ORDER BY ALL", [numbers])
    return [row for _, row in cursor.fetchall()]


def _are_all_typed(cursor: Cursor, names: Names, tables: Sequence[Table]) -> bool:
    """Whether every field of every row is among the distinct texts: each column has a role of its own."""
    cursor.execute(f"SELECT count(fields) FROM {names.of('rows')}")
    if cursor.fetchall()[0][0]:
        return False
    cursor.execute(f"SELECT column_name FROM (DESCRIBE {names.of('texts')})")
    staged = {name for (name,) in cursor.fetchall()}
    return all(_is_all_typed(table.layout, staged) for table in tables)


def _is_all_typed(layout: Layout, staged: set[str]) -> bool:
    columns = {f"t_{column.role}" for column in layout.columns}
    return not layout.series and len(columns) == len(layout.columns) == len(layout.headers) and columns <= staged


def _is_among_texts(cursor: Cursor, names: Names, tables: Sequence[Table]) -> bool:
    """Whether such a number stands above the rows, or in one of the few texts that millions of rows share."""
    header = by_sheet(tables, lambda table: str(table.layout.header_row))
    above = f"SELECT line AS text FROM {names.of('lines')} WHERE row <= {header}"
    typed = f"SELECT unnest([*COLUMNS('t_.*')]) FROM {names.of('texts')}"
    cursor.execute(f"SELECT string_agg(text, chr(10)) FROM ({above} UNION ALL {typed})")
    text = cursor.fetchall()[0][0]
    return has_long_numbers(text.encode()) and any(_test_of(table)(text) for table in tables)


def _is_worth_a_search(table: Table, path: Path) -> bool:
    """Whether a line may hold such a number; a period in the title only looks like one, and is tried at once."""
    test, tried = _test_of(table), 0
    for chunk in chunks(path):
        if has_long_numbers(chunk):
            tried += 1
            if tried > MOST_TRIED or test(chunk.decode("utf-8", "replace")):
                return True
    return False


def _test_of(table: Table) -> Callable[[str], bool]:
    """Where a heading says that the numbers are such, they need not pass modulus 11."""
    return is_possible if any(map(names_cpr, table.layout.headers)) else is_cpr_like
