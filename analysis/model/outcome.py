"""What an answer may be: a number with its interval, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a number is not known. Every reason has a sentence in both languages."""

    NOT_MEASURED = "not_measured"
    NO_BASELINE = "no_baseline"
    TOO_FEW_EMPLOYEES = "too_few_employees"
    """Fewer than two employees of a target group in a round: merge target groups."""
    NO_COMMON_TARGET_GROUP = "no_common_target_group"
    DIFFERENT_EVIDENCE = "different_evidence"
    """The rounds were counted in different ways."""
    NO_VARIATION = "no_variation"
    ZERO_BASELINE = "zero_baseline"
    ZERO_FOLLOW_UP = "zero_follow_up"
    ZERO_WITHOUT_ONE_EMPLOYEE = "zero_without_one_employee"
    NO_DENOMINATOR = "no_denominator"
    """No registration carries the count that the goal is measured per."""
    VOLUME_MISSING = "volume_missing"
    POPULATION_MISSING = "population_missing"
    MORE_THAN_POPULATION = "more_than_population"
    """More employees took part than the target group is said to have."""
    HIDDEN = "hidden"
    """Fewer distinct employees than the project shows numbers for."""
    BASELINE_IS_THE_LIMIT = "baseline_is_the_limit"
    """The baseline alone is too uncertain: no follow-up, however large, can decide."""
    AT_THE_TARGET = "at_the_target"
    """The estimate equals the target: no sample can tell the two apart."""


@dataclass(frozen=True, slots=True)
class NotComputable:
    """There is no answer, and why. Never 0, never NaN."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Interval:
    """A confidence interval: ``low <= high``, in the unit of the estimate; ``level`` is 0.95 or 0.80."""

    low: float
    high: float
    level: float

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(f"low must not exceed high, got {self.low} and {self.high}")
        if not 0 < self.level < 1:
            raise ValueError(f"level must lie between 0 and 1, got {self.level}")
