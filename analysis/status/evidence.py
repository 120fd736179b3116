"""What the statistics are made from: the measured rounds of one goal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from analysis.model.plan import Denominator, Goal, Project, Round, add_months
from analysis.model.status import Requirement
from analysis.model.upload import Upload
from analysis.statistics import Design, Mode, Sample


@dataclass(frozen=True, slots=True)
class MeasuredRound:
    """One round in which the goal has registrations, with the uploads they came in."""

    round: Round
    sample: Sample
    uploads: tuple[Upload, ...]

    @property
    def employees(self) -> int:
        return len({employee.employee for employee in self.sample.totals.employees})

    @property
    def registrations(self) -> int:
        return sum(employee.registrations for employee in self.sample.totals.employees)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One goal with its measured rounds in order; ``planned`` are the rounds that had not ended on ``on``."""

    project: Project
    goal: Goal
    measured: tuple[MeasuredRound, ...]
    planned: tuple[Round, ...]
    follow_ups_planned: int
    on: date

    @property
    def baseline(self) -> MeasuredRound | None:
        return next((one for one in self.measured if one.round.is_baseline), None)

    @property
    def follow_ups(self) -> tuple[MeasuredRound, ...]:
        return tuple(one for one in self.measured if not one.round.is_baseline)

    @property
    def deadline(self) -> date:
        return add_months(self.project.go_live, self.goal.months_to_deadline)

    @property
    def design(self) -> Design:
        expands = self.goal.denominator is Denominator.SYSTEM_COUNT
        return Design(mode=Mode.EXPANSION if expands else Mode.COMBINED)

    def requirement(self, measured: Round) -> Requirement:
        """The milestone in force at the end of the window; from the deadline on it is the target."""
        goal, is_final = self.goal, measured.ends_on >= self.deadline
        if is_final or not goal.milestones:
            return Requirement(goal.target_improvement, goal.target_improvement, is_final)
        due = [
            milestone.improvement
            for milestone in goal.milestones
            if add_months(self.project.go_live, milestone.months_after_go_live) <= measured.ends_on
        ]
        return Requirement(goal.target_improvement, due[-1] if due else 0.0, is_final)
