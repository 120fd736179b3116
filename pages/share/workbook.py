"""The framework workbook: the whole plan out as an Excel file, and an edited one in again."""

import streamlit as st

from analysis import planning
from pages.components.empty import begin_if_empty
from pages.components.forms import show_saved
from pages.components.session import project_id, say, store
from pages.components.share.workbook import show_download, show_upload

begin_if_empty()
st.title(say("workbook.page.title"))
st.markdown(say("workbook.page.text"))
show_saved()
plan = planning.plan(store(), project_id())
if not plan.goals:
    st.info(say("workbook.page.begin"))
st.subheader(say("workbook.page.download_title"))
show_download(plan)
st.subheader(say("workbook.page.upload_title"))
show_upload(plan)
