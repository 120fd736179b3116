"""What hangs together in a plan: system → change → benefit → goal, the success criteria, and where the chain breaks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from analysis.model.entries import Benefit, Change, SuccessCriterion
from analysis.model.plan import Goal, Project


class Gap(StrEnum):
    """Where a chain breaks or is too thin; each has a sentence."""

    CRITERION_WITHOUT_BENEFIT = "criterion_without_benefit"
    BENEFIT_WITHOUT_CRITERION = "benefit_without_criterion"
    BENEFIT_WITHOUT_CHANGE = "benefit_without_change"
    BENEFIT_WITHOUT_GOAL = "benefit_without_goal"
    BENEFIT_WITHOUT_OWNER = "benefit_without_owner"
    BENEFIT_WITHOUT_CONVERSION = "benefit_without_conversion"
    CHANGE_WITHOUT_BENEFIT = "change_without_benefit"
    CHANGE_NOT_COVERED = "change_not_covered"
    """No goal's measure shows whether it happens."""
    GOAL_WITHOUT_BENEFIT = "goal_without_benefit"
    MILESTONE_WITHOUT_INDICATOR = "milestone_without_indicator"
    MILESTONE_WITHOUT_ACTIVITY = "milestone_without_activity"
    MILESTONE_ALONE = "milestone_alone"
    """Neither an early indicator nor an activity."""
    NO_KEY_CHANGE = "no_key_change"
    SEVERAL_KEY_CHANGES = "several_key_changes"
    MANY_GOALS = "many_goals"


SOFT = frozenset({Gap.NO_KEY_CHANGE, Gap.SEVERAL_KEY_CHANGES, Gap.MANY_GOALS})
"""Worth a thought, but nothing is missing."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A gap, and the part of the plan it is about; ``name`` and ``number`` are what its sentence speaks of."""

    gap: Gap
    subject: int
    name: str = ""
    number: int | None = None

    @property
    def is_soft(self) -> bool:
        return self.gap in SOFT


@dataclass(frozen=True, slots=True)
class Link:
    """From the id of a part to the id of what it leads to."""

    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Chain:
    """The parts with their links: criterion → benefit, system → change → benefit → goal, and change → the goal
    whose measure shows it."""

    project: Project
    criteria: tuple[SuccessCriterion, ...]
    changes: tuple[Change, ...]
    benefits: tuple[Benefit, ...]
    goals: tuple[Goal, ...]
    links: tuple[Link, ...]
    flags: tuple[Flag, ...]

    def leads(self, source: int, target: int) -> bool:
        return Link(source, target) in self.links

    def benefits_after(self, source: int) -> tuple[Benefit, ...]:
        """What a change or a success criterion leads to."""
        return tuple(one for one in self.benefits if self.leads(source, one.entry_id))

    def goals_after(self, source: int) -> tuple[Goal, ...]:
        """What measures a benefit, or shows a change."""
        return tuple(one for one in self.goals if self.leads(source, one.goal_id))

    def flags_of(self, subject: int) -> tuple[Flag, ...]:
        return tuple(one for one in self.flags if one.subject == subject)
