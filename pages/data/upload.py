"""Upload a measurement: choose the round, drop the file, see what would count, confirm."""

import streamlit as st

from analysis import planning
from analysis.model.upload import Refused
from analysis.uploads import ReadFile
from pages.components.data import questions
from pages.components.data import upload_start as start
from pages.components.data.findings import show_findings, show_refusal
from pages.components.data.upload_naming import name_labels
from pages.components.data.upload_preview import show_preview
from pages.components.data.upload_reading import let_go, read_once
from pages.components.empty import begin_if_empty
from pages.components.ending import end_page
from pages.components.forms import show_saved
from pages.components.session import project_id, say, store

begin_if_empty()
st.title(say("upload.title"))
st.markdown(say("upload.text"))
show_saved()
plan = planning.plan(store(), project_id())
start.need_a_plan(plan)

measured = start.choose_round(plan)
measurement = start.choose_measurement()
grain = start.choose_grain(measurement)
start.offer_template(plan, measured, measurement)
file = start.choose_file()
if file is None:
    let_go()
    end_page()

outcome = read_once(plan, measured, file, questions.options(file, grain, measurement))
if not isinstance(outcome, ReadFile):
    show_refusal(outcome, measurement)
    if isinstance(outcome, Refused) and outcome.needs_answer:
        questions.ask(file, outcome)
    end_page()

questions.show_columns(file, outcome)
naming = name_labels(plan, outcome)
show_findings(outcome)
if naming.is_complete:
    show_preview(outcome, naming)
else:
    st.info(say("upload.answer_first"))
