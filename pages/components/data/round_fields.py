"""Fields of a round on screen: stored as one goes, like those of the other parts of the plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from analysis import planning
from analysis.language.formats import period, whole
from analysis.model.plan import Goal, Population, Round
from pages.components.forms import FIRST_DAY, LAST_DAY, by_me
from pages.components.plan.fields import stand_on
from pages.components.plan.saving import Slot, forget_unless_drawn, keep, of_field, refused, tell
from pages.components.session import language, project_id, say, store
from pages.components.words import plain


def window_field(one: Round) -> None:
    """The first and the last day in one field; while only one is chosen, nothing is stored."""
    name = f"round-{one.round_id}-window"
    if name not in refused():
        st.session_state[f"{name}-shown"] = (one.starts_on, one.ends_on)
    first, last = st.session_state[f"{name}-shown"]
    stored = partial(period, language(), one.starts_on, one.ends_on)
    slot = Slot(name, partial(save_window, one), stored, of_field, f"{name}-{first}-{last}")
    forget_unless_drawn(name, slot.widget)
    days = st.date_input(
        say("rounds.window"),
        (first, last),
        FIRST_DAY,
        LAST_DAY,
        format="DD-MM-YYYY",
        help=say("rounds.window_help"),
        key=slot.widget,
        on_change=keep,
        args=(slot,),
    )
    if isinstance(days, tuple) and len(days) == 1:
        st.info(say("rounds.half_window"))
    tell(slot)


def save_window(one: Round, days: tuple[date, ...]) -> object:
    if len(days) < 2:
        return None
    typed = replace(one, starts_on=days[0], ends_on=days[1])
    return planning.save_round(store(), by_me(), project_id(), typed, one)


def population_field(one: Round, target_group: str, place: int) -> None:
    """How many employees a target group has; empty where it is not known."""
    known = {population.target_group: population.employees for population in one.populations}

    def save(employees: int | None) -> object:
        others = (each for each in one.populations if each.target_group != target_group)
        typed = replace(one, populations=(*others, Population(target_group, employees)))
        return planning.save_round(store(), by_me(), project_id(), typed, one)

    number_field(plain(target_group), known.get(target_group), f"round-{one.round_id}-population-{place}", save)


def system_count_field(one: Round, goal: Goal, cases: int | None) -> None:
    """For a goal that is measured per case of a system: how many it counted in the round."""

    def save(typed: int | None) -> object:
        return planning.save_system_count(store(), by_me(), project_id(), goal.goal_id, one.round_id, typed, cases)

    label = say("rounds.system_count", goal=plain(goal.name))
    number_field(label, cases, f"round-{one.round_id}-count-{goal.goal_id}", save)


def number_field(label: str, stored: int | None, key: str, save: Callable[[int | None], object]) -> None:
    """A number that can be emptied again: Streamlit allows that in fields without a default only."""
    words = say("plan.nothing") if stored is None else whole(language(), stored)
    slot = Slot(key, save, lambda: words, of_field)
    stand_on(key, stored)
    st.number_input(label, 1, None, None, key=key, on_change=keep, args=(slot,))
    tell(slot)
