"""The report object: all that pages, PDF and command line show of a project's status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from analysis.model.outcome import Interval, NotComputable
from analysis.model.plan import Goal, Project, Round


class Status(StrEnum):
    """Where a goal stands, from the interval against milestone and target (statistics, section 6)."""

    REACHED = "reached"
    CONFIRMED = "confirmed"
    ON_TRACK = "on_track"
    UNDECIDED = "undecided"
    BEHIND = "behind"
    NOT_REACHED = "not_reached"
    REGRESSED = "regressed"
    TOO_FEW = "too_few"
    NOT_MEASURED = "not_measured"
    NOT_COMPARABLE = "not_comparable"


class CaveatKind(StrEnum):
    """What the reader must know beside a number; each has a sentence made from ``Caveat.amount`` and ``rows``."""

    DOMINANT_EMPLOYEE = "dominant_employee"
    FEW_EMPLOYEES = "few_employees"
    POPULATION_UNKNOWN = "population_unknown"
    TARGET_GROUP_LEFT_OUT = "target_group_left_out"
    COUNT_MISSING = "count_missing"
    REJECTED_ROWS = "rejected_rows"
    DOUBT = "doubt"
    FALLEN_BACK = "fallen_back"
    FEWER_IN_COMMON = "fewer_in_common"
    OUTSIDE_WINDOW = "outside_window"


@dataclass(frozen=True, slots=True)
class Caveat:
    """A reservation about one round: ``share`` for parts (0.87), ``number`` for counts, ``name`` for its subject."""

    kind: CaveatKind
    round_number: int
    share: float | None = None
    number: int | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """Minutes per item in one round, with its own intervals."""

    minutes_per_item: float
    interval_95: Interval | NotComputable
    interval_80: Interval | NotComputable


@dataclass(frozen=True, slots=True)
class Change:
    """The reduction since the baseline (0.62 is 62 % less time), with its intervals."""

    reduction: float
    interval_95: Interval | NotComputable
    interval_80: Interval | NotComputable


@dataclass(frozen=True, slots=True)
class Requirement:
    """What is asked of a round, as reductions.

    ``milestone`` is the one in force at the end of the round's window: 0 before the first, and the target itself
    from the deadline on and where the goal has no milestones.
    """

    target: float
    milestone: float
    is_final: bool


@dataclass(frozen=True, slots=True)
class RoundResult:
    """One measured round of one goal. ``change`` and ``requirement`` are ``None`` for the baseline."""

    round: Round
    employees: int
    registrations: int
    level: Level | NotComputable
    change: Change | NotComputable | None
    requirement: Requirement | None
    status: Status | None
    employees_in_both: int | None
    caveats: tuple[Caveat, ...]


@dataclass(frozen=True, slots=True)
class GroupResult:
    """One target group in the latest follow-up. Numbers are ``NotComputable(HIDDEN)`` below the shown minimum."""

    target_group: str
    employees: int
    employees_before: int
    population: int | None
    change: Change | NotComputable
    status: Status


@dataclass(frozen=True, slots=True)
class Advice:
    """How many employees the next round needs to settle it with 80 % power."""

    employees: int
    same_employees: bool
    registrations: int
    population: int | None


@dataclass(frozen=True, slots=True)
class GoalReport:
    """One goal as it stood on a date."""

    goal: Goal
    deadline: date
    status: Status
    target_minutes: float | NotComputable
    """The derived target point: baseline times (1 - target reduction), minutes per item."""
    baseline: RoundResult | None
    follow_ups: tuple[RoundResult, ...]
    planned: tuple[Round, ...]
    """Rounds that have not ended."""
    groups: tuple[GroupResult, ...]
    advice: Advice | NotComputable | None
    """``None`` where nothing is left to settle."""

    @property
    def latest(self) -> RoundResult | None:
        return self.follow_ups[-1] if self.follow_ups else None


@dataclass(frozen=True, slots=True)
class StatusReport:
    """The status of a project on a date: ``fingerprint`` is a hash of the data and plan that made it."""

    project: Project
    on: date
    data_until: date | None
    goals: tuple[GoalReport, ...]
    fingerprint: str
