"""The calendar on screen: what is to come and what has been, the file, and the meetings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from analysis.language.formats import long_date
from analysis.language.sentences import event_days, event_words
from analysis.model.calendar import Agenda, Event
from analysis.model.entries import Meeting
from analysis.planning import Plan
from analysis.report.calendar_file import calendar_file
from analysis.report.table import Column, Table
from pages.components.exhibits import show_table
from pages.components.plan.entry_form import card, edit_fields, remove_button
from pages.components.session import language, say, today
from pages.components.words import plain

COLUMNS = ("day", "what", "place")


def show_agenda(agenda: Agenda) -> None:
    coming = [one for one in agenda.events if one.ends_on >= today()]
    past = [one for one in agenda.events if one.ends_on < today()]
    st.subheader(say("calendar.upcoming"))
    if coming:
        show_events(coming)
    else:
        st.markdown(say("calendar.nothing_upcoming"))
    if past:
        with st.expander(say("calendar.past")):
            show_events(past)
    offer_file(agenda)


def show_events(events: Sequence[Event]) -> None:
    with_place = any(one.place for one in events)
    columns = tuple(Column(say(f"calendar.column.{name}")) for name in COLUMNS[: 3 if with_place else 2])
    rows = tuple(
        (event_days(one, language()), event_words(one, language()), one.place)[: len(columns)] for one in events
    )
    show_table(Table(columns, rows), say("calendar.table"))


def offer_file(agenda: Agenda) -> None:
    """The file is made when it is asked for."""
    in_language = language()
    st.download_button(
        say("calendar.download"),
        lambda: calendar_file(agenda, in_language, datetime.now().astimezone()),
        say("calendar.file"),
        "text/calendar",
        icon=":material/calendar_month:",
        help=say("calendar.download_help"),
        on_click="ignore",
    )


def edit_meetings(plan: Plan) -> None:
    for one in sorted(plan.of(Meeting), key=lambda one: (one.on is None, one.on or today(), one.entry_id)):
        box = card(one, meeting_label(one))
        if box.open:
            with box:
                edit_fields(plan, one)
                remove_button(one)


def meeting_label(one: Meeting) -> str:
    name = plain(one.name)
    return f"{name}, {long_date(language(), one.on)}" if one.on else say("calendar.undated", name=name)
