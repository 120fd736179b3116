"""Why: the success criteria, and the benefits with owner, commitment and a decision on where they are used."""

import streamlit as st

from analysis import planning
from analysis.model.choices import PlanKind
from analysis.model.entries import Benefit, SuccessCriterion
from pages.components.empty import begin_if_empty
from pages.components.plan.benefit_cards import show_benefit, show_benefits_table, show_criterion
from pages.components.plan.entry_form import add_named
from pages.components.plan.process import process_strip
from pages.components.session import project_id, say, store

begin_if_empty()
st.title(say("benefits.title"))
process_strip("prerequisites")
st.markdown(say("benefits.text"))
plan = planning.plan(store(), project_id())
chain = planning.chain(plan)

st.subheader(say("kinds.success_criterion"))
st.markdown(say("benefits.criteria_text"))
if not chain.criteria:
    st.info(say("benefits.criteria_empty"))
for criterion in chain.criteria:
    show_criterion(plan, chain, criterion)
add_named(PlanKind.SUCCESS_CRITERION, lambda name: SuccessCriterion(0, name))

st.subheader(say("kinds.benefit"))
st.markdown(say("benefits.benefits_text"))
if chain.benefits:
    show_benefits_table(plan, chain)
else:
    st.info(say("benefits.benefits_empty" if chain.criteria else "benefits.first_a_criterion"))
for benefit in chain.benefits:
    show_benefit(plan, chain, benefit)
add_named(PlanKind.BENEFIT, lambda name: Benefit(0, name))
