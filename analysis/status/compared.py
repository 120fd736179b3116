"""The seam between the measures and the status: what each of them tells of a round and of two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from analysis.model.caveats import Caveat
from analysis.model.choices import Direction
from analysis.model.levels import Change, Level, OtherUnit
from analysis.model.outcome import Interval, NotComputable
from analysis.model.status import Basis
from analysis.statistics import Contrast

Bounds = Interval | NotComputable
IntervalAt = Callable[[float], Bounds]
"""The interval at a confidence level."""
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its interval at any confidence level."""

    value: float
    interval: IntervalAt


@dataclass(frozen=True, slots=True)
class Told:
    """One round by itself: its level and what that rests on. ``employees`` is 0 where nobody's work was measured."""

    level: Estimate | NotComputable
    employees: int
    registrations: int
    basis: Basis = Basis.EMPLOYEES
    units: int = 0
    cases: float | None = None
    caveats: tuple[Caveat, ...] = ()

    def is_shown(self, least: int) -> bool:
        """Whether enough distinct employees measured, where employees did."""
        return self.employees == 0 or self.employees >= least

    def shown_level(self) -> Level | NotComputable:
        level = self.level
        if isinstance(level, NotComputable):
            return level
        return Level(level.value, level.interval(0.95), level.interval(0.8))


@dataclass(frozen=True, slots=True)
class Seen:
    """Two rounds as their comparison sees them."""

    before: Told
    now: Told


@dataclass(frozen=True, slots=True)
class Compared:
    """Two rounds held against each other: the improvement in the unit of the target.

    ``contrast`` is what an improvement of employees' work was read from; ``seen`` is ``None`` where the comparison
    sees each round as it is by itself.
    """

    improvement: Estimate | NotComputable
    in_the_other_unit: OtherUnit | NotComputable | None = None
    employees_in_both: int | None = None
    caveats: tuple[Caveat, ...] = ()
    contrast: Contrast | None = None
    seen: Seen | None = None

    def interval(self, level: float = 0.95) -> Interval | NotComputable:
        improvement = self.improvement
        return improvement if isinstance(improvement, NotComputable) else improvement.interval(level)

    def shown_change(self) -> Change | NotComputable:
        if isinstance(self.improvement, NotComputable):
            return self.improvement
        return Change(self.improvement.value, self.interval(0.95), self.interval(0.8), self.in_the_other_unit)


def interval_of(result_at: Callable[[float], Result | NotComputable], pick: Callable[[Result], Bounds]) -> IntervalAt:
    """The interval in a result that is reckoned anew at each confidence level."""

    def interval(level: float) -> Bounds:
        found = result_at(level)
        return found if isinstance(found, NotComputable) else pick(found)

    return interval


def directed(reduction: float, interval: IntervalAt, direction: Direction) -> Estimate:
    """A reduction as an improvement: where more is better it is the rise, and its interval the mirror image."""
    if direction is Direction.LESS:
        return Estimate(reduction, interval)
    return Estimate(-reduction, lambda level: mirrored(interval(level)))


def mirrored(interval: Interval | NotComputable) -> Interval | NotComputable:
    """The same interval seen the other way: a rise where there was a fall."""
    if isinstance(interval, NotComputable):
        return interval
    return Interval(-interval.high, -interval.low, interval.level)
