"""What only the analyst can know of a file: asked where reading stopped, kept as long as the file is on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analysis.language.sentences import role_word
from analysis.model.kinds import Measurement, Role
from analysis.model.upload import ColumnMatch, Grain, Refused
from analysis.report.read_rows import read_rows_table
from analysis.uploads import ClockForm, DateOrder, ReadFile, ReadOptions, RoleAnswer, StaffFile, Unit
from pages.components.exhibits import is_narrow, show_table
from pages.components.session import language, say
from pages.components.words import plain

CHOICES: dict[str, tuple[str, tuple[object, ...]]] = {
    "ambiguous_date": ("date_order", tuple(DateOrder)),
    "ambiguous_number": ("decimal_sign", (",", ".")),
    "ambiguous_duration": ("clock_form", tuple(ClockForm)),
    "unknown_unit": ("unit", tuple(Unit)),
    "uncertain_encoding": ("encoding", ("utf-8", "cp1252", "cp865", "cp850", "mac_roman")),
    "breaks_not_subtracted": ("ignore_breaks", (True,)),
    "wide_layout": ("wide", (Role.DATE, Role.EMPLOYEE, Role.WORKFLOW)),
}
"""The option that answers each question, and what it can be."""
DURATIONS = (Role.START, Role.END, Role.HOURS, Role.MINUTES, Role.END_DATE, Role.BREAK)
SIGNS = {",": "comma", ".": "point", True: "yes", "utf-8": "utf8"}


def options(file: UploadedFile, grain: Grain, measurement: Measurement) -> ReadOptions:
    """How to read the file, with all that was answered so far."""
    return replace(ReadOptions(grain=grain, measurement=measurement), **answers(file))


def answers(file: UploadedFile) -> dict[str, object]:
    kept: dict[str, dict[str, object]] = st.session_state.setdefault("answers", {})
    return kept.setdefault(file.file_id, {})


def ask(file: UploadedFile, refused: Refused) -> None:
    """The question whose answer lets the file be read."""
    reason = str(refused.reason)
    if reason in CHOICES:
        field, choices = CHOICES[reason]
        labels = {say(f"answer.{field}.{SIGNS.get(choice, choice)}"): choice for choice in choices}
    elif reason == "several_sheets":
        field, labels = "sheets", {plain(sheet): (sheet,) for sheet in refused.found}
    else:
        field, labels = "roles", {plain(header): only(header, refused.found) for header in refused.found}
    chosen = st.selectbox(
        say(f"answer.question.{field}"), list(labels), None, placeholder=say("upload.choose"), key=f"ask-{field}"
    )
    if chosen is not None:
        answers(file)[field] = merged(answers(file).get(field), labels[chosen])
        st.rerun()


def only(header: str, headers: Sequence[str]) -> tuple[RoleAnswer, ...]:
    """Of several columns for the same thing, the one that counts."""
    return tuple(RoleAnswer(other, None) for other in headers if other != header)


def merged(before: object, now: object) -> object:
    """Roles add up; any other answer replaces the one before."""
    if isinstance(before, tuple) and isinstance(now, tuple) and all(isinstance(each, RoleAnswer) for each in now):
        changed = {answer.header for answer in now}
        return (*(answer for answer in before if answer.header not in changed), *now)
    return now


def show_columns(file: UploadedFile, read: ReadFile | StaffFile) -> None:
    """What each column was taken for and why, to be confirmed or changed."""
    columns, measurement = read.ingested.columns, read.ingested.measurement
    roles = [None, *possible_roles(measurement)]
    if isinstance(read, ReadFile) and read.remembered:
        st.info(say("upload.remembered"))
    st.subheader(say("columns.read"))
    table = read_rows_table(read.ingested, language())
    if table.rows:
        st.markdown(say("columns.read_text"))
        show_table(table.without_details if is_narrow() else table, say("columns.read"))
    with st.expander(say("columns.title", number=len(columns))):
        st.markdown(say("columns.text"))
        for place, column in enumerate(columns):
            st.selectbox(
                label(column),
                roles,
                roles.index(column.role),
                format_func=lambda role: role_word(role, measurement, language()) if role else say("columns.unused"),
                key=f"role-{file.file_id}-{place}-{column.role}",
                on_change=partial(change_role, file, column.header, f"role-{file.file_id}-{place}-{column.role}"),
            )
            if column.examples:
                st.caption(say("columns.examples", values=" · ".join(map(plain, column.examples))))
    if answers(file) and st.button(say("columns.forget"), type="tertiary"):
        answers(file).clear()
        st.rerun()


def possible_roles(measurement: Measurement) -> list[Role]:
    """The roles that a file of this sort can have; a duration may stand in several columns."""
    asked = {*measurement.needed, *measurement.optional}
    timed = set(DURATIONS) if Role.DURATION in asked else set()
    return [role for role in Role if role in asked | timed]


def label(column: ColumnMatch) -> str:
    if column.role is None and column.evidence != "answer":
        return plain(column.header)
    return f"{plain(column.header)} :gray[({say(f'columns.evidence.{column.evidence}')})]"


def change_role(file: UploadedFile, header: str, key: str) -> None:
    answer = (RoleAnswer(header, st.session_state[key]),)
    answers(file)["roles"] = merged(answers(file).get("roles", ()), answer)
