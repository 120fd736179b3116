"""The project: whose change it is, when it goes live, which groups of staff it touches."""

import streamlit as st

from pages.components.ending import end_page
from pages.components.forms import show_saved
from pages.components.plan.process import process_strip
from pages.components.plan.project_form import edit_project, edit_worth_of_an_hour
from pages.components.projects import edit_target_groups, show_example_choice, show_removal, start_own_project
from pages.components.session import project, say

st.title(say("project.title"))
show_saved()
current = project()
if current is None:
    st.markdown(say("empty.no_project_text"))
    start_own_project()
    show_example_choice()
    show_removal(None)
    end_page()

process_strip("prerequisites")
st.markdown(say("project.text"))
st.caption(say("goals.saved_as_you_go"))
edit_project(current)
edit_worth_of_an_hour(current)

st.subheader(say("project.target_groups"))
st.markdown(say("project.target_groups_text"))
edit_target_groups(current)
st.page_link("pages/plan/roles.py", label=say("project.to_roles"), icon=":material/arrow_forward:")

st.subheader(say("project.more_projects"))
start_own_project()
show_example_choice()
show_removal(current)
