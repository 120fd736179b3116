"""The goals: the five letters of each, with the fields that they are made from, stored as one goes."""

import streamlit as st

from analysis import planning
from analysis.model.smart import Letter
from pages.components.empty import begin_if_empty
from pages.components.ending import end_page
from pages.components.forms import show_saved
from pages.components.plan import goal_form as form
from pages.components.plan import goal_subject as subject
from pages.components.plan import goal_target as target
from pages.components.plan.entry_form import edit_fields
from pages.components.plan.fitting import show_also_changed
from pages.components.plan.goal_milestones import edit_milestones, show_expected_path
from pages.components.plan.process import process_strip
from pages.components.plan.smart_letters import head, show_acceptance, show_overview
from pages.components.session import project_id, say, store

begin_if_empty()
st.title(say("goals.title"))
process_strip("smart_goals")
st.markdown(say("goals.text"))
show_saved()
plan = planning.plan(store(), project_id())
form.show_many_goals(plan)
goal = form.choose_goal(plan)
if goal is None:
    form.start_goal(plan)
    end_page()
show_also_changed()
older = planning.signatures_on_older_words(store(), project_id(), goal.goal_id)
check, smart = planning.smart_check(plan, goal, older), planning.smart_of(plan, goal.goal_id)
show_overview(check)
st.caption(say("goals.saved_as_you_go"))

head(check, Letter.SPECIFIC)
subject.edit_words(plan, goal)
subject.edit_measure(plan, goal)
subject.edit_reasons(plan, smart)
head(check, Letter.MEASURABLE)
target.edit_target(plan, goal)
st.page_link("pages/plan/measuring.py", label=say("smart.to_measuring"), icon=":material/arrow_forward:")
head(check, Letter.ACCEPTED)
show_acceptance(plan, check)
head(check, Letter.REALISTIC)
edit_fields(plan, smart, "realistic_because", "data_ease", "follow_up_ease")
edit_milestones(plan, goal)
show_expected_path(plan, goal)
head(check, Letter.TIMEBOUND)
target.edit_dates(plan, goal, smart)
target.edit_worth(plan, goal)
form.remove_button(goal)
