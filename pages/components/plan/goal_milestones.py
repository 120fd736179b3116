"""The milestones of a goal as triples: how far by when, the early sign of it, and what is done for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from analysis import planning
from analysis.charts.expected_path import expected_path_alt_text, expected_path_chart
from analysis.language.sentences import milestone_sentence
from analysis.model.entries import Activity
from analysis.model.plan import Goal, Milestone
from analysis.planning import Plan
from pages.components.exhibits import is_narrow
from pages.components.forms import by_me
from pages.components.plan.fields import edit, identity, save
from pages.components.plan.goal_form import tidy
from pages.components.plan.goal_target import as_part, as_percent, kind_of_change
from pages.components.plan.saving import refused
from pages.components.session import language, project_id, say, store
from pages.components.words import plain


def edit_milestones(plan: Plan, goal: Goal) -> None:
    """Every milestone in a box of its own, and the next one proposed by one click."""
    st.markdown(f"**{say('goals.milestones')}**", help=say("goals.milestones_help"))
    if not goal.milestones:
        st.caption(say("smart.milestone.none"))
    for place in range(len(goal.milestones)):
        with st.container(border=True):
            edit_milestone(plan, goal, place)
    proposed = planning.proposed_milestone(goal)
    if proposed is None:
        st.caption(say("smart.milestone.no_room"))
    else:
        arguments = (goal, (*goal.milestones, proposed))
        st.button(say("smart.milestone.add"), on_click=keep_milestones, args=arguments, icon=":material/add:")


def edit_milestone(plan: Plan, goal: Goal, place: int) -> None:
    st.markdown(plain(milestone_sentence(goal, place, plan.project.go_live, language())))
    number, field = place + 1, partial(edit_part, goal, place)
    left, right = st.columns(2)
    with left:
        label = say("smart.milestone.months", number=number)
        field("months_after_go_live", partial(st.number_input, step=1), label)
    with right:
        label = say(f"smart.milestone.size_{kind_of_change(goal)}", number=number)
        field("improvement", partial(st.number_input, step=1.0, format="%g"), label, as_part, as_percent)
    left, right = st.columns(2)
    with left:
        label, tip = say("smart.milestone.early_indicator", number=number), say("smart.milestone.early_indicator_help")
        field("early_indicator", partial(st.text_input, help=tip), label, tidy)
    with right:
        choose_activity(plan, goal, place)
    lacking = what_it_lacks(goal.milestones[place])
    if lacking:
        st.markdown(f":material/radio_button_unchecked: {say(f'smart.milestone.lacks_{lacking}')}")
    rest = (*goal.milestones[:place], *goal.milestones[number:])
    st.button(
        say("smart.milestone.remove", number=number),
        on_click=keep_milestones,
        args=(goal, rest),
        key=f"remove-milestone-{place}",
        type="tertiary",
        icon=":material/delete:",
    )


def what_it_lacks(step: Milestone) -> str:
    """``indicator``, ``activity`` or ``both``; empty for a whole triple."""
    missing = [name for name, there in (("indicator", step.early_indicator), ("activity", step.activity)) if not there]
    return "both" if len(missing) == 2 else "".join(missing)


def choose_activity(plan: Plan, goal: Goal, place: int) -> None:
    """One of the action plan, or a new one made on the spot."""
    names = {one.entry_id: one.name for one in plan.of(Activity)}
    draw = partial(
        st.selectbox,
        options=list(names),
        index=None,
        format_func=lambda one: names.get(one, str(one)),
        accept_new_options=True,
        placeholder=say("smart.milestone.activity_placeholder"),
        help=say("smart.milestone.activity_help"),
    )
    label = say("smart.milestone.activity", number=place + 1)
    edit_part(goal, place, "activity", draw, label, partial(activity_of, goal))


def activity_of(goal: Goal, chosen: int | str | None) -> int | None:
    """The chosen activity; a name that was typed becomes a new one."""
    if not isinstance(chosen, str):
        return chosen
    new = Activity(0, tidy(chosen), goal=goal.goal_id)
    outcome = planning.save_entry(store(), by_me(), project_id(), new)
    return outcome.entry_id if isinstance(outcome, Activity) else None


def edit_part(
    goal: Goal,
    place: int,
    name: str,
    draw: Callable[..., Any],
    label: str,
    to_part: Callable[[Any], Any] = lambda value: value,
    to_widget: Callable[[Any], Any] = lambda value: value,
) -> None:
    """One field of one milestone, stored as one goes."""

    def with_part(typed: Any) -> tuple[Milestone, ...]:
        changed = replace(goal.milestones[place], **{name: to_part(typed)})
        return (*goal.milestones[:place], changed, *goal.milestones[place + 1 :])

    def part_of(milestones: tuple[Milestone, ...]) -> Any:
        return to_widget(getattr(milestones[place], name))

    edit(goal, "milestones", draw, label, place=f"-{place}-{name}", to_field=with_part, to_widget=part_of)


def keep_milestones(goal: Goal, milestones: tuple[Milestone, ...]) -> None:
    """Another number of milestones; what was refused at one of them belonged to the old places."""
    for key in [one for one in refused() if one.startswith(f"{identity(goal)}-milestones")]:
        refused().pop(key)
    save(replace(goal, milestones=milestones), goal)


def show_expected_path(plan: Plan, goal: Goal) -> None:
    """The plan as a picture, before anything is measured."""
    go_live = plan.project.go_live
    st.markdown(f"**{say('smart.path.title')}**")
    st.altair_chart(
        expected_path_chart(goal, language(), go_live=go_live, compact=is_narrow()),
        width="stretch",
        theme=None,
        key="expected-path",
        alt=expected_path_alt_text(goal, language(), go_live=go_live),
    )
    st.caption(say("smart.path.guide"))
