"""Which target groups measure a goal, and with how many employees."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from analysis import planning
from analysis.model.agreements import Participation, Protocol
from analysis.model.plan import Goal
from analysis.planning import Plan
from analysis.planning.goals.participation import Considered
from pages.components.forms import by_me
from pages.components.plan.entry_form import edit_fields
from pages.components.plan.fields import edit
from pages.components.plan.how_many import show_how_many
from pages.components.plan.saving import is_stored, of_entry, show_refusal
from pages.components.session import project_id, say, store
from pages.components.words import plain


def edit_target_groups(plan: Plan, goal: Goal, protocol: Protocol) -> None:
    """Each group of the project takes part, or is left out with a reason; the advice on how many stands first."""
    groups = planning.considered(plan, goal.goal_id, planning.staff_numbers(store(), project_id()))
    st.subheader(say("measuring.groups"))
    st.markdown(say("measuring.groups_text"))
    if not groups:
        st.info(say("measuring.no_groups"))
        return
    show_how_many(goal, protocol, groups)
    for one in groups:
        with st.container(border=True):
            consider(plan, goal, one)
    if any(one.population is None for one in groups):
        st.caption(say("measuring.population_missing"))
        st.page_link("pages/data/staff.py", label=say("measuring.to_staff"), icon=":material/arrow_forward:")


def consider(plan: Plan, goal: Goal, one: Considered) -> None:
    key = "group_of_unknown" if one.population is None else "group_of_known"
    st.markdown(f"**{say(f'measuring.{key}', name=plain(one.group.name), number=one.population)}**")
    left, right = st.columns([1, 2])
    with left:
        choose_part(goal, one)
    with right:
        if one.participation:
            name = "planned_employees" if one.participation.takes_part else "reason_left_out"
            edit_fields(plan, one.participation, name)
    for hint in one.hints:
        st.caption(f":material/info: {say(f'measuring.group_hint.{hint}', minimum=plan.project.minimum_shown)}")


def choose_part(goal: Goal, one: Considered) -> None:
    """The first answer makes the entry; until then nobody has considered the group."""
    draw = partial(
        st.selectbox,
        options=[True, False],
        format_func=lambda part: say("measuring.takes_part" if part else "measuring.left_out"),
    )
    label = say("measuring.part")
    if one.participation:
        edit(one.participation, "takes_part", draw, label)
        return
    key = f"consider-{goal.goal_id}-{one.group.target_group_id}"
    new = Participation(0, goal.goal_id, one.group.target_group_id)
    draw(label, index=None, placeholder=say("measuring.not_considered"), key=key, on_change=begin, args=(key, new))
    show_refusal(key, of_entry)


def begin(key: str, new: Participation) -> None:
    typed = replace(new, takes_part=st.session_state[key])
    is_stored(key, planning.save_entry(store(), by_me(), project_id(), typed))
