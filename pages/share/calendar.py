"""The calendar: meetings, measurements and deadlines in order of time, on screen and as a calendar file."""

import streamlit as st

from analysis import planning
from analysis.model.choices import PlanKind
from analysis.model.entries import Meeting
from pages.components.empty import begin_if_empty
from pages.components.plan.entry_form import add_named
from pages.components.session import project_id, say, store
from pages.components.share.agenda import edit_meetings, show_agenda

begin_if_empty()
st.title(say("calendar.title"))
st.markdown(say("calendar.text"))
plan = planning.plan(store(), project_id())
if not (plan.rounds or plan.goals or plan.of(Meeting)):
    st.info(say("calendar.empty"))
show_agenda(planning.agenda(store(), project_id()))

st.subheader(say("kinds.meeting"))
st.markdown(say("calendar.meetings_text"))
edit_meetings(plan)
add_named(PlanKind.MEETING, lambda name: Meeting(0, name))
