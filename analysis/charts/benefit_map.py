"""The benefit map as a picture: system → change → benefit → goal, with the places where the chain is broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from analysis.charts import theme
from analysis.charts.dressing import BARE_PADDING, PICTURE_PADDING, bare, nominal_width, titled
from analysis.charts.map_lanes import below_each_other
from analysis.charts.map_layout import INSIDE, MARK, MapLayout, Placed, Point, beside_each_other, line_height
from analysis.charts.map_parts import map_parts
from analysis.language import Language
from analysis.language.catalogue import counted, text
from analysis.model.chain import Chain

LINE, EDGE, KEY_EDGE = 1.6, 1.2, 3.5
TIP = 4
"""Half the length of an arrow, which ends at its box."""


def benefit_map_chart(
    chain: Chain, language: Language, *, title: bool, width: int | None = None, compact: bool = False
) -> alt.LayerChart:
    """Columns from left to right, or in a narrow chart from top to bottom."""
    nominal = nominal_width(width, title=title, compact=compact)
    plot = nominal - 2 * (PICTURE_PADDING if title else BARE_PADDING)
    lay_out = below_each_other if compact else beside_each_other
    layout = lay_out(map_parts(chain, language), plot)
    chart = alt.LayerChart(layer=list(MapLayers(layout).all())).properties(height=layout.height)
    if not title:
        return bare(chart, language, width)
    return titled(chart, language, nominal, [benefit_map_headline(chain, language)], [text(language, "map.guide")])


def benefit_map_headline(chain: Chain, language: Language) -> str:
    broken, system = map_parts(chain, language).broken, chain.project.system
    if not broken:
        return text(language, "map.headline.whole", system=system)
    return counted(language, "map.headline.broken", broken, system=system)


def benefit_map_alt_text(chain: Chain, language: Language) -> str:
    """The kind of chart, the message and the sizes; the parts themselves stand in the list below it."""
    numbers = {"changes": chain.changes, "benefits": chain.benefits, "goals": chain.goals}
    return text(
        language,
        "map.alt.chart",
        system=chain.project.system,
        headline=benefit_map_headline(chain, language),
        parts=", ".join(counted(language, f"map.alt.{key}", len(parts)) for key, parts in numbers.items()),
    )


@dataclass(frozen=True, slots=True)
class MapLayers:
    """The layers of one layout: lines behind, boxes, and the words in them."""

    layout: MapLayout

    def all(self) -> Iterator[alt.Chart]:
        if self.layout.lines:
            yield from self.lines()
        yield from self.boxes()
        yield from self.words()

    def lines(self) -> Iterator[alt.Chart]:
        rows = [
            {"x": point.x, "y": point.y, "line": number, "turn": turn}
            for number, line in enumerate(self.layout.lines)
            for turn, point in enumerate(line)
        ]
        curved: Any = "basis" if self.layout.is_curved else "linear"
        shared: dict[str, Any] = {"detail": "line:N", "order": "turn:Q"}
        yield self.at(rows, **shared).mark_line(interpolate=curved, stroke=theme.BEFORE, strokeWidth=LINE)
        if not self.layout.is_curved:
            joints = [as_row(turn) for line in self.layout.lines for turn in line[1:-1]]
            yield self.at(joints).mark_point(filled=True, size=26, color=theme.BEFORE_TEXT, opacity=1)
        for shape, before_edge in ((theme.ARROW_RIGHT, -TIP), (theme.ARROW_LEFT, TIP)):
            ends = [as_row(line[-1]) for line in self.layout.lines if arrow(line) == shape]
            if ends:
                look: dict[str, Any] = {"size": 36, "color": theme.BEFORE_TEXT, "xOffset": before_edge}
                yield self.at(ends, shape=alt.value(shape)).mark_point(filled=True, opacity=1, **look)

    def boxes(self) -> Iterator[alt.Chart]:
        """The system dark, whole parts pale, broken ones white with a dashed edge, the key change with a thick one."""
        system, *others = self.layout.placed
        whole = [one for one in others if not one.part.lacks]
        broken = [one for one in others if one.part.lacks]
        yield self.box([system], fill=theme.AFTER, stroke=theme.AFTER)
        for is_key, edge in ((False, EDGE), (True, KEY_EDGE)):
            pale = [one for one in whole if one.part.is_key is is_key]
            white = [one for one in broken if one.part.is_key is is_key]
            if pale:
                yield self.box(pale, fill=theme.ZONE, stroke=theme.AFTER, strokeWidth=edge)
            if white:
                yield self.box(white, fill="white", stroke=theme.BEHIND, strokeWidth=edge, strokeDash=[5, 3])

    def box(self, placed: Sequence[Placed], **style: Any) -> alt.Chart:
        rows = [
            {"x": one.box.left, "x2": one.box.right, "y": one.box.top, "y2": one.box.bottom, "name": one.part.name}
            for one in placed
        ]
        drawn: alt.Chart = self.at(rows, x2="x2:Q", y2="y2:Q").mark_rect(cornerRadius=4, **style)
        return drawn

    def words(self) -> Iterator[alt.Chart]:
        size = self.layout.size
        heads = [{"x": one.left, "y": one.top, "text": one.words} for one in self.layout.headings]
        yield self.texts(heads, size, theme.BEFORE_TEXT)
        system, *others = self.layout.placed
        yield self.texts([name_row(system)], size, "white", dx=INSIDE, fontWeight=theme.BOLD)
        yield self.texts([name_row(one) for one in others if one.name], size, theme.INK, dx=INSIDE)
        broken = [one for one in others if one.lacks]
        if broken:
            rows = [self.lacks_row(one) for one in broken]
            look: dict[str, Any] = {"dx": INSIDE + MARK, "fontWeight": theme.BOLD}
            yield self.texts(rows, theme.SMALL_TEXT_SIZE, theme.BEHIND, **look)
            marks = [row | {"y": row["y"] + theme.SMALL_TEXT_SIZE * 0.55} for row in rows]
            yield self.at(marks, shape=alt.value(theme.TRIANGLE_UP)).mark_point(
                filled=True, size=90, color=theme.BEHIND, opacity=1, xOffset=INSIDE + MARK / 3
            )

    def lacks_row(self, one: Placed) -> dict[str, Any]:
        below_name = one.box.top + INSIDE + len(one.name) * self.layout.line + 4
        return {"x": one.box.left, "y": below_name, "text": "\n".join(one.lacks)}

    def texts(self, rows: Sequence[dict[str, Any]], size: float, colour: str, **style: Any) -> alt.Chart:
        sizes = {"fontSize": self.fitted(size), "lineHeight": self.fitted(line_height(size))}
        look = {"lineBreak": "\n", "color": colour} | sizes | style
        drawn: alt.Chart = self.at(rows, text="text:N").mark_text(align="left", baseline="top", dy=2, **look)
        return drawn

    def fitted(self, size: float) -> alt.ExprRef:
        """Smaller in a narrower place than expected: Vega breaks no lines of its own."""
        return alt.ExprRef(f"{size} * min(1, width / {self.layout.width})")

    def at(self, rows: Sequence[dict[str, Any]], **channels: Any) -> alt.Chart:
        """A layer whose data give pixels across, as they lie in the expected width, and pixels down."""
        across = alt.Scale(domain=[0, self.layout.width], nice=False, zero=False)
        places = {"x": alt.X("x:Q", scale=across, axis=None), "y": alt.Y("y:Q", scale=None, axis=None)}
        return alt.Chart(alt.InlineData(list(rows))).encode(**places | channels)


def name_row(one: Placed) -> dict[str, Any]:
    return {"x": one.box.left, "y": one.box.top + INSIDE, "text": "\n".join(one.name)}


def as_row(point: Point) -> dict[str, Any]:
    return {"x": point.x, "y": point.y}


def arrow(line: Sequence[Point]) -> str:
    """Towards the box that the line ends at."""
    return theme.ARROW_RIGHT if line[-1].x > line[-2].x else theme.ARROW_LEFT
