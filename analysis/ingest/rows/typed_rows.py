"""The typed rows: every registration with its values, or the first reason why it cannot count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.ingest.codes import Rejection
from analysis.ingest.columns.staging import Names, Table, by_sheet, quoted
from analysis.ingest.columns.typed import TOTAL
from analysis.ingest.columns.value_column import OTHER_SCALE
from analysis.ingest.options import Cursor
from analysis.ingest.values.cells import OVERLONG, UNBALANCED
from analysis.ingest.values.durations import MAX_MS
from analysis.model.kinds import Measurement, Role

DAY_MS = 24 * 3600 * 1000
_ORDER = (
    Role.DATE,
    Role.EMPLOYEE,
    Role.TARGET_GROUP,
    Role.WORKFLOW,
    Role.DURATION,
    Role.HOURS,
    Role.MINUTES,
    Role.START,
    Role.END,
    Role.COUNT,
    Role.TOTAL,
    Role.VALUE,
)
_VALUES = (
    (Role.DATE, "work_date", "DATE"),
    (Role.EMPLOYEE, "employee", "VARCHAR"),
    (Role.TARGET_GROUP, "target_group", "VARCHAR"),
    (Role.WORKFLOW, "workflow", "VARCHAR"),
    (Role.DURATION, "duration_ms", "BIGINT"),
    (Role.COUNT, "count", "BIGINT"),
    (Role.TOTAL, "total", "BIGINT"),
    (Role.VALUE, "value", "DOUBLE"),
)
"""The columns of the rows that count, whether the file has the role or not; a duration always stands there."""
_REASON = f"ENUM({', '.join(map(quoted, (TOTAL, *Rejection)))})"
_CULPRIT = f"ENUM({', '.join(map(quoted, ('', *Role)))})"
"""A byte each where two texts would take 32, in millions of rows of which most have neither."""
_TIMES = frozenset({Role.DURATION, Role.MINUTES, Role.HOURS, Role.END})


@dataclass(frozen=True, slots=True)
class Step:
    """One check of a row, in SQL: where it fails, the reason it gives, and the role at fault."""

    when: str
    reason: str
    culprit: str = ""


def create_rows(cursor: Cursor, names: Names, roles: Sequence[Role], kind: Measurement) -> None:
    """The joined rows, with ``reason`` and ``culprit`` (a role) where one cannot count; only columns with a role."""
    joins = " ".join(f"LEFT JOIN {names.of(role)} AS l_{role} ON l_{role}.text = t_{role}" for role in roles)
    faulty = _faulty(cursor, names, roles)
    each = [_value_step(role, roles) for role in _ORDER if role in faulty]
    steps = [*_line_steps(roles, kind), *each, *_scale_steps(names, roles), *_sum_steps(roles)]
    reason = " ".join(f"WHEN {step.when} THEN {step.reason}" for step in steps)
    culprit = " ".join(f"WHEN {step.when} THEN {quoted(step.culprit)}" for step in steps)
    values = ", ".join(f"{_value(role, roles)} AS {name}" for role, name, _ in _VALUES if _is_there(role, roles))
    cursor.execute(
        f"CREATE OR REPLACE TEMP TABLE {names.of('rows')} AS SELECT row AS source_row, sheet AS sheet_index, series,"
        f" fields, {values}, CASE {reason} END::{_REASON} AS reason, CASE {culprit} END::{_CULPRIT} AS culprit"
        f" FROM {names.of('fields')} {joins}"
    )


def _faulty(cursor: Cursor, names: Names, roles: Sequence[Role]) -> set[Role]:
    """The roles of which some text has a reason: no row needs to be asked about the others."""
    reasons = " UNION ALL ".join(f"SELECT '{role}' AS role, reason FROM {names.of(role)}" for role in roles)
    cursor.execute(f"SELECT DISTINCT role FROM ({reasons}) WHERE reason IS NOT NULL")
    return {Role(role) for (role,) in cursor.fetchall()}


def create_counting(cursor: Cursor, names: Names, tables: Sequence[Table], roles: Sequence[Role], view: str) -> None:
    """The rows that count, with every column that the caller may ask for and their ``place`` among all rows."""
    values = ", ".join(name if _is_there(role, roles) else f"NULL::{kind} AS {name}" for role, name, kind in _VALUES)
    cursor.execute(
        f"CREATE OR REPLACE TEMP VIEW {view} AS SELECT source_row, {_sheet_name(tables)} AS sheet,"
        f" {values}, rowid AS place FROM {names.of('rows')} WHERE reason IS NULL"
    )


def _is_there(role: Role, roles: Sequence[Role]) -> bool:
    return role in roles or role is Role.DURATION


def _value(role: Role, roles: Sequence[Role]) -> str:
    """The SQL expression of a column's value."""
    return _duration(roles) if role is Role.DURATION else f"l_{role}.value"


def _sheet_name(tables: Sequence[Table]) -> str:
    return by_sheet(tables, lambda table: _literal(table.name), "sheet_index")


def _literal(name: str | None) -> str:
    return "NULL::VARCHAR" if name is None else quoted(name)


def _line_steps(roles: Sequence[Role], kind: Measurement) -> list[Step]:
    """Faults of the line as a whole."""
    may_lack = {Role.END_DATE, *({Role.TARGET_GROUP, Role.COUNT} & set(kind.optional))}
    short = " OR ".join(f"t_{role} IS NULL" for role in roles if role not in may_lack)
    return [
        Step(f"mark = {quoted(OVERLONG)}", quoted(Rejection.LINE_TOO_LONG)),
        Step(f"mark = {quoted(UNBALANCED)}", quoted(Rejection.UNBALANCED_QUOTE)),
        Step(f"cut_off OR {short}", quoted(Rejection.TOO_FEW_FIELDS)),
    ]


def _value_step(role: Role, roles: Sequence[Role]) -> Step:
    """The reason of one column; hours or minutes may be empty where the other is not."""
    when = f"l_{role}.reason IS NOT NULL"
    if Role.HOURS in roles and role in (Role.HOURS, Role.MINUTES):
        other = Role.MINUTES if role is Role.HOURS else Role.HOURS
        missing = quoted(Rejection.MISSING_VALUE)
        when += f" AND NOT (l_{role}.reason = {missing} AND coalesce(l_{other}.reason, '') <> {missing})"
    return Step(when, f"l_{role}.reason", role)


def _scale_steps(names: Names, roles: Sequence[Role]) -> list[Step]:
    """Percentages among plain numbers of one indicator, or the other way round."""
    if Role.VALUE not in roles:
        return []
    is_other = f"(l_workflow.value::VARCHAR, t_value) IN (FROM {names.of(OTHER_SCALE)})"
    return [Step(is_other, quoted(Rejection.AMBIGUOUS_NUMBER), Role.VALUE)]


def _sum_steps(roles: Sequence[Role]) -> list[Step]:
    """Limits of what two columns say together."""
    if Role.TOTAL in roles:
        return [Step("l_count.value > l_total.value", quoted(Rejection.MORE_THAN_TOTAL), Role.COUNT)]
    if Role.HOURS not in roles and Role.START not in roles:
        return []
    duration, last = _duration(roles), Role.END if Role.END in roles else Role.HOURS
    return [
        Step(f"{duration} < 0", quoted(Rejection.END_BEFORE_START), last),
        Step(f"{duration} > {MAX_MS}", quoted(Rejection.IMPLAUSIBLE), last),
    ]


def _duration(roles: Sequence[Role]) -> str:
    """The SQL expression of a row's milliseconds."""
    if not _TIMES & set(roles):
        return "NULL::BIGINT"
    if Role.DURATION in roles:
        return "l_duration.value"
    if Role.MINUTES in roles and Role.HOURS not in roles:
        return "l_minutes.value"
    if Role.HOURS in roles:
        return "coalesce(l_hours.value, 0) + coalesce(l_minutes.value, 0)"
    end_date = "l_end_date.value, " if Role.END_DATE in roles else ""
    started, ended = "coalesce(l_start.day, l_date.value)", f"coalesce(l_end.day, {end_date}l_start.day, l_date.value)"
    return f"l_end.value - l_start.value + {DAY_MS} * date_diff('day', {started}, {ended})"
