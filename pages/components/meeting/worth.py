"""What a change is worth in a year, why time changed, and how much rests on one employee."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis.charts.guides import why_guide
from analysis.charts.why import why_alt_text, why_chart
from analysis.language.sentences import freed_sentence, not_computable_sentence, why_sentences, without_one_sentence
from analysis.model.decomposition import Decomposition
from analysis.model.outcome import NotComputable
from analysis.model.status import GoalReport
from analysis.model.worth import FreedTime, WithoutOne
from analysis.report.worth_tables import why_table
from pages.components.exhibits import show_chart
from pages.components.session import language, say
from pages.components.words import plain


def show_freed(goal: GoalReport) -> None:
    """Hours, full-time equivalents and kroner a year, or what must be told first."""
    if goal.freed is None:
        return
    st.subheader(say("goal.freed"))
    if isinstance(goal.freed, FreedTime):
        st.markdown(plain(freed_sentence(goal.freed, language())))
    else:
        st.markdown(plain(not_computable_sentence(goal.freed, language())))
        st.page_link("pages/plan/goals.py", label=say("menu.goals"), icon=":material/arrow_forward:")


def show_why(goal: GoalReport) -> None:
    """Volume, mix and time per item: what each did to the total."""
    if not isinstance(goal.why, Decomposition):
        return
    st.subheader(say("goal.why"))
    for sentence in why_sentences(goal.why, goal.goal, language()):
        st.markdown(f"- {plain(sentence)}")
    show_chart(
        "why",
        partial(why_chart, goal, language()),
        why_guide(goal, language()),
        why_table(goal, language()),
        why_alt_text(goal, language()),
    )


def show_without_one(goal: GoalReport) -> None:
    """How far one employee carries the result, without naming anyone."""
    if isinstance(goal.without_one, WithoutOne):
        st.markdown(plain(without_one_sentence(goal.without_one, goal.goal, language())))
    elif isinstance(goal.without_one, NotComputable):
        st.caption(plain(not_computable_sentence(goal.without_one, language())))
