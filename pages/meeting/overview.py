"""What the steering group sees first: how every goal stands."""

from functools import partial

import streamlit as st

from analysis.charts.guides import portfolio_guide
from analysis.charts.portfolio import portfolio_alt_text, portfolio_chart
from analysis.language.formats import long_date
from analysis.language.sentences import headline, portfolio_headline
from analysis.report.tables import goals_table
from pages.components.badges import status_badge
from pages.components.empty import begin_if_empty
from pages.components.exhibits import show_chart
from pages.components.session import language, report, say
from pages.components.words import plain

begin_if_empty(needs_goal=True)
status = report()
st.title(say("overview.title"))
st.markdown(f"### {plain(portfolio_headline(status, language()))}")
if status.data_until:
    st.caption(say("overview.data_until", day=long_date(language(), status.data_until)))

for each in status.goals:
    with st.container(border=True):
        name, mark = st.columns([3, 1], vertical_alignment="center")
        name.markdown(f"#### {plain(each.goal.name)}")
        mark.markdown(status_badge(each.status, each.goal))
        st.markdown(plain(" ".join(headline(each, language()))))
        see = {"label": say("overview.see"), "query_params": {"goal": each.goal.name}}
        st.page_link("pages/meeting/goal.py", icon=":material/arrow_forward:", icon_position="right", **see)

st.subheader(say("overview.way"))
show_chart(
    "portfolio",
    partial(portfolio_chart, status, language()),
    portfolio_guide(status, language()),
    goals_table(status, language()),
    portfolio_alt_text(status, language()),
)
