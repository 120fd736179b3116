"""What was promised and how it is measured: project, goals, milestones, target groups, rounds."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from analysis.model.choices import ActivityId, Denominator, Direction, Measure, TargetUnit


@dataclass(frozen=True, slots=True)
class Project:
    """One change in one organisation. ``is_example`` marks the synthetic worked example.

    What an hour is worth is the municipality's own, ``None`` until it is told. ``keeps_files`` is its word on
    whether the bytes of uploaded files are kept.
    """

    project_id: int
    organisation: str
    system: str
    go_live: date
    minimum_shown: int = 5
    """A number is shown from this many distinct employees (3 to 20)."""
    is_example: bool = False
    net_hours_per_fte: float | None = None
    """Hours that one full-time equivalent works in a year."""
    kroner_per_hour: float | None = None
    keeps_files: bool = False

    @property
    def name(self) -> str:
        """What the project is called in menus, links and commands."""
        return f"{self.organisation} · {self.system}"


@dataclass(frozen=True, slots=True)
class TargetGroup:
    """A group of staff, the stratum of every sample."""

    target_group_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step on the way: the improvement expected so many months after go-live, in the unit of the target.

    It belongs together with the early indicator that shows whether it is coming, and with the activity that brings it.
    """

    months_after_go_live: int
    improvement: float
    early_indicator: str = ""
    activity: ActivityId | None = None


@dataclass(frozen=True, slots=True)
class Volume:
    """The items of a target group in a year: fixed weights, so that a shift between groups is no benefit."""

    target_group: str
    items_per_year: float


@dataclass(frozen=True, slots=True)
class Goal:
    """What is to be ``target_improvement`` better at the deadline than at the baseline: an improvement is positive.

    A time goal is total minutes over ``workflows`` per item, a count goal the cases of ``workflows`` per working
    day, a share goal the counted cases of ``workflows`` out of all of theirs.
    """

    goal_id: int
    name: str
    indicator: str
    item: str
    """The counted thing: ``dokument`` (minutes per item), ``opkald`` (their number), ``digitale ansøgninger``
    (their share)."""
    workflows: tuple[str, ...]
    denominator: Denominator
    leading_workflow: str | None
    """The sub-activity whose count is the denominator; only with ``LEADING_COUNT``."""
    target_improvement: float
    months_to_deadline: int
    """Months from go-live to the deadline: the deadline moves with go-live."""
    milestones: tuple[Milestone, ...] = ()
    measure: Measure = Measure.TIME
    direction: Direction = Direction.LESS
    target_unit: TargetUnit = TargetUnit.RELATIVE
    """Only a share can have a target in percentage points."""
    volumes: tuple[Volume, ...] = ()
    realisation_share: float = 1.0
    """The part of the freed time that is to be used for something else: a decision, no measurement."""

    @property
    def items_per_year(self) -> float | None:
        """The items of all target groups in a year, where anybody has told them."""
        return sum(volume.items_per_year for volume in self.volumes) if self.volumes else None

    def improved(self, level: float, improvement: float) -> float:
        """What a level becomes by an improvement in the unit of the target."""
        step = improvement if self.target_unit is TargetUnit.POINTS else level * improvement
        return level + step if self.direction is Direction.MORE else level - step


@dataclass(frozen=True, slots=True)
class Population:
    """The number of employees a target group has during a round; ``None`` where it is not known."""

    target_group: str
    employees: int | None


@dataclass(frozen=True, slots=True)
class Round:
    """A measurement round. Number 0 is the baseline, 1, 2, … the follow-ups in order of their windows."""

    round_id: int
    number: int
    starts_on: date
    ends_on: date
    populations: tuple[Population, ...] = ()

    @property
    def is_baseline(self) -> bool:
        return self.number == 0


@dataclass(frozen=True, slots=True)
class SystemCount:
    """The cases that a system counted for a goal in a round."""

    goal_id: int
    round_id: int
    cases: int


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day.

    >>> add_months(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
