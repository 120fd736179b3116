"""What has been uploaded, round by round, with undo and redo."""

import streamlit as st

from analysis import planning, uploads
from pages.components.data.upload_list import show_upload
from pages.components.empty import begin_if_empty
from pages.components.forms import show_saved
from pages.components.session import project_id, say, store

begin_if_empty()
st.title(say("uploads.title"))
st.markdown(say("uploads.text"))
show_saved()
rounds = {one.round_id: one for one in planning.plan(store(), project_id()).rounds}
found = uploads.uploads(store(), project_id())
if not found:
    st.info(say("uploads.none"))
    st.page_link("pages/data/upload.py", label=say("menu.upload"), icon=":material/arrow_forward:")
for upload in found:
    show_upload(upload, rounds[upload.round_id])
