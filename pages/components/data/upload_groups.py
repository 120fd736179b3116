"""Which target group an employee of a file belongs to, where the file says several or none."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis.model.storing import LabelMatch
from analysis.uploads import ReadFile
from pages.components.session import say, say_count
from pages.components.words import as_label


def ask_what_groups_are(file: ReadFile) -> bool:
    """Whether the column that looks like target groups holds kinds of case."""
    heading = say_count("upload.several_groups", len(file.in_several_groups))
    st.subheader(heading)
    st.markdown(say("upload.several_groups_text"))
    choices = {say("upload.groups_are_cases"): True, say("upload.groups_per_employee"): False}
    chosen = st.radio(heading, list(choices), None, key="groups-are-cases", label_visibility="collapsed")
    return choices.get(chosen or "", False)


def ask_group_of_each(employees: Sequence[str], groups: Sequence[str]) -> tuple[LabelMatch, ...]:
    if st.session_state.get("groups-are-cases") != say("upload.groups_per_employee"):
        return ()
    answers = [(name, ask_group(name, groups)) for name in employees]
    return tuple(LabelMatch(name, group) for name, group in answers if group is not None)


def ask_group(employee: str, groups: Sequence[str]) -> str | None:
    chosen: str | None = st.selectbox(
        say("upload.group_of", name=as_label(employee)),
        groups,
        None,
        key=f"group-of-{employee}",
        placeholder=say("upload.choose"),
    )
    return chosen


def ask_one_group(groups: Sequence[str], are_cases: bool) -> str | None:
    chosen: str | None = st.selectbox(
        say("upload.which_group_of_cases" if are_cases else "upload.which_group"),
        groups,
        None,
        key="name-group",
        placeholder=say("upload.choose"),
    )
    return chosen
