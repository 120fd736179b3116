"""The goals: what is measured, per what, how much better, and the milestones on the way."""

import streamlit as st

from analysis import planning
from pages.components import goal_form as form
from pages.components import goal_target as target
from pages.components.empty import begin_if_empty
from pages.components.forms import by_me, keep, saved, show_faults, show_saved
from pages.components.session import project_id, say, store
from pages.components.words import plain

begin_if_empty()
st.title(say("goals.title"))
st.markdown(say("goals.text"))
show_saved()
plan = planning.plan(store(), project_id())
before = form.choose_goal(plan)
key = f"goal-{before.goal_id}"

goal = form.name_it(before, key)
goal = form.choose_measure(goal, plan, key)
goal = form.choose_denominator(goal, key)
goal = target.choose_direction(goal, key)
goal = target.choose_target(goal, plan.project.go_live, key)
goal = target.edit_milestones(goal, key)
goal = target.edit_worth(goal, plan.target_groups, key)

with st.container(horizontal=True):
    if st.button(say("goals.save"), type="primary"):
        outcome = planning.save_goal(store(), by_me(), plan.project.project_id, goal)
        if keep(outcome):
            saved(say("goals.saved", name=plain(outcome.name)), **{"edit-goal": outcome.goal_id})
        st.rerun()
    if before.goal_id and st.button(say("goals.remove")):
        if keep(planning.remove_goal(store(), by_me(), before.goal_id)):
            saved(say("goals.removed", name=plain(before.name)))
        st.rerun()
show_faults("goal")
