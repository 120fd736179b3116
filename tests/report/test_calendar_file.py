"""The calendar file as RFC 5545 has it: read back by the standard's own rules."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from analysis.language import Language
from analysis.model.calendar import Agenda, Event, Occasion
from analysis.report.calendar_file import calendar_file

AT = datetime(2026, 9, 10, 11, 30, tzinfo=UTC)
MEETING = Event(Occasion.MEETING, 7, date(2026, 3, 2), date(2026, 3, 2), "Møde; styregruppen", "Rådhuset, lokale 3")
ROUND = Event(Occasion.MEASUREMENT, 8, date(2026, 4, 20), date(2026, 5, 3), number=1)
STEPS = tuple(
    Event(Occasion.MILESTONE, 9, date(2026, 3 + months, 2), date(2026, 3 + months, 2), "Post", number=months)
    for months in (2, 4)
)


def made(*events: Event, language: Language = Language.DANISH, at: datetime = AT) -> bytes:
    return calendar_file(Agenda("Solby Kommune · KSD", "20260105", events), language, at)


def read_back(content: bytes) -> list[dict[str, str]]:
    """Unfolded, cut at the first colon, escapes resolved: one table for each event."""
    assert content.endswith(b"\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    lines = content.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    events: list[dict[str, str]] = []
    for line in lines[1:-1]:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events:
            assert name not in events[-1] or name == "END"
            events[-1][name] = unescaped(value)
    return events


def unescaped(value: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], value)


def test_whole_days_with_an_end_that_is_not_counted() -> None:
    meeting, measured = read_back(made(MEETING, ROUND))
    assert meeting == {
        "UID": "meeting-7-20260105@gevinst",
        "DTSTAMP": "20260910T113000Z",
        "DTSTART;VALUE=DATE": "20260302",
        "DTEND;VALUE=DATE": "20260303",
        "SUMMARY": "Møde; styregruppen",
        "DESCRIPTION": "Solby Kommune · KSD",
        "LOCATION": "Rådhuset, lokale 3",
        "TRANSP": "TRANSPARENT",
        "END": "VEVENT",
    }
    assert (measured["DTSTART;VALUE=DATE"], measured["DTEND;VALUE=DATE"]) == ("20260420", "20260504")
    assert measured["SUMMARY"] == "Eftermåling 1"
    assert "LOCATION" not in measured


def test_the_calendar_speaks_the_readers_language() -> None:
    assert read_back(made(ROUND, language=Language.ENGLISH))[0]["SUMMARY"] == "Follow-up 1"
    assert b"X-WR-CALNAME:Gevinst: Solby Kommune" in made(ROUND)


def test_an_event_that_moves_keeps_its_uid_and_each_has_its_own() -> None:
    moved = Event(Occasion.MEETING, 7, date(2026, 3, 9), date(2026, 3, 9), "Andet navn")
    later = read_back(made(moved, language=Language.ENGLISH, at=AT + timedelta(days=1)))
    assert later[0]["UID"] == read_back(made(MEETING))[0]["UID"]
    uids = [one["UID"] for one in read_back(made(MEETING, ROUND, *STEPS))]
    assert len(set(uids)) == len(uids)


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n,;\\:æøå"), max_size=300)


@given(name=WORDS, place=WORDS)
def test_any_words_come_back_as_they_were(name: str, place: str) -> None:
    event = Event(Occasion.MEETING, 7, date(2026, 3, 2), date(2026, 3, 2), name, place)
    (found,) = read_back(made(event))
    assert (found["SUMMARY"], found.get("LOCATION", "")) == (name, place)
