"""Which target groups measure a goal: all of them are considered, each takes part or is left out with a reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from analysis.model.agreements import Participation
from analysis.model.plan import Population, TargetGroup
from analysis.planning.reading import Plan


class GroupHint(StrEnum):
    """What is worth a second thought about a target group's part; nothing of it is forbidden."""

    MORE_THAN_POPULATION = "more_than_population"
    TOO_FEW_TO_SHOW = "too_few_to_show"
    """Its own result would be hidden."""
    NO_NUMBER = "no_number"
    """It takes part, and nobody has said with how many."""
    NO_REASON = "no_reason"
    """It is left out, and nobody has said why."""


@dataclass(frozen=True, slots=True)
class Considered:
    """One target group in one goal; without a participation nobody has considered it."""

    group: TargetGroup
    population: int | None
    participation: Participation | None
    hints: tuple[GroupHint, ...] = ()

    @property
    def planned(self) -> int:
        """The employees who are to measure."""
        part = self.participation
        return part.planned_employees or 0 if part and part.takes_part else 0


def considered(plan: Plan, goal_id: int, listed: Sequence[Population]) -> tuple[Considered, ...]:
    """Every target group of the project, with its employees as the first round has them, else as the staff list."""
    said = {one.target_group: one for one in plan.of(Participation) if one.goal == goal_id}
    told = plan.rounds[0].populations if plan.rounds else ()
    known = {one.target_group: one.employees for one in (*listed, *told)}
    return tuple(
        Considered(group, known.get(group.name), part, tuple(hints(part, known.get(group.name), plan)) if part else ())
        for group in plan.target_groups
        for part in (said.get(group.target_group_id),)
    )


def hints(part: Participation, population: int | None, plan: Plan) -> Iterator[GroupHint]:
    if not part.takes_part:
        if not part.reason_left_out:
            yield GroupHint.NO_REASON
    elif part.planned_employees is None:
        yield GroupHint.NO_NUMBER
    elif population is not None and part.planned_employees > population:
        yield GroupHint.MORE_THAN_POPULATION
    elif part.planned_employees < plan.project.minimum_shown:
        yield GroupHint.TOO_FEW_TO_SHOW


def population_of(taking_part: Sequence[Considered]) -> int | None:
    """The employees of these target groups together, where each is known."""
    known = [one.population for one in taking_part if one.population is not None]
    return sum(known) if known and len(known) == len(taking_part) else None
