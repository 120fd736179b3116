"""A plan as the rows of the workbook's tables, their values still those of the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from analysis.model.agreements import Conduct, Participation, Protocol, Smart
from analysis.model.choices import Act, Denominator, Measure, PlanKind
from analysis.model.entries import Signature
from analysis.model.fields import TYPES
from analysis.model.plan import Round
from analysis.planning import Plan
from analysis.planning.rounds.checklists import checklist_of
from analysis.workbook.columns import CONDUCT, PROTOCOL, SMART, Column
from analysis.workbook.definition import TABLE, Part

Identity = int | tuple[str | int, ...]
"""An id, or where a row has none of its own the ids that it stands for."""


@dataclass(frozen=True, slots=True)
class Row:
    """``number`` is the id that is written in the row; ``None`` where it has none."""

    identity: Identity
    number: int | None
    values: Mapping[str, Any]


def rows_of(plan: Plan, part: Part) -> tuple[Row, ...]:
    """The rows of a table, those prepared for what nobody has said included."""
    if part in OWN_ROWS:
        return tuple(OWN_ROWS[part](plan))
    kind = TYPES[PlanKind(part)]
    return tuple(numbered(entry.entry_id, values_of(entry, TABLE[part].columns)) for entry in plan.of(kind))


def numbered(number: int, values: Mapping[str, Any]) -> Row:
    return Row(number, number, values)


def unnumbered(part: Part, *ids: str | int, **values: Any) -> Row:
    return Row((part.value, *ids), None, values)


def values_of(thing: object, columns: Iterable[Column]) -> dict[str, Any]:
    """The columns' values; of what there is not, their defaults."""
    return {column.name: getattr(thing, column.name) if thing else column.default for column in columns}


def project_rows(plan: Plan) -> Iterator[Row]:
    yield numbered(plan.project.project_id, values_of(plan.project, TABLE[Part.PROJECT].columns))


def group_rows(plan: Plan) -> Iterator[Row]:
    for group in plan.target_groups:
        yield numbered(group.target_group_id, {"name": group.name})


def goal_rows(plan: Plan) -> Iterator[Row]:
    """A goal with its letters and how it is measured: to be read across."""
    for goal in plan.goals:
        smart = next((one for one in plan.of(Smart) if one.goal == goal.goal_id), None)
        protocol = next((one for one in plan.of(Protocol) if one.goal == goal.goal_id), None)
        own = values_of(goal, (column for column in TABLE[Part.GOAL].columns if column.kind == PlanKind.GOAL))
        yield numbered(goal.goal_id, {**own, **values_of(smart, SMART), **values_of(protocol, PROTOCOL)})


def milestone_rows(plan: Plan) -> Iterator[Row]:
    for goal in plan.goals:
        for step in goal.milestones:
            own = values_of(step, TABLE[Part.MILESTONE].columns[1:])
            yield unnumbered(Part.MILESTONE, goal.goal_id, step.months_after_go_live, goal=goal.goal_id, **own)


def volume_rows(plan: Plan) -> Iterator[Row]:
    """Time is freed by the piece, so goals of time ask how many pieces there are."""
    for goal in plan.goals:
        known = {volume.target_group: volume.items_per_year for volume in goal.volumes}
        for group in plan.target_groups:
            if goal.measure is Measure.TIME or group.name in known:
                pair = {"goal": goal.goal_id, "target_group": group.target_group_id}
                yield unnumbered(Part.VOLUME, *pair.values(), **pair, items_per_year=known.get(group.name))


def participation_rows(plan: Plan) -> Iterator[Row]:
    """Every target group is considered for every goal."""
    entries = plan.of(Participation)
    said = {(one.goal, one.target_group) for one in entries}
    yield from (numbered(one.entry_id, values_of(one, TABLE[Part.PARTICIPATION].columns)) for one in entries)
    for goal in plan.goals:
        for group in plan.target_groups:
            pair = (goal.goal_id, group.target_group_id)
            if pair not in said:
                yield unnumbered(Part.PARTICIPATION, *pair, goal=pair[0], target_group=pair[1])


def round_rows(plan: Plan) -> Iterator[Row]:
    for one in plan.rounds:
        conduct = next((each for each in plan.of(Conduct) if each.round == one.round_id), None)
        own = {"number": one.number, "starts_on": one.starts_on, "ends_on": one.ends_on}
        yield numbered(one.round_id, {**own, **values_of(conduct, CONDUCT)})


def population_rows(plan: Plan) -> Iterator[Row]:
    for one in plan.rounds:
        known = {population.target_group: population.employees for population in one.populations}
        for group in plan.target_groups:
            pair = {"round": one.round_id, "target_group": group.target_group_id}
            yield unnumbered(Part.POPULATION, *pair.values(), **pair, employees=known.get(group.name))


def system_count_rows(plan: Plan) -> Iterator[Row]:
    known = {(one.goal_id, one.round_id): one.cases for one in plan.system_counts}
    for goal in plan.goals:
        for one in plan.rounds:
            pair = (goal.goal_id, one.round_id)
            if goal.denominator is Denominator.SYSTEM_COUNT or pair in known:
                yield unnumbered(Part.SYSTEM_COUNT, *pair, goal=pair[0], round=pair[1], cases=known.get(pair))


def tick_rows(plan: Plan, *, is_baseline: bool) -> Iterator[Row]:
    """The points of each round in their order, ticked or not."""
    part = Part.BASELINE_TICK if is_baseline else Part.FOLLOW_UP_TICK
    for one in plan.rounds:
        if one.is_baseline == is_baseline:
            yield from ticks_of(plan, one, part)


def ticks_of(plan: Plan, one: Round, part: Part) -> Iterator[Row]:
    ticks = [each for each in plan.of(Signature) if each.act is Act.TICKED and each.subject == one.round_id]
    points = [str(point) for points in checklist_of(one).values() for point in points]
    for point in dict.fromkeys((*points, *(each.item for each in ticks))):
        found = [each for each in ticks if each.item == point]
        yield from (numbered(each.entry_id, values_of(each, TABLE[part].columns)) for each in found)
        if not found:
            yield unnumbered(part, one.round_id, point, subject=one.round_id, item=point)


def signature_rows(plan: Plan) -> Iterator[Row]:
    columns = TABLE[Part.SIGNATURE].columns
    for one in plan.of(Signature):
        if one.act is not Act.TICKED:
            yield numbered(one.entry_id, values_of(one, columns))


OWN_ROWS = {
    Part.PROJECT: project_rows,
    Part.TARGET_GROUP: group_rows,
    Part.GOAL: goal_rows,
    Part.MILESTONE: milestone_rows,
    Part.VOLUME: volume_rows,
    Part.PARTICIPATION: participation_rows,
    Part.ROUND: round_rows,
    Part.POPULATION: population_rows,
    Part.SYSTEM_COUNT: system_count_rows,
    Part.BASELINE_TICK: lambda plan: tick_rows(plan, is_baseline=True),
    Part.FOLLOW_UP_TICK: lambda plan: tick_rows(plan, is_baseline=False),
    Part.SIGNATURE: signature_rows,
}
