"""A field of the plan on screen: stored as one goes, refused with a sentence beside it, never over somebody else's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import streamlit as st

from analysis import planning
from analysis.model.entries import Entry
from analysis.model.faults import PlanFault, PlanRule
from analysis.model.plan import Goal, Project
from pages.components.forms import by_me
from pages.components.session import project_id, say, store
from pages.components.words import plain

Part = TypeVar("Part", Goal, Project, Entry)
Draw = Callable[..., Any]
NOTHING = object()


def same(value: Any) -> Any:
    return value


def edit(
    shown: Goal | Project | Entry,
    name: str,
    draw: Draw,
    label: str,
    *,
    to_field: Callable[[Any], Any] = same,
    to_widget: Callable[[Any], Any] = same,
    **options: Any,
) -> None:
    """Draw the widget of one field; what is typed in it is stored at once, unless a rule or a colleague says no.

    ``to_field`` and ``to_widget`` turn what the widget holds into the field's value and back.
    """
    key = f"{identity(shown)}-{name}"
    value = to_widget(getattr(shown, name))
    if key not in refused() and st.session_state.get(key, NOTHING) != value:
        st.session_state[key] = value
    draw(label, key=key, on_change=keep_typed, args=(shown, name, key, to_field), **options)
    if key in refused():
        tell(shown, name, key, to_field, to_widget)


def identity(part: Goal | Project | Entry) -> str:
    """Unique across all kinds: every id is of one sequence."""
    if isinstance(part, Goal):
        return f"part-{part.goal_id}"
    return f"part-{part.project_id if isinstance(part, Project) else part.entry_id}"


def refused() -> dict[str, Sequence[PlanFault]]:
    """The faults of what was typed and not stored, by the key of its widget."""
    found: dict[str, Sequence[PlanFault]] = st.session_state.setdefault("refused", {})
    return found


def keep_typed(seen: Goal | Project | Entry, name: str, key: str, to_field: Callable[[Any], Any]) -> None:
    outcome = save(replace(seen, **{name: to_field(st.session_state[key])}), seen)
    refused().pop(key, None)
    if isinstance(outcome, tuple):
        refused()[key] = outcome
    else:
        st.toast(say("plan.saved"))


def save(typed: Goal | Project | Entry, seen: Goal | Project | Entry) -> object:
    """The part as it is stored, or the faults."""
    if isinstance(typed, Goal) and isinstance(seen, Goal):
        return planning.save_goal(store(), by_me(), project_id(), typed, seen)
    if isinstance(typed, Project) and isinstance(seen, Project):
        return planning.save_project(store(), by_me(), typed, seen)
    return planning.save_entry(store(), by_me(), project_id(), typed, seen)  # type: ignore[arg-type]


def tell(
    stored: Goal | Project | Entry,
    name: str,
    key: str,
    to_field: Callable[[Any], Any],
    to_widget: Callable[[Any], Any],
) -> None:
    """What is wrong with what stands in the widget; where a colleague was first, the choice between the two."""
    for fault in refused()[key]:
        st.error(sentence(stored, fault))
    if any(fault.rule is PlanRule.CHANGED_MEANWHILE for fault in refused()[key]):
        theirs = to_widget(getattr(stored, name))
        if isinstance(theirs, (str, int, float)):
            st.markdown(say("fault.entry.stored_now", value=plain(str(theirs))))
        with st.container(horizontal=True):
            arguments = (stored, name, key, to_field)
            st.button(say("fault.entry.mine"), key=f"{key}-mine", on_click=keep_typed, args=arguments)
            st.button(say("fault.entry.theirs"), key=f"{key}-theirs", on_click=refused().pop, args=(key, None))


def sentence(part: Goal | Project | Entry, fault: PlanFault) -> str:
    """Goals and projects have sentences for each field, the entries share theirs."""
    owned = isinstance(part, (Goal, Project)) and fault.rule not in (PlanRule.CHANGED_MEANWHILE, PlanRule.NOT_THERE)
    key = f"fault.{fault.field}.{fault.rule}" if owned else f"fault.entry.{fault.rule}"
    return say(key, number=fault.number, words=plain(fault.words))
