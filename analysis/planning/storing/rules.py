"""The rules of a plan: each function returns every fault at once, and nothing where the plan can be stored."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.model.choices import Denominator, Direction, Measure, TargetUnit
from analysis.model.faults import PlanFault, PlanRule
from analysis.model.plan import Goal, Project, Round

LONGEST_MONTHS = 120
LARGEST_RISE = 10.0
"""Eleven times as much as before: beyond this a number is more likely mistyped than meant."""
WORKING_YEAR = (500, 2500)
"""The hours that a full-time equivalent can be said to work in a year."""


def project_faults(project: Project, others: Sequence[Project]) -> tuple[PlanFault, ...]:
    faults = [PlanFault(field, PlanRule.EMPTY) for field in ("organisation", "system") if not getattr(project, field)]
    if any((one.organisation, one.system) == (project.organisation, project.system) for one in others):
        faults.append(PlanFault("system", PlanRule.TAKEN))
    if not 3 <= project.minimum_shown <= 20:
        faults.append(PlanFault("minimum_shown", PlanRule.MINIMUM_SHOWN))
    least, most = WORKING_YEAR
    if project.net_hours_per_fte is not None and not least <= project.net_hours_per_fte <= most:
        faults.append(PlanFault("net_hours_per_fte", PlanRule.WORKING_YEAR))
    if project.kroner_per_hour is not None and not project.kroner_per_hour > 0:
        faults.append(PlanFault("kroner_per_hour", PlanRule.POSITIVE))
    return tuple(faults)


def goal_faults(goal: Goal, others: Sequence[Goal]) -> tuple[PlanFault, ...]:
    faults = [PlanFault(field, PlanRule.EMPTY) for field in ("name", "item") if not getattr(goal, field)]
    if any(one.name == goal.name for one in others):
        faults.append(PlanFault("name", PlanRule.TAKEN))
    if not goal.workflows:
        faults.append(PlanFault("workflows", PlanRule.NO_WORKFLOW))
    elif lacks_its_leading_workflow(goal):
        faults.append(PlanFault("leading_workflow", PlanRule.LEADING))
    if not 0 < goal.months_to_deadline <= LONGEST_MONTHS:
        faults.append(PlanFault("months_to_deadline", PlanRule.MONTHS))
    return (*faults, *target_faults(goal), *potential_faults(goal), *milestone_faults(goal))


def lacks_its_leading_workflow(goal: Goal) -> bool:
    """Only time is measured per item."""
    is_counted = goal.measure is Measure.TIME and goal.denominator is Denominator.LEADING_COUNT
    return is_counted and goal.leading_workflow not in goal.workflows


def target_faults(goal: Goal) -> tuple[PlanFault, ...]:
    faults = []
    if not 0 < goal.target_improvement <= largest_improvement(goal):
        faults.append(PlanFault("target_improvement", percent_rule(goal)))
    if goal.target_unit is TargetUnit.POINTS and goal.measure is not Measure.SHARE:
        faults.append(PlanFault("target_unit", PlanRule.POINTS_OF_SHARE))
    if goal.direction is Direction.MORE and goal.measure is Measure.TIME:
        faults.append(PlanFault("direction", PlanRule.LESS_TIME))
    return tuple(faults)


def largest_improvement(goal: Goal) -> float:
    """Nothing can fall by more than all of it, or move by more than all points; it can grow to more than double."""
    return LARGEST_RISE if percent_rule(goal) is PlanRule.PERCENT_OF_RISE else 1.0


def percent_rule(goal: Goal) -> PlanRule:
    rises = goal.direction is Direction.MORE and goal.target_unit is TargetUnit.RELATIVE
    return PlanRule.PERCENT_OF_RISE if rises else PlanRule.PERCENT


def potential_faults(goal: Goal) -> tuple[PlanFault, ...]:
    faults = []
    if any(not volume.items_per_year > 0 for volume in goal.volumes):
        faults.append(PlanFault("volumes", PlanRule.POSITIVE))
    if not 0 < goal.realisation_share <= 1:
        faults.append(PlanFault("realisation_share", PlanRule.PERCENT))
    return tuple(faults)


def milestone_faults(goal: Goal) -> tuple[PlanFault, ...]:
    months = [milestone.months_after_go_live for milestone in goal.milestones]
    steps = [milestone.improvement for milestone in goal.milestones]
    broken = {
        PlanRule.MONTHS: any(month < 0 for month in months),
        percent_rule(goal): any(not 0 < step <= largest_improvement(goal) for step in steps),
        PlanRule.MILESTONE_LATE: any(month >= goal.months_to_deadline for month in months),
        PlanRule.MILESTONE_ABOVE_TARGET: any(step > goal.target_improvement for step in steps),
        PlanRule.MILESTONE_TWICE: len(set(months)) < len(months),
        PlanRule.MILESTONE_ORDER: steps != sorted(steps),
    }
    return tuple(PlanFault("milestones", rule) for rule, is_broken in broken.items() if is_broken)


def round_faults(one: Round, others: Sequence[Round]) -> tuple[PlanFault, ...]:
    if one.starts_on > one.ends_on:
        return (PlanFault("window", PlanRule.WINDOW),)
    faults = []
    if one.is_baseline and any(other.is_baseline for other in others):
        faults.append(PlanFault("number", PlanRule.SECOND_BASELINE))
    if any(one.starts_on <= other.ends_on and other.starts_on <= one.ends_on for other in others):
        faults.append(PlanFault("window", PlanRule.ROUNDS_OVERLAP))
    elif any(one.is_baseline != other.is_baseline and baseline_is_later(one, other) for other in others):
        faults.append(PlanFault("window", PlanRule.BASELINE_NOT_FIRST))
    if any(population.employees is not None and population.employees < 1 for population in one.populations):
        faults.append(PlanFault("populations", PlanRule.POPULATION))
    return tuple(faults)


def baseline_is_later(one: Round, other: Round) -> bool:
    baseline, follow_up = (one, other) if one.is_baseline else (other, one)
    return baseline.starts_on > follow_up.starts_on


def target_group_faults(names: Sequence[str]) -> tuple[PlanFault, ...]:
    if not names or not all(names):
        return (PlanFault("target_groups", PlanRule.EMPTY),)
    if len(set(names)) < len(names):
        return (PlanFault("target_groups", PlanRule.TAKEN),)
    return ()
