"""The measurement rounds: when there is measured, how many employees each target group has then, and how it went."""

import streamlit as st

from analysis import planning
from pages.components.data import round_form as form
from pages.components.empty import begin_if_empty
from pages.components.ending import end_page
from pages.components.plan.process import process_strip
from pages.components.session import project_id, say, store

begin_if_empty()
st.title(say("rounds.title"))
process_strip("baseline")
st.markdown(say("rounds.text"))
plan = planning.plan(store(), project_id())
if plan.rounds:
    form.show_rounds(plan)
else:
    st.info(say("rounds.empty"))
form.plan_next(plan)
if not plan.rounds:
    end_page()

one = form.choose_round(plan)
with st.container(horizontal=True, vertical_alignment="center"):
    form.show_state(plan, one)
    st.page_link("pages/data/checklist.py", label=say("rounds.to_checklist"), icon=":material/checklist:")
st.subheader(say("rounds.when"))
form.edit_round(plan, one)
st.subheader(say("rounds.conduct"))
st.markdown(say("rounds.conduct_text"))
form.edit_conduct(plan, one)
st.caption(say("rounds.remove_text"))
form.remove_this(one)
