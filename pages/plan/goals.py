"""The goals: what is measured, per what, how much less, and the milestones on the way."""

import streamlit as st

from analysis import planning
from analysis.model.plan import Denominator
from pages.components import goal_form as form
from pages.components.empty import begin_if_empty
from pages.components.forms import by_me, keep, saved, show_faults, show_saved
from pages.components.session import project_id, say, store

begin_if_empty()
st.title(say("goals.title"))
st.markdown(say("goals.text"))
show_saved()
plan = planning.plan(store(), project_id())
before = form.choose_goal(plan)
key = f"goal-{before.goal_id}"

name = st.text_input(say("goals.name"), before.name, help=say("goals.name_help"), key=f"{key}-name")
show_faults("name")
indicator = st.text_area(say("goals.indicator"), before.indicator, help=say("goals.indicator_help"), key=f"{key}-in")
workflows = st.multiselect(
    say("goals.workflows"),
    list(dict.fromkeys((*plan.workflows, *before.workflows))),
    list(before.workflows),
    accept_new_options=True,
    placeholder=say("goals.workflows_placeholder"),
    help=say("goals.workflows_help"),
    key=f"{key}-workflows",
)
show_faults("workflows")
item = st.text_input(say("goals.item"), before.item, help=say("goals.item_help"), key=f"{key}-item")
show_faults("item")
denominator = st.radio(
    say("goals.denominator"),
    list(Denominator),
    list(Denominator).index(before.denominator),
    format_func=lambda one: say(f"goals.per.{one}"),
    key=f"{key}-denominator",
)
leading = form.choose_leading(before, workflows, denominator, key)
show_faults("leading_workflow")
target, months = form.choose_target(before, plan.project.go_live, key)
milestones = form.edit_milestones(before, key)

typed = form.typed_goal(before.goal_id, name, indicator, item, workflows, denominator, leading, target, months)
with st.container(horizontal=True):
    if st.button(say("goals.save"), type="primary"):
        outcome = planning.save_goal(store(), by_me(), plan.project.project_id, form.with_milestones(typed, milestones))
        if keep(outcome):
            saved(say("goals.saved", name=form.plain(outcome.name)), **{"edit-goal": outcome.goal_id})
        st.rerun()
    if before.goal_id and st.button(say("goals.remove")):
        if keep(planning.remove_goal(store(), by_me(), before.goal_id)):
            saved(say("goals.removed", name=form.plain(before.name)))
        st.rerun()
show_faults("goal")
