"""Who changed what and when, and the plan as it was on any day: both are read from the same log."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from analysis.model.choices import PlanKind
from analysis.model.entries import Entry
from analysis.model.fields import TYPES
from analysis.model.plan import Goal, Population, Project, Round, SystemCount, TargetGroup
from analysis.model.storage import PlanChange
from analysis.planning.reading import Plan
from analysis.store import changes as stored
from analysis.store.changes import FieldsAsOf
from analysis.store.content import as_type
from analysis.store.store import Store

POPULATION, SYSTEM_COUNT = "population ", "system_count "
"""Fields of the log that name what they belong to."""


def changes(store: Store, project_id: int) -> tuple[PlanChange, ...]:
    """Every change of a project's plan, the oldest first."""
    with store.read() as cursor:
        return stored.changes(cursor, project_id)


def plan_as_of(store: Store, project_id: int, at: datetime) -> Plan | None:
    """The plan as it was at a moment; ``None`` before the project was there."""
    with store.read() as cursor:
        found = stored.fields_as_of(cursor, project_id, at)
        log = [one for one in stored.changes(cursor, project_id) if one.changed_at <= at]
    by_kind = {kind: [one for one in found if one.entity == kind] for kind in PlanKind}
    if not by_kind[PlanKind.PROJECT] or "organisation" not in by_kind[PlanKind.PROJECT][0].content:
        return None
    now_called = renamed(log, by_kind[PlanKind.TARGET_GROUP])
    goals = tuple(goal_as_of(one, now_called) for one in by_kind[PlanKind.GOAL])
    entries = (entry_as_of(kind, one) for kind in TYPES for one in by_kind[kind])
    return Plan(
        as_type(Project, {"project_id": project_id, **by_kind[PlanKind.PROJECT][0].content}),
        tuple(TargetGroup(one.entity_id, one.content["name"]) for one in by_kind[PlanKind.TARGET_GROUP]),
        tuple(dict.fromkeys(workflow for goal in goals for workflow in goal.workflows)),
        goals,
        rounds_as_of(by_kind[PlanKind.ROUND], now_called),
        tuple(count for one in by_kind[PlanKind.GOAL] for count in system_counts(one)),
        tuple(sorted(entries, key=lambda one: one.entry_id)),
    )


def renamed(log: Sequence[PlanChange], groups: Sequence[FieldsAsOf]) -> Mapping[str, str]:
    """What a target group that the log knows by an earlier name was called at the moment."""
    names = {one.entity_id: one.content["name"] for one in groups}
    return {
        str(one.before): names[one.entity_id]
        for one in log
        if one.entity == PlanKind.TARGET_GROUP and one.before is not None and one.entity_id in names
    }


def goal_as_of(one: FieldsAsOf, now_called: Mapping[str, str]) -> Goal:
    goal = as_type(Goal, {"goal_id": one.entity_id, "leading_workflow": None, **one.content})
    volumes = (
        replace(volume, target_group=now_called.get(volume.target_group, volume.target_group))
        for volume in goal.volumes
    )
    return replace(goal, volumes=tuple(volumes))


def system_counts(goal: FieldsAsOf) -> Iterator[SystemCount]:
    for field, cases in goal.content.items():
        if field.startswith(SYSTEM_COUNT):
            yield SystemCount(goal.entity_id, int(field.removeprefix(SYSTEM_COUNT)), cases)


def rounds_as_of(found: Sequence[FieldsAsOf], now_called: Mapping[str, str]) -> tuple[Round, ...]:
    """The baseline first, the follow-ups numbered by their windows, populations as in the round before."""
    rounds = [(one, as_type(Round, {"round_id": one.entity_id, **one.content})) for one in found]
    rounds.sort(key=lambda pair: (not pair[1].is_baseline, pair[1].starts_on, pair[1].round_id))
    known: dict[str, Population] = {}
    numbered: list[Round] = []
    for one, stored_round in rounds:
        for field, employees in one.content.items():
            if field.startswith(POPULATION):
                name = now_called.get(field.removeprefix(POPULATION), field.removeprefix(POPULATION))
                known[name] = Population(name, employees)
        number = 0 if stored_round.is_baseline else sum(not each.is_baseline for each in numbered) + 1
        numbered.append(replace(stored_round, number=number, populations=tuple(known.values())))
    return tuple(numbered)


def entry_as_of(kind: PlanKind, one: FieldsAsOf) -> Entry:
    return as_type(TYPES[kind], {"entry_id": one.entity_id, **one.content})
