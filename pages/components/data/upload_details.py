"""What is kept with an uploaded file: what it was, how it was understood, what was doubtful, what did not count."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis import uploads
from analysis.language.formats import whole
from analysis.model.rejects import RejectedRow
from analysis.model.upload import Upload
from analysis.report.mapping_tables import columns_table, labels_table
from pages.components.data.findings import doubt_words, show_rejected
from pages.components.exhibits import show_table
from pages.components.session import language, say, say_count, store
from pages.components.words import plain


def show_details(upload: Upload) -> None:
    kilobytes = whole(language(), max(upload.source.size_bytes / 1024, 1))
    st.markdown(say("uploads.file", kilobytes=kilobytes, sha256=upload.source.sha256))
    if upload.doubts:
        st.markdown(f"**{say('findings.doubts')}**")
        st.markdown("\n".join(f"- {doubt_words(doubt)}" for doubt in upload.doubts))
    show_mapping(upload)
    if upload.rejected:
        show_stored_rejects(upload, uploads.rejected(store(), upload.upload_id))
    if upload.file_is_kept:
        st.download_button(
            say("uploads.original"),
            partial(original, upload.upload_id),
            upload.source.name,
            key=f"original-{upload.upload_id}",
            on_click="ignore",
        )


def show_mapping(upload: Upload) -> None:
    understood = uploads.mapping(store(), upload.upload_id)
    st.markdown(f"**{say('uploads.understood')}**")
    if understood.columns:
        show_table(columns_table(understood.columns, upload.measurement, language()), say("uploads.understood"))
    labels = (*understood.workflows, *understood.target_groups)
    if labels:
        show_table(labels_table(labels, language()), say("uploads.labels"))
    if understood.target_group:
        st.markdown(say("uploads.one_group", group=plain(understood.target_group)))


def show_stored_rejects(upload: Upload, rejected: tuple[RejectedRow, ...]) -> None:
    """Their values were not kept."""
    st.markdown(f"**{say_count('uploads.rejected', len(rejected))}**")
    show_rejected(rejected, len(rejected), f"rejects-{upload.upload_id}")


def original(upload_id: int) -> bytes:
    """The file as it came."""
    return uploads.original_file(store(), upload_id) or b""
