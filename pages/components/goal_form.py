"""The parts of the goal form that need more than a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from analysis.language.formats import long_date
from analysis.model.plan import Denominator, Goal, Milestone, add_months
from analysis.planning import Plan
from pages.components.forms import edit_rows, forget_faults, show_faults
from pages.components.session import language, say
from pages.components.words import plain

EMPTY = Goal(0, "", "", "", (), Denominator.LEADING_COUNT, None, 0.5, 6)

__all__ = [
    "choose_goal",
    "choose_leading",
    "choose_target",
    "edit_milestones",
    "plain",
    "typed_goal",
    "with_milestones",
]


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


def choose_leading(before: Goal, workflows: Sequence[str], denominator: Denominator, key: str) -> str | None:
    """The workflow whose count is the denominator, where there is a choice."""
    if denominator is not Denominator.LEADING_COUNT or not workflows:
        return None
    index = workflows.index(before.leading_workflow) if before.leading_workflow in workflows else 0
    return st.selectbox(
        say("goals.leading"), list(workflows), index, help=say("goals.leading_help"), key=f"{key}-leading"
    )


def choose_target(before: Goal, go_live: date, key: str) -> tuple[float, int]:
    """The target and the deadline, with the date that the months come to."""
    left, right = st.columns(2)
    with left:
        percent = st.number_input(
            say("goals.target"),
            1,
            100,
            round(100 * before.target_improvement),
            help=say("goals.target_help"),
            key=f"{key}-target",
        )
        show_faults("target_improvement")
    with right:
        months = st.number_input(
            say("goals.months"), 1, 120, before.months_to_deadline, help=say("goals.months_help"), key=f"{key}-months"
        )
        st.caption(say("goals.deadline", day=long_date(language(), add_months(go_live, months))))
        show_faults("months_to_deadline")
    return percent / 100, months


def edit_milestones(before: Goal, key: str) -> pd.DataFrame:
    st.markdown(f"**{say('goals.milestones')}**", help=say("goals.milestones_help"))
    months = [milestone.months_after_go_live for milestone in before.milestones]
    percents = [round(100 * milestone.improvement) for milestone in before.milestones]
    typed = edit_rows(
        pd.DataFrame({"months": pd.Series(months, dtype="Int64"), "percent": pd.Series(percents, dtype="Int64")}),
        {
            "months": st.column_config.NumberColumn(say("goals.milestone_months"), min_value=0, step=1),
            "percent": st.column_config.NumberColumn(say("goals.milestone_percent"), min_value=1, step=1),
        },
        f"{key}-milestones",
        fixed=False,
        words=say("goals.milestones"),
    )
    show_faults("milestones")
    return typed


def typed_goal(
    goal_id: int,
    name: str,
    indicator: str,
    item: str,
    workflows: Sequence[str],
    denominator: Denominator,
    leading: str | None,
    target: float,
    months: int,
) -> Goal:
    """What was typed, with the white space of hurried fingers removed."""
    clean = [" ".join(word.split()) for word in (name, indicator, item)]
    return Goal(goal_id, *clean, tuple(workflows), denominator, leading, target, months)


def with_milestones(goal: Goal, typed: pd.DataFrame) -> Goal:
    """The goal with the complete rows of the table, in the order of time."""
    complete = typed.dropna().astype(int).sort_values("months")
    return replace(goal, milestones=tuple(Milestone(row.months, row.percent / 100) for row in complete.itertuples()))
