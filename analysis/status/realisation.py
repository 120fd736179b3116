"""How far each benefit is, and the ledger of hours: the plan's signatures beside what was measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.model.agreements import Smart
from analysis.model.choices import Act, Measure
from analysis.model.entries import Benefit, Conversion
from analysis.model.realisation import BenefitProgress, BenefitState, Lack, LedgerOfGoal, Realisation
from analysis.model.status import GoalReport, Status, StatusReport
from analysis.planning import Plan

REACHED = (Status.REACHED, Status.CONFIRMED)
UNKNOWN = (Status.NOT_MEASURED, Status.TOO_FEW, Status.NOT_COMPARABLE)
SIGNED = (
    (Act.HANDED_OVER, BenefitState.HANDED_OVER),
    (Act.CONVERTED, BenefitState.CONVERTED),
    (Act.ATTAINMENT_APPROVED, BenefitState.ATTAINMENT_APPROVED),
)
"""The latest state first."""


def realisation(plan: Plan, report: StatusReport) -> Realisation:
    """The benefits and the ledger as the plan and the measurements have them."""
    ledger = tuple(ledger_of(plan, goal) for goal in report.goals if goal.goal.measure is Measure.TIME)
    return Realisation(tuple(progress(plan, one, report, ledger) for one in plan.of(Benefit)), ledger)


def ledger_of(plan: Plan, goal: GoalReport) -> LedgerOfGoal:
    return LedgerOfGoal(
        goal.goal, goal.freed, tuple(one for one in plan.of(Conversion) if one.goal == goal.goal.goal_id)
    )


def progress(plan: Plan, benefit: Benefit, report: StatusReport, ledger: Sequence[LedgerOfGoal]) -> BenefitProgress:
    ids = {one.goal for one in plan.of(Smart) if one.benefit == benefit.entry_id}
    goals = [goal for goal in report.goals if goal.goal.goal_id in ids]
    measured = state_measured(goals)
    state = next((state for act, state in SIGNED if plan.signatures(benefit.entry_id, act)), measured)
    documented = any(one.conversions for one in ledger if one.goal.goal_id in ids)
    approvers = {one.person for one in plan.signatures(benefit.entry_id, Act.ATTAINMENT_APPROVED)}
    lacks = [*lacks_of(benefit, goals, measured, state, documented)]
    lacks += [Lack.OTHER_EYES] if benefit.owner in approvers else []
    return BenefitProgress(benefit, tuple(goal.goal for goal in goals), state, tuple(lacks))


def state_measured(goals: Sequence[GoalReport]) -> BenefitState:
    """A benefit is reached when every goal that shows it is."""
    if goals and all(goal.status in REACHED for goal in goals):
        return BenefitState.REACHED
    known = any(goal.status not in UNKNOWN and goal.follow_ups for goal in goals)
    return BenefitState.NOT_REACHED if known else BenefitState.NOT_MEASURED


def lacks_of(
    benefit: Benefit, goals: Sequence[GoalReport], measured: BenefitState, state: BenefitState, documented: bool
) -> Iterator[Lack]:
    if not goals:
        yield Lack.GOAL
    if benefit.owner is None:
        yield Lack.OWNER
    if not (benefit.converted_where and benefit.converted_how):
        yield Lack.CONVERSION
    is_signed = state in [signed for _, signed in SIGNED]
    if is_signed and measured is not BenefitState.REACHED:
        yield Lack.MEASURED
    is_about_time = any(goal.goal.measure is Measure.TIME for goal in goals)
    if state in (BenefitState.CONVERTED, BenefitState.HANDED_OVER) and is_about_time and not documented:
        yield Lack.LEDGER
