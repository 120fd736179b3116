"""The report object: all that pages, PDF and command line show of a project's status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from analysis.model.caveats import Caveat
from analysis.model.decomposition import Decomposition
from analysis.model.levels import Change, Level
from analysis.model.mode import Mode
from analysis.model.outcome import NotComputable
from analysis.model.plan import Goal, Project, Round
from analysis.model.smart import RoundVerdict, SelfJudgement
from analysis.model.worth import FreedTime, WithoutOne


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


class Basis(StrEnum):
    """What the interval of a round was learnt from: this is what "n" means on screen."""

    EMPLOYEES = "employees"
    WEEKS = "weeks"
    DAYS = "days"
    TOTALS = "totals"


@dataclass(frozen=True, slots=True)
class Requirement:
    """What is asked of a round, as improvements.

    ``milestone`` is the one in force at the end of the round's window: 0 before the first, and the target itself
    from the deadline on and where the goal has no milestones.
    """

    target: float
    milestone: float
    is_final: bool


@dataclass(frozen=True, slots=True)
class RoundResult:
    """One measured round of one goal. ``change`` and ``requirement`` are ``None`` for the baseline.

    ``employees`` is 0 where nobody's work was measured but a system's cases; ``registrations`` are the rows.
    """

    round: Round
    employees: int
    registrations: int
    level: Level | NotComputable
    change: Change | NotComputable | None
    requirement: Requirement | None
    status: Status | None
    employees_in_both: int | None
    caveats: tuple[Caveat, ...]
    basis: Basis = Basis.EMPLOYEES
    units: int = 0
    """The weeks or days that the interval was learnt from."""
    cases: float | None = None
    """What a count or a share was made of: all cases of the round."""


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
    to_show: float | None = None
    """Before any follow-up: the improvement that the first is to show if the target is reached; 0 is any at all."""


@dataclass(frozen=True, slots=True)
class GoalReport:
    """One goal as it stood on a date."""

    goal: Goal
    deadline: date
    status: Status
    target_level: float | NotComputable
    """The derived target point, in the unit of the level: the baseline improved by the target."""
    baseline: RoundResult | None
    follow_ups: tuple[RoundResult, ...]
    planned: tuple[Round, ...]
    """Rounds that have not ended."""
    groups: tuple[GroupResult, ...]
    advice: Advice | NotComputable | None
    """``None`` where nothing is left to settle."""
    freed: FreedTime | NotComputable | None = None
    """``None`` where the goal is not about time, or nothing was measured after the baseline."""
    why: Decomposition | NotComputable | None = None
    """Why time changed; ``None`` as for ``freed``."""
    without_one: WithoutOne | NotComputable | None = None
    """``None`` where no employee can be left out."""
    mode: Mode | None = None
    """``None`` where one target group measured, or no employees did."""

    self_judgements: tuple[SelfJudgement, ...] = ()
    """Who accepted or approved the goal and has a hand in it."""
    verdicts: tuple[RoundVerdict, ...] = ()
    """Reservations of people about the baseline and the latest follow-up."""

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
