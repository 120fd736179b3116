"""Whether it is decided how a goal is measured: no goal is accepted before."""

from __future__ import annotations

from analysis.model.agreements import Participation, Protocol
from analysis.model.faults import PlanFault, PlanRule
from analysis.model.plan import TargetGroup
from analysis.planning.reading import Plan

NEEDED = ("method", "days", "source", "measured_by")


def protocol_of(plan: Plan, goal_id: int) -> Protocol | None:
    return next((one for one in plan.of(Protocol) if one.goal == goal_id), None)


def lacking(protocol: Protocol | None) -> tuple[str, ...]:
    """The fields that a measurement plan must still be given."""
    return tuple(name for name in NEEDED if protocol is None or not getattr(protocol, name))


def not_considered(plan: Plan, goal_id: int) -> tuple[TargetGroup, ...]:
    """The target groups that nobody has said take part or are left out for a reason."""
    said = {
        one.target_group
        for one in plan.of(Participation)
        if one.goal == goal_id and (one.takes_part or one.reason_left_out)
    }
    return tuple(group for group in plan.target_groups if group.target_group_id not in said)


def unready_faults(plan: Plan, goal_id: int) -> tuple[PlanFault, ...]:
    """Why a goal cannot be accepted or approved yet."""
    faults = []
    if lacking(protocol_of(plan, goal_id)):
        faults.append(PlanFault("act", PlanRule.NEEDS_PROTOCOL))
    groups = not_considered(plan, goal_id)
    if groups:
        faults.append(PlanFault("act", PlanRule.NEEDS_TARGET_GROUPS, words=", ".join(group.name for group in groups)))
    return tuple(faults)
