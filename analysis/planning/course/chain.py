"""From the plan to its chain: what leads to what, and every place where a link is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from analysis.model.agreements import Smart
from analysis.model.chain import Chain, Flag, Gap, Link
from analysis.model.choices import BenefitKind
from analysis.model.entries import Benefit, Change, SuccessCriterion
from analysis.model.plan import Goal, Milestone
from analysis.planning.reading import Plan

FEW_GOALS = 5
"""More than this are many to measure and to follow up."""
GAP_OF_TRIPLE: Mapping[tuple[bool, bool], Gap] = {
    (False, False): Gap.MILESTONE_ALONE,
    (False, True): Gap.MILESTONE_WITHOUT_INDICATOR,
    (True, False): Gap.MILESTONE_WITHOUT_ACTIVITY,
}
"""By whether a milestone has an early indicator, and whether it has an activity."""


def chain(plan: Plan) -> Chain:
    """What hangs together in a plan, and what does not."""
    return Chain(
        plan.project,
        plan.of(SuccessCriterion),
        plan.of(Change),
        plan.of(Benefit),
        plan.goals,
        tuple(links(plan)),
        (*criterion_flags(plan), *benefit_flags(plan), *change_flags(plan), *goal_flags(plan)),
    )


def links(plan: Plan) -> Iterator[Link]:
    for change in plan.of(Change):
        yield Link(plan.project.project_id, change.entry_id)
        yield from (Link(change.entry_id, benefit) for benefit in change.benefits)
    for benefit in plan.of(Benefit):
        if benefit.criterion is not None:
            yield Link(benefit.criterion, benefit.entry_id)
    for smart in plan.of(Smart):
        if smart.benefit is not None:
            yield Link(smart.benefit, smart.goal)
        yield from (Link(change, smart.goal) for change in smart.changes)


def criterion_flags(plan: Plan) -> Iterator[Flag]:
    wanted = {benefit.criterion for benefit in plan.of(Benefit)}
    for one in plan.of(SuccessCriterion):
        if one.entry_id not in wanted:
            yield Flag(Gap.CRITERION_WITHOUT_BENEFIT, one.entry_id, one.name)


def benefit_flags(plan: Plan) -> Iterator[Flag]:
    led_to = {benefit for change in plan.of(Change) for benefit in change.benefits}
    measured = {smart.benefit for smart in plan.of(Smart)}
    for one in plan.of(Benefit):
        missing = (
            *benefit_gaps(one),
            *((Gap.BENEFIT_WITHOUT_CHANGE,) if one.entry_id not in led_to else ()),
            *((Gap.BENEFIT_WITHOUT_GOAL,) if one.entry_id not in measured else ()),
        )
        yield from (Flag(gap, one.entry_id, one.name) for gap in missing)


def benefit_gaps(benefit: Benefit) -> Iterator[Gap]:
    """What a benefit lacks of its own; a drawback is nobody's success and cannot be used for anything."""
    is_wanted = benefit.kind is not BenefitKind.NEGATIVE
    if is_wanted and benefit.criterion is None:
        yield Gap.BENEFIT_WITHOUT_CRITERION
    if benefit.owner is None:
        yield Gap.BENEFIT_WITHOUT_OWNER
    if is_wanted and not (benefit.converted_where and benefit.converted_how):
        yield Gap.BENEFIT_WITHOUT_CONVERSION


def change_flags(plan: Plan) -> Iterator[Flag]:
    """A change that nothing comes of, one that no goal's measure shows, and which of them is the key change."""
    changes = plan.of(Change)
    shown = {change for smart in plan.of(Smart) for change in smart.changes}
    for one in changes:
        if not one.benefits:
            yield Flag(Gap.CHANGE_WITHOUT_BENEFIT, one.entry_id, one.name)
        if one.entry_id not in shown:
            yield Flag(Gap.CHANGE_NOT_COVERED, one.entry_id, one.name)
    key = sum(one.is_key for one in changes)
    if changes and key != 1:
        gap = Gap.SEVERAL_KEY_CHANGES if key else Gap.NO_KEY_CHANGE
        yield Flag(gap, plan.project.project_id, number=key)


def goal_flags(plan: Plan) -> Iterator[Flag]:
    linked = {smart.goal for smart in plan.of(Smart) if smart.benefit is not None}
    for goal in plan.goals:
        if goal.goal_id not in linked:
            yield Flag(Gap.GOAL_WITHOUT_BENEFIT, goal.goal_id, goal.name)
        yield from milestone_flags(goal)
    if len(plan.goals) > FEW_GOALS:
        yield Flag(Gap.MANY_GOALS, plan.project.project_id, number=len(plan.goals))


def milestone_flags(goal: Goal) -> Iterator[Flag]:
    for one in goal.milestones:
        if not is_triple(one):
            gap = GAP_OF_TRIPLE[bool(one.early_indicator), one.activity is not None]
            yield Flag(gap, goal.goal_id, goal.name, one.months_after_go_live)


def is_triple(milestone: Milestone) -> bool:
    """A milestone belongs together with an early indicator and an activity."""
    return bool(milestone.early_indicator) and milestone.activity is not None
