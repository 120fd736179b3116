"""The benefit map: from the system over the changes to the benefits and their goals, and where the chain is broken."""

import streamlit as st

from analysis import planning
from analysis.charts.benefit_map import benefit_map_headline
from pages.components.empty import begin_if_empty
from pages.components.ending import end_page
from pages.components.plan.benefit_map import show_flags, show_in_words, show_map
from pages.components.plan.process import process_strip
from pages.components.session import language, project_id, say, store
from pages.components.words import plain

begin_if_empty()
st.title(say("map.title"))
process_strip("prerequisites")
chain = planning.chain(planning.plan(store(), project_id()))
if not chain.changes and not chain.benefits:
    st.markdown(say("map.text"))
    st.info(say("map.empty"))
    st.page_link("pages/plan/benefits.py", label=say("map.to_benefits"), icon=":material/arrow_forward:")
    end_page()

st.markdown(f"### {plain(benefit_map_headline(chain, language()))}")
st.markdown(say("map.text"))
show_map(chain)
show_flags(chain)
show_in_words(chain)
