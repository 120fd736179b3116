"""How each goal is measured: method, window, who measures, the target groups and how many of each."""

import streamlit as st

from analysis import planning
from pages.components.empty import begin_if_empty
from pages.components.plan import measuring_form as form
from pages.components.plan.process import process_strip
from pages.components.plan.taking_part import edit_target_groups
from pages.components.session import project_id, say, store

begin_if_empty(needs_goal=True)
st.title(say("measuring.title"))
process_strip("measuring")
st.markdown(say("measuring.text"))
plan = planning.plan(store(), project_id())
goal = form.choose_goal(plan)
protocol = form.protocol_for(plan, goal)
form.show_readiness(plan, goal, protocol)
form.edit_protocol(plan, goal, protocol)
edit_target_groups(plan, goal, protocol)
form.edit_result(plan, goal, protocol)
