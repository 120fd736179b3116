"""Storing as one goes: what a field or a button could not store is told beside it, never put over somebody else's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from analysis.model.faults import PlanFault, PlanRule
from pages.components.session import say
from pages.components.words import plain

Sentence = Callable[[PlanFault], str]
SHARED = (PlanRule.CHANGED_MEANWHILE, PlanRule.NOT_THERE)
"""Rules whose sentence is the same for every part of the plan."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A field whose value is stored as one goes: how, what is stored now in words, and how its faults are told.

    ``widget`` is the key of what is typed in, where the faults are kept by another.
    """

    key: str
    save: Callable[[Any], object]
    stored: Callable[[], str]
    sentence: Sentence
    widget: str = ""


def refused() -> dict[str, Sequence[PlanFault]]:
    """The faults of what was typed and not stored, by the key of its widget."""
    found: dict[str, Sequence[PlanFault]] = st.session_state.setdefault("refused", {})
    return found


def forget_unless_drawn(key: str, widget: str = "") -> None:
    """What was refused goes with its widget when one leaves the page: coming back, what is stored stands there."""
    if (widget or key) not in st.session_state:
        refused().pop(key, None)


def is_stored(key: str, outcome: object) -> bool:
    """Whether there were no faults; those there were are kept until the next try."""
    refused().pop(key, None)
    if isinstance(outcome, tuple) and outcome:
        refused()[key] = outcome
        return False
    return True


def keep(slot: Slot) -> None:
    """Store what stands in the field; a value that is not complete yet saves nothing."""
    outcome = slot.save(st.session_state[slot.widget or slot.key])
    if is_stored(slot.key, outcome) and outcome is not None:
        st.toast(say("plan.saved"))


def tell(slot: Slot) -> None:
    """What is wrong with what stands in the field; where a colleague was first, the choice between the two."""
    show_refusal(slot.key, slot.sentence)
    if any(fault.rule is PlanRule.CHANGED_MEANWHILE for fault in refused().get(slot.key, ())):
        st.markdown(say("fault.entry.stored_now", value=plain(slot.stored())))
        with st.container(horizontal=True):
            st.button(say("fault.entry.mine"), key=f"{slot.key}-mine", on_click=keep, args=(slot,))
            st.button(say("fault.entry.theirs"), key=f"{slot.key}-theirs", on_click=keep_theirs, args=(slot.key,))


def keep_theirs(key: str) -> None:
    refused().pop(key, None)


def show_refusal(key: str, sentence: Sentence) -> None:
    """The faults kept by this key, each said once."""
    for words in dict.fromkeys(sentence(fault) for fault in refused().get(key, ())):
        st.error(words)


def of_entry(fault: PlanFault) -> str:
    """Entries share their sentences."""
    return say(f"fault.entry.{fault.rule}", number=fault.number, words=plain(fault.words))


def of_field(fault: PlanFault) -> str:
    """Goals, projects and rounds have sentences for each field."""
    if fault.rule in SHARED:
        return of_entry(fault)
    return say(f"fault.{fault.field}.{fault.rule}", number=fault.number, words=plain(fault.words))
