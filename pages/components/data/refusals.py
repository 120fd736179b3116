"""Why a file is not read, and what to do about it; the database is as it was."""

from __future__ import annotations

import streamlit as st

from analysis.language.sentences import already_uploaded_sentence, refusal_sentence
from analysis.model.kinds import Measurement
from analysis.model.storing import AlreadyUploaded
from analysis.model.upload import Refused
from analysis.planning import Plan
from pages.components.data.findings import show_reasons, show_rejected
from pages.components.session import language, say
from pages.components.words import plain


def show_refusal(outcome: Refused | AlreadyUploaded, measurement: Measurement, plan: Plan) -> None:
    if isinstance(outcome, AlreadyUploaded):
        tell_already_uploaded(outcome, plan)
        return
    words = plain(refusal_sentence(outcome, measurement, language()))
    tell_refusal(words, needs_answer=outcome.needs_answer or outcome.can_be_mapped)
    if outcome.rejects:
        if len(outcome.rejects.reasons) > 1:
            show_reasons(outcome.rejects.reasons)
        if outcome.rejects.first:
            show_rejected(outcome.rejects.first, outcome.rejects.rows, "refused-rejects")
    offer_other_kinds(outcome)


def tell_refusal(words: str, *, needs_answer: bool = False) -> None:
    """Where an answer is enough, nothing is wrong with the file."""
    if needs_answer:
        st.warning(words)
        st.caption(say("refused.answer_or_correct"))
    else:
        st.error(words)
        st.caption(say("refused.nothing_stored"))


def tell_already_uploaded(found: AlreadyUploaded, plan: Plan) -> None:
    """The file is as it should be: there is nothing to put right in it."""
    number = next(one.number for one in plan.rounds if one.round_id == found.upload.round_id)
    st.error(plain(already_uploaded_sentence(found, number, language())))
    st.caption(say("refused.nothing"))
    st.page_link("pages/data/uploads.py", label=say("menu.uploads"), icon=":material/arrow_forward:")


def offer_other_kinds(refused: Refused) -> None:
    """What the file has the columns for, if it is not what it was said to be."""
    if refused.fits:
        st.info(say("upload.fits"))
    with st.container(horizontal=True):
        for kind in refused.fits:
            words = say("upload.read_as", kind=say(f"upload.holds.{kind}"))
            st.button(words, on_click=read_as, args=(kind,), key=f"read-as-{kind}")


def read_as(kind: Measurement) -> None:
    st.session_state["upload-measurement"] = kind
