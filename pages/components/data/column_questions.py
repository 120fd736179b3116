"""Which column is what: asked where the file has a role under no name that is known."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analysis.language.sentences import role_key
from analysis.model.kinds import Measurement, Role
from analysis.model.upload import ColumnMatch, Refused
from pages.components.data.answers import answers, choose, give_roles, key_of, role_answers, told
from pages.components.session import say

LETTERS = 26


def ask_columns(file: UploadedFile, refused: Refused, measurement: Measurement, workflows: Sequence[str]) -> None:
    """One question for each role that is missing."""
    played = {column.role for column in refused.columns}
    for role in refused.missing or [role for role in measurement.needed if role not in played]:
        ask_column(file, refused, role, measurement, workflows)


def ask_column(
    file: UploadedFile, refused: Refused, role: Role, measurement: Measurement, workflows: Sequence[str]
) -> None:
    """A column, no column where the role can be done without, or one workflow for all rows."""
    columns = [column for column in refused.columns if column.role is not role]
    by_label: dict[str, ColumnMatch | str | None] = {column_choice(column): column for column in columns}
    is_series = measurement is Measurement.SERIES
    if role is Role.WORKFLOW and not is_series:
        by_label |= {say("answer.all_rows", name=name): name for name in workflows}
    if role in measurement.optional:
        by_label[say("answer.no_such")] = None
    chosen = choose(file, say(f"answer.column.{role_key(role, measurement)}"), by_label, f"ask-column-{role}")
    if chosen is not None:
        keep(file, refused.columns, role, by_label[chosen])
    if (
        role is Role.WORKFLOW
        and is_series
        and (name := st.text_input(say("answer.name_of_all"), key=key_of(file, "ask-name")))
    ):
        keep(file, refused.columns, role, name)


def keep(file: UploadedFile, columns: Sequence[ColumnMatch], role: Role, chosen: ColumnMatch | str | None) -> None:
    if isinstance(chosen, ColumnMatch):
        give_roles(file, role_answers(columns, chosen, role))
    elif chosen is None:
        give_roles(file, [told(columns, column, None) for column in columns if column.role is None])
    else:
        give_roles(file, [told(columns, column, None) for column in columns if column.role is role])
        answers(file)["default_workflow"] = chosen
    st.rerun()


def column_choice(column: ColumnMatch) -> str:
    """The column as Excel shows it: its letter, its heading, its first values."""
    values = f" ({' · '.join(column.examples)})" if column.examples else ""
    return f"{letter(column.place or 0)}: {column.header}{values}"


def letter(place: int) -> str:
    """What Excel calls a column.

    >>> letter(0), letter(25), letter(26), letter(701), letter(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    before, last = divmod(place, LETTERS)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)
