"""A project without goals or a folder without projects: what to do first, instead of an empty page."""

from __future__ import annotations

import streamlit as st

from analysis import planning
from pages.components.ending import end_page
from pages.components.plan.process import process_strip
from pages.components.session import project, project_id, say, store


def begin_if_empty(needs_goal: bool = False) -> None:
    """Stop the page with its first step where there is nothing to show."""
    if project() is None:
        st.title(say("empty.no_project"))
        st.markdown(say("empty.no_project_text"))
        st.page_link("pages/plan/project.py", label=say("empty.to_project"), icon=":material/arrow_forward:")
        end_page()
    if needs_goal and not planning.plan(store(), project_id()).goals:
        st.title(say("empty.no_goal"))
        process_strip("smart_goals")
        st.markdown(say("empty.no_goal_text"))
        st.page_link("pages/plan/goals.py", label=say("empty.to_goals"), icon=":material/arrow_forward:")
        end_page()
