"""A field of the plan on screen: stored as one goes, refused with a sentence beside it, never over somebody else's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import streamlit as st

from analysis import planning
from analysis.language.sentences import plan_names, value_words
from analysis.model.entries import Entry
from analysis.model.faults import PlanFault, PlanRule
from analysis.model.fields import Field, Sort, fields_of, kind_of
from analysis.model.plan import Goal, Project
from analysis.planning.entry_rules import ONE_EACH
from pages.components.fitting import save_and_choose, save_fitted
from pages.components.forms import by_me
from pages.components.session import language, project_id, say, store
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
    place: object = "",
    to_field: Callable[[Any], Any] = same,
    to_widget: Callable[[Any], Any] = same,
    **options: Any,
) -> None:
    """Draw the widget of one field; what is typed in it is stored at once, unless a rule or a colleague says no.

    ``to_field`` and ``to_widget`` turn what the widget holds into the field's value and back; ``place`` tells the
    widgets of a field apart that has several.
    """
    key = f"{identity(shown)}-{name}{place}"
    forget_unless_drawn(key)
    value = to_widget(getattr(shown, name))
    if key not in refused() and st.session_state.get(key, NOTHING) != value:
        st.session_state[key] = value
    draw(label, key=key, on_change=keep_typed, args=(shown, name, key, to_field), **options)
    if key in refused():
        tell(shown, name, key, to_field, to_widget)


def identity(part: Goal | Project | Entry) -> str:
    """Unique across all kinds: every id is of one sequence. A draft is known by what it belongs to, as it will be."""
    if isinstance(part, Goal):
        return f"part-{part.goal_id}"
    if isinstance(part, Project):
        return f"part-{part.project_id}"
    owners = [str(getattr(part, name)) for name in ONE_EACH.get(type(part), ())]
    return "-".join(["part", kind_of(part), *owners] if owners else ["part", str(part.entry_id)])


def refused() -> dict[str, Sequence[PlanFault]]:
    """The faults of what was typed and not stored, by the key of its widget."""
    found: dict[str, Sequence[PlanFault]] = st.session_state.setdefault("refused", {})
    return found


def forget_unless_drawn(key: str, widget: str = "") -> None:
    """What was refused goes with its widget when one leaves the page: coming back, what is stored stands there."""
    if (widget or key) not in st.session_state:
        refused().pop(key, None)


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
        return save_fitted(typed, seen)
    if isinstance(typed, Project) and isinstance(seen, Project):
        return save_and_choose(typed, seen)
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
        st.markdown(say("fault.entry.stored_now", value=plain(in_words(stored, name, to_widget))))
        with st.container(horizontal=True):
            arguments = (stored, name, key, to_field)
            st.button(say("fault.entry.mine"), key=f"{key}-mine", on_click=keep_typed, args=arguments)
            st.button(say("fault.entry.theirs"), key=f"{key}-theirs", on_click=refused().pop, args=(key, None))


def in_words(part: Goal | Project | Entry, name: str, to_widget: Callable[[Any], Any]) -> str:
    """A stored value as one reads it."""
    if isinstance(part, (Goal, Project)):
        value = to_widget(getattr(part, name))
        shown = ", ".join(value) if isinstance(value, list) else value
        return value_words(Field(name, Sort.TEXT), shown, {}, language()) or say("plan.nothing")
    plan = planning.plan(store(), project_id())
    names = plan_names(plan.goals, plan.rounds, plan.target_groups, plan.entries, language())
    field = next(one for one in fields_of(kind_of(part)) if one.name == name)
    return value_words(field, getattr(part, name), names, language()) or say("plan.nothing")


def sentence(part: Goal | Project | Entry, fault: PlanFault) -> str:
    """Goals and projects have sentences for each field, the entries share theirs."""
    owned = isinstance(part, (Goal, Project)) and fault.rule not in (PlanRule.CHANGED_MEANWHILE, PlanRule.NOT_THERE)
    key = f"fault.{fault.field}.{fault.rule}" if owned else f"fault.entry.{fault.rule}"
    return say(key, number=fault.number, words=plain(fault.words))
