"""What a proposed plan no longer has is taken out of the stored one."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.model.faults import PlanFault, PlanRule
from analysis.model.storage import InUse
from analysis.planning.reading import Plan
from analysis.planning.whole.whole_plan import PartFault, PartFaults, identities
from analysis.store import entries as stored_entries
from analysis.store import goals as stored_goals
from analysis.store import projects as stored_projects
from analysis.store import rounds as stored_rounds
from analysis.store.store import Writing


def removed(writing: Writing, before: Plan, proposed: Plan) -> PartFaults:
    """Take away what is gone; a fault for each part that has registrations."""
    gone = identities(before) - identities(proposed)
    for entry in reversed(before.entries):
        if entry.entry_id in gone:
            stored_entries.remove_entry(writing, before.project.project_id, entry)
    return tuple(in_use_faults(writing, before, gone))


def in_use_faults(writing: Writing, before: Plan, gone: set[int]) -> Iterator[PartFault]:
    for goal_id in gone & {goal.goal_id for goal in before.goals}:
        yield from in_use_fault("goal", goal_id, stored_goals.remove_goal(writing, goal_id))
    for round_id in gone & {one.round_id for one in before.rounds}:
        yield from in_use_fault("round", round_id, stored_rounds.remove_round(writing, round_id))
    for group_id in gone & {group.target_group_id for group in before.target_groups}:
        yield from in_use_fault("target_groups", group_id, stored_projects.remove_target_group(writing, group_id))


def in_use_fault(field: str, identity: int, in_use: InUse | None) -> Iterator[PartFault]:
    if in_use:
        yield PartFault(identity, PlanFault(field, PlanRule.IN_USE, in_use.registrations))
