"""The parts of the form of a measurement round."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from analysis.language.formats import period
from analysis.language.sentences import round_name
from analysis.model.plan import Denominator, Population, Round, add_months
from analysis.planning import Plan
from pages.components.forms import FIRST_DAY, LAST_DAY, forget_faults
from pages.components.session import language, say
from pages.components.words import plain

FORTNIGHT = timedelta(days=13)


def choose_round(plan: Plan) -> Round:
    """One of the project's rounds to change, or the next one to plan."""
    choices = {one.round_id: one for one in (*plan.rounds, next_round(plan))}
    chosen = st.selectbox(
        say("rounds.choose"),
        list(choices),
        format_func=lambda one: round_label(choices[one]),
        key="edit-round",
        on_change=forget_faults,
    )
    return choices[chosen]


def next_round(plan: Plan) -> Round:
    """A proposal: the baseline a month before go-live, a follow-up two months after the last."""
    if not plan.rounds:
        start = monday(add_months(plan.project.go_live, -2))
        return Round(0, 0, start, start + FORTNIGHT)
    last = plan.rounds[-1]
    start = monday(add_months(max(last.ends_on, plan.project.go_live), 2))
    return Round(0, len(plan.rounds), start, start + FORTNIGHT, last.populations)


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def round_label(one: Round) -> str:
    name = round_name(one.number, language())
    if not one.round_id:
        return say("rounds.new", name=name)
    return f"{name}, {period(language(), one.starts_on, one.ends_on)}"


def choose_window(before: Round, key: str) -> tuple[date, date | None]:
    """The first and the last day; the last is missing while only one is chosen."""
    window = st.date_input(
        say("rounds.window"),
        (before.starts_on, before.ends_on),
        FIRST_DAY,
        LAST_DAY,
        format="DD-MM-YYYY",
        help=say("rounds.window_help"),
        key=f"{key}-window",
    )
    days = window if isinstance(window, tuple) else (window,)
    return (days[0], days[1]) if len(days) == 2 else (before.starts_on, None)


def edit_populations(plan: Plan, before: Round, key: str) -> tuple[Population, ...]:
    """How many employees each target group has; empty where it is not known."""
    known = {population.target_group: population.employees for population in before.populations}
    st.markdown(f"**{say('rounds.populations')}**", help=say("rounds.populations_help"))
    typed = {
        group.name: number_or_empty(
            plain(group.name), known.get(group.name), f"{key}-population-{group.target_group_id}"
        )
        for group in plan.target_groups
    }
    return tuple(Population(name, employees) for name, employees in typed.items() if employees or name in known)


def number_or_empty(label: str, known: int | None, key: str) -> int | None:
    """A known number that can be emptied again: Streamlit allows that in fields without a default only."""
    st.session_state.setdefault(key, known)
    return st.number_input(label, 1, None, None, key=key)


def choose_system_counts(plan: Plan, before: Round, key: str) -> list[tuple[int, int | None]]:
    """For goals that are measured per case of a system: how many it counted in the round."""
    counted = [goal for goal in plan.goals if goal.denominator is Denominator.SYSTEM_COUNT]
    known = {(one.goal_id, one.round_id): one.cases for one in plan.system_counts}
    return [
        (
            goal.goal_id,
            number_or_empty(
                say("rounds.system_count", goal=plain(goal.name)),
                known.get((goal.goal_id, before.round_id)),
                f"{key}-count-{goal.goal_id}",
            ),
        )
        for goal in counted
    ]
