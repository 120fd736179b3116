"""The rules of an entry: each function returns every fault at once, and nothing where it can be stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from analysis.model.agreements import Conduct, Participation, Protocol, Smart
from analysis.model.choices import PlanKind
from analysis.model.entries import Activity, Benefit, Change, Conversion, Entry, SuccessCriterion
from analysis.model.faults import PlanFault, PlanRule
from analysis.model.fields import Sort, fields_of, kind_of
from analysis.planning.reading import Plan

E = TypeVar("E", bound=Entry)
OWN_NAME = (SuccessCriterion, Benefit, Change)
"""Two of a kind with one name could not be told apart on the map."""
ONE_EACH = {Smart: ("goal",), Protocol: ("goal",), Participation: ("goal", "target_group"), Conduct: ("round",)}
SPANS = {Activity: ("starts_on", "ends_on"), Conduct: ("planned_starts_on", "planned_ends_on")}
AT_LEAST = {
    "days": 1,
    "months_to_realisation": 1,
    "planned_employees": 1,
    "planned_effort_hours": 0,
    "effort_hours": 0,
    "hours_per_year": 0,
}
LONGEST_MONTHS = 120


def entry_faults(plan: Plan, entry: Entry) -> tuple[PlanFault, ...]:
    return (*empty_faults(entry), *number_faults(entry), *link_faults(plan, entry), *together_faults(plan, entry))


def empty_faults(entry: Entry) -> Iterator[PlanFault]:
    for field in fields_of(kind_of(entry)):
        if field.is_needed and field.sort is Sort.TEXT and not getattr(entry, field.name).strip():
            yield PlanFault(field.name, PlanRule.EMPTY)


def number_faults(entry: Entry) -> Iterator[PlanFault]:
    for field, least in AT_LEAST.items():
        value = getattr(entry, field, None)
        if value is not None and value < least:
            yield PlanFault(field, PlanRule.POSITIVE)
    if isinstance(entry, Smart) and (entry.months_to_realisation or 0) > LONGEST_MONTHS:
        yield PlanFault("months_to_realisation", PlanRule.MONTHS)
    if isinstance(entry, Conversion) and not entry.hours_per_year > 0:
        yield PlanFault("hours_per_year", PlanRule.POSITIVE)
    first, last = (getattr(entry, name) for name in SPANS[type(entry)]) if type(entry) in SPANS else (None, None)
    if first and last and last < first:
        yield PlanFault(SPANS[type(entry)][1], PlanRule.ENDS_BEFORE)


def link_faults(plan: Plan, entry: Entry) -> Iterator[PlanFault]:
    there = ids_by_kind(plan)
    for field in fields_of(kind_of(entry)):
        if field.target and not set(linked(entry, field.name)) <= there[field.target]:
            yield PlanFault(field.name, PlanRule.NOT_THERE)


def together_faults(plan: Plan, entry: Entry) -> Iterator[PlanFault]:
    others = [one for one in plan.of(type(entry)) if one.entry_id != entry.entry_id]
    if isinstance(entry, OWN_NAME) and any(getattr(one, "name", None) == entry.name for one in others):
        yield PlanFault("name", PlanRule.TAKEN)
    if only_one(others, entry):
        yield PlanFault(ONE_EACH[type(entry)][-1], PlanRule.ONLY_ONE)


def only_one(entries: Sequence[E], entry: E) -> E | None:
    """The one of its kind that there may be for the same goal, target group or round."""
    names = ONE_EACH.get(type(entry), ())
    own = [getattr(entry, name) for name in names]
    return next((one for one in entries if names and [getattr(one, name) for name in names] == own), None)


def ids_by_kind(plan: Plan) -> dict[PlanKind, set[int]]:
    """What a link can point at."""
    found: dict[PlanKind, set[int]] = {kind: set() for kind in PlanKind}
    for entry in plan.entries:
        found[kind_of(entry)].add(entry.entry_id)
    found[PlanKind.GOAL] = {goal.goal_id for goal in plan.goals}
    found[PlanKind.ROUND] = {one.round_id for one in plan.rounds}
    found[PlanKind.TARGET_GROUP] = {group.target_group_id for group in plan.target_groups}
    return found


def linked(entry: Entry, name: str) -> Sequence[int]:
    """The ids that a link or a field of links holds."""
    value = getattr(entry, name)
    return value if isinstance(value, tuple) else () if value is None else (value,)


def those_who_point_at(plan: Plan, identity: int) -> tuple[Entry, ...]:
    """The entries with a link to this; signatures stand on what they sign."""
    return tuple(entry for entry in plan.entries if identity in pointed_at(entry))


def pointed_at(entry: Entry) -> set[int]:
    links = {each for field in fields_of(kind_of(entry)) if field.target for each in linked(entry, field.name)}
    return links | {getattr(entry, "subject", 0)}
