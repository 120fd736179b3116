"""Plans that a store could hold, with whatever people write in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import Any

from hypothesis import strategies as st

from analysis.model.choices import Act, Denominator, Direction, Measure, PlanKind, TargetUnit
from analysis.model.entries import Entry, Signature
from analysis.model.fields import TYPES, Field, Sort, fields_of
from analysis.model.plan import Goal, Milestone, Population, Project, Round, SystemCount, TargetGroup, Volume
from analysis.planning import Plan

NASTY = (
    "=1+1", "+45 12 34 56 78", "-", "@SUM(A1)", "'quoted", '"', "a;b; c", "Nr.", "Anne (Nr. 3)", "#N/A", "1.0", "TRUE",
    "Ja", "_x000D_", "_x0041_", "line\none\r\ntwo\rthree", "\t tab", "æøå 😀", "Mål: x", "Personer", "  spaces  ",
    "\u2028", "\x07", "01-03-2026", "å" * 33_000, "slut" + " " * 40_000,
)  # fmt: skip
DAYS = st.dates(date(1899, 1, 1), date(2200, 12, 31))
NUMBERS = st.floats(0, 1e9, allow_subnormal=False) | st.just(0.1 + 0.2)
words = st.sampled_from(NASTY) | st.text(st.characters(codec="utf-8"), max_size=30)
names = words.filter(str.strip) | st.sampled_from(("Anne", "anne ", "Anne", "Mål"))
distinct_names = st.lists(names, min_size=1, max_size=3, unique=True)


@st.composite
def plans(draw: Any) -> Plan:
    """One of each kind at least, some of them twice with the same name."""
    new = count(1).__next__
    project = Project(new(), draw(names), draw(names), draw(DAYS), 5, False, draw(st.none() | NUMBERS))
    groups = tuple(TargetGroup(new(), name) for name in draw(distinct_names))
    rounds = numbered_rounds(draw, new, groups)
    goals = tuple(goal(draw, new(), groups) for _ in range(draw(st.integers(1, 3))))
    plan = Plan(project, groups, (), goals, rounds, system_counts(draw, goals, rounds))
    for kind in TYPES:
        if kind is not PlanKind.SIGNATURE:
            for _ in range(draw(st.integers(0, 2))):
                plan = with_entry(draw, plan, kind, new())
    plan = replace(plan, goals=tuple(with_activity(draw, plan, one) for one in plan.goals))
    signed = [signature(draw, plan, new()) for _ in range(draw(st.integers(0, 5)))]
    return replace(plan, entries=(*plan.entries, *(each for each in signed if each)))


def numbered_rounds(draw: Any, new: Any, groups: tuple[TargetGroup, ...]) -> tuple[Round, ...]:
    start = draw(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
    asked = draw(st.lists(st.sampled_from(groups), unique=True))
    rounds = []
    for number in range(draw(st.integers(0, 3))):
        first = start + timedelta(days=30 * number)
        population = (
            Population(group.name, draw(st.none() | st.integers(1, 500))) for group in groups if group in asked
        )
        rounds.append(Round(new(), number, first, first + timedelta(days=13), tuple(population)))
    return tuple(rounds)


def goal(draw: Any, identity: int, groups: tuple[TargetGroup, ...]) -> Goal:
    workflows = tuple(draw(distinct_names))
    months = sorted(draw(st.sets(st.integers(0, 12), max_size=3)))
    asked = draw(st.sets(st.sampled_from(groups)))
    return Goal(
        identity,
        draw(names),
        draw(words),
        draw(names),
        workflows,
        draw(st.sampled_from(Denominator)),
        draw(st.none() | st.sampled_from(workflows)),
        draw(st.floats(0.001, 1)),
        draw(st.integers(1, 120)),
        tuple(Milestone(month, draw(st.floats(0.001, 1)), draw(words)) for month in months),
        draw(st.sampled_from(Measure)),
        draw(st.sampled_from(Direction)),
        draw(st.sampled_from(TargetUnit)),
        tuple(Volume(group.name, draw(st.floats(0.5, 1e9))) for group in groups if group in asked),
        draw(st.floats(0.001, 1)),
    )


def system_counts(draw: Any, goals: tuple[Goal, ...], rounds: tuple[Round, ...]) -> tuple[SystemCount, ...]:
    pairs = [(goal.goal_id, one.round_id) for goal in goals for one in rounds]
    return tuple(SystemCount(*pair, draw(st.integers(1, 10**6))) for pair in pairs if draw(st.booleans()))


def with_entry(draw: Any, plan: Plan, kind: PlanKind, identity: int) -> Plan:
    """One more, unless it would have to point at what there is not, or there may be one only."""
    values = {field.name: draw(value_of(plan, field)) for field in fields_of(kind) if can_be(plan, field)}
    if any(field.is_needed and field.name not in values for field in fields_of(kind)):
        return plan
    own = {PlanKind.SMART: ("goal",), PlanKind.PROTOCOL: ("goal",), PlanKind.CONDUCT: ("round",)}
    key = {**own, PlanKind.PARTICIPATION: ("goal", "target_group")}.get(kind, ())
    taken = [[getattr(one, name) for name in key] for one in plan.of(TYPES[kind])]
    if key and [values[name] for name in key] in taken:
        return plan
    return replace(plan, entries=(*plan.entries, TYPES[kind](entry_id=identity, **values)))


def can_be(plan: Plan, field: Field) -> bool:
    return field.sort is not Sort.LINK or bool(ids(plan, field.target)) or field.may_be_empty


def value_of(plan: Plan, field: Field) -> st.SearchStrategy[Any]:
    if field.sort is Sort.LINKS:
        known = ids(plan, field.target)
        return st.lists(st.sampled_from(known), unique=True).map(tuple) if known else st.just(())
    known = ids(plan, field.target) if field.sort is Sort.LINK else ()
    of_sort = {
        Sort.TEXT: names if field.is_needed else words,
        Sort.PROSE: words,
        Sort.WHOLE: st.integers(1, 10**6),
        Sort.NUMBER: NUMBERS,
        Sort.DATE: DAYS,
        Sort.YES_NO: st.booleans(),
        Sort.CHOICE: st.sampled_from(field.choices) if field.choices else st.nothing(),
        Sort.LINK: st.sampled_from(known) if known else st.nothing(),
    }[field.sort]
    return of_sort | st.none() if field.may_be_empty else of_sort


def ids(plan: Plan, kind: PlanKind | None) -> tuple[int, ...]:
    others: dict[PlanKind, tuple[int, ...]] = {
        PlanKind.GOAL: tuple(goal.goal_id for goal in plan.goals),
        PlanKind.ROUND: tuple(one.round_id for one in plan.rounds),
        PlanKind.TARGET_GROUP: tuple(group.target_group_id for group in plan.target_groups),
    }
    if kind is None:
        return ()
    return others.get(kind) or tuple(one.entry_id for one in plan.entries if type(one) is TYPES.get(kind))


def with_activity(draw: Any, plan: Plan, of: Goal) -> Goal:
    known = st.none() | st.sampled_from(ids(plan, PlanKind.ACTIVITY) or (None,))
    return replace(of, milestones=tuple(replace(step, activity=draw(known)) for step in of.milestones))


def signature(draw: Any, plan: Plan, identity: int) -> Entry | None:
    """On anything at all; ticks stand on rounds. Somebody who was removed since may have signed."""
    person = draw(st.sampled_from((*ids(plan, PlanKind.PERSON), 9999)))
    act = draw(st.sampled_from(Act))
    subjects = ids(plan, PlanKind.ROUND)
    if act is not Act.TICKED:
        subjects += (*ids(plan, PlanKind.GOAL), *(one.entry_id for one in plan.entries))
    if not subjects:
        return None
    item = draw(words.filter(str.strip) if act is Act.TICKED else words)
    return Signature(identity, draw(st.sampled_from(subjects)), act, person, draw(DAYS), item, draw(words))
