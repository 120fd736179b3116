"""Which goal to work on, and the few fields that a new one cannot be without."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis import planning
from analysis.language.amounts import amount_words
from analysis.language.sentences import after_go_live, gap_sentence
from analysis.model.chain import Gap
from analysis.model.choices import Denominator, Measure
from analysis.model.plan import Goal
from analysis.planning import Plan
from pages.components.forms import by_me, forget_faults, keep, saved, show_faults
from pages.components.session import language, project_id, say, store
from pages.components.words import plain

NEW = 0
EMPTY = Goal(NEW, "", "", "", (), Denominator.LEADING_COUNT, None, 0.5, 6)


def choose_goal(plan: Plan) -> Goal | None:
    """One of the project's goals to work on; ``None`` for a new one."""
    choices = {**{goal.goal_id: goal for goal in plan.goals}, NEW: None}
    if st.session_state.get("edit-goal") not in choices:
        st.session_state.pop("edit-goal", None)
    names = {goal.goal_id: goal.name for goal in plan.goals}
    chosen = st.selectbox(
        say("goals.choose"),
        list(choices),
        format_func=lambda one: names.get(one) or say("goals.new"),
        key="edit-goal",
        on_change=forget_faults,
    )
    return choices[chosen]


def show_many_goals(plan: Plan) -> None:
    """A soft word where there are more goals than can well be followed."""
    for flag in planning.chain(plan).flags:
        if flag.gap is Gap.MANY_GOALS:
            st.info(plain(gap_sentence(flag, language())))


def start_goal(plan: Plan) -> None:
    """What it is about, its name, where it happens and what is counted."""
    st.markdown(say("goals.new_text"))
    measure = st.radio(
        say("goals.measure"),
        list(Measure),
        format_func=lambda one: say(f"goals.about.{one}"),
        captions=[say(f"goals.about.{one}_text") for one in Measure],
        key="new-goal-measure",
    )
    name = st.text_input(say("goals.name"), help=say("goals.name_help"), key="new-goal-name")
    show_faults("name")
    workflows = st.multiselect(
        say(f"goals.workflows_{measure}"),
        list(plan.workflows),
        accept_new_options=True,
        placeholder=say("goals.workflows_placeholder"),
        help=say(f"goals.workflows_{measure}_help"),
        key="new-goal-workflows",
    )
    show_faults("workflows")
    item = st.text_input(say(f"goals.item_{measure}"), help=say(f"goals.item_{measure}_help"), key="new-goal-item")
    show_faults("item")
    if st.button(say("goals.create"), type="primary"):
        named = replace(EMPTY, name=tidy(name), measure=measure, workflows=tuple(workflows), item=tidy(item))
        create(planning.fitted(named, EMPTY))


def create(goal: Goal) -> None:
    outcome = planning.save_goal(store(), by_me(), project_id(), goal)
    if keep(outcome) and isinstance(outcome, Goal):
        amount = amount_words(outcome.target_unit, outcome.target_improvement, language())
        when = after_go_live(outcome.months_to_deadline, language())
        words = say("goals.created", name=plain(outcome.name), amount=amount, when=when)
        saved(words, **{"edit-goal": outcome.goal_id})
    st.rerun()


def remove_button(goal: Goal) -> None:
    if st.button(say("goals.remove"), icon=":material/delete:"):
        if keep(planning.remove_goal(store(), by_me(), goal.goal_id)):
            saved(say("goals.removed", name=plain(goal.name)))
        st.rerun()
    show_faults("goal")


def tidy(words: str) -> str:
    return " ".join(words.split())
