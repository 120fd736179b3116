"""What became of the benefits: reached, approved, converted, handed over; freed hours beside converted hours."""

import streamlit as st

from analysis import planning
from analysis.language.sentences import realisation_headline
from analysis.status import realisation
from pages.components.empty import begin_if_empty
from pages.components.meeting import ledger
from pages.components.meeting.benefit_state import show_benefit
from pages.components.plan.process import process_strip
from pages.components.session import language, project_id, report, say, store
from pages.components.words import plain

begin_if_empty()
st.title(say("realisation.title"))
process_strip("realisation")
plan = planning.plan(store(), project_id())
found = realisation(plan, report())
st.markdown(f"### {plain(realisation_headline(found, language()))}")
st.markdown(say("realisation.text"))
if not found.benefits:
    st.page_link("pages/plan/benefits.py", label=say("realisation.to_benefits"), icon=":material/arrow_forward:")
for one in found.benefits:
    show_benefit(plan, one)

st.subheader(say("realisation.ledger"))
st.markdown(say("realisation.ledger_text"))
if found.ledger:
    ledger.show_ledger(found.ledger)
    ledger.edit_lines(plan, found.ledger)
else:
    st.markdown(say("realisation.no_ledger"))
