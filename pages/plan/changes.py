"""What must change in culture and behaviour, and the action plan that makes it happen."""

import streamlit as st

from analysis import planning
from analysis.language.sentences import gap_sentence
from analysis.model.chain import Gap
from analysis.model.choices import PlanKind
from analysis.model.entries import Activity, Change
from pages.components.empty import begin_if_empty
from pages.components.plan import action_plan as parts
from pages.components.plan.entry_form import add_named
from pages.components.plan.process import process_strip
from pages.components.session import language, project_id, say, store
from pages.components.words import plain

begin_if_empty()
st.title(say("changes.title"))
process_strip("action_plan")
st.markdown(say("changes.text"))
plan = planning.plan(store(), project_id())
chain = planning.chain(plan)

st.subheader(say("kinds.change"))
if chain.changes:
    parts.show_late(chain.changes)
    parts.show_changes_table(plan, chain)
else:
    st.info(say("changes.changes_empty"))
for flag in chain.flags:
    if flag.gap in (Gap.NO_KEY_CHANGE, Gap.SEVERAL_KEY_CHANGES):
        st.caption(plain(gap_sentence(flag, language())))
for change in chain.changes:
    parts.show_change(plan, chain, change)
add_named(PlanKind.CHANGE, lambda name: Change(0, name))

st.subheader(say("changes.activities"))
st.markdown(say("changes.activities_text"))
if plan.of(Activity):
    parts.show_late(plan.of(Activity))
    parts.show_activities_table(plan)
else:
    st.info(say("changes.activities_empty"))
for activity in plan.of(Activity):
    parts.show_activity(plan, activity)
add_named(PlanKind.ACTIVITY, lambda name: Activity(0, name))
