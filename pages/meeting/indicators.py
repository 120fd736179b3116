"""Early indicators: the way between the measurements."""

from functools import partial

import streamlit as st

from analysis.charts.indicator import indicator_alt_text, indicator_chart, told
from analysis.report.worth_tables import indicator_table
from analysis.status import indicators
from pages.components.empty import begin_if_empty
from pages.components.ending import end_page
from pages.components.exhibits import show_chart
from pages.components.session import language, project, project_id, say, store
from pages.components.words import plain

begin_if_empty()
st.title(say("indicators.title"))
st.markdown(say("indicators.text"))
found = indicators(store(), project_id())
if not found:
    st.info(say("indicators.none"))
    st.page_link("pages/data/upload.py", label=say("menu.upload"), icon=":material/arrow_forward:")
    end_page()

go_live = project().go_live
for number, series in enumerate(found, start=1):
    st.subheader(plain(series.name))
    show_chart(
        f"indicator-{number}",
        partial(indicator_chart, series, language(), go_live=go_live),
        tuple(told(series, language())),
        indicator_table(series, language()),
        indicator_alt_text(series, language(), go_live=go_live),
    )
