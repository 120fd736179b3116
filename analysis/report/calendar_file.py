"""A calendar as a file that Outlook and Google read: iCalendar, RFC 5545."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.sentences import event_words
from analysis.model.calendar import Agenda, Event, Occasion

LONGEST_LINE = 75
"""Octets, without the line's end."""
LINE_ENDS = re.compile(r"\r\n?|\n")
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def calendar_file(agenda: Agenda, language: Language, at: datetime) -> bytes:
    """``at`` is when the file is made; an event keeps its UID, so that a later file corrects an earlier one."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Gevinst//Gevinst//{language.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(text(language, 'calendar.name', project=agenda.project))}",
    ]
    for event in agenda.events:
        lines += event_lines(agenda, event, language, at)
    return b"".join(folded(line) + b"\r\n" for line in (*lines, "END:VCALENDAR"))


def event_lines(agenda: Agenda, event: Event, language: Language, at: datetime) -> Iterator[str]:
    """Whole days: the end is the day after the last, and nobody is made busy by them."""
    yield "BEGIN:VEVENT"
    yield f"UID:{uid(agenda, event)}"
    yield f"DTSTAMP:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day(event.starts_on)}"
    yield f"DTEND;VALUE=DATE:{day(event.ends_on + timedelta(days=1))}"
    yield f"SUMMARY:{escaped(event_words(event, language))}"
    yield f"DESCRIPTION:{escaped(agenda.project)}"
    if event.place:
        yield f"LOCATION:{escaped(event.place)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def uid(agenda: Agenda, event: Event) -> str:
    """A goal has several milestones; a round's number may change."""
    step = f"-{event.number}" if event.occasion is Occasion.MILESTONE else ""
    return f"{event.occasion}-{event.source}{step}-{agenda.mark}@gevinst"


def day(of: date) -> str:
    """The year has four figures, which ``strftime`` does not promise."""
    return of.isoformat().replace("-", "")


def escaped(words: str) -> str:
    r"""
    >>> print(escaped("Rådhuset, lokale 3; stuen\nC:\\x"))
    Rådhuset\, lokale 3\; stuen\nC:\\x
    """
    one_line = CONTROLS.sub("", LINE_ENDS.sub("\n", words))
    return re.sub(r"([\\;,])", r"\\\1", one_line).replace("\n", "\\n")


def folded(line: str) -> bytes:
    """No line is longer than 75 octets, and no letter is cut in two; a line that goes on begins with a space."""
    parts = [b""]
    for letter in line:
        octets = letter.encode()
        indent = 1 if len(parts) > 1 else 0
        if len(parts[-1]) + len(octets) + indent > LONGEST_LINE:
            parts.append(b"")
        parts[-1] += octets
    return b"\r\n ".join(parts)
