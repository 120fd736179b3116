"""The benefit map on a narrow screen: all boxes below each other, the lines in lanes beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.charts import theme
from analysis.charts.map_layout import AIR, Heading, MapLayout, Placed, Point, line_height, stacked
from analysis.charts.map_parts import MapParts
from analysis.model.chain import Link

LANE, EDGE = 11, 9
"""Between two lanes, and from the innermost to the boxes."""
BENEFITS = 2
"""The place of the benefits among the columns."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """Whose lane is where, the innermost first: to the left the system's and one for each benefit that changes lead to,
    to the right one for each benefit with goals."""

    left: tuple[int, ...]
    right: tuple[int, ...]

    @property
    def room_left(self) -> float:
        return EDGE + LANE * len(self.left)

    @property
    def room_right(self) -> float:
        return EDGE + LANE * len(self.right)

    def line(self, link: Link, at: Mapping[int, Placed]) -> tuple[Point, ...]:
        """Out of the box, along the lane, into the other box."""
        source, target = at[link.source], at[link.target]
        if link.source in self.right:
            edge, x = source.box.right, source.box.right + EDGE + LANE * self.right.index(link.source)
        else:
            owner = link.source if link.source in self.left else link.target
            edge, x = source.box.left, source.box.left - EDGE - LANE * self.left.index(owner)
        turns = (Point(x, source.middle), Point(x, target.middle))
        return (Point(edge, source.middle), *turns, Point(edge, target.middle))


def lanes_of(parts: MapParts) -> Lanes:
    system = parts.columns[0].parts[0].identity
    benefits = {part.identity for part in parts.columns[BENEFITS].parts}
    right = dict.fromkeys(link.source for link in parts.links if link.source in benefits)
    others = [link for link in parts.links if link.source not in benefits]
    left = dict.fromkeys(link.source if link.source == system else link.target for link in others)
    return Lanes(tuple(left), tuple(right))


def below_each_other(parts: MapParts, width: float) -> MapLayout:
    size, lanes = theme.SMALL_TEXT_SIZE, lanes_of(parts)
    wide = width - lanes.room_left - lanes.room_right
    placed: list[Placed] = []
    headings, top = [], 0.0
    for column in parts.columns:
        headings.append(Heading(column.heading, lanes.room_left, top))
        stack = stacked(column, lanes.room_left, wide, top + line_height(size) + 6, size)
        placed += stack
        top = stack[-1].box.bottom + 1.5 * AIR
    at = {one.part.identity: one for one in placed}
    lines = tuple(lanes.line(link, at) for link in parts.links)
    return MapLayout(width, top, tuple(headings), tuple(placed), lines, size, is_curved=False)
