"""Each column's distinct texts, and the table that says what each of them means."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.ingest.columns.staging import quoted
from analysis.ingest.columns.typed import Distinct, Parsed
from analysis.ingest.layout.layout import NAMES
from analysis.ingest.options import Cursor
from analysis.model.kinds import Role

_TYPES = {Role.DATE: "DATE", Role.END_DATE: "DATE", Role.VALUE: "DOUBLE", **dict.fromkeys(NAMES, "VARCHAR")}
MANY_NAMES = 10_000
"""Up to so many names a row keeps a number for its name, which takes a tenth of the room."""


def create_texts(cursor: Cursor, table: str, fields: str, roles: Sequence[Role]) -> None:
    """The distinct texts of every column, all columns in one pass."""
    texts, sets = ", ".join(f"t_{role}" for role in roles), ", ".join(f"(t_{role})" for role in roles)
    cursor.execute(
        f"CREATE OR REPLACE TEMP TABLE {table} AS SELECT {texts}, count(*) AS rows, min(row) AS first FROM {fields}"
        f" GROUP BY GROUPING SETS ({sets})"
    )


def distinct(cursor: Cursor, table: str, role: Role) -> list[Distinct]:
    """The distinct texts of a column; rows that end before it hold none."""
    cursor.execute(f"SELECT t_{role}, rows, first FROM {table} WHERE t_{role} IS NOT NULL ORDER BY 3, 1")
    return [Distinct(*row) for row in cursor.fetchall()]


def create_lookup(cursor: Cursor, table: str, role: Role, parsed: Sequence[Parsed]) -> None:
    """What each distinct text means."""
    kind = _TYPES.get(role, "BIGINT")
    value = f"unnest(?::{kind}[])"
    if role in NAMES:
        value += f"::{_name_type(parsed)}"
    cursor.execute(
        f"CREATE OR REPLACE TEMP TABLE {table} AS SELECT unnest(?::VARCHAR[]) AS text, {value} AS value,"
        " unnest(?::VARCHAR[]) AS reason, unnest(?::DATE[]) AS day",
        [
            [outcome.text for outcome in parsed],
            [outcome.value for outcome in parsed],
            [outcome.reason for outcome in parsed],
            [outcome.day for outcome in parsed],
        ],
    )


def _name_type(parsed: Sequence[Parsed]) -> str:
    """The type of a column of names; sorted, so that the numbers have the order of the names."""
    names = sorted({str(outcome.value) for outcome in parsed if outcome.value is not None})
    return f"ENUM({', '.join(map(quoted, names))})" if 0 < len(names) <= MANY_NAMES else "VARCHAR"
