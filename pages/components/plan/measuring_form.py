"""How a goal is measured: the fields of its measurement plan, and what is worth a second thought about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from analysis import planning
from analysis.language.sentences import analysis_sentence, choice_word, field_label, names_listed, the_round
from analysis.model.agreements import Protocol
from analysis.model.choices import Method, PlanKind
from analysis.model.entries import Person
from analysis.model.plan import Goal
from analysis.planning import Plan
from analysis.planning.goals.protocol_hints import Hint, ProtocolHint
from analysis.planning.goals.protocols import lacking, not_considered, protocol_of
from pages.components.forms import by_me
from pages.components.plan.entry_form import edit_fields
from pages.components.plan.fields import edit, identity
from pages.components.plan.saving import is_stored, of_entry, refused, show_refusal
from pages.components.session import language, project_id, say, store
from pages.components.words import plain

OF_WINDOW = (ProtocolHint.NOT_WHOLE_WEEKS, ProtocolHint.OTHER_LENGTH, ProtocolHint.OTHER_WEEKDAYS)


def choose_goal(plan: Plan) -> Goal:
    """A link can name the goal."""
    by_name = {goal.name: goal for goal in plan.goals}
    return by_name[
        st.selectbox(say("measuring.choose"), list(by_name), key="goal", bind="query-params", on_change=refused().clear)
    ]


def protocol_for(plan: Plan, goal: Goal) -> Protocol:
    """The goal's measurement plan; where there is none, one that is stored with the first field that is filled in."""
    return protocol_of(plan, goal.goal_id) or Protocol(0, goal.goal_id)


def show_readiness(plan: Plan, goal: Goal, protocol: Protocol) -> None:
    """Whether the goal can be accepted, and what is missing by name."""
    missing = [field_label(PlanKind.PROTOCOL, name, language()).lower() for name in lacking(protocol)]
    groups = [group.name for group in not_considered(plan, goal.goal_id)]
    if groups:
        missing.append(say("measuring.missing_groups", names=plain(names_listed(groups, language()))))
    if missing:
        st.info(say("measuring.missing", what=names_listed(missing, language())))
    else:
        st.success(say("measuring.ready"))


def edit_protocol(plan: Plan, goal: Goal, protocol: Protocol) -> None:
    hints = planning.protocol_hints(plan, goal, protocol)
    st.subheader(say("measuring.what"))
    st.markdown(say("measuring.workflows", workflows=plain(names_listed(goal.workflows, language()))))
    edit_method(protocol, [hint for hint in hints if hint.kind not in OF_WINDOW])
    edit_fields(plan, protocol, "source")
    st.subheader(say("measuring.who"))
    edit_fields(plan, protocol, "days")
    show_hints([hint for hint in hints if hint.kind in OF_WINDOW])
    if plan.of(Person):
        edit_fields(plan, protocol, "measured_by")
    else:
        st.markdown(say("measuring.nobody"))
        st.page_link("pages/plan/roles.py", label=say("measuring.to_roles"), icon=":material/arrow_forward:")


def edit_method(protocol: Protocol, hints: Sequence[Hint]) -> None:
    """The methods by the strength of their evidence."""
    st.markdown(say("measuring.method_text"))
    ranked = list(Method)
    draw = partial(
        st.radio,
        options=ranked,
        index=None,
        format_func=lambda one: f"{ranked.index(one) + 1}. {choice_word(one, language())}",
        captions=[say(f"measuring.rank.{one}") for one in ranked],
    )
    edit(protocol, "method", draw, field_label(PlanKind.PROTOCOL, "method", language()))
    show_hints(hints)


def show_hints(hints: Sequence[Hint]) -> None:
    for hint in hints:
        rounds = names_listed([the_round(number, language()) for number in hint.rounds], language())
        st.warning(say(f"measuring.hint.{hint.kind}", rounds=rounds))


def edit_result(plan: Plan, goal: Goal, protocol: Protocol) -> None:
    """How the numbers are worked out, with a proposal to take, and what it may cost."""
    st.subheader(say("measuring.result"))
    proposal = analysis_sentence(goal, language())
    if proposal != protocol.analysis:
        st.markdown(say("measuring.proposal", sentence=plain(proposal)))
        key = f"{identity(protocol)}-proposal"
        st.button(say("measuring.take_proposal"), key=key, on_click=take, args=(protocol, proposal, key))
        show_refusal(key, of_entry)
    edit_fields(plan, protocol, "analysis")
    st.subheader(say("measuring.resources"))
    st.markdown(say("measuring.resources_text"))
    edit_fields(plan, protocol, "planned_effort_hours", "deviation")


def take(protocol: Protocol, proposal: str, key: str) -> None:
    typed = replace(protocol, analysis=proposal)
    is_stored(key, planning.save_entry(store(), by_me(), project_id(), typed, protocol))
