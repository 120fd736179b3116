"""A field of the plan on screen: stored as one goes, refused with a sentence beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from analysis import planning
from analysis.language.sentences import plan_names, value_words
from analysis.model.entries import Entry
from analysis.model.fields import Field, Sort, fields_of, kind_of
from analysis.model.plan import Goal, Project
from analysis.planning.storing.entry_rules import ONE_EACH
from pages.components.forms import by_me
from pages.components.plan.fitting import save_and_choose, save_fitted
from pages.components.plan.saving import Slot, forget_unless_drawn, keep, of_entry, of_field, refused, tell
from pages.components.session import language, project_id, say, store

Part = Goal | Project | Entry
Draw = Callable[..., Any]
NOTHING = object()


def same(value: Any) -> Any:
    return value


def edit(
    shown: Part,
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
    slot = Slot(
        key=f"{identity(shown)}-{name}{place}",
        save=lambda typed: save(replace(shown, **{name: to_field(typed)}), shown),
        stored=partial(in_words, shown, name, to_widget),
        sentence=of_field if isinstance(shown, (Goal, Project)) else of_entry,
    )
    stand_on(slot.key, to_widget(getattr(shown, name)))
    draw(label, key=slot.key, on_change=keep, args=(slot,), **options)
    tell(slot)


def stand_on(key: str, stored: object) -> None:
    """The widget shows what is stored, unless what was typed in it was refused and still stands there."""
    forget_unless_drawn(key)
    if key not in refused() and st.session_state.get(key, NOTHING) != stored:
        st.session_state[key] = stored


def identity(part: Part) -> str:
    """Unique across all kinds: every id is of one sequence. A draft is known by what it belongs to, as it will be."""
    if isinstance(part, Goal):
        return f"part-{part.goal_id}"
    if isinstance(part, Project):
        return f"part-{part.project_id}"
    owners = [str(getattr(part, name)) for name in ONE_EACH.get(type(part), ())]
    return "-".join(["part", kind_of(part), *owners] if owners else ["part", str(part.entry_id)])


def save(typed: Part, seen: Part) -> object:
    """The part as it is stored, or the faults."""
    if isinstance(typed, Goal) and isinstance(seen, Goal):
        return save_fitted(typed, seen)
    if isinstance(typed, Project) and isinstance(seen, Project):
        return save_and_choose(typed, seen)
    return planning.save_entry(store(), by_me(), project_id(), typed, seen)  # type: ignore[arg-type]


def in_words(part: Part, name: str, to_widget: Callable[[Any], Any]) -> str:
    """A stored value as one reads it."""
    if isinstance(part, (Goal, Project)):
        value = to_widget(getattr(part, name))
        shown = ", ".join(value) if isinstance(value, list) else value
        return value_words(Field(name, Sort.TEXT), shown, {}, language()) or say("plan.nothing")
    plan = planning.plan(store(), project_id())
    names = plan_names(plan.goals, plan.rounds, plan.target_groups, plan.entries, language())
    field = next(one for one in fields_of(kind_of(part)) if one.name == name)
    return value_words(field, getattr(part, name), names, language()) or say("plan.nothing")
