"""How far a plan is with the steps that show in the plan alone."""

from __future__ import annotations

from analysis.model.agreements import Protocol
from analysis.model.choices import Act, BenefitKind, PlanRole, Progress
from analysis.model.entries import Activity, Benefit, Change, Conversion, Person, Prerequisite, SuccessCriterion
from analysis.model.process import StepState
from analysis.planning.course.chain import benefit_gaps, is_triple
from analysis.planning.goals.protocols import unready_faults
from analysis.planning.reading import Plan


def state(*, begun: bool, done: bool) -> StepState:
    if begun and done:
        return StepState.DONE
    return StepState.UNDER_WAY if begun else StepState.NOT_BEGUN


def prerequisites(plan: Plan) -> StepState:
    """Done when all roles have names, everything is in place and no benefit lacks its owner or its use."""
    roles = {person.role for person in plan.of(Person)}
    benefits, needed = plan.of(Benefit), plan.of(Prerequisite)
    return state(
        begun=bool(roles or benefits or needed or plan.of(SuccessCriterion)),
        done=roles == set(PlanRole)
        and all(one.is_met for one in needed)
        and bool(benefits)
        and not any(gap for one in benefits for gap in benefit_gaps(one)),
    )


def smart_goals(plan: Plan) -> StepState:
    signed = (plan.signatures(goal.goal_id, act) for goal in plan.goals for act in (Act.ACCEPTED, Act.APPROVED))
    return state(begun=bool(plan.goals), done=all(signed))


def measuring(plan: Plan) -> StepState:
    return state(
        begun=any(one.method for one in plan.of(Protocol)),
        done=not any(unready_faults(plan, goal.goal_id) for goal in plan.goals),
    )


def action_plan(plan: Plan) -> StepState:
    """Done when every change to come has an activity with somebody who answers for it; whether it happens shows
    later."""
    changes, activities = plan.of(Change), plan.of(Activity)
    to_come = [one.entry_id for one in changes if one.status in (Progress.PLANNED, Progress.UNDER_WAY)]
    acted_on = {one.change for one in activities if one.responsible is not None}
    return state(begun=bool(changes or activities), done=bool(changes) and acted_on.issuperset(to_come))


def early_indicators(plan: Plan) -> StepState:
    milestones = [one for goal in plan.goals for one in goal.milestones]
    return state(begun=any(one.early_indicator for one in milestones), done=all(map(is_triple, milestones)))


def realisation(plan: Plan) -> StepState:
    """Drawbacks are held down, and not handed over."""
    wanted = [one.entry_id for one in plan.of(Benefit) if one.kind is not BenefitKind.NEGATIVE]
    acts = (Act.ATTAINMENT_APPROVED, Act.CONVERTED, Act.HANDED_OVER)
    return state(
        begun=bool(plan.of(Conversion)) or any(plan.signatures(one, act) for one in wanted for act in acts),
        done=bool(wanted) and all(plan.signatures(one, Act.HANDED_OVER) for one in wanted),
    )
