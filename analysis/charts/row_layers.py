"""The marks and texts of rows of intervals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from analysis.charts import theme
from analysis.charts.rows import GAP, Drawn, Layout, Row
from analysis.model.outcome import Interval

HEADING_AT = -24
RIGHT_EDGE = "width"


@dataclass(frozen=True, slots=True)
class RowLayers:
    """The layers of one layout: what is measured, and the texts beside or above it."""

    layout: Layout
    axis: alt.Axis | None

    def all(self) -> Iterator[alt.Chart]:
        yield from self.intervals()
        yield from self.captions() if self.layout.compact else self.columns()

    def intervals(self) -> Iterator[alt.Chart]:
        """The thick 80 % interval under the thin 95 % one, and the status mark on the estimate."""
        placed = [(r, r.drawn, y) for r, y in zip(self.layout.rows, self.layout.centres, strict=True) if r.drawn]
        for part, width, opacity in (("thick", 12, 0.4), ("thin", 3, 1.0)):
            bars = [bar for row, drawn, y in placed for bar in self.bar(row, getattr(drawn, part), y)]
            if bars:
                yield self.at(bars, x2=alt.X2("x2:Q")).mark_rule(strokeWidth=width, opacity=opacity)
        marks = [mark for row, drawn, y in placed for mark in self.marks(row, drawn, y)]
        if marks:
            yield self.at(marks, shape=alt.Shape("shape:N", scale=None)).mark_point(filled=True, size=210, opacity=1)

    def bar(self, row: Row, interval: Interval | None, y: float) -> Iterator[dict[str, Any]]:
        if interval is not None:
            low, high = self.layout.inside(interval.low), self.layout.inside(interval.high)
            yield {"x": low, "x2": high, "y": y, "colour": theme.STATUS_MARKS[row.status].colour}

    def marks(self, row: Row, drawn: Drawn, y: float) -> Iterator[dict[str, Any]]:
        """The estimate, and an arrow at each edge over which the row continues."""
        mark = theme.STATUS_MARKS[row.status]
        if self.layout.low <= drawn.value <= self.layout.high:
            yield {"x": drawn.value, "y": y, "shape": mark.path, "colour": mark.colour, "name": row.name}
        if drawn.lowest < self.layout.low:
            yield {"x": self.layout.low, "y": y, "shape": theme.ARROW_LEFT, "colour": mark.colour}
        if drawn.highest > self.layout.high:
            yield {"x": self.layout.high, "y": y, "shape": theme.ARROW_RIGHT, "colour": mark.colour}

    def verticals(self, half_height: float) -> list[tuple[float, float]]:
        """From where to where a line across the rows goes; in a narrow chart it must not cross the texts."""
        if self.layout.compact:
            placed = zip(self.layout.rows, self.layout.centres, strict=True)
            return [(y - half_height, y + half_height) for row, y in placed if row.drawn]
        return [(0.0, self.layout.height)]

    def columns(self) -> Iterator[alt.Chart]:
        """Names and details left of the plot; number, status mark and word right of it."""
        rows, heads, centres = self.layout.rows, self.layout.headings, self.layout.centres
        details, words = -self.layout.details_width, self.layout.number_width + 2 * GAP
        names = details - self.layout.name_width
        right = ((RIGHT_EDGE, GAP, heads.number), (RIGHT_EDGE, words, heads.status))
        for edge, dx, heading in ((0, details, heads.details), *right):
            yield self.column([heading], [HEADING_AT], edge, dx, colours=[theme.BEFORE_TEXT])
        yield self.column([self.layout.name_of(row) for row in rows], centres, 0, names, bold=True)
        yield self.column([row.details for row in rows], centres, 0, details)
        yield self.column([row.number for row in rows], centres, RIGHT_EDGE, GAP)
        yield from self.words([row.word for row in rows], centres, RIGHT_EDGE, words)

    def captions(self) -> Iterator[alt.Chart]:
        """Name, status and number above each interval."""
        placed = list(zip(self.layout.rows, self.layout.tops, self.layout.name_heights, strict=True))
        names = [self.layout.name_of(row) for row in self.layout.rows]
        yield self.column(names, [top + height / 2 for _, top, height in placed], 0, 0, bold=True)
        told = [f"{row.word} · {row.number}" for row in self.layout.rows]
        yield from self.words(told, [top + height + self.layout.line / 2 for _, top, height in placed], 0, 0)

    def words(
        self, words: Sequence[str], middles: Sequence[float], edge: float | str, dx: float
    ) -> Iterator[alt.Chart]:
        """The status in words behind its mark, both in its colour."""
        marks = [theme.STATUS_MARKS[row.status] for row in self.layout.rows]
        drawn = [{"y": y, "shape": m.path, "colour": m.colour} for y, m in zip(middles, marks, strict=True)]
        icons = self.at(drawn, x=alt.value(edge), shape=alt.Shape("shape:N", scale=None))
        yield icons.mark_point(filled=True, size=150, opacity=1, xOffset=dx + 8)
        yield self.column(words, middles, edge, dx + 24, bold=True, colours=[mark.colour for mark in marks])

    def column(
        self,
        texts: Sequence[str],
        middles: Sequence[float],
        edge: float | str,
        dx: float,
        *,
        bold: bool = False,
        colours: Sequence[str] = (),
    ) -> alt.Chart:
        """Texts below each other, each centred on its line even where it has several."""
        cells = [
            {"y": middle - (self.layout.line / 2) * (text.count("\n") + 1), "text": text, "colour": colour}
            for text, middle, colour in zip(texts, middles, colours or [theme.INK] * len(texts), strict=True)
        ]
        drawn: alt.Chart = self.at(cells, x=alt.value(edge), text=alt.Text("text:N")).mark_text(
            align="left",
            baseline="top",
            dx=dx,
            dy=2,
            fontSize=self.layout.size,
            fontWeight=theme.BOLD if bold else theme.NORMAL,
            lineBreak="\n",
            lineHeight=self.layout.line,
        )
        return drawn

    def at(self, values: Sequence[dict[str, Any]], **channels: Any) -> alt.Chart:
        """A layer whose data give a value across, pixels down and a colour."""
        scale = alt.Scale(domain=[self.layout.low, self.layout.high], nice=False)
        shared: dict[str, Any] = {
            "x": alt.X("x:Q", scale=scale, axis=self.axis),
            "y": alt.Y("y:Q", scale=None, axis=None),
            "color": alt.Color("colour:N", scale=None),
        }
        return alt.Chart(alt.InlineData(list(values))).encode(**shared | channels)
