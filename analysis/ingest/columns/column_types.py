"""Typing the staged columns, each from all its distinct texts at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.ingest.codes import Refusal, Rejection
from analysis.ingest.columns.clock_times import type_clock_times
from analysis.ingest.columns.counts import type_counts, without_needing
from analysis.ingest.columns.date_column import Habit, date_style, type_dates
from analysis.ingest.columns.duration_column import Setting, type_durations
from analysis.ingest.columns.labels import type_labels
from analysis.ingest.columns.lookups import create_lookup, distinct
from analysis.ingest.columns.period_column import type_days, type_periods
from analysis.ingest.columns.staging import Names
from analysis.ingest.columns.typed import Distinct, Typed
from analysis.ingest.columns.value_column import create_other_scale, type_values
from analysis.ingest.kinds import BY_PERIOD, most_in_a_row
from analysis.ingest.layout.layout import LABELS, NAMES, Column, Fault, Layout
from analysis.ingest.layout.sheet_names import Found
from analysis.ingest.layout.spelling import is_danish
from analysis.ingest.options import Cursor, ReadOptions
from analysis.ingest.steps import COLUMNS_FROM, ROWS_FROM
from analysis.ingest.values.cells import is_null
from analysis.ingest.values.dates import DateStyle
from analysis.model.kinds import Role
from analysis.model.upload import Doubt

_TWELVE_HOURS = re.compile(r"(?i)\d ?[ap]\.?m")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns to be typed: their table, their layout and the answers."""

    cursor: Cursor
    names: Names
    table: Found
    options: ReadOptions

    @property
    def layout(self) -> Layout:
        return self.table.layout

    def texts(self, role: Role) -> list[Distinct]:
        return distinct(self.cursor, self.names.of("texts"), role)

    def column(self, role: Role) -> Column | None:
        return next(iter(self.layout.of(role)), None)


def type_columns(columns: Columns, roles: Sequence[Role]) -> tuple[Doubt, ...] | Fault:
    """A lookup table for every role, and the doubts; or the first fault that stops the file."""
    style = _style(columns)
    if isinstance(style, Fault):
        return style
    doubts: tuple[Doubt, ...] = ()
    for number, role in enumerate(roles):
        columns.options.progress(COLUMNS_FROM + (ROWS_FROM - COLUMNS_FROM) * (number + 1) / (len(roles) + 1), "columns")
        typed = _typed(columns, role, style)
        if typed.fault:
            return Fault(Refusal.NOT_FILLED_IN) if typed.fault.missing and _is_unfilled(columns, roles) else typed.fault
        create_lookup(columns.cursor, columns.names.of(role), role, typed.parsed)
        doubts += typed.doubts
    if Role.VALUE in roles:
        create_other_scale(columns.cursor, columns.names, columns.texts(Role.VALUE))
    return doubts


def _style(columns: Columns) -> DateStyle | Fault:
    """How the file writes dates; nothing to tell where dates play no role."""
    if Role.DATE not in columns.options.measurement.needed:
        return DateStyle(None)
    column = columns.column(Role.DATE)
    told = columns.options.date_order or (column.match.order if column else None)
    tool = columns.layout.tool
    danish = is_danish(columns.layout.headers)
    habit = Habit(told, tool.date_order if tool and _is_american(columns) else None, danish, columns.table.sheet.epoch)
    return date_style(columns.texts(Role.DATE), habit)


def _is_american(columns: Columns) -> bool:
    """Whether the times of day are those of a 12-hour clock: who chose another clock chose another order of dates."""
    if not all(columns.layout.has(role) for role in (Role.START, Role.END, Role.DURATION)):
        return True
    return any(_TWELVE_HOURS.search(text.text) for text in columns.texts(Role.START))


def _typed(columns: Columns, role: Role, style: DateStyle) -> Typed:
    """One column's texts, by its role."""
    texts = columns.texts(role)
    column, kind = columns.column(role), columns.options.measurement
    header = column.header if column else ""
    if role is Role.DATE:
        typed = (type_periods if _is_by_period(columns) else type_days)(texts, style, header)
    elif role is Role.END_DATE:
        typed = type_dates(texts, style)
    elif role in NAMES:
        typed = type_labels(texts, role, header, columns.options)
    elif role in (Role.COUNT, Role.TOTAL):
        typed = type_counts(texts, header, columns.options.decimal_sign, most_in_a_row(kind))
        typed = typed if role in kind.needed else without_needing(typed, texts)
    elif role is Role.VALUE:
        typed = type_values(texts, header, columns.options.decimal_sign)
    elif role in (Role.START, Role.END):
        typed = type_clock_times(texts, style)
    else:
        typed = type_durations(texts, _setting(columns, role))
    return typed if _has_values(typed) or role in kind.optional else _without_values(columns, typed, role)


def _is_by_period(columns: Columns) -> bool:
    """Whether a row may stand for a week or a month: nobody's registrations do."""
    named = columns.texts(Role.EMPLOYEE) if columns.layout.has(Role.EMPLOYEE) else []
    return columns.options.measurement in BY_PERIOD and all(is_null(text.text) for text in named)


def _setting(columns: Columns, role: Role) -> Setting:
    """What is known of a time column beside its values."""
    layout, options = columns.layout, columns.options
    match = layout.of(role)[0].match
    told = None if match.unit and role in (Role.HOURS, Role.MINUTES) else options.unit
    return Setting(
        header=layout.of(role)[0].header,
        unit=told or match.unit,
        clock=options.clock_form or match.clock,
        decimal_sign=options.decimal_sign,
        may_be_time_of_day=match.is_vague and not options.clock_form,
        is_decimal=bool(options.unit or layout.tool),
        per_day=layout.wide is Role.DATE,
        is_answered=told is not None,
    )


def _has_values(typed: Typed) -> bool:
    return bool(typed.fault) or not typed.parsed or any(outcome.value is not None for outcome in typed.parsed)


def _without_values(columns: Columns, typed: Typed, role: Role) -> Typed:
    """A needed column that is there but empty throughout is as good as missing."""
    empty = all(outcome.reason == Rejection.MISSING_VALUE for outcome in typed.parsed)
    headers = tuple(filter(None, columns.layout.headers))
    return Typed(fault=Fault(Refusal.MISSING_COLUMN, headers, (role,))) if empty and typed.parsed else typed


def _is_unfilled(columns: Columns, roles: Sequence[Role]) -> bool:
    """Whether nothing measured stands in any row, or nobody in a staff list: a template as it was handed out."""
    filled_in = [role for role in roles if role not in LABELS] or [Role.EMPLOYEE]
    return all(is_null(text.text) for role in filled_in for text in columns.texts(role))
