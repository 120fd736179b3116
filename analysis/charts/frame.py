"""The plot of the trajectory chart: from days and values to pixels, with room for the labels at its ends."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

from analysis.charts.course import Course, Unit
from analysis.charts.placement import Box
from analysis.model.choices import Measure

HIGHEST_OVER_POINTS = 2.2
"""An interval that reaches further over all points is cut with an arrow: the points must stay readable."""
HEADROOM = 1.08


@dataclass(frozen=True, slots=True)
class Scale:
    """The y axis from 0 to ``top`` with a label at each ``step``."""

    top: float
    step: float

    @property
    def values(self) -> tuple[float, ...]:
        return tuple(round(self.step * number, 10) for number in range(round(self.top / self.step) + 1))


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot in pixels and what its edges stand for."""

    width: float
    height: float
    first: date
    last: date
    scale: Scale

    @property
    def top(self) -> float:
        return self.scale.top

    def x(self, day: date) -> float:
        return self.width * (day - self.first).days / (self.last - self.first).days

    def day(self, x: float) -> date:
        return self.first + timedelta(days=round(x / self.width * (self.last - self.first).days))

    def y(self, value: float) -> float:
        return self.height * (1 - min(value, self.top) / self.top)

    def box(self, day: date, high: float, low: float, half_width: float) -> Box:
        return Box(self.x(day) - half_width, self.y(high), self.x(day) + half_width, self.y(low))

    @property
    def plot(self) -> Box:
        return Box(0, 0, self.width, self.height)


def frame(course: Course, width: float, height: float, left: float, right: float) -> Frame:
    """The frame that keeps ``left`` and ``right`` pixels free before the first and after the last day."""
    first, last = min(course.days), max(course.days)
    days_per_pixel = max((last - first).days, 1) / (width - left - right)
    return Frame(
        width=width,
        height=height,
        first=first - timedelta(days=math.ceil(left * days_per_pixel)),
        last=last + timedelta(days=math.ceil(right * days_per_pixel)),
        scale=scale_of(course),
    )


def scale_of(course: Course) -> Scale:
    """The scale that holds every point, and every interval that does not dwarf them."""
    planned = [course.anchor or 0.0, *(tread.value for tread in course.treads)]
    points = [m.value for m in course.measurements] + planned
    ends = [m.highest for m in course.measurements]
    highest = HEADROOM * min(max(points + ends), HIGHEST_OVER_POINTS * max(points)) or 1.0
    step = tick_step(highest)
    top = step * math.ceil(highest / step)
    is_share = course.goal.measure is Measure.SHARE and course.unit is Unit.LEVEL
    return Scale(top=min(top, 1.0) if is_share else top, step=step)


def tick_step(top: float) -> float:
    """A round step that divides the axis into four to eight parts.

    >>> tick_step(9.5), tick_step(110), tick_step(0.7)
    (2.0, 20.0, 0.1)
    """
    magnitude: float = 10.0 ** math.floor(math.log10(top))
    return next(magnitude * part for part in (0.1, 0.2, 0.5, 1, 2) if top / (magnitude * part) <= 8)


def month_starts(first: date, last: date, most: int) -> tuple[date, ...]:
    """The first days of months inside a frame, at most ``most`` of them, evenly spaced.

    >>> [day.month for day in month_starts(date(2026, 1, 20), date(2026, 12, 5), 6)]
    [2, 4, 6, 8, 10, 12]
    """
    months = [
        date(year, month, 1)
        for year in range(first.year, last.year + 1)
        for month in range(1, 13)
        if first <= date(year, month, 1) <= last
    ]
    return tuple(months[:: next(step for step in (1, 2, 3, 4, 6, 12, 24, 48) if len(months) <= step * most)])
