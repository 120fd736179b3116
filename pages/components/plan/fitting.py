"""Saving a part whose fields hang together: what else had to change is told, and a renamed project stays chosen."""

from __future__ import annotations

import streamlit as st

from analysis import planning
from analysis.language.sentences import field_label
from analysis.model.choices import PlanKind
from analysis.model.plan import Goal, Project
from pages.components.forms import by_me
from pages.components.session import language, project_id, say, store

ALSO_CHANGED = "also-changed"


def save_fitted(typed: Goal, seen: Goal) -> object:
    """Store a goal with what cannot stand beside the change put right, in one save."""
    fitting = planning.fitted(typed, seen)
    outcome = planning.save_goal(store(), by_me(), project_id(), fitting, seen)
    if isinstance(outcome, Goal):
        st.session_state[ALSO_CHANGED] = planning.differing(typed, fitting)
    return outcome


def show_also_changed() -> None:
    """Say once which fields followed the one that was changed."""
    names = st.session_state.pop(ALSO_CHANGED, ())
    if names:
        labels = ", ".join(field_label(PlanKind.GOAL, name, language()) for name in names)
        st.info(say("smart.also_changed", fields=labels), icon=":material/sync_alt:")


def save_and_choose(typed: Project, seen: Project) -> object:
    """Store a project; the frame knows it by its name."""
    outcome = planning.save_project(store(), by_me(), typed, seen)
    if isinstance(outcome, Project):
        st.session_state["project"] = outcome.name
    return outcome
