"""What became of the benefits: reached is not realised, and freed is not converted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from analysis.model.entries import Benefit, Conversion
from analysis.model.outcome import NotComputable
from analysis.model.plan import Goal
from analysis.model.worth import FreedTime


class BenefitState(StrEnum):
    """How far a benefit is, in this order."""

    NOT_MEASURED = "not_measured"
    NOT_REACHED = "not_reached"
    REACHED = "reached"
    ATTAINMENT_APPROVED = "attainment_approved"
    CONVERTED = "converted"
    HANDED_OVER = "handed_over"


class Lack(StrEnum):
    """What a benefit is without; each has a sentence."""

    GOAL = "goal"
    OWNER = "owner"
    CONVERSION = "conversion"
    """A decision on where and how it is converted."""
    MEASURED = "measured"
    """It was approved, but the measurement does not show that its goals are reached."""
    OTHER_EYES = "other_eyes"
    """Its owner approved the attainment."""
    LEDGER = "ledger"
    """It was said to be converted, but the ledger has no hours for its goals."""


@dataclass(frozen=True, slots=True)
class BenefitProgress:
    """One benefit with its goals, its state and what it lacks."""

    benefit: Benefit
    goals: tuple[Goal, ...]
    state: BenefitState
    lacks: tuple[Lack, ...]


@dataclass(frozen=True, slots=True)
class LedgerOfGoal:
    """The hours a year that a goal's change freed, beside those that are documented as used for something else."""

    goal: Goal
    freed: FreedTime | NotComputable | None
    """``None`` where nothing was measured after the baseline."""
    conversions: tuple[Conversion, ...]

    @property
    def documented_hours(self) -> float:
        return sum(one.hours_per_year for one in self.conversions)


@dataclass(frozen=True, slots=True)
class Realisation:
    benefits: tuple[BenefitProgress, ...]
    ledger: tuple[LedgerOfGoal, ...]
