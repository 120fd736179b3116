"""Where the marks of the trajectory chart lie, in pixels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from analysis.charts.course import Course, Measurement, Tread
from analysis.charts.frame import Frame
from analysis.charts.placement import Box
from analysis.model.outcome import Interval

DOT = 8
AIR = 3


@dataclass(frozen=True, slots=True)
class Geometry:
    """One course in one frame."""

    course: Course
    frame: Frame

    def drawn(self) -> Iterator[Box]:
        """What no label should hide: bars and dots, the plan, the baseline's line, the rule of go-live."""
        frame, course = self.frame, self.course
        yield frame.box(course.go_live, frame.top, 0, AIR)
        for measurement in course.measurements:
            yield self.dot(measurement)
            yield self.bar(measurement)
        for planned in course.planned:
            yield Box(frame.x(planned.ends_on) - DOT, frame.height - DOT, frame.x(planned.ends_on) + DOT, frame.height)
        if course.baseline:
            level = frame.y(course.baseline.value)
            yield Box(frame.x(course.baseline.day), level - AIR, frame.width, level + AIR)
        for tread, last in self.stretches():
            yield Box(frame.x(tread.first), frame.y(tread.value) - AIR, frame.x(last), frame.y(tread.value) + AIR)
            low, high = sorted((tread.before, tread.value))
            yield frame.box(tread.first, high, low, AIR)

    def stretches(self) -> tuple[tuple[Tread, date], ...]:
        """Each tread with the day on which it ends."""
        treads = self.course.treads
        ends = [tread.first for tread in treads[1:]] + [self.frame.last]
        return tuple(zip(treads, ends, strict=False))

    def dot(self, measurement: Measurement) -> Box:
        level = self.frame.y(measurement.value)
        return replace(self.bar(measurement), top=level - DOT, bottom=level + DOT)

    def bar(self, measurement: Measurement) -> Box:
        thin = measurement.thin or Interval(measurement.value, measurement.value, 0.95)
        return self.frame.box(measurement.day, thin.high, thin.low, DOT)
