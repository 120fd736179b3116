"""The marks of the goal trajectory: the plan, the measurements with their intervals, the texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import altair as alt

from analysis.charts import theme
from analysis.charts.course import Course, Measurement, Unit
from analysis.charts.frame import Frame, month_starts
from analysis.charts.geometry import DOT
from analysis.charts.labels import Label
from analysis.charts.placement import LINE_HEIGHT
from analysis.language import Language
from analysis.language.amounts import level_heading
from analysis.language.catalogue import text
from analysis.model.choices import Direction, Measure


@dataclass(frozen=True, slots=True)
class TrajectoryLayers:
    """The marks of one course in one frame."""

    course: Course
    frame: Frame
    language: Language
    size: float

    def plan(self) -> Iterator[alt.Chart]:
        """The steps with the zone below them, the baseline carried on, and go-live."""
        treads = [(tread.first, tread.value) for tread in self.course.treads]
        steps = [*treads, *((self.frame.last, value) for _, value in treads[-1:])]
        if steps:
            better = self.frame.top if self.course.goal.direction is Direction.MORE else 0.0
            zone = self.at([(day, value, better) for day, value in steps])
            yield zone.mark_area(interpolate="step-after", color=theme.ZONE)
        yield self.at([(self.course.go_live, self.frame.top), (self.course.go_live, 0.0)]).mark_line(
            color=theme.INK, strokeWidth=1.5
        )
        if self.course.baseline:
            level = self.course.baseline.value
            onward = [(self.course.baseline.day, level), (self.frame.last, level)]
            yield self.at(onward).mark_line(color=theme.BEFORE, strokeDash=[2, 4], strokeWidth=2)
        if steps:
            yield self.at(steps).mark_line(
                interpolate="step-after", color=theme.TARGET, strokeDash=[8, 5], strokeWidth=2.5
            )

    def measured(self) -> Iterator[alt.Chart]:
        before = [self.course.baseline] if self.course.baseline else []
        for measurements, colour, path in (
            (before, theme.BEFORE, theme.SQUARE),
            (self.course.follow_ups, theme.AFTER, theme.CIRCLE),
        ):
            if measurements:
                yield from self.bars(measurements, colour)
                yield self.at([(m.day, m.value) for m in measurements]).mark_point(
                    shape=path, size=180, filled=True, color=colour, opacity=1
                )
        if self.course.planned:
            yield self.at([(planned.ends_on, 0.0) for planned in self.course.planned]).mark_point(
                shape="circle", size=130, fill="white", stroke=theme.AFTER, strokeWidth=2, opacity=1, yOffset=-DOT - 2
            )

    def bars(self, measurements: Sequence[Measurement], colour: str) -> Iterator[alt.Chart]:
        """Both intervals; one that leaves the plot is cut and ends in an arrow."""
        for part, width, opacity in (("thick", 13, 0.45), ("thin", 3, 1.0)):
            found = [(m.day, interval) for m in measurements if (interval := getattr(m, part)) is not None]
            rows = [(day, min(i.low, self.frame.top), min(i.high, self.frame.top)) for day, i in found]
            if rows:
                yield self.at(rows).mark_rule(color=colour, strokeWidth=width, opacity=opacity)
        cut = [(m.day, self.frame.top) for m in measurements if m.highest > self.frame.top]
        if cut:
            yield self.at(cut).mark_point(shape=theme.TRIANGLE_UP, size=110, filled=True, color=colour, opacity=1)

    def label(self, label: Label) -> alt.Chart:
        """A text at its chosen place, hung on its own day and value so that it follows them in a wider plot."""
        place, x = label.place, self.frame.x(label.day)
        side: Literal["left", "center", "right"] = (
            "right" if place.right <= x else "left" if place.left >= x else "center"
        )
        edge = {"right": place.right, "left": place.left, "center": (place.left + place.right) / 2}[side]
        row = [(label.day, min(label.value, self.frame.top))]
        drawn: alt.Chart = self.at(row, "\n".join(label.lines)).mark_text(
            align=side,
            baseline="top",
            lineBreak="\n",
            lineHeight=self.size * LINE_HEIGHT,
            dx=edge - x,
            dy=place.top - self.frame.y(label.value),
            fontSize=self.size,
            fontWeight=theme.BOLD if label.bold else theme.NORMAL,
            color=label.colour,
        )
        return drawn

    def at(self, rows: Sequence[tuple[Any, ...]], words: str | None = None) -> alt.Chart:
        """Data and axes of a layer: rows of day and value, or of day, low and high."""
        values = [dict(zip(("day", "value", "high"), (row[0].isoformat(), *row[1:]), strict=False)) for row in rows]
        channels: dict[str, Any] = {"x": self.days(), "y": self.levels()}
        if values and "high" in values[0]:
            channels["y2"] = alt.Y2("high:Q")
        if words is not None:
            channels["text"] = alt.value(words)
        return alt.Chart(alt.InlineData(values)).encode(**channels)

    def days(self) -> alt.X:
        edges = [moment(self.frame.first), moment(self.frame.last)]
        half_label = 2.2 * self.size
        first, last = self.frame.day(half_label), self.frame.day(self.frame.width - half_label)
        ticks = [moment(day) for day in month_starts(first, last, most=int(self.frame.width // (7 * self.size)))]
        axis = alt.Axis(title=None, grid=False, format="%b %Y", values=ticks, labelFontSize=self.size)
        return alt.X("day:T", scale=alt.Scale(type="utc", domain=edges, nice=False), axis=axis)

    def levels(self) -> alt.Y:
        axis = alt.Axis(
            title=self.level_title(),
            titleAngle=0,
            titleAlign="left",
            titleAnchor="end",
            titleX=0,
            titleY=-14,
            titleBaseline="bottom",
            titleFontSize=self.size,
            labelFontSize=self.size,
            labelExpr=self.level_labels(),
            values=list(self.frame.scale.values),
            domain=False,
            ticks=False,
        )
        return alt.Y("value:Q", scale=alt.Scale(domain=[0, self.frame.top], nice=False), axis=axis)

    def level_title(self) -> str:
        goal = self.course.goal
        if self.course.unit is Unit.LEVEL:
            return level_heading(goal, self.language)
        if self.course.unit is Unit.POINTS_FROM_BASELINE:
            return text(self.language, "chart.points_from_baseline")
        return text(self.language, f"chart.per_cent_of_baseline.{goal.measure}", item=goal.item)

    def level_labels(self) -> str:
        """A share in per cent; of a plan in points how far it is from the baseline to come."""
        if self.course.unit is Unit.POINTS_FROM_BASELINE:
            points = f"round(100 * (datum.value - {self.course.anchor}))"
            return f"format({points}, {points} == 0 ? 'd' : '+d')"
        if self.course.unit is Unit.LEVEL and self.course.goal.measure is Measure.SHARE:
            return f"format(datum.value, '.{0 if self.frame.scale.step >= 0.01 else 1}%')"
        return "datum.label"


def moment(day: date) -> alt.DateTime:
    """The day for an axis; in milliseconds, which Vega-Lite takes as well, Streamlit would lose it."""
    return alt.DateTime(year=day.year, month=day.month, date=day.day, utc=True)
