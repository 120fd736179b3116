"""A written duration beside start and end: do they agree?"""

from __future__ import annotations

from analysis.ingest.codes import Warn
from analysis.ingest.columns.clock_times import type_clock_times
from analysis.ingest.columns.column_types import Columns
from analysis.ingest.columns.lookups import create_lookup
from analysis.ingest.columns.typed import EXAMPLES
from analysis.ingest.values.dates import DateStyle
from analysis.model.kinds import Role
from analysis.model.upload import Doubt

CLOCKS = (Role.START, Role.END)
ROUNDING_MS = 60_000
DAY_MS = 24 * 3600 * 1000


def clock_doubt(columns: Columns) -> tuple[Doubt, ...]:
    """The rows whose duration is not the time between start and end, whole days apart."""
    for role in CLOCKS:
        typed = type_clock_times(columns.texts(role), DateStyle(None))
        create_lookup(columns.cursor, columns.names.of(role), role, typed.parsed)
    difference = f"(e.value - s.value - d.value + {2 * DAY_MS}) % {DAY_MS}"
    columns.cursor.execute(
        f"SELECT row FROM {columns.names.of('fields')}"
        f" JOIN {columns.names.of(Role.START)} AS s ON s.text = t_start AND s.reason IS NULL"
        f" JOIN {columns.names.of(Role.END)} AS e ON e.text = t_end AND e.reason IS NULL"
        f" JOIN {columns.names.of(Role.DURATION)} AS d ON d.text = t_duration AND d.reason IS NULL"
        f" WHERE {difference} BETWEEN {ROUNDING_MS} AND {DAY_MS - ROUNDING_MS} ORDER BY row"
    )
    rows = [row for (row,) in columns.cursor.fetchall()]
    return (Doubt(Warn.DURATION_DIFFERS, len(rows), tuple(rows[:EXAMPLES])),) if rows else ()
