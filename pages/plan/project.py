"""The project: whose change it is, when it goes live, which groups of staff it touches."""

import dataclasses

import streamlit as st

from analysis import planning
from pages.components.forms import FIRST_DAY, LAST_DAY, by_me, keep, saved, show_faults, show_saved
from pages.components.projects import edit_target_groups, edit_worth_of_an_hour, show_example_choice, start_own_project
from pages.components.session import project, say, store

st.title(say("project.title"))
show_saved()
current = project()
if current is None:
    st.markdown(say("empty.no_project_text"))
    start_own_project()
    show_example_choice()
    st.stop()

with st.form("project-form"):
    organisation = st.text_input(say("project.organisation"), current.organisation)
    show_faults("organisation")
    system = st.text_input(say("project.system"), current.system, help=say("project.system_help"))
    show_faults("system")
    go_live = st.date_input(say("project.go_live"), current.go_live, FIRST_DAY, LAST_DAY, format="DD-MM-YYYY")
    minimum = st.number_input(
        say("project.minimum_shown"), 3, 20, current.minimum_shown, help=say("project.minimum_shown_help")
    )
    show_faults("minimum_shown")
    worth = edit_worth_of_an_hour(current)
    if st.form_submit_button(say("plan.save"), type="primary"):
        named = {"organisation": organisation.strip(), "system": system.strip()}
        changed = dataclasses.replace(worth, **named, go_live=go_live, minimum_shown=minimum)
        if keep(planning.save_project(store(), by_me(), changed)):
            saved(say("plan.saved"), project=changed.name)
        st.rerun()

st.subheader(say("project.target_groups"))
st.markdown(say("project.target_groups_text"))
edit_target_groups(current)

st.subheader(say("project.more_projects"))
start_own_project()
show_example_choice()
