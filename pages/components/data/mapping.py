"""What each column of a file was taken for and why, to be confirmed or changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analysis.language.sentences import role_word
from analysis.model.kinds import Measurement, Role
from analysis.model.upload import ColumnMatch, Refused
from analysis.report.read_rows import read_rows_table
from analysis.uploads import ReadFile, StaffFile
from pages.components.data.answers import answers, begin_with, forget_answers, give_roles, read_afresh, role_answers
from pages.components.exhibits import is_narrow, show_table
from pages.components.session import language, say, say_count
from pages.components.words import as_label, plain

DURATIONS = (Role.START, Role.END, Role.HOURS, Role.MINUTES, Role.END_DATE, Role.BREAK)
REMEMBERED = ("date_order", "decimal_sign", "unit", "clock_form")
SIGNS = {",": "comma", ".": "point", True: "yes", False: "no", "utf-8": "utf8"}
"""What the catalogues call an answer that is no name."""


def show_read(file: UploadedFile, read: ReadFile | StaffFile) -> None:
    """The first rows as they would count, and the columns they come from."""
    if isinstance(read, ReadFile) and read.remembered:
        show_remembered(file, read)
    st.subheader(say("columns.read"))
    table = read_rows_table(read.ingested, language())
    if table.rows:
        st.markdown(say("columns.read_text"))
        show_table(table.without_details if is_narrow() else table, say("columns.read"))
    show_mapping(file, read, read.ingested.columns, read.ingested.measurement)


def show_remembered(file: UploadedFile, read: ReadFile) -> None:
    """What is taken from an earlier file, and a way to read this one without it."""
    known = {name: getattr(read.options, name) for name in REMEMBERED}
    said = [say(f"answer.{name}.{SIGNS.get(value, value)}") for name, value in known.items() if value]
    also = " " + say("upload.remembered_also", answers=", ".join(said)) if said else ""
    st.info(say("upload.remembered") + plain(also))
    st.button(say("upload.forget_memory"), type="tertiary", on_click=read_afresh, args=(file,), key="afresh")


def show_mapping(
    file: UploadedFile,
    read: ReadFile | StaffFile | Refused,
    columns: Sequence[ColumnMatch],
    measurement: Measurement,
) -> None:
    """One field a column; open where somebody is about to put it right, and shown however the file was read."""
    is_refused = isinstance(read, Refused)
    if columns:
        with st.expander(say_count("columns.title", len(columns)), expanded=is_refused and "roles" in answers(file)):
            st.markdown(say("columns.refused_text" if is_refused else "columns.text"))
            for column in columns:
                ask_role(file, read, column, columns, measurement)
    if answers(file):
        st.button(say("columns.forget"), type="tertiary", on_click=forget_answers, args=(file,), key="forget-answers")


def ask_role(
    file: UploadedFile,
    read: ReadFile | StaffFile | Refused,
    column: ColumnMatch,
    columns: Sequence[ColumnMatch],
    measurement: Measurement,
) -> None:
    roles = [None, *possible_roles(measurement)]
    key = f"role-{file.file_id}-{column.place}-{column.role}"
    st.selectbox(
        as_label(column.header),
        roles,
        roles.index(column.role),
        format_func=lambda role: role_word(role, measurement, language()) if role else say("columns.unused"),
        key=key,
        on_change=partial(change_role, file, read, column, columns, key),
    )
    st.caption(" · ".join(evidence(column)))


def evidence(column: ColumnMatch) -> list[str]:
    """Why the column was taken for what it is, and what stands in it."""
    known = column.role is not None or column.evidence == "answer"
    why = [say(f"columns.evidence.{column.evidence}")] if known else []
    values = say("columns.examples", values=" · ".join(map(plain, column.examples)))
    return [*why, values] if column.examples else why


def possible_roles(measurement: Measurement) -> list[Role]:
    """The roles that a file of this sort can have; a duration may stand in several columns."""
    asked = {*measurement.needed, *measurement.optional}
    timed = set(DURATIONS) if Role.DURATION in asked else set()
    return [role for role in Role if role in asked | timed]


def change_role(
    file: UploadedFile,
    read: ReadFile | StaffFile | Refused,
    column: ColumnMatch,
    columns: Sequence[ColumnMatch],
    key: str,
) -> None:
    if isinstance(read, ReadFile):
        begin_with(file, read)
    give_roles(file, role_answers(columns, column, st.session_state[key]))
