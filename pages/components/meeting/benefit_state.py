"""One benefit on screen: how far it is, what it lacks, and the next thing to sign."""

from __future__ import annotations

import streamlit as st

from analysis.language.sentences import lack_sentences
from analysis.model.choices import Act, BenefitKind, PlanRole
from analysis.model.entries import Person
from analysis.model.realisation import BenefitProgress, BenefitState, Lack
from analysis.planning import Plan
from pages.components.plan.signing import sign_here
from pages.components.session import language, say
from pages.components.words import plain

STEPS = (BenefitState.REACHED, BenefitState.ATTAINMENT_APPROVED, BenefitState.CONVERTED, BenefitState.HANDED_OVER)
TO_SIGN = (Act.ATTAINMENT_APPROVED, Act.CONVERTED, Act.HANDED_OVER)
NEXT = {
    BenefitState.ATTAINMENT_APPROVED: Act.CONVERTED,
    BenefitState.CONVERTED: Act.HANDED_OVER,
    BenefitState.HANDED_OVER: None,
}
"""What is signed after a state; before them all it is the approval of attainment."""


def show_benefit(plan: Plan, progress: BenefitProgress) -> None:
    with st.container(border=True):
        st.markdown(f"#### {plain(progress.benefit.name)}")
        st.markdown(steps(progress))
        st.markdown(" ".join(facts(plan, progress)))
        if progress.lacks:
            st.warning("\n\n".join(lack_sentences(progress, language())))
        following = NEXT.get(progress.state, Act.ATTAINMENT_APPROVED)
        if progress.state is BenefitState.NOT_MEASURED:
            following = None
            st.caption(say("realisation.measure_first"))
        for act in TO_SIGN:
            if act is following or plan.signatures(progress.benefit.entry_id, act):
                sign_here(plan, progress.benefit.entry_id, act, PlanRole.BENEFIT_MANAGER)


def steps(progress: BenefitProgress) -> str:
    """The states in their order, those that are behind with a tick and the others with an empty circle."""
    order, state = list(BenefitState), progress.state
    is_shown = state in STEPS and Lack.MEASURED not in progress.lacks
    first = state if state not in STEPS else BenefitState.REACHED if is_shown else BenefitState.NOT_REACHED
    marks = (
        f":blue-badge[:material/check: {say(f'realisation.state.{step}')}]"
        if step in STEPS and order.index(step) <= order.index(state)
        else f":gray-badge[:material/radio_button_unchecked: {say(f'realisation.state.{step}')}]"
        for step in (first, *STEPS[1:])
    )
    return " ".join(marks)


def facts(plan: Plan, progress: BenefitProgress) -> list[str]:
    benefit = progress.benefit
    owner = next((one.name for one in plan.of(Person) if one.entry_id == benefit.owner), None)
    told = [say("realisation.goals", names=plain(", ".join(goal.name for goal in progress.goals)))]
    told += [say("realisation.owner", name=plain(owner or ""))]
    use = "held_down" if benefit.kind is BenefitKind.NEGATIVE else "where"
    told += [say(f"realisation.{use}", where=plain(benefit.converted_where))]
    there = (bool(progress.goals), bool(owner), bool(benefit.converted_where))
    return [sentence for sentence, is_there in zip(told, there, strict=True) if is_there]
