"""Where a row's time comes from: one column, two that add up or agree, or start and end."""

from __future__ import annotations

from analysis.ingest.codes import Refusal, Rejection
from analysis.ingest.columns.lookups import distinct
from analysis.ingest.columns.staging import Names, quoted
from analysis.ingest.layout.layout import Fault, Layout
from analysis.ingest.options import Cursor, ReadOptions, Unit
from analysis.ingest.values.cells import UNCALCULATED, is_nothing
from analysis.model.kinds import Role

HOUR_MS = 3_600_000
ROUNDING_MS = 36_000
"""Hours with two decimals differ from their minutes by no more."""


def time_roles(layout: Layout) -> tuple[Role, ...] | Fault:
    """The roles that a row's time is read from."""
    durations = layout.of(Role.DURATION)
    if len(durations) > 1 and not layout.series:
        return Fault(Refusal.SEVERAL_DURATION_COLUMNS, tuple(column.header for column in durations))
    if durations:
        return (Role.DURATION,)
    if layout.has(Role.HOURS) and layout.has(Role.MINUTES):
        return (Role.HOURS, Role.MINUTES)
    return (Role.START, Role.END, Role.END_DATE) if layout.has(Role.END_DATE) else (Role.START, Role.END)


def unused_breaks(cursor: Cursor, names: Names, layout: Layout, options: ReadOptions) -> Fault | None:
    """The refusal where time would come from start and end although breaks are written beside them."""
    columns = layout.of(Role.BREAK)
    if not columns or options.ignore_breaks:
        return None
    texts = [text.text for text in distinct(cursor, names.of("texts"), Role.BREAK)]
    filled = [text for text in texts if text == UNCALCULATED or not is_nothing(text)]
    return Fault(Refusal.BREAKS_NOT_SUBTRACTED, tuple(column.header for column in columns)) if filled else None


def two_columns(cursor: Cursor, names: Names, layout: Layout) -> tuple[Role, ...] | Fault:
    """Two time columns that say the same (then minutes), or whole hours and the minutes beyond them (then both).

    An empty cell of the two is nothing, as beside 45 minutes.
    """
    missing, both = quoted(Rejection.MISSING_VALUE), "h.value IS NOT NULL AND m.value IS NOT NULL"
    hours, minutes = "coalesce(h.value, 0)", "coalesce(m.value, 0)"
    cursor.execute(
        f"SELECT coalesce(bool_and(abs(h.value - m.value) <= {ROUNDING_MS}) FILTER ({both}), false),"
        f" coalesce(bool_and({hours} % {HOUR_MS} = 0 AND {minutes} < {HOUR_MS}), false),"
        f" coalesce(bool_and({hours} = round({minutes} / {HOUR_MS}) * {HOUR_MS}), false) AND max(h.value) > 0"
        f" FROM {names.of('fields')} LEFT JOIN {names.of(Role.HOURS)} AS h ON h.text = t_hours"
        f" LEFT JOIN {names.of(Role.MINUTES)} AS m ON m.text = t_minutes"
        f" WHERE coalesce(h.reason, {missing}) = {missing} AND coalesce(m.reason, {missing}) = {missing}"
    )
    same, parts, rounded = cursor.fetchall()[0]
    columns = (*layout.of(Role.HOURS), *layout.of(Role.MINUTES))
    units = [column.match.unit for column in columns]
    if same:
        return (Role.MINUTES,)
    if parts and not rounded and units == [Unit.HOURS, Unit.MINUTES]:
        return (Role.HOURS, Role.MINUTES)
    return Fault(Refusal.SEVERAL_DURATION_COLUMNS, tuple(column.header for column in columns))
