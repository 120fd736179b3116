"""Who changed what, when, from what to what; and the plan as it was on any day."""

from datetime import datetime, time

import streamlit as st

from analysis import planning
from analysis.language.formats import HERE
from analysis.report.history_table import history_table
from pages.components.empty import begin_if_empty
from pages.components.forms import FIRST_DAY, LAST_DAY
from pages.components.paging import show_page_of
from pages.components.plan.entry_form import names_in
from pages.components.plan.old_plan import show_old_plan
from pages.components.session import language, project_id, say, store

begin_if_empty()
st.title(say("history.title"))
st.markdown(say("history.text"))
log = planning.changes(store(), project_id())
day = st.date_input(
    say("history.on"), None, FIRST_DAY, LAST_DAY, format="DD-MM-YYYY", help=say("history.on_help"), key="history-day"
)
if day:
    show_old_plan(planning.plan_as_of(store(), project_id(), datetime.combine(day, time.max, HERE)), day)

st.subheader(say("history.changes"))
kinds = list(dict.fromkeys(one.entity for one in log))
named = {kind: say(f"kind.{kind}") for kind in kinds}
chosen = st.selectbox(
    say("history.of"), kinds, None, format_func=named.__getitem__, placeholder=say("history.everything")
)
names = names_in(planning.plan(store(), project_id()))
show_page_of(history_table([one for one in log if chosen in (None, one.entity)], names, language()), "history")
