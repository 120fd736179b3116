"""Reading a file once, with a bar that shows what is happening and a button that stops it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import monotonic

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analysis import uploads
from analysis.model.plan import Round
from analysis.model.storing import AlreadyUploaded
from analysis.model.upload import Refused
from analysis.planning import Plan
from analysis.uploads import ReadFile, ReadOptions
from pages.components.data.abandoned import close_when_gone
from pages.components.session import say, store

SECONDS_BETWEEN = 0.1
"""Nobody sees a bar move more often."""
QUESTION, OUTCOME = "upload-question", "upload-outcome"
Outcome = ReadFile | Refused | AlreadyUploaded


def read_once(plan: Plan, measured: Round, file: UploadedFile, options: ReadOptions, *, afresh: bool) -> Outcome:
    """Read a file when it arrives or is meant otherwise, not at every drawing of the page."""
    question = (file.file_id, measured, options, plan.goals, plan.target_groups, afresh)
    if st.session_state.get(QUESTION) != question:
        let_go()
        place = st.empty()
        with place.container():
            watched = replace(options, progress=bar())
            st.button(say("upload.cancel"), on_click=forget_file)
            outcome = uploads.read(store(), plan, measured, file.name, file.getvalue(), watched, afresh=afresh)
        place.empty()
        st.session_state[QUESTION], st.session_state[OUTCOME] = question, outcome
        if isinstance(outcome, ReadFile):
            close_when_gone(outcome)
    kept: Outcome = st.session_state[OUTCOME]
    return kept


def let_go() -> None:
    """Forget what was read: its rows, with names in them, stand in the memory for no longer than their file."""
    st.session_state.pop(QUESTION, None)
    outcome: Outcome | None = st.session_state.pop(OUTCOME, None)
    if isinstance(outcome, ReadFile):
        outcome.staging.close()


def forget_file() -> None:
    """Ready for the next file."""
    let_go()
    st.session_state["upload-number"] += 1


def bar() -> Callable[[float, str], None]:
    """Streamlit raises from here where the visitor has clicked or gone: the reading ends and leaves nothing."""
    drawn = st.progress(0.0, say("upload.reading"))
    drawn_at = 0.0

    def show(fraction: float, step: str) -> None:
        nonlocal drawn_at
        if monotonic() - drawn_at > SECONDS_BETWEEN:
            drawn.progress(min(fraction, 1.0), say(f"upload.step.{step}"))
            drawn_at = monotonic()

    return show
