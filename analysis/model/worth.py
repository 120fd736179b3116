"""What a change is worth in a year, and how far it rests on one employee."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.model.outcome import Interval, NotComputable


@dataclass(frozen=True, slots=True)
class Yearly:
    """An amount a year with its interval, which is that of the measured times."""

    amount: float
    interval_95: Interval | NotComputable


@dataclass(frozen=True, slots=True)
class FreedTime:
    """What the measured change is worth in a year, times the share that is to be realised.

    ``fte`` and ``kroner`` are ``None`` where the municipality has not told what they are reckoned with.
    """

    hours: Yearly
    fte: Yearly | None
    kroner: Yearly | None
    items_per_year: float
    realisation_share: float


@dataclass(frozen=True, slots=True)
class WithoutOne:
    """The smallest and the largest improvement found with one of the employees left out."""

    lowest: float
    highest: float
