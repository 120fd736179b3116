"""The rows of the workbook as a plan again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from analysis.model.choices import Act, PlanKind
from analysis.model.entries import Entry, Signature
from analysis.model.fields import TYPES
from analysis.model.plan import Goal, Milestone, Population, Round, SystemCount, TargetGroup, Volume
from analysis.planning import Plan
from analysis.workbook.columns import CONDUCT, PROTOCOL, SMART, Column
from analysis.workbook.definition import TABLE, Part, part_of
from analysis.workbook.matching import Numbering
from analysis.workbook.merging import Said

ENTRIES = tuple(Part(kind) for kind in TYPES if part_of(kind) and kind is not PlanKind.SIGNATURE)
TICKS = (Part.BASELINE_TICK, Part.FOLLOW_UP_TICK)


@dataclass(frozen=True, slots=True)
class Built:
    """The plan, and the rows that its parts were made of by their ids."""

    plan: Plan
    origins: Mapping[int, Said]


class Building:
    """Makes a plan of rows: in the order that it has now, what is new at the end."""

    def __init__(self, now: Plan, rows: Iterable[Said], new: Numbering) -> None:
        self.now = now
        self.new = new
        self.rows: dict[Part, list[Said]] = {part: [] for part in Part}
        self.origins: dict[int, Said] = {}
        for row in rows:
            if is_buildable(row):
                self.rows[row.part].append(row)
            if isinstance(row.identity, int):
                self.origins[row.identity] = row

    def built(self) -> Built:
        (project, *_) = (*self.rows[Part.PROJECT], None)
        groups = in_order([TargetGroup(*pair(row)) for row in self.rows[Part.TARGET_GROUP]], self.now.target_groups)
        names = {group.target_group_id: group.name for group in groups}
        goals = in_order([self._goal(row, names) for row in self.rows[Part.GOAL]], self.now.goals)
        rounds = numbered([self._round(row, names) for row in self.rows[Part.ROUND]])
        counts = {
            (row.values["goal"], row.values["round"]): row.values["cases"] for row in self.rows[Part.SYSTEM_COUNT]
        }
        plan = Plan(
            replace(self.now.project, **project.values) if project else self.now.project,
            groups,
            self.now.workflows,
            goals,
            rounds,
            tuple(SystemCount(*each, counts[each]) for each in pairs(goals, rounds) if counts.get(each) is not None),
            in_order([*self._entries()], self.now.entries),
        )
        return Built(plan, self.origins)

    def _goal(self, row: Said, names: Mapping[int, str]) -> Goal:
        own = {column.name: row.values[column.name] for column in TABLE[Part.GOAL].columns if column.kind == "goal"}
        steps = [self._without_goal(one) for one in self.rows[Part.MILESTONE] if one.values["goal"] == row.identity]
        items = {
            one.values["target_group"]: one.values["items_per_year"]
            for one in self.rows[Part.VOLUME]
            if one.values["goal"] == row.identity
        }
        volumes = (Volume(names[group], items[group]) for group in names if items.get(group) is not None)
        milestones = sorted((Milestone(**step) for step in steps), key=lambda one: one.months_after_go_live)
        return Goal(identity(row), **own, milestones=tuple(milestones), volumes=tuple(volumes))

    @staticmethod
    def _without_goal(row: Said) -> dict[str, Any]:
        return {name: value for name, value in row.values.items() if name != "goal"}

    def _round(self, row: Said, names: Mapping[int, str]) -> Round:
        stored = next((one for one in self.now.rounds if one.round_id == row.identity), None)
        called = {group.target_group_id: group.name for group in self.now.target_groups}
        known = [one.target_group for one in stored.populations] if stored else []
        said = {
            one.values["target_group"]: one.values["employees"]
            for one in self.rows[Part.POPULATION]
            if one.values["round"] == row.identity
        }
        order = sorted(names, key=lambda one: known.index(called[one]) if called.get(one) in known else len(known))
        populations = (
            Population(names[one], said.get(one)) for one in order if said.get(one) or called.get(one) in known
        )
        is_baseline = stored.is_baseline if stored else row.values["number"] == 0
        window = row.values["starts_on"], row.values["ends_on"]
        return Round(identity(row), 0 if is_baseline else 1, *window, tuple(populations))

    def _entries(self) -> Iterator[Entry]:
        for part in ENTRIES:
            for row in self.rows[part]:
                yield TYPES[PlanKind(part)](entry_id=identity(row), **row.values)
        yield from self._beside(Part.GOAL, PlanKind.SMART, "goal", SMART)
        yield from self._beside(Part.GOAL, PlanKind.PROTOCOL, "goal", PROTOCOL)
        yield from self._beside(Part.ROUND, PlanKind.CONDUCT, "round", CONDUCT)
        for part in TICKS:
            yield from (Signature(entry_id=identity(row), act=Act.TICKED, **row.values) for row in self.rows[part])
        yield from (Signature(entry_id=identity(row), **row.values) for row in self.rows[Part.SIGNATURE])

    def _beside(self, part: Part, kind: PlanKind, link: str, columns: Sequence[Column]) -> Iterator[Entry]:
        """The entry that shares a row with a goal or a round, where there is one or something is said."""
        stored = {getattr(one, link): one.entry_id for one in self.now.entries if isinstance(one, TYPES[kind])}
        for row in self.rows[part]:
            values = {column.name: row.values[column.name] for column in columns}
            if row.identity in stored or any(values[column.name] != column.default for column in columns):
                entry_id = stored.get(identity(row)) or self.new.next()
                self.origins[entry_id] = row
                yield TYPES[kind](entry_id=entry_id, **{link: identity(row)}, **values)  # type: ignore[arg-type]


def is_buildable(row: Said) -> bool:
    """A row without what it needs has a fault of its own."""
    return all(row.values.get(column.name) is not None for column in TABLE[row.part].columns if column.is_needed)


def identity(row: Said) -> int:
    return row.identity if isinstance(row.identity, int) else 0


def pair(row: Said) -> tuple[int, str]:
    return identity(row), row.values["name"]


def pairs(goals: Sequence[Goal], rounds: Sequence[Round]) -> list[tuple[int, int]]:
    return [(goal.goal_id, one.round_id) for goal in goals for one in rounds]


def numbered(rounds: Sequence[Round]) -> tuple[Round, ...]:
    """The baseline first, the follow-ups numbered by their windows."""
    ordered = sorted(rounds, key=lambda one: (not one.is_baseline, one.starts_on, one.round_id))
    first = sum(one.is_baseline for one in ordered)
    return tuple(
        one if one.is_baseline else replace(one, number=place) for place, one in enumerate(ordered, start=1 - first)
    )


def in_order(things: Sequence[Any], now: Sequence[Any]) -> tuple[Any, ...]:
    """As the plan has them now, what is new at the end."""
    ids = [identity_of(one) for one in now]
    place = {each: at for at, each in enumerate(ids)}
    return tuple(sorted(things, key=lambda one: place.get(identity_of(one), len(ids))))


def identity_of(thing: TargetGroup | Goal | Entry) -> int:
    if isinstance(thing, TargetGroup):
        return thing.target_group_id
    return thing.goal_id if isinstance(thing, Goal) else thing.entry_id
