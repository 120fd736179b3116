"""What the status document says, as values: the template only sets it."""

from __future__ import annotations

from dataclasses import dataclass

import altair as alt

from analysis.charts import export, theme
from analysis.model.status import Status
from analysis.report.table import Table


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart as SVG, what a listener hears instead, and how to read it."""

    svg: str
    alt: str
    guide: str


def figure(chart: alt.LayerChart, alt_text: str, guide: tuple[str, ...]) -> Figure:
    return Figure(export.svg(chart).decode(), alt_text, " ".join(guide))


@dataclass(frozen=True, slots=True)
class Badge:
    """A status: its mark as SVG, its word and its colour."""

    svg: str
    word: str
    colour: str


def badge(status: Status, word: str) -> Badge:
    mark = theme.STATUS_MARKS[status]
    box = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1.2 -1.2 2.4 2.4">'
    return Badge(f'{box}<path d="{mark.path}" fill="{mark.colour}"/></svg>', word, mark.colour)


@dataclass(frozen=True, slots=True)
class Note:
    """A heading with the sentences under it."""

    heading: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """All goals: the message, the chart in pieces that fit a page, the numbers, what is known and what is not."""

    headline: str
    charts: tuple[Figure, ...]
    table: Table | None
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class GoalPage:
    """One goal: what the meeting must know, and in small print how the numbers were made.

    ``few_groups``: the forest is made to stand beside the trajectory; otherwise it needs the width of the page.
    """

    name: str
    asked: str
    headline: tuple[str, ...]
    badge: Badge
    sample: str
    trajectory: Figure
    forest: Figure | None
    few_groups: bool
    table: Table
    certainty: tuple[Note, ...]
    caveats: tuple[Note, ...]
    worth: tuple[Note, ...]
    small_print: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class WhyPart:
    """One goal's change of total time: in words, in numbers, and as a picture."""

    name: str
    said: tuple[str, ...]
    chart: Figure
    table: Table


@dataclass(frozen=True, slots=True)
class WhyPage:
    """The last page: why time changed, for every goal of which that is known."""

    heading: str
    parts: tuple[WhyPart, ...]


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
    why: WhyPage | None
