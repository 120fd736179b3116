"""The checklists: what somebody must have seen to before a round begins, is closed, and is assessed."""

import streamlit as st

from analysis import planning
from analysis.planning.rounds.round_states import REACHED_BY
from pages.components.data import ticks as form
from pages.components.data.round_form import choose_round, show_state
from pages.components.empty import begin_if_empty
from pages.components.ending import end_page
from pages.components.plan.process import process_strip
from pages.components.session import project_id, say, store

begin_if_empty()
plan = planning.plan(store(), project_id())
if not plan.rounds:
    st.title(say("menu.checklist"))
    process_strip("baseline")
    st.info(say("checklist.empty"))
    st.page_link("pages/data/rounds.py", label=say("checklist.to_rounds"), icon=":material/arrow_forward:")
    end_page()

top = st.container()
one = choose_round(plan)
with top:
    st.title(say("checklist.title_baseline" if one.is_baseline else "checklist.title_follow_up"))
    process_strip("baseline" if one.is_baseline else "follow_up")
    st.markdown(say("checklist.text"))
show_state(plan, one)
who = form.who_are_you(plan)
looked = planning.look_at_round(store(), project_id(), one.round_id)
for act in REACHED_BY:
    form.show_phase(looked, act, who)
