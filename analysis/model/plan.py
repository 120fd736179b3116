"""What was promised and how it is measured: project, goals, milestones, target groups, rounds."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Denominator(StrEnum):
    """What the time of a goal is measured per."""

    REGISTRATIONS = "registrations"
    """Each registration is one item."""
    LEADING_COUNT = "leading_count"
    """The count column of one leading sub-activity."""
    SYSTEM_COUNT = "system_count"
    """The cases that a system counted in each round."""


@dataclass(frozen=True, slots=True)
class Project:
    """One change in one organisation. ``is_example`` marks the synthetic worked example."""

    project_id: int
    organisation: str
    system: str
    go_live: date
    minimum_shown: int = 5
    """A number is shown from this many distinct employees (3 to 20)."""
    is_example: bool = False

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
    """A step on the way: the reduction (0.4 is 40 %) expected so many months after go-live."""

    months_after_go_live: int
    reduction: float


@dataclass(frozen=True, slots=True)
class Goal:
    """A time goal: total minutes over ``workflows`` per item, reduced by ``target_reduction`` at the deadline."""

    goal_id: int
    name: str
    indicator: str
    item: str
    """The counted thing in the singular, e.g. ``dokument``: the unit is minutes per item."""
    workflows: tuple[str, ...]
    denominator: Denominator
    leading_workflow: str | None
    """The sub-activity whose count is the denominator; only with ``LEADING_COUNT``."""
    target_reduction: float
    months_to_deadline: int
    """Months from go-live to the deadline: the deadline moves with go-live."""
    milestones: tuple[Milestone, ...] = ()


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


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day.

    >>> add_months(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
