"""One round's level, and its change since the baseline, each with its intervals."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.model.outcome import Interval, NotComputable


@dataclass(frozen=True, slots=True)
class Level:
    """One round's minutes per item, cases per working day, or share, with its own intervals."""

    value: float
    interval_95: Interval | NotComputable
    interval_80: Interval | NotComputable


@dataclass(frozen=True, slots=True)
class Change:
    """The improvement since the baseline in the unit of the target: 0.62 is 62 % less time, or 62 points more.

    ``in_the_other_unit`` is the same change of a share in the unit that its target does not use.
    """

    improvement: float
    interval_95: Interval | NotComputable
    interval_80: Interval | NotComputable
    in_the_other_unit: OtherUnit | NotComputable | None = None


@dataclass(frozen=True, slots=True)
class OtherUnit:
    """A second number beside the first, never the one that decides."""

    improvement: float
    interval_95: Interval | NotComputable
