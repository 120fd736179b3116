"""Upload a measurement: choose the round, drop the file, see what would count, confirm."""

import streamlit as st

from analysis import planning
from analysis.model.upload import Refused
from analysis.uploads import ReadFile
from pages.components import questions
from pages.components import upload_steps as steps
from pages.components.empty import begin_if_empty
from pages.components.findings import show_findings, show_refusal
from pages.components.forms import show_saved
from pages.components.session import project_id, say, store
from pages.components.upload_preview import show_preview

begin_if_empty()
st.title(say("upload.title"))
st.markdown(say("upload.text"))
show_saved()
plan = planning.plan(store(), project_id())
steps.need_a_plan(plan)

measured = steps.choose_round(plan)
grain = steps.choose_grain()
steps.offer_template(plan)
file = steps.choose_file()
if file is None:
    st.stop()

outcome = steps.read_once(plan, measured, file, questions.options(file, grain))
if not isinstance(outcome, ReadFile):
    show_refusal(outcome, plan)
    if isinstance(outcome, Refused) and outcome.needs_answer:
        questions.ask(file, outcome)
    st.stop()

questions.show_columns(file, outcome.ingested.columns)
naming = steps.name_labels(plan, outcome)
show_findings(outcome)
if not naming.is_complete:
    st.info(say("upload.answer_first"))
    st.stop()
if show_preview(outcome, naming):
    steps.confirm_button(outcome, naming)
