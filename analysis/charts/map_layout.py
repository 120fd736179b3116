"""Where the boxes and lines of the benefit map lie on a wide screen, and what its boxes are."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from textwrap import wrap

from analysis.charts import theme
from analysis.charts.map_parts import Column, MapParts, Part
from analysis.charts.placement import LETTER_WIDTH, LINE_HEIGHT, Box

SYSTEM_SHARE = 0.14
"""Of the width: a system has a short name."""
GAP, AIR, INSIDE, HEADING = 46, 14, 11, 30
MOST_LINES = 5
"""Longer names end in an ellipsis: they stand whole in the list below the map."""
MARK = 18
"""Room for the triangle before what a part lacks."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A part with its texts broken to lines, in its place."""

    part: Part
    box: Box
    name: tuple[str, ...]
    lacks: tuple[str, ...]

    @property
    def middle(self) -> float:
        return (self.box.top + self.box.bottom) / 2


@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Heading:
    words: str
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class MapLayout:
    width: float
    height: float
    headings: tuple[Heading, ...]
    placed: tuple[Placed, ...]
    lines: tuple[tuple[Point, ...], ...]
    size: int
    is_curved: bool

    @property
    def line(self) -> float:
        return line_height(self.size)


def line_height(size: float) -> float:
    return math.ceil(LINE_HEIGHT * size)


def beside_each_other(parts: MapParts, width: float) -> MapLayout:
    """A column for each kind, every column centred on the same height."""
    size = theme.TEXT_SIZE
    system = SYSTEM_SHARE * width
    others = len(parts.columns) - 1
    each = (width - system - others * GAP) / max(others, 1)
    stacks, left, headings = [], 0.0, []
    for number, column in enumerate(parts.columns):
        wide = each if number else system
        stacks.append(stacked(column, left, wide, 0, size))
        headings.append(Heading(column.heading, left, 0))
        left += wide + GAP
    tallest = max(stack[-1].box.bottom for stack in stacks)
    placed = [moved(one, HEADING + (tallest - stack[-1].box.bottom) / 2) for stack in stacks for one in stack]
    at = {one.part.identity: one for one in placed}
    lines = tuple(curve(at[link.source], at[link.target]) for link in parts.links)
    return MapLayout(width, HEADING + tallest + 2, tuple(headings), tuple(placed), lines, size, is_curved=True)


def stacked(column: Column, left: float, width: float, top: float, size: int) -> list[Placed]:
    placed = []
    for part in column.parts:
        name = broken(f"{part.name} ({part.kind})" if part.kind else part.name, width - 2 * INSIDE, size)
        lacks = broken(part.lacks, width - 2 * INSIDE - MARK, theme.SMALL_TEXT_SIZE)
        lines = len(name) * line_height(size) + len(lacks) * line_height(theme.SMALL_TEXT_SIZE)
        bottom = top + lines + 2 * INSIDE + (4 if lacks else 0)
        placed.append(Placed(part, Box(left, top, left + width, bottom), name, lacks))
        top = bottom + AIR
    return placed


def broken(words: str, width: float, size: float) -> tuple[str, ...]:
    letters = max(int(width / (LETTER_WIDTH * size)), 4)
    lines = wrap(words, letters)
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1][: letters - 1]}…"]
    return tuple(lines)


def moved(one: Placed, down: float) -> Placed:
    return replace(one, box=replace(one.box, top=one.box.top + down, bottom=one.box.bottom + down))


def curve(source: Placed, target: Placed) -> tuple[Point, ...]:
    """From the right edge of one box to the left edge of the next, level at both ends."""
    start, end = source.box.right, target.box.left
    middle = (start + end) / 2
    bends = (Point(start, source.middle), Point(middle, source.middle))
    return (*bends, Point(middle, target.middle), Point(end, target.middle))
