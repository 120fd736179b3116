"""The staff list: which employees there are, by pseudonym, and the target group of each."""

import streamlit as st

from analysis import planning
from pages.components.data.staff_list import show_list, upload_list
from pages.components.empty import begin_if_empty
from pages.components.forms import show_saved
from pages.components.plan.process import process_strip
from pages.components.session import project_id, say, store

begin_if_empty()
st.title(say("staff.title"))
process_strip("measuring")
st.markdown(say("staff.text"))
show_saved()
plan = planning.plan(store(), project_id())
show_list(plan)
upload_list(plan)
