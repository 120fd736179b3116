"""How easy each goal is to measure and to follow: typed on the page of priorities, stored as one goes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from analysis import planning
from analysis.language.sentences import choice_word, field_label, not_computable_sentence
from analysis.model.choices import Ease, PlanKind
from analysis.model.outcome import NotComputable
from analysis.model.priorities import Priority
from analysis.planning import Plan
from pages.components.plan.fields import edit
from pages.components.session import language, say
from pages.components.words import plain


def weigh(plan: Plan, priorities: Sequence[Priority]) -> None:
    """Two choices for each goal."""
    st.subheader(say("priorities.how_easy"))
    st.markdown(say("priorities.how_easy_text"))
    draw = partial(st.segmented_control, options=list(Ease), format_func=partial(choice_word, language=language()))
    for one in priorities:
        with st.container(border=True):
            st.markdown(f"**{plain(one.goal.name)}**")
            smart = planning.smart_of(plan, one.goal.goal_id)
            for place, name in zip(st.columns(2), ("data_ease", "follow_up_ease"), strict=True):
                with place:
                    label = field_label(PlanKind.SMART, name, language())
                    edit(smart, name, draw, label)


def show_what_is_not_known(priorities: Sequence[Priority]) -> None:
    """Why a goal about time has no potential yet."""
    for one in priorities:
        if isinstance(one.hours, NotComputable):
            reason = not_computable_sentence(one.hours, language())
            st.markdown(f"- {say('priorities.why_not_known', name=plain(one.goal.name), reason=plain(reason))}")
