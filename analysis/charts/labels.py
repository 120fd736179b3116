"""The texts inside the trajectory chart, each in the place where it hides least."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from analysis.charts.course import Measurement, Tread
from analysis.charts.geometry import Geometry
from analysis.charts.placement import Box, around, beside, inside, least_hidden, over_and_under, text_height, text_width
from analysis.charts.theme import AFTER, BEFORE_TEXT, INK, TARGET
from analysis.charts.words import Words
from analysis.language.catalogue import text
from analysis.language.sentences import status_word
from analysis.model.plan import Goal
from analysis.model.status import Status


@dataclass(frozen=True, slots=True)
class Label:
    """A text at a day and a value, with the places it may take and, once chosen, its place.

    One that is ``dispensable`` is left out where it would hide something: the guide says it too.
    """

    lines: tuple[str, ...]
    day: date
    value: float
    colour: str
    places: tuple[Box, ...]
    bold: bool = True
    dispensable: bool = False

    @property
    def place(self) -> Box:
        return self.places[0]


@dataclass(frozen=True, slots=True)
class Labels:
    """Places the words of one goal around its marks."""

    goal: Goal
    geometry: Geometry
    words: Words
    size: float

    def placed(self) -> tuple[Label, ...]:
        """Every label in its place."""
        taken = [*around(self.geometry.frame.plot), *self.geometry.drawn()]
        labels = []
        for label in self.wanted():
            place = inside(least_hidden(label.places, taken), self.geometry.frame.plot)
            if label.dispensable and any(place.overlap(other) for other in taken):
                continue
            taken.append(place)
            labels.append(replace(label, places=(place,)))
        return tuple(labels)

    def wanted(self) -> Iterator[Label]:
        """The labels in the order in which they choose: those with the fewest places first."""
        course, language = self.geometry.course, self.words.language
        asked = [self.at_tread(tread, last) for tread, last in self.geometry.stretches() if tread.improvement > 0]
        yield self.at_go_live()
        yield from asked[-1:]
        yield from map(self.at_follow_up, reversed(course.follow_ups))
        if course.baseline:
            yield self.at_baseline(course.baseline)
        yield from reversed(asked[:-1])
        for result in course.unseen:
            yield self.at_foot(result.round.ends_on, status_word(Status.TOO_FEW, self.goal, language))
        for planned in () if self.words.compact else course.planned:
            yield self.at_foot(planned.ends_on, text(language, "chart.planned"), beside_circle=True)

    def extent(self, lines: Sequence[str]) -> tuple[float, float]:
        return text_width(lines, self.size), text_height(lines, self.size)

    def at_go_live(self) -> Label:
        lines = (text(self.words.language, "chart.go_live"),)
        width, height = self.extent(lines)
        rule = self.geometry.frame.x(self.geometry.course.go_live)
        places = tuple(Box(left, 2, left + width, 2 + height) for left in (rule + 8, rule - 8 - width))
        return Label(lines, self.geometry.course.go_live, self.geometry.frame.top, INK, places, bold=False)

    def at_follow_up(self, measurement: Measurement) -> Label:
        lines = tuple(self.words.of_follow_up(measurement))
        width, height = self.extent(lines)
        around_bar = over_and_under(self.geometry.bar(measurement), width, height)
        places = (*beside(self.geometry.dot(measurement), width, height), *around_bar)
        return Label(lines, measurement.day, measurement.value, AFTER, places)

    def at_baseline(self, measurement: Measurement) -> Label:
        lines = tuple(self.words.of_baseline(measurement, self.geometry.frame.top))
        width, height = self.extent(lines)
        bar = self.geometry.bar(measurement)
        before_go_live = replace(bar, left=bar.right - width, right=bar.right)
        around_bar = (*over_and_under(bar, width, height), *over_and_under(before_go_live, width, height))
        places = (*around_bar, *beside(self.geometry.dot(measurement), width, height))
        return Label(lines, measurement.day, measurement.value, BEFORE_TEXT, places)

    def at_tread(self, tread: Tread, last: date) -> Label:
        """Under or over its tread, as close as may be; a milestone on a short tread may stand before it."""
        lines = (self.words.of_tread(tread),)
        width, height = self.extent(lines)
        frame = self.geometry.frame
        left, right, level = frame.x(tread.first), frame.x(last), frame.y(tread.value)
        gaps = [5 + away * height for away in (0, 0.5, 1, 1.5)]
        tops = [top for gap in gaps for top in (level + gap, level - gap - height)]
        corners = [(edge, top) for top in tops for edge in (right - 8 - width, left + 8, right - 4 - width)]
        if tread != self.geometry.course.treads[-1]:
            corners.append((left - 8 - width, level - height / 2))
        places = tuple(Box(edge, top, edge + width, top + height) for edge, top in corners)
        return Label(lines, last, tread.value, TARGET, places)

    def at_foot(self, day: date, words: str, *, beside_circle: bool = False) -> Label:
        """Just above the axis: beside a planned round's circle, or in the place of a mark that is not shown."""
        width, height = self.extent((words,))
        x, top = self.geometry.frame.x(day), self.geometry.frame.height - 4 - height
        lefts = (x + 12, x - 12 - width) if beside_circle else (x - width / 2, x + 4, x - 4 - width)
        places = tuple(Box(left, top - up, left + width, top - up + height) for up in (0, height) for left in lefts)
        colour = AFTER if beside_circle else BEFORE_TEXT
        return Label((words,), day, 0, colour, places, bold=False, dispensable=beside_circle)
