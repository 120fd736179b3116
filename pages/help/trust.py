"""Whether the interval can be trusted: no formula, one picture."""

from functools import partial

import streamlit as st

from analysis.charts.coverage import coverage_alt_text, coverage_chart, coverage_guide
from analysis.language.sentences import not_covered_sentence
from analysis.report.coverage import coverage_table
from pages.components.exhibits import show_chart
from pages.components.session import language, say
from pages.components.words import plain

st.title(say("trust.title"))
st.markdown(say("trust.why"))
st.subheader(say("trust.message"))
show_chart(
    "coverage",
    partial(coverage_chart, language()),
    coverage_guide(language()),
    coverage_table(language()),
    coverage_alt_text(language()),
)
st.header(say("trust.means"))
st.markdown(say("trust.means_text"))
st.header(say("goal.not_in_the_interval"))
st.markdown(plain(not_covered_sentence(language())))
st.markdown(say("trust.limits"))
