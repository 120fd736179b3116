"""One upload in the list: what it held, what was doubtful, undo or redo."""

from __future__ import annotations

import streamlit as st

from analysis import uploads
from analysis.language.formats import HERE, long_date, period
from analysis.language.sentences import round_name
from analysis.model.plan import Round
from analysis.model.storing import AlreadyUploaded, StoringRefused
from analysis.model.upload import Upload
from pages.components.data.findings import show_storing_faults
from pages.components.data.upload_details import show_details
from pages.components.forms import by_me, saved
from pages.components.session import language, say, say_count, store
from pages.components.words import plain


def show_upload(upload: Upload, measured: Round) -> None:
    with st.container(border=True):
        left, right = st.columns([4, 1], vertical_alignment="center")
        undone = f" :gray-badge[{say('uploads.undone')}]" if upload.undone_at else ""
        left.markdown(f"**{plain(upload.source.name)}** · {round_name(measured.number, language())}{undone}")
        left.markdown(" · ".join(what_it_held(upload)))
        if upload.undone_at is None and right.button(say("uploads.undo"), key=f"undo-{upload.upload_id}"):
            uploads.undo(store(), by_me(), upload.upload_id)
            saved(say("uploads.undone_now", name=plain(upload.source.name)))
        if upload.undone_at and right.button(say("uploads.redo"), key=f"redo-{upload.upload_id}"):
            redo(upload)
        if st.toggle(say("uploads.details"), key=f"details-{upload.upload_id}"):
            show_details(upload)


def what_it_held(upload: Upload) -> list[str]:
    held = [say_count("count.rows", upload.rows)]
    if upload.employees:
        held.append(say_count("count.employees", upload.employees))
    if upload.rejected:
        held.append(say_count("uploads.rejected", upload.rejected))
    if upload.first_date and upload.last_date:
        held.append(period(language(), upload.first_date, upload.last_date))
    held.append(say("uploads.uploaded", day=long_date(language(), upload.uploaded_at.astimezone(HERE).date())))
    return held


def redo(upload: Upload) -> None:
    outcome = uploads.redo(store(), by_me(), upload.upload_id)
    if isinstance(outcome, AlreadyUploaded):
        st.error(say("uploads.came_again", name=plain(outcome.upload.source.name)))
    elif isinstance(outcome, StoringRefused):
        show_storing_faults(outcome.faults)
    else:
        saved(say("uploads.redone", name=plain(upload.source.name)))
