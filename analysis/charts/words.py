"""What the labels of the trajectory chart say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.charts.changes import change_interval_text
from analysis.charts.course import Course, Measurement, Tread
from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import minutes, minutes_interval_text, signed_percent
from analysis.model.outcome import Interval
from analysis.model.status import Change


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one course, shorter in a narrow chart."""

    course: Course
    language: Language
    compact: bool

    def of_follow_up(self, measurement: Measurement) -> Iterator[str]:
        """The change, its interval on a second line; the minutes where there is no change to tell."""
        result = measurement.result
        if not isinstance(result.change, Change):
            yield self.minutes(measurement)
            return
        against, interval = result.requirement.milestone if result.requirement else None, result.change.interval_95
        yield signed_percent(self.language, result.change.improvement, against)
        if isinstance(interval, Interval) and not self.compact:
            yield f"({change_interval_text(interval, self.language, against)})"

    def of_baseline(self, measurement: Measurement, top: float) -> Iterator[str]:
        """The level, and the interval in numbers where it reaches beyond ``top`` and is cut."""
        if not self.compact:
            yield text(self.language, "chart.baseline")
        yield self.minutes(measurement)
        if measurement.thin and measurement.thin.high > top and not self.compact:
            yield f"({minutes_interval_text(self.language, measurement.thin)})"

    def of_tread(self, tread: Tread) -> str:
        """The milestone, or the target with its minutes."""
        change = signed_percent(self.language, tread.improvement)
        if tread != self.course.treads[-1]:
            return text(self.language, "requirement.milestone", change=change)
        if self.compact or not self.course.in_minutes:
            return text(self.language, "requirement.target", change=change)
        return text(self.language, "chart.target", change=change, minutes=minutes(self.language, tread.value))

    def minutes(self, measurement: Measurement) -> str:
        return text(self.language, "chart.minutes", minutes=minutes(self.language, measurement.value))
