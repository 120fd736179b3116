"""What would count if the file were stored: rows, period, minutes, employees per target group."""

from __future__ import annotations

import streamlit as st

from analysis import uploads
from analysis.language.formats import number, period, whole
from analysis.model.storing import StoringPreview
from analysis.report.tables import Column, Table
from analysis.uploads import Naming, ReadFile
from pages.components.exhibits import show_table
from pages.components.findings import show_storing_faults
from pages.components.forms import by_me
from pages.components.session import language, say, say_count, store
from pages.components.upload_steps import covers
from pages.components.words import plain

MS_PER_MINUTE = 60_000


def show_preview(file: ReadFile, naming: Naming) -> bool:
    """Draw the preview; whether the file can be stored as it stands."""
    seen = uploads.preview(store(), by_me(), file, naming)
    summary = file.ingested.summary
    st.subheader(say("preview.title"))
    with st.container(horizontal=True):
        st.metric(say("preview.rows"), whole(language(), seen.rows))
        st.metric(say("preview.employees"), whole(language(), seen.employees))
        st.metric(say("preview.minutes"), number(language(), seen.milliseconds / MS_PER_MINUTE))
        st.metric(say("preview.count"), shown(seen.count))
    if summary.first_date and summary.last_date:
        st.markdown(say("preview.period", period=period(language(), summary.first_date, summary.last_date)))
    if not covers(summary, file.round):
        window = period(language(), file.round.starts_on, file.round.ends_on)
        st.warning(say("preview.outside_window", window=window))
    show_participants(seen)
    show_overlaps(seen)
    show_storing_faults(seen.faults)
    return not seen.faults


def show_participants(seen: StoringPreview) -> None:
    """The round as it would be, with what it holds already."""
    if not seen.participants:
        return
    st.markdown(f"**{say('preview.participants')}**")
    headings = ("target_group", "employees", "population", "registrations")
    columns = tuple(Column(say(f"preview.column.{name}"), name != "target_group") for name in headings)
    rows = tuple(
        (one.target_group, *(shown(number) for number in (one.employees, one.population, one.registrations)))
        for one in seen.participants
    )
    show_table(Table(columns, rows), say("preview.participants"))


def shown(known: int | None) -> str:
    return "–" if known is None else whole(language(), known)


def show_overlaps(seen: StoringPreview) -> None:
    for overlap in seen.overlaps:
        rows = say_count("count.rows", overlap.rows)
        st.warning(say("preview.overlap", rows=rows, name=plain(overlap.upload.source.name)))
    if seen.left_out:
        st.warning(say("preview.left_out", rows=say_count("count.rows", seen.left_out)))
