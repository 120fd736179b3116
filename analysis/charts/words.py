"""What the labels of the trajectory chart say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.charts.course import Course, Measurement, Tread, Unit
from analysis.language import Language
from analysis.language.amounts import (
    change_interval_number,
    change_number,
    level_interval_number,
    level_number,
    level_text,
)
from analysis.language.catalogue import text
from analysis.model.levels import Change
from analysis.model.outcome import Interval


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one course, shorter in a narrow chart."""

    course: Course
    language: Language
    compact: bool

    def of_follow_up(self, measurement: Measurement) -> Iterator[str]:
        """The change, its interval on a second line; the level where there is no change to tell."""
        result = measurement.result
        if not isinstance(result.change, Change):
            yield self.level(measurement)
            return
        against, interval = result.requirement.milestone if result.requirement else None, result.change.interval_95
        yield change_number(self.course.goal, result.change.improvement, self.language, against)
        if isinstance(interval, Interval) and not self.compact:
            yield f"({change_interval_number(self.course.goal, interval, self.language, against)})"

    def of_baseline(self, measurement: Measurement, top: float) -> Iterator[str]:
        """The level, and the interval in numbers where it reaches beyond ``top`` and is cut."""
        if not self.compact:
            yield text(self.language, "chart.baseline")
        yield self.level(measurement)
        if measurement.thin and measurement.thin.high > top and not self.compact:
            yield f"({level_interval_number(self.course.goal, measurement.thin, self.language)})"

    def of_tread(self, tread: Tread) -> str:
        """The milestone, or the target with its level."""
        goal = self.course.goal
        change = change_number(goal, tread.improvement, self.language)
        if tread != self.course.treads[-1]:
            return text(self.language, "requirement.milestone", change=change)
        if self.compact or self.course.unit is not Unit.LEVEL:
            return text(self.language, "requirement.target", change=change)
        level = level_text(goal, tread.value, self.language)
        return text(self.language, f"chart.target.{goal.direction}", change=change, level=level)

    def level(self, measurement: Measurement) -> str:
        """Without its unit in a narrow chart: the axis has it."""
        said = level_number if self.compact else level_text
        return said(self.course.goal, measurement.value, self.language)
