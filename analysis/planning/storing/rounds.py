"""Changes of the measurement rounds: windows, populations and what systems counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from analysis.model.agreements import Conduct, Protocol
from analysis.model.faults import PlanFault, PlanRule
from analysis.model.plan import Population, Round, add_months
from analysis.planning.reading import Plan, plan_at
from analysis.planning.storing.entry_rules import those_who_point_at
from analysis.planning.storing.merging import collision_faults, merged
from analysis.planning.storing.rules import round_faults
from analysis.planning.storing.writing import NEW, By, Faults
from analysis.store import entries as stored_entries
from analysis.store import goals as stored_goals
from analysis.store import rounds as stored_rounds
from analysis.store import system_counts as stored_counts
from analysis.store.faults import participants
from analysis.store.store import Store, Writing

FORTNIGHT = 14


def next_round(plan: Plan, today: date) -> Round:
    """A proposal: the baseline two months before go-live; a follow-up as long, and from the same weekday, as it.

    What is planned lies ahead; only the baseline of a system that is live already can have been measured before.
    """
    go_live = plan.project.go_live
    baseline = next((one for one in plan.rounds if one.is_baseline), None)
    if baseline is None:
        days = max((one.days or 0 for one in plan.of(Protocol)), default=0) or FORTNIGHT
        start = weekday_before(add_months(go_live, -2), 0)
        start = max(start, weekday_from(today, 0)) if today < go_live else start
        return Round(NEW, 0, start, start + timedelta(days=days - 1))
    last, weekday = plan.rounds[-1], baseline.starts_on.weekday()
    start = max(weekday_before(add_months(max(last.ends_on, go_live), 2), weekday), weekday_from(today, weekday))
    return Round(NEW, len(plan.rounds), start, start + (baseline.ends_on - baseline.starts_on), last.populations)


def weekday_before(day: date, weekday: int) -> date:
    """The latest such weekday that is not after the day.

    >>> weekday_before(date(2026, 3, 5), 0)
    datetime.date(2026, 3, 2)
    """
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def weekday_from(day: date, weekday: int) -> date:
    """The first such weekday that is not before the day.

    >>> weekday_from(date(2026, 3, 5), 0)
    datetime.date(2026, 3, 9)
    """
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def save_round(store: Store, by: By, project_id: int, typed: Round, seen: Round | None = None) -> Round | Faults:
    """Store a round; a new one has the id 0. ``seen`` is what the form showed before it was typed in."""
    with store.write(by.who, by.at) as writing:
        every = stored_rounds.rounds(writing.cursor, project_id)
        others = [one for one in every if one.round_id != typed.round_id]
        before = next((one for one in every if one.round_id == typed.round_id), None)
        if before is None and typed.round_id != NEW:
            return (PlanFault("round", PlanRule.NOT_THERE),)
        result = typed if before is None or seen is None else merged_round(seen, typed, before)
        if isinstance(result, tuple):
            return collision_faults(writing.cursor, typed.round_id, result)
        faults = round_faults(result, others)
        if faults:
            return faults
        stored = write_round(writing, project_id, result)
        if typed.round_id == NEW:
            planned = Conduct(NEW, stored.round_id, stored.starts_on, stored.ends_on)
            stored_entries.add_entry(writing, project_id, planned)
        too_small = too_small_for_those_who_measured(writing, project_id)
        if too_small:
            writing.cancel()
        return too_small or stored


def merged_round(seen: Round, typed: Round, before: Round) -> Round | tuple[str, ...]:
    """What was typed upon what is stored, each target group for itself; or what both changed since ``seen``."""
    same = before.populations
    window = merged(replace(seen, populations=same), replace(typed, populations=same), before)
    was, mine, now = (by_target_group(one) for one in (seen, typed, before))
    changed = [name for name in mine if mine[name] != was.get(name)]
    both = tuple(f"population {name}" for name in changed if now.get(name) not in (was.get(name), mine[name]))
    if isinstance(window, tuple) or both:
        return (*(window if isinstance(window, tuple) else ()), *both)
    return replace(window, populations=tuple(Population(name, mine[name]) for name in changed))


def by_target_group(one: Round) -> dict[str, int | None]:
    return {population.target_group: population.employees for population in one.populations}


def write_round(writing: Writing, project_id: int, one: Round) -> Round:
    """Only a population that differs from the round before is written down: the others follow its corrections."""
    if one.round_id == NEW:
        before = stored_rounds.add_round(writing, project_id, replace(one, populations=()))
    else:
        stored_rounds.change_window(writing, one)
        before = stored_rounds.stored_round(writing.cursor, one.round_id)
    for population in one.populations:
        if population not in before.populations:
            stored_rounds.set_population(writing, before.round_id, population)
    return stored_rounds.stored_round(writing.cursor, before.round_id)


def too_small_for_those_who_measured(writing: Writing, project_id: int) -> Faults:
    """A number is carried on to later rounds, and must hold for them too: the largest of each target group is told."""
    rounds = stored_rounds.rounds(writing.cursor, project_id)
    found = [fault for one in rounds for fault in population_faults(writing, one)]
    return tuple({fault.words: fault for fault in sorted(found, key=lambda fault: fault.number or 0)}.values())


def population_faults(writing: Writing, one: Round) -> Faults:
    """A target group cannot have fewer employees than have measured."""
    return tuple(
        PlanFault("populations", PlanRule.MEASURED_MORE, measured.employees, measured.target_group)
        for measured in participants(writing.cursor, one.round_id)
        if measured.population is not None and measured.employees > measured.population
    )


def save_system_count(
    store: Store, by: By, project_id: int, goal_id: int, round_id: int, cases: int | None, seen: int | None = None
) -> Faults:
    """Write down the cases that a system counted for a goal in a round; ``seen`` is what the form showed before."""
    with store.write(by.who, by.at) as writing:
        goals = {goal.goal_id for goal in stored_goals.goals(writing.cursor, project_id)}
        rounds = {one.round_id for one in stored_rounds.rounds(writing.cursor, project_id)}
        if goal_id not in goals or round_id not in rounds:
            return (PlanFault("system_count", PlanRule.NOT_THERE),)
        now = stored_counts.system_count(writing.cursor, goal_id, round_id)
        if now not in (seen, cases):
            return collision_faults(writing.cursor, goal_id, (f"system_count {round_id}",))
        stored_counts.set_system_count(writing, goal_id, round_id, cases)
    return ()


def remove_round(store: Store, by: By, project_id: int, round_id: int) -> Faults:
    """Take a round out of the plan with all that was said and signed about it; refused where it has registrations."""
    with store.write(by.who, by.at) as writing:
        plan = plan_at(writing.cursor, project_id)
        if round_id not in {one.round_id for one in plan.rounds}:
            return (PlanFault("round", PlanRule.NOT_THERE),)
        in_use = stored_rounds.remove_round(writing, round_id)
        if in_use:
            return (PlanFault("round", PlanRule.IN_USE, in_use.registrations),)
        for entry in those_who_point_at(plan, round_id):
            stored_entries.remove_entry(writing, project_id, entry)
    return ()
