"""The texts inside the trajectory chart, each in the place where it hides least."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from analysis.charts.course import Course, Measurement, Tread
from analysis.charts.frame import Frame
from analysis.charts.placement import Box, around, beside, least_hidden, over_and_under, text_height, text_width
from analysis.charts.theme import AFTER, BEFORE_TEXT, INK, TARGET
from analysis.charts.wording import change_interval_text
from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import minutes, minutes_interval_text, signed_percent
from analysis.language.sentences import status_word
from analysis.model.outcome import Interval
from analysis.model.status import Change, GoalReport, Status

DOT = 8
AIR = 3


@dataclass(frozen=True, slots=True)
class Label:
    """A text at a day and a value, with the places it may take and, once chosen, its place."""

    lines: tuple[str, ...]
    day: date
    value: float
    colour: str
    places: tuple[Box, ...]
    bold: bool = True

    @property
    def place(self) -> Box:
        return self.places[0]


@dataclass(frozen=True, slots=True)
class Labels:
    """Writes the labels of one course into one frame."""

    report: GoalReport
    course: Course
    frame: Frame
    language: Language
    size: float
    compact: bool

    def placed(self) -> tuple[Label, ...]:
        """Every label in its place; the measurements choose first."""
        taken = [*around(self.frame.plot), *self.drawn()]
        labels = []
        for label in self.wanted():
            place = least_hidden(label.places, taken)
            taken.append(place)
            labels.append(replace(label, places=(place,)))
        return tuple(labels)

    def wanted(self) -> Iterator[Label]:
        yield self.at_go_live()
        for measurement in reversed(self.course.follow_ups):
            yield self.at_follow_up(measurement)
        if self.course.baseline:
            yield self.at_baseline(self.course.baseline)
        for tread, last in reversed(self.stretches()):
            if tread.reduction > 0:
                yield self.at_tread(tread, last)
        for result in self.course.unseen:
            yield self.at_foot(result.round.ends_on, status_word(Status.TOO_FEW, self.report.goal, self.language))
        for planned in () if self.compact else self.course.planned:
            yield self.at_foot(planned.ends_on, text(self.language, "chart.planned"), beside_circle=True)

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
            yield frame.box(tread.first, tread.above, tread.value, AIR)

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

    def extent(self, lines: Sequence[str]) -> tuple[float, float]:
        return text_width(lines, self.size), text_height(lines, self.size)

    def at_go_live(self) -> Label:
        lines = (text(self.language, "chart.go_live"),)
        width, height = self.extent(lines)
        rule = self.frame.x(self.course.go_live)
        places = tuple(Box(left, 2, left + width, 2 + height) for left in (rule + 8, rule - 8 - width))
        return Label(lines, self.course.go_live, self.frame.top, INK, places, bold=False)

    def at_follow_up(self, measurement: Measurement) -> Label:
        lines = follow_up_lines(measurement, self.language, self.compact)
        width, height = self.extent(lines)
        around_bar = over_and_under(self.bar(measurement), width, height)
        places = (*beside(self.dot(measurement), width, height), *around_bar)
        return Label(lines, measurement.day, measurement.value, AFTER, places)

    def at_baseline(self, measurement: Measurement) -> Label:
        lines = tuple(self.baseline_lines(measurement))
        width, height = self.extent(lines)
        bar = self.bar(measurement)
        before_go_live = replace(bar, left=bar.right - width, right=bar.right)
        around_bar = (*over_and_under(bar, width, height), *over_and_under(before_go_live, width, height))
        places = (*around_bar, *beside(self.dot(measurement), width, height))
        return Label(lines, measurement.day, measurement.value, BEFORE_TEXT, places)

    def baseline_lines(self, measurement: Measurement) -> Iterator[str]:
        """The level, and the interval in numbers where it is too long to be drawn."""
        key = "chart.minutes" if self.compact else "chart.baseline"
        yield text(self.language, key, minutes=minutes(self.language, measurement.value))
        if measurement.thin and measurement.thin.high > self.frame.top and not self.compact:
            yield f"({minutes_interval_text(self.language, measurement.thin)})"

    def at_tread(self, tread: Tread, last: date) -> Label:
        lines = (self.requirement(tread),)
        width, height = self.extent(lines)
        left, right, level = self.frame.x(tread.first), self.frame.x(last), self.frame.y(tread.value)
        places = tuple(
            Box(edge, top, edge + width, top + height)
            for top in (level + 5, level - 5 - height)
            for edge in (right - 8 - width, left + 8)
        )
        return Label(lines, last, tread.value, TARGET, places)

    def requirement(self, tread: Tread) -> str:
        change = signed_percent(self.language, tread.reduction)
        if tread != self.course.treads[-1]:
            return text(self.language, "requirement.milestone", change=change)
        if self.compact or not self.course.in_minutes:
            return text(self.language, "requirement.target", change=change)
        return text(self.language, "chart.target", change=change, minutes=minutes(self.language, tread.value))

    def at_foot(self, day: date, words: str, *, beside_circle: bool = False) -> Label:
        """Just above the axis: beside a planned round's circle, or in the place of a mark that is not shown."""
        width, height = self.extent((words,))
        x, top = self.frame.x(day), self.frame.height - 4 - height
        lefts = (x + 12, x - 12 - width) if beside_circle else (x - width / 2, x + 4, x - 4 - width)
        places = tuple(Box(left, top - up, left + width, top - up + height) for up in (0, height) for left in lefts)
        return Label((words,), day, 0, AFTER if beside_circle else BEFORE_TEXT, places, bold=False)


def follow_up_lines(measurement: Measurement, language: Language, compact: bool) -> tuple[str, ...]:
    """The change with its interval on a second line; the minutes where there is no change to tell."""
    result = measurement.result
    if not isinstance(result.change, Change):
        return (text(language, "chart.minutes", minutes=minutes(language, measurement.value)),)
    number = signed_percent(language, result.change.reduction)
    interval = result.change.interval_95
    if compact or not isinstance(interval, Interval):
        return (number,)
    against = result.requirement.milestone if result.requirement else None
    return number, f"({change_interval_text(interval, language, against)})"
