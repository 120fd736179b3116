"""What only the analyst can know of a file: asked where reading stopped."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analysis.model.kinds import Measurement, Role
from analysis.model.upload import Refused
from analysis.uploads import ClockForm, DateOrder, Unit
from pages.components.data.answers import answers, choose, give_roles, key_of, told
from pages.components.data.column_questions import ask_columns, column_choice
from pages.components.data.mapping import SIGNS, show_mapping
from pages.components.session import say

CHOICES: dict[str, tuple[str, tuple[object, ...]]] = {
    "ambiguous_date": ("date_order", tuple(DateOrder)),
    "ambiguous_number": ("decimal_sign", (",", ".")),
    "ambiguous_duration": ("clock_form", tuple(ClockForm)),
    "unknown_unit": ("unit", tuple(Unit)),
    "uncertain_encoding": ("encoding", ("utf-8", "cp1252", "cp865", "cp850", "mac_roman")),
    "breaks_not_subtracted": ("ignore_breaks", (True, False)),
    "wide_layout": ("wide", (Role.DATE, Role.EMPLOYEE, Role.WORKFLOW)),
    "sums_among_rows": ("sums_count", (True, False)),
    "same_as_above": ("same_as_above", (True, False)),
}
"""The option that answers each question, and what it can be."""


def ask(file: UploadedFile, refused: Refused, measurement: Measurement, workflows: Sequence[str]) -> None:
    """The question whose answer lets the file be read, and the columns as far as they were understood."""
    if refused.reason in CHOICES:
        ask_choice(file, refused.reason)
    elif refused.reason == "several_sheets":
        ask_sheets(file, refused)
    elif refused.needs_answer:
        ask_which_column(file, refused)
    elif refused.can_be_mapped:
        ask_columns(file, refused, measurement, workflows)
    show_mapping(file, refused, refused.columns, measurement)


def ask_choice(file: UploadedFile, reason: str) -> None:
    field, choices = CHOICES[reason]
    labels = {say(f"answer.{field}.{SIGNS.get(choice, choice)}"): choice for choice in choices}
    chosen = choose(file, say(f"answer.question.{field}"), labels, f"ask-{field}")
    if chosen is None:
        return
    if field == "ignore_breaks" and not labels[chosen]:
        st.info(say("answer.subtract_breaks"))
        return
    answers(file)[field] = labels[chosen]
    st.rerun()


def ask_sheets(file: UploadedFile, refused: Refused) -> None:
    """Several may count: they are read when all of them are chosen."""
    chosen = st.multiselect(
        say("answer.question.sheets"), refused.sheets, placeholder=say("upload.choose"), key=key_of(file, "ask-sheets")
    )
    if st.button(say("answer.read_sheets"), disabled=not chosen, key="read-sheets"):
        answers(file)["sheets"] = tuple(chosen)
        st.rerun()


def ask_which_column(file: UploadedFile, refused: Refused) -> None:
    """Of several columns for the same thing, the one that counts."""
    alike = [column for column in refused.columns if column.header in refused.found]
    labels = {column_choice(column): column for column in alike}
    chosen = choose(file, say("answer.question.roles"), labels, "ask-roles")
    if chosen is not None:
        others = [column for column in alike if column is not labels[chosen]]
        give_roles(file, [told(refused.columns, column, None) for column in others])
        st.rerun()
