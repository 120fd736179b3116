"""What to do first, what a file must hold, how to read the interval and the status."""

import streamlit as st

from analysis.model.kinds import MEASURED, Measurement
from analysis.model.status import Status
from pages.components.badges import picture
from pages.components.guide import file_columns
from pages.components.session import say

st.title(say("guide.title"))
st.header(say("guide.first"))
st.markdown(say("guide.first_text"))

st.header(say("guide.file"))
st.markdown(say("guide.file_text"))
for measurement in MEASURED:
    with st.expander(say(f"upload.holds.{measurement}"), expanded=measurement is Measurement.TIME):
        st.table(file_columns(measurement), hide_index=True, border="horizontal", alt=say("guide.file"))
st.markdown(say("guide.file_more"))

st.header(say("guide.interval"))
st.markdown(say("guide.interval_text"))

st.header(say("guide.status"))
st.markdown(say("guide.status_text"))
for status in Status:
    st.markdown(f"{picture(status)} {say(f'guide.means.{status}')}")

st.header(say("guide.privacy"))
st.markdown(say("guide.privacy_text"))
