"""A place to put a name and a date, and the names that stand there."""

from __future__ import annotations

from datetime import date

import streamlit as st

from analysis import planning
from analysis.language.formats import long_date
from analysis.language.sentences import choice_word
from analysis.model.choices import Act, PlanRole
from analysis.model.entries import Person, Signature
from analysis.model.faults import PlanFault, PlanRule
from analysis.planning import Plan
from analysis.planning.rounds.checklists import CheckPoint
from pages.components.forms import FIRST_DAY, LAST_DAY, by_me
from pages.components.plan.saving import is_stored, show_refusal
from pages.components.session import language, project_id, say, store, today
from pages.components.words import plain

DATE_PIXELS = 180
"""Enough for a date; a name with its role needs the rest of the line."""


def sign_here(plan: Plan, subject: int, act: Act, *roles: PlanRole) -> None:
    """The names under an act, or the fields to put one; ``roles`` are those who are asked first."""
    signed = plan.signatures(subject, act)
    older = planning.signatures_on_older_words(store(), project_id(), subject) if signed else ()
    for one in signed:
        show_signature(plan, one, is_older=one in older)
    if not signed:
        ask_for_signature(plan, subject, act, roles)


def show_signature(plan: Plan, signature: Signature, *, is_older: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        words = {"act": choice_word(signature.act, language()), "day": long_date(language(), signature.on)}
        name = next((one.name for one in plan.of(Person) if one.entry_id == signature.person), "")
        st.markdown(f":material/check_circle: {say('signing.signed', person=plain(name), **words)}", width="content")
        st.button(say("signing.take_back"), key=f"back-{signature.entry_id}", on_click=take_back, args=(signature,))
    if is_older:
        st.warning(say("signing.changed_since"))


def ask_for_signature(plan: Plan, subject: int, act: Act, roles: tuple[PlanRole, ...]) -> None:
    people = sorted(plan.of(Person), key=lambda one: one.role not in roles)
    key = f"sign-{subject}-{act}"
    if not people:
        st.markdown(say("signing.nobody"))
        st.page_link("pages/plan/roles.py", label=say("signing.to_roles"), icon=":material/arrow_forward:")
        return
    named = {one.entry_id: f"{one.name}, {choice_word(one.role, language())}" for one in people}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(say("field.signature.person"), list(named), format_func=named.__getitem__, key=f"{key}-who")
        label = say("field.signature.on")
        st.date_input(label, today(), FIRST_DAY, LAST_DAY, format="DD-MM-YYYY", key=f"{key}-on", width=DATE_PIXELS)
        st.button(say(f"signing.do.{act}"), key=key, on_click=put, args=(key, subject, act))
    show_refusal(key, of_act)


def of_act(fault: PlanFault) -> str:
    return say(f"fault.act.{fault.rule}", words=plain(named_in(fault)), number=fault.number)


def named_in(fault: PlanFault) -> str:
    """What a rule speaks of: an act and the points of a checklist are told by their codes."""
    if fault.rule is PlanRule.NOT_YET:
        return choice_word(Act(fault.words), language())
    if fault.rule is PlanRule.NEEDS_TICKS:
        return ", ".join(choice_word(CheckPoint(code), language()) for code in fault.words.split())
    return fault.words


def put(key: str, subject: int, act: Act) -> None:
    on: date = st.session_state[f"{key}-on"]
    signature = Signature(0, subject, act, st.session_state[f"{key}-who"], on)
    is_stored(key, planning.sign(store(), by_me(), project_id(), signature))


def take_back(signature: Signature) -> None:
    planning.remove_entry(store(), by_me(), project_id(), signature.entry_id)
