"""What the labels of a file are called in the plan: asked where nobody has said it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis import uploads
from analysis.model.storing import LabelMatch
from analysis.planning import Plan
from analysis.uploads import Answers, Naming, ReadFile
from pages.components.session import say
from pages.components.words import plain


def name_labels(plan: Plan, file: ReadFile) -> Naming:
    """Ask until every label and every employee has its place."""
    groups = [group.name for group in plan.target_groups]
    if file.has_staff and file.staff:
        st.info(say("staff.taken_from_list", number=len(file.staff), all=len(file.ingested.summary.employees)))
    are_cases = ask_what_groups_are(file) if file.in_several_groups and not file.is_of_listed_staff else False
    proposed = uploads.propose(plan, file, Answers(groups_are_case_kinds=are_cases))
    decided = (
        *ask_all("workflow", proposed.unknown_workflows, proposed.known_workflows),
        *ask_all("target_group", proposed.unknown_target_groups, groups),
    )
    return uploads.propose(
        plan,
        file,
        Answers(
            labels=decided,
            target_group=ask_one_group(groups, are_cases) if proposed.group_is_missing else None,
            groups_are_case_kinds=are_cases,
            staff=() if are_cases else ask_group_of_each(proposed.several_groups, groups),
        ),
    )


def ask_what_groups_are(file: ReadFile) -> bool:
    """Whether the column that looks like target groups holds kinds of case."""
    st.subheader(say("upload.several_groups"))
    st.markdown(say("upload.several_groups_text"))
    choices = {say("upload.groups_are_cases"): True, say("upload.groups_per_employee"): False}
    chosen = st.radio(
        say("upload.several_groups"), list(choices), None, key="groups-are-cases", label_visibility="collapsed"
    )
    return choices.get(chosen or "", False)


def ask_group_of_each(employees: Sequence[str], groups: Sequence[str]) -> tuple[LabelMatch, ...]:
    if st.session_state.get("groups-are-cases") != say("upload.groups_per_employee"):
        return ()
    answers = [(name, ask_group(name, groups)) for name in employees]
    return tuple(LabelMatch(name, group) for name, group in answers if group is not None)


def ask_group(employee: str, groups: Sequence[str]) -> str | None:
    chosen: str | None = st.selectbox(
        say("upload.group_of", name=plain(employee)),
        groups,
        None,
        key=f"group-of-{employee}",
        placeholder=say("upload.choose"),
    )
    return chosen


def ask_all(kind: str, labels: Sequence[str], names: Sequence[str]) -> tuple[LabelMatch, ...]:
    if labels:
        st.subheader(say(f"upload.unknown_{kind}"))
    answers = [ask(kind, label, names) for label in labels]
    return tuple(answer for answer in answers if answer is not None)


def ask(kind: str, label: str, names: Sequence[str]) -> LabelMatch | None:
    choices = {say("upload.as", name=name): LabelMatch(label, name) for name in names}
    choices[say("upload.add", name=label)] = LabelMatch(label, label)
    choices[say("upload.leave_out")] = LabelMatch(label, None)
    proposal = uploads.nearest(label, names)
    chosen = st.selectbox(
        say("upload.what_is", label=plain(label)),
        list(choices),
        None if proposal is None else list(names).index(proposal),
        key=f"name-{kind}-{label}",
        placeholder=say("upload.choose"),
    )
    if proposal is not None:
        st.caption(say("upload.proposed"))
    return choices[chosen] if chosen else None


def ask_one_group(groups: Sequence[str], are_cases: bool) -> str | None:
    chosen: str | None = st.selectbox(
        say("upload.which_group_of_cases" if are_cases else "upload.which_group"),
        groups,
        None,
        key="name-group",
        placeholder=say("upload.choose"),
    )
    return chosen
