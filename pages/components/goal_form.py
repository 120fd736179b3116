"""The goal form, part by part: each draws its fields and gives the goal with what was typed in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from analysis.model.plan import Denominator, Goal, Measure
from analysis.planning import Plan
from pages.components.forms import forget_faults, show_faults
from pages.components.session import say

EMPTY = Goal(0, "", "", "", (), Denominator.LEADING_COUNT, None, 0.5, 6)


def choose_goal(plan: Plan) -> Goal:
    """One of the project's goals to change, or an empty one to fill in."""
    choices = {goal.goal_id: goal for goal in (*plan.goals, EMPTY)}
    chosen = st.selectbox(
        say("goals.choose"),
        list(choices),
        format_func=lambda one: choices[one].name or say("goals.new"),
        key="edit-goal",
        on_change=forget_faults,
    )
    return choices[chosen]


def name_it(before: Goal, key: str) -> Goal:
    """The name and the sentence, with the white space of hurried fingers removed."""
    name = st.text_input(say("goals.name"), before.name, help=say("goals.name_help"), key=f"{key}-name")
    show_faults("name")
    indicator = st.text_area(
        say("goals.indicator"), before.indicator, help=say("goals.indicator_help"), key=f"{key}-in"
    )
    return replace(before, name=tidy(name), indicator=tidy(indicator))


def choose_measure(goal: Goal, plan: Plan, key: str) -> Goal:
    """What the goal is about, under which names it stands in the files, and what is counted."""
    measure = st.radio(
        say("goals.measure"),
        list(Measure),
        list(Measure).index(goal.measure),
        format_func=lambda one: say(f"goals.about.{one}"),
        captions=[say(f"goals.about.{one}_text") for one in Measure],
        key=f"{key}-measure",
    )
    workflows = st.multiselect(
        say(f"goals.workflows_{measure}"),
        list(dict.fromkeys((*plan.workflows, *goal.workflows))),
        list(goal.workflows),
        accept_new_options=True,
        placeholder=say("goals.workflows_placeholder"),
        help=say(f"goals.workflows_{measure}_help"),
        key=f"{key}-workflows",
    )
    show_faults("workflows")
    item = st.text_input(
        say(f"goals.item_{measure}"), goal.item, help=say(f"goals.item_{measure}_help"), key=f"{key}-item"
    )
    show_faults("item")
    return replace(goal, measure=measure, workflows=tuple(workflows), item=tidy(item))


def choose_denominator(goal: Goal, key: str) -> Goal:
    """What the time is measured per."""
    if goal.measure is not Measure.TIME:
        return replace(goal, denominator=Denominator.REGISTRATIONS, leading_workflow=None)
    denominator = st.radio(
        say("goals.denominator"),
        list(Denominator),
        list(Denominator).index(goal.denominator),
        format_func=lambda one: say(f"goals.per.{one}"),
        key=f"{key}-denominator",
    )
    leading = choose_leading(goal, goal.workflows, denominator, key)
    show_faults("leading_workflow")
    return replace(goal, denominator=denominator, leading_workflow=leading)


def choose_leading(goal: Goal, workflows: Sequence[str], denominator: Denominator, key: str) -> str | None:
    """The workflow whose count is the denominator, where there is a choice."""
    if denominator is not Denominator.LEADING_COUNT or not workflows:
        return None
    index = workflows.index(goal.leading_workflow) if goal.leading_workflow in workflows else 0
    return st.selectbox(
        say("goals.leading"), list(workflows), index, help=say("goals.leading_help"), key=f"{key}-leading"
    )


def tidy(words: str) -> str:
    return " ".join(words.split())
