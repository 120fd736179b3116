"""What stands in the calendar of a project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Occasion(StrEnum):
    """In the order in which things of one day are told."""

    GO_LIVE = "go_live"
    MEETING = "meeting"
    PREREQUISITE = "prerequisite"
    MEASUREMENT = "measurement"
    MILESTONE = "milestone"
    DEADLINE = "deadline"
    REALISATION = "realisation"


@dataclass(frozen=True, slots=True)
class Event:
    """Whole days, the last one counted. ``source`` is the id of the part of the plan that the event comes from."""

    occasion: Occasion
    source: int
    starts_on: date
    ends_on: date
    name: str = ""
    place: str = ""
    number: int = 0
    """Of a measurement the round's, of a milestone its months after go-live."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The events in order of time. ``mark`` is the project's own among all projects of all who use the program."""

    project: str
    mark: str
    events: tuple[Event, ...]
