"""The fields of an entry as widgets: which widget follows from what the field holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer

from analysis import planning
from analysis.language.catalogue import catalogue
from analysis.language.sentences import choice_word, field_label, plan_names
from analysis.model.choices import PlanKind
from analysis.model.entries import Entry
from analysis.model.fields import Field, Sort, fields_of, kind_of
from analysis.planning import Plan
from analysis.planning.storing.entry_rules import ids_by_kind
from pages.components.forms import FIRST_DAY, LAST_DAY, by_me
from pages.components.plan.fields import edit
from pages.components.plan.saving import forget_unless_drawn, is_stored, of_entry, show_refusal
from pages.components.session import language, project_id, say, store


def names_in(plan: Plan) -> Mapping[int, str]:
    return plan_names(plan.goals, plan.rounds, plan.target_groups, plan.entries, language())


def edit_fields(plan: Plan, entry: Entry, *names: str) -> None:
    """Draw these fields of an entry, all of them where none is named; short ones stand two and two."""
    fields = [field for field in fields_of(kind_of(entry)) if field.name in names or not names]
    for row in in_rows(fields):
        for place, field in zip(st.columns(2) if len(row) > 1 else [st.container()], row, strict=True):
            with place:
                edit_field(plan, entry, field)


def in_rows(fields: Sequence[Field]) -> Iterator[list[Field]]:
    """Two short fields that follow each other share a row."""
    row: list[Field] = []
    for field in fields:
        if row and not (len(row) == 1 and is_short(row[0]) and is_short(field)):
            yield row
            row = []
        row.append(field)
    if row:
        yield row


def is_short(field: Field) -> bool:
    """Whether half the width is enough to read what stands in it."""
    return field.name != "name" and field.sort not in (Sort.PROSE, Sort.LINKS, Sort.YES_NO)


def edit_field(plan: Plan, entry: Entry, field: Field) -> None:
    kind = kind_of(entry)
    label, tip = field_label(kind, field.name, language()), f"field.{kind}.{field.name}_help"
    options: dict[str, Any] = {"help": say(tip)} if tip in catalogue(language()) else {}
    edit(entry, field.name, **widget(plan, field), label=label, **options)


def widget(plan: Plan, field: Field) -> dict[str, Any]:
    """How a field is drawn, and how its value and the widget's are turned into each other."""
    if field.sort is Sort.TEXT:
        return {"draw": st.text_input, "to_field": tidy}
    if field.sort is Sort.PROSE:
        return {"draw": partial(st.text_area, height="content"), "to_field": str.strip}
    if field.sort is Sort.DATE:
        days = {"min_value": FIRST_DAY, "max_value": LAST_DAY, "format": "DD-MM-YYYY"}
        return {"draw": partial(st.date_input, value=None, **days)}
    if field.sort is Sort.YES_NO:
        return {"draw": st.checkbox}
    if field.sort in (Sort.WHOLE, Sort.NUMBER):
        step = {"step": 1} if field.sort is Sort.WHOLE else {"step": 1.0, "format": "%g"}
        return {"draw": partial(st.number_input, value=None, **step)}
    return choosing(plan, field)


def choosing(plan: Plan, field: Field) -> dict[str, Any]:
    if field.sort is Sort.CHOICE:
        named = partial(st.selectbox, format_func=lambda one: choice_word(one, language()))
        none = {"index": None} if field.may_be_empty else {}
        return {"draw": partial(named, options=field.choices, placeholder=say("plan.choose"), **none)}
    names = names_in(plan)
    ids = sorted(ids_by_kind(plan)[field.target]) if field.target else []
    shared = {"options": ids, "format_func": lambda one: names.get(one, ""), "placeholder": say("plan.choose")}
    if field.sort is Sort.LINK:
        none = {"index": None} if field.may_be_empty else {}
        return {"draw": partial(st.selectbox, **none, **shared)}
    return {"draw": partial(st.multiselect, **shared), "to_field": tuple, "to_widget": list}


def add_named(kind: PlanKind, new: Any, *, among: str = "", label: str = "") -> None:
    """A line to type a name in: with Enter the entry is there, ready to be filled in. ``new`` makes it of the name.

    Where a page adds to several lists of one kind, ``among`` tells them apart, and ``label`` says which it is.
    """
    key = f"add-{kind}-{among}" if among else f"add-{kind}"
    forget_unless_drawn(key, f"{key}-name")
    with st.form(key, clear_on_submit=True, border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(label or say(f"plan.new.{kind}"), key=f"{key}-name")
        st.form_submit_button(say("plan.add"), on_click=add, args=(key, new))
    show_refusal(key, of_entry)


def add(key: str, new: Any) -> None:
    outcome = planning.save_entry(store(), by_me(), project_id(), new(tidy(st.session_state[f"{key}-name"])))
    if is_stored(key, outcome) and not isinstance(outcome, tuple):
        st.session_state[card_key(outcome.entry_id)] = True


def card_key(entry_id: int) -> str:
    return f"card-{entry_id}"


def card(entry: Entry, label: str, icon: str | None = None) -> ExpanderContainer:
    """A box that opens on its entry: ``if box.open: with box: …`` draws the fields only then."""
    key = card_key(entry.entry_id)
    # To Streamlit it is a new box when its label or icon changes with what is typed in it, and a new one is closed.
    st.session_state[key] = st.session_state.get(key, False)
    return st.expander(label, key=key, icon=icon, on_change="rerun")


def remove_button(entry: Entry) -> None:
    key = f"remove-{entry.entry_id}"
    forget_unless_drawn(key)
    st.button(say("plan.remove"), key=key, on_click=remove, args=(key, entry), icon=":material/delete:")
    show_refusal(key, of_entry)


def remove(key: str, entry: Entry) -> None:
    is_stored(key, planning.remove_entry(store(), by_me(), project_id(), entry.entry_id))


def tidy(words: str) -> str:
    return " ".join(words.split())
