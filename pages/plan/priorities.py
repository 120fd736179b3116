"""Potential and priorities: what there is to win beside how easy it is, to choose few goals by."""

from functools import partial

import streamlit as st

from analysis import planning
from analysis.charts.priorities import priorities_alt_text, priorities_chart, priorities_guide
from analysis.language.sentences import priorities_sentence
from analysis.model.worth import Yearly
from analysis.planning.course.chain import FEW_GOALS
from analysis.report.priorities_table import priorities_table
from analysis.status import priorities
from pages.components.empty import begin_if_empty
from pages.components.exhibits import show_chart
from pages.components.plan.process import process_strip
from pages.components.plan.weighing import show_what_is_not_known, weigh
from pages.components.session import language, project_id, report, say, store
from pages.components.words import plain

begin_if_empty(needs_goal=True)
st.title(say("priorities.title"))
process_strip("priorities")
plan = planning.plan(store(), project_id())
found = priorities(report(), plan)
st.markdown(f"### {plain(priorities_sentence(found, language()))}")
st.markdown(say("priorities.text"))
if not any(isinstance(one.hours, Yearly) for one in found):
    st.info(say("priorities.needs_baseline"))
    st.page_link("pages/data/rounds.py", label=say("priorities.to_rounds"), icon=":material/arrow_forward:")
    st.page_link("pages/plan/goals.py", label=say("priorities.to_goals"), icon=":material/arrow_forward:")
if len(found) > FEW_GOALS:
    st.warning(say("priorities.many", number=len(found)))
show_chart(
    "priorities",
    partial(priorities_chart, found, language()),
    priorities_guide(language()),
    priorities_table(found, language()),
    priorities_alt_text(found, language()),
)
show_what_is_not_known(found)
weigh(plan, found)
