"""Fields of a round on screen: stored as one goes, like those of the other parts of the plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from analysis import planning
from analysis.language.formats import period, whole
from analysis.model.faults import PlanFault, PlanRule
from analysis.model.plan import Goal, Population, Round
from pages.components.fields import NOTHING, forget_unless_drawn, refused
from pages.components.forms import FIRST_DAY, LAST_DAY, by_me
from pages.components.session import language, project_id, say, store
from pages.components.words import plain

Save = Callable[[Any], object]
SHARED = (PlanRule.CHANGED_MEANWHILE, PlanRule.NOT_THERE)
"""Rules whose sentence is the same for every part of the plan."""


def window_field(one: Round) -> None:
    """The first and the last day in one field; while only one is chosen, nothing is stored."""
    name = f"round-{one.round_id}-window"
    if name not in refused():
        st.session_state[f"{name}-shown"] = (one.starts_on, one.ends_on)
    first, last = st.session_state[f"{name}-shown"]
    key = f"{name}-{first}-{last}"
    forget_unless_drawn(name, key)
    days = st.date_input(
        say("rounds.window"),
        (first, last),
        FIRST_DAY,
        LAST_DAY,
        format="DD-MM-YYYY",
        help=say("rounds.window_help"),
        key=key,
        on_change=keep,
        args=(name, key, lambda days: save_window(one, days)),
    )
    if isinstance(days, tuple) and len(days) == 1:
        st.info(say("rounds.half_window"))
    tell(name, key, lambda days: save_window(one, days), period(language(), one.starts_on, one.ends_on))


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


def number_field(label: str, stored: int | None, name: str, save: Save) -> None:
    """A number that can be emptied again: Streamlit allows that in fields without a default only."""
    forget_unless_drawn(name)
    if name not in refused() and st.session_state.get(name, NOTHING) != stored:
        st.session_state[name] = stored
    st.number_input(label, 1, None, None, key=name, on_change=keep, args=(name, name, save))
    tell(name, name, save, say("plan.nothing") if stored is None else whole(language(), stored))


def keep(name: str, key: str, save: Save) -> None:
    outcome = save(st.session_state[key])
    refused().pop(name, None)
    if isinstance(outcome, tuple) and outcome:
        refused()[name] = outcome
    elif outcome is not None:
        st.toast(say("plan.saved"))


def tell(name: str, key: str, save: Save, stored: str) -> None:
    """What is wrong with what stands in the field; where a colleague was first, the choice between the two."""
    faults = refused().get(name, ())
    for words in dict.fromkeys(map(sentence, faults)):
        st.error(words)
    if any(fault.rule is PlanRule.CHANGED_MEANWHILE for fault in faults):
        st.markdown(say("fault.entry.stored_now", value=plain(stored)))
        with st.container(horizontal=True):
            st.button(say("fault.entry.mine"), key=f"{name}-mine", on_click=keep, args=(name, key, save))
            st.button(say("fault.entry.theirs"), key=f"{name}-theirs", on_click=keep_theirs, args=(name,))


def keep_theirs(name: str) -> None:
    refused().pop(name, None)


def sentence(fault: PlanFault) -> str:
    key = f"fault.entry.{fault.rule}" if fault.rule in SHARED else f"fault.{fault.field}.{fault.rule}"
    return say(key, number=fault.number, words=plain(fault.words))
