"""What a status is made from: the measured rounds of one goal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from analysis.model.choices import Denominator, Measure
from analysis.model.measurement import CaseTotals, RoundTotals, WorkflowRound
from analysis.model.plan import Goal, Project, Round, add_months
from analysis.model.status import Requirement
from analysis.model.upload import Upload
from analysis.statistics import CountedRound, Design, Mode, Sample

NOBODY = Sample(RoundTotals((), days=None))


@dataclass(frozen=True, slots=True)
class MeasuredRound:
    """What one round holds of one goal, with the uploads it came in.

    ``sample`` are the employees: their time registrations, their tallies, or their part of all cases; its
    ``system_count`` is what a system counted in the whole round. ``counted`` are the days of a system's extract,
    ``cases`` all cases of a share, whoever had them. ``by_guesses`` tells that ``guesses`` are what the round is
    told by: too few employees were timed for a number to be shown.
    """

    round: Round
    uploads: tuple[Upload, ...]
    sample: Sample = NOBODY
    guesses: Sample = NOBODY
    by_guesses: bool = False
    counted: CountedRound | None = None
    cases: CaseTotals | None = None
    workflows: tuple[WorkflowRound, ...] = ()

    @property
    def number(self) -> int:
        return self.round.number

    @property
    def people(self) -> Sample:
        """The employees that the round is told by, if any."""
        return self.guesses if self.by_guesses else self.sample

    def of_group(self, target_group: str) -> MeasuredRound:
        """The same round with the employees of one target group only."""
        own, guesses = self.sample.of_group(target_group), self.guesses.of_group(target_group)
        return replace(self, sample=own, guesses=guesses, counted=None, cases=None, workflows=())


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
        """Fixed volumes are the default for time where they are known: a shift of cases is then no benefit."""
        goal = self.goal
        if goal.measure is Measure.TIME and goal.denominator is Denominator.SYSTEM_COUNT:
            return Design(mode=Mode.EXPANSION)
        if goal.measure is Measure.TIME and self.has_every_volume:
            return Design(mode=Mode.STANDARDISED, volumes=goal.volumes)
        return Design()

    @property
    def target_groups(self) -> frozenset[str]:
        """Those that measured in any round."""
        return frozenset[str]().union(*(one.people.target_groups for one in self.measured))

    @property
    def has_every_volume(self) -> bool:
        """Whether there is more than one measured target group, each with a yearly volume."""
        measured = self.target_groups
        return len(measured) > 1 and measured <= {volume.target_group for volume in self.goal.volumes}

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
