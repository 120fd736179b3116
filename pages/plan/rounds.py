"""The measurement rounds: when there is measured, and how many employees each target group has then."""

import dataclasses

import streamlit as st

from analysis import planning
from pages.components import round_form as form
from pages.components.empty import begin_if_empty
from pages.components.forms import by_me, keep, saved, show_faults, show_saved
from pages.components.session import project_id, say, store

begin_if_empty()
st.title(say("rounds.title"))
st.markdown(say("rounds.text"))
show_saved()
plan = planning.plan(store(), project_id())
before = form.choose_round(plan)
key = f"round-{before.round_id}-{before.number}"

starts_on, ends_on = form.choose_window(before, key)
show_faults("window", "number")
populations = form.edit_populations(plan, before, key)
show_faults("populations")
counts = form.choose_system_counts(plan, before, key)

with st.container(horizontal=True):
    if st.button(say("rounds.save"), type="primary", disabled=ends_on is None):
        changed = dataclasses.replace(before, starts_on=starts_on, ends_on=ends_on, populations=populations)
        outcome = planning.save_round(store(), by_me(), plan.project.project_id, changed, counts)
        if keep(outcome):
            saved(say("rounds.saved"), **{"edit-round": outcome.round_id})
        st.rerun()
    if before.round_id and st.button(say("rounds.remove")):
        if keep(planning.remove_round(store(), by_me(), before.round_id)):
            saved(say("rounds.removed"))
        st.rerun()
show_faults("round")
