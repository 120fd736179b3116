"""What the status document says, as values: the template only sets it."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.report.tables import Table


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart as SVG, what a listener hears instead, and how to read it."""

    svg: str
    alt: str
    guide: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A status: its mark as SVG, its word and its colour."""

    svg: str
    word: str
    colour: str


@dataclass(frozen=True, slots=True)
class Note:
    """A heading with the sentences under it."""

    heading: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """All goals: the message, the chart (``None`` without goals), the numbers and the weightiest reservations."""

    headline: str
    chart: Figure | None
    table: Table | None
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class GoalPage:
    """One goal: ``notes`` are for the meeting, ``small_print`` for whoever asks how the numbers were made."""

    name: str
    asked: str
    headline: tuple[str, ...]
    badge: Badge
    sample: str
    trajectory: Figure
    forest: Figure | None
    table: Table | None
    notes: tuple[Note, ...]
    small_print: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The whole document; ``page`` is the line at the foot with ``{page}`` and ``{pages}`` left open."""

    language: str
    title: str
    organisation: str
    on: str
    made_on: str
    data_until: str
    synthetic: str
    fingerprint: str
    page: str
    overview: Overview
    goals: tuple[GoalPage, ...]
