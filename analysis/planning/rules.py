"""The rules of a plan: each function returns every fault at once, and nothing where the plan can be stored."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.model.faults import PlanFault, PlanRule
from analysis.model.plan import Denominator, Goal, Project, Round

LONGEST_MONTHS = 120


def project_faults(project: Project, others: Sequence[Project]) -> tuple[PlanFault, ...]:
    faults = [PlanFault(field, PlanRule.EMPTY) for field in ("organisation", "system") if not getattr(project, field)]
    if any((one.organisation, one.system) == (project.organisation, project.system) for one in others):
        faults.append(PlanFault("system", PlanRule.TAKEN))
    if not 3 <= project.minimum_shown <= 20:
        faults.append(PlanFault("minimum_shown", PlanRule.MINIMUM_SHOWN))
    return tuple(faults)


def goal_faults(goal: Goal, others: Sequence[Goal]) -> tuple[PlanFault, ...]:
    faults = [PlanFault(field, PlanRule.EMPTY) for field in ("name", "item") if not getattr(goal, field)]
    if any(one.name == goal.name for one in others):
        faults.append(PlanFault("name", PlanRule.TAKEN))
    if not goal.workflows:
        faults.append(PlanFault("workflows", PlanRule.NO_WORKFLOW))
    elif goal.denominator is Denominator.LEADING_COUNT and goal.leading_workflow not in goal.workflows:
        faults.append(PlanFault("leading_workflow", PlanRule.LEADING))
    if not 0 < goal.target_improvement <= 1:
        faults.append(PlanFault("target_improvement", PlanRule.PERCENT))
    if not 0 < goal.months_to_deadline <= LONGEST_MONTHS:
        faults.append(PlanFault("months_to_deadline", PlanRule.MONTHS))
    return (*faults, *milestone_faults(goal))


def milestone_faults(goal: Goal) -> tuple[PlanFault, ...]:
    months = [milestone.months_after_go_live for milestone in goal.milestones]
    reductions = [milestone.improvement for milestone in goal.milestones]
    broken = {
        PlanRule.MONTHS: any(month < 0 for month in months),
        PlanRule.PERCENT: any(not 0 < reduction <= 1 for reduction in reductions),
        PlanRule.MILESTONE_LATE: any(month >= goal.months_to_deadline for month in months),
        PlanRule.MILESTONE_ABOVE_TARGET: any(reduction > goal.target_improvement for reduction in reductions),
        PlanRule.MILESTONE_TWICE: len(set(months)) < len(months),
        PlanRule.MILESTONE_ORDER: reductions != sorted(reductions),
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
    if not names:
        return (PlanFault("target_groups", PlanRule.EMPTY),)
    if len(set(names)) < len(names):
        return (PlanFault("target_groups", PlanRule.TAKEN),)
    return ()
