"""The rules of a whole plan that is changed at once: each part that differs is held against the plan as it would be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from analysis.model.entries import Entry, Signature
from analysis.model.faults import PlanFault, PlanRule
from analysis.model.fields import fields_of, kind_of
from analysis.model.plan import Goal, Population, Round, Volume
from analysis.planning.reading import Plan
from analysis.planning.storing.entry_rules import entry_faults, pointed_at
from analysis.planning.storing.rules import goal_faults, round_faults
from analysis.planning.storing.signing import act_faults


@dataclass(frozen=True, slots=True)
class PartFault:
    """A broken rule, and the id of the part of the plan that breaks it."""

    identity: int
    fault: PlanFault


PartFaults = tuple[PartFault, ...]


def plan_faults(before: Plan, proposed: Plan) -> PartFaults:
    """Everything that keeps the proposed plan from being stored, as far as the plan alone can tell."""
    before = with_names_of(before, proposed)
    return (
        *group_faults(proposed),
        *changed_goal_faults(before, proposed),
        *changed_round_faults(before, proposed),
        *changed_entry_faults(before, proposed),
        *links_to_nothing(before, proposed),
    )


def with_names_of(before: Plan, proposed: Plan) -> Plan:
    """The plan before with its target groups called as they are to be: their names alone change no goal or round."""
    names = {group.target_group_id: group.name for group in proposed.target_groups}
    new = {group.name: names.get(group.target_group_id, group.name) for group in before.target_groups}
    goals = (replace(goal, volumes=tuple(_renamed_volume(one, new) for one in goal.volumes)) for goal in before.goals)
    rounds = (replace(one, populations=tuple(_renamed(each, new) for each in one.populations)) for one in before.rounds)
    return replace(before, goals=tuple(goals), rounds=tuple(rounds))


def _renamed_volume(one: Volume, new: Mapping[str, str]) -> Volume:
    return replace(one, target_group=new.get(one.target_group, one.target_group))


def _renamed(one: Population, new: Mapping[str, str]) -> Population:
    return replace(one, target_group=new.get(one.target_group, one.target_group))


def changed_goals(before: Plan, proposed: Plan) -> tuple[Goal, ...]:
    """The goals that are new or say something else."""
    return tuple(goal for goal in proposed.goals if goal not in before.goals)


def changed_rounds(before: Plan, proposed: Plan) -> tuple[Round, ...]:
    """The number of a round follows from its window and from those of the others: it is no change of its own."""
    known = {replace(one, number=0): one.is_baseline for one in before.rounds}
    return tuple(one for one in proposed.rounds if known.get(replace(one, number=0)) != one.is_baseline)


def changed_entries(before: Plan, proposed: Plan) -> tuple[Entry, ...]:
    known = {entry.entry_id: entry for entry in before.entries}
    return tuple(entry for entry in proposed.entries if known.get(entry.entry_id) != entry)


def group_faults(proposed: Plan) -> Iterator[PartFault]:
    if not proposed.target_groups:
        yield PartFault(proposed.project.project_id, PlanFault("target_groups", PlanRule.EMPTY))
    seen: set[str] = set()
    for group in proposed.target_groups:
        if not group.name or group.name in seen:
            rule = PlanRule.TAKEN if group.name else PlanRule.EMPTY
            yield PartFault(group.target_group_id, PlanFault("target_groups", rule))
        seen.add(group.name)


def changed_goal_faults(before: Plan, proposed: Plan) -> Iterator[PartFault]:
    for goal in changed_goals(before, proposed):
        others = [one for one in proposed.goals if one.goal_id != goal.goal_id]
        yield from (PartFault(goal.goal_id, fault) for fault in goal_faults(goal, others))


def changed_round_faults(before: Plan, proposed: Plan) -> Iterator[PartFault]:
    for one in changed_rounds(before, proposed):
        others = [other for other in proposed.rounds if other.round_id != one.round_id]
        yield from (PartFault(one.round_id, fault) for fault in round_faults(one, others))


def changed_entry_faults(before: Plan, proposed: Plan) -> Iterator[PartFault]:
    known = {entry.entry_id for entry in before.entries}
    for entry in changed_entries(before, proposed):
        yield from (PartFault(entry.entry_id, fault) for fault in entry_faults(proposed, entry))
        if isinstance(entry, Signature) and entry.entry_id not in known:
            others = replace(proposed, entries=tuple(one for one in proposed.entries if one is not entry))
            yield from (PartFault(entry.entry_id, fault) for fault in act_faults(others, entry))


def links_to_nothing(before: Plan, proposed: Plan) -> Iterator[PartFault]:
    """What is taken away while other parts of the plan still point at it."""
    gone = identities(before) - identities(proposed)
    links = [pointed_at(entry) for entry in proposed.entries]
    links += [{step.activity for step in goal.milestones if step.activity} for goal in proposed.goals]
    for identity in sorted(gone):
        pointing = sum(identity in each for each in links)
        if pointing:
            yield PartFault(identity, PlanFault("entry", PlanRule.LINKED, pointing))


def identities(plan: Plan) -> set[int]:
    """The ids of all parts that can come and go."""
    own = {goal.goal_id for goal in plan.goals} | {one.round_id for one in plan.rounds}
    groups = {group.target_group_id for group in plan.target_groups}
    return own | groups | {entry.entry_id for entry in plan.entries}


def link_names(entry: Entry) -> tuple[str, ...]:
    """The fields that hold ids; what a signature stands on is of any kind."""
    linked = tuple(field.name for field in fields_of(kind_of(entry)) if field.target)
    return (*linked, "subject") if isinstance(entry, Signature) else linked
