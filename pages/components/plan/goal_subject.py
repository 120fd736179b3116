"""What a goal is about: its name and sentence, what is measured where, and why."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from analysis.language.sentences import goal_sentence
from analysis.model.agreements import Smart
from analysis.model.choices import Denominator, Measure
from analysis.model.entries import Benefit, Change
from analysis.model.plan import Goal
from analysis.planning import Plan
from pages.components.plan.entry_form import edit_fields
from pages.components.plan.fields import edit, save
from pages.components.plan.goal_form import tidy
from pages.components.session import language, say
from pages.components.words import plain


def edit_words(plan: Plan, goal: Goal) -> None:
    """The name, and the sentence with a proposal made from the fields."""
    edit(goal, "name", st.text_input, say("goals.name"), to_field=tidy, help=say("goals.name_help"))
    edit(
        goal,
        "indicator",
        partial(st.text_area, height="content"),
        say("goals.indicator"),
        to_field=tidy,
        help=say("goals.indicator_help"),
    )
    proposed = tidy(goal_sentence(goal, plan.project.go_live, language()))
    if goal.indicator == proposed:
        st.caption(say("smart.worded_as_fields"))
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(say("smart.proposal", sentence=plain(proposed)), width="stretch")
        st.button(say("smart.take_proposal"), on_click=take_proposal, args=(goal, proposed), key="take-proposal")


def take_proposal(goal: Goal, sentence: str) -> None:
    save(replace(goal, indicator=sentence), goal)


def edit_measure(plan: Plan, goal: Goal) -> None:
    """What it is about, under which names it stands in the files, and what is counted."""
    edit(
        goal,
        "measure",
        partial(st.radio, options=list(Measure)),
        say("goals.measure"),
        format_func=lambda one: say(f"goals.about.{one}"),
        captions=[say(f"goals.about.{one}_text") for one in Measure],
    )
    edit(
        goal,
        "workflows",
        partial(st.multiselect, options=list(dict.fromkeys((*plan.workflows, *goal.workflows)))),
        say(f"goals.workflows_{goal.measure}"),
        to_field=tuple,
        to_widget=list,
        accept_new_options=True,
        placeholder=say("goals.workflows_placeholder"),
        help=say(f"goals.workflows_{goal.measure}_help"),
    )
    left, right = st.columns(2)
    with left:
        tip = say(f"goals.item_{goal.measure}_help")
        edit(goal, "item", st.text_input, say(f"goals.item_{goal.measure}"), to_field=tidy, help=tip)
    if goal.measure is Measure.TIME:
        with right:
            edit_denominator(goal)


def edit_denominator(goal: Goal) -> None:
    """What the time is measured per."""
    edit(
        goal,
        "denominator",
        partial(st.selectbox, options=list(Denominator)),
        say("goals.denominator"),
        format_func=lambda one: say(f"goals.per.{one}"),
    )
    if goal.denominator is Denominator.LEADING_COUNT:
        edit(
            goal,
            "leading_workflow",
            partial(st.selectbox, options=list(goal.workflows)),
            say("goals.leading"),
            help=say("goals.leading_help"),
        )


def edit_reasons(plan: Plan, smart: Smart) -> None:
    """The benefit that the goal shows, the changes that it covers, and why it was chosen."""
    if not plan.of(Benefit):
        st.caption(say("smart.no_benefits"))
        st.page_link("pages/plan/benefits.py", label=say("smart.to_benefits"), icon=":material/arrow_forward:")
    edit_fields(plan, smart, "benefit", "changes")
    if not plan.of(Change):
        st.page_link("pages/plan/changes.py", label=say("smart.to_changes"), icon=":material/arrow_forward:")
    edit_fields(plan, smart, "chosen_because")
