"""Upload a measurement: choose the round, drop the file, see what would count, confirm."""

import streamlit as st

from analysis import planning
from analysis.model.upload import Refused
from analysis.uploads import ReadFile
from pages.components.data import upload_start as start
from pages.components.data.answers import is_afresh, options
from pages.components.data.findings import show_doubts, show_rejected_of
from pages.components.data.mapping import show_read
from pages.components.data.questions import ask
from pages.components.data.refusals import show_refusal
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

outcome = read_once(plan, measured, file, options(file, grain, measurement), afresh=is_afresh(file))
if not isinstance(outcome, ReadFile):
    show_refusal(outcome, measurement, plan)
    if isinstance(outcome, Refused):
        ask(file, outcome, measurement, plan.workflows)
    end_page()

show_rejected_of(outcome)
show_read(file, outcome)
show_doubts(file, outcome)
naming = name_labels(plan, outcome)
if naming.is_complete:
    show_preview(outcome, naming)
else:
    st.info(say("upload.answer_first"))
