"""Changes of the entries of a plan: every rule first, then stored with a line in the log for each field."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from analysis.model.entries import Entry, Signature
from analysis.model.faults import PlanFault, PlanRule
from analysis.planning.reading import Plan, plan_at
from analysis.planning.storing.entry_rules import entry_faults, only_one, those_who_point_at
from analysis.planning.storing.merging import collision_faults, merged
from analysis.planning.storing.writing import NEW, By, Faults
from analysis.store import entries as stored
from analysis.store.store import Store, Writing

E = TypeVar("E", bound=Entry)
Rules = Callable[[Plan, Entry], Faults]


def save_entry(store: Store, by: By, project_id: int, typed: E, seen: E | None = None) -> E | Faults:
    """Store an entry; a new one has the id 0. ``seen`` is what the form showed before it was typed in."""
    with store.write(by.who, by.at) as writing:
        return write_entry(writing, project_id, typed, seen or typed)


def write_entry(writing: Writing, project_id: int, typed: E, seen: E) -> E | Faults:
    """The same within a larger change."""
    plan = plan_at(writing.cursor, project_id)
    before = stored_entry(plan, typed, seen)
    if typed.entry_id == NEW and before is None:
        return entry_faults(plan, typed) or stored.add_entry(writing, project_id, typed)
    if before is None:
        return (PlanFault("entry", PlanRule.NOT_THERE),)
    result = typed if seen is typed else merged(seen, typed, before)
    if isinstance(result, tuple):
        return collision_faults(writing.cursor, before.entry_id, result)
    faults = entry_faults(plan, result)
    if faults:
        return faults
    stored.change_entry(writing, project_id, before, result)
    return result


def stored_entry(plan: Plan, typed: E, seen: E) -> E | None:
    """What is changed; a form may have shown a draft of what a colleague, or the click before, has stored since."""
    same_kind = plan.of(type(typed))
    if typed.entry_id != NEW:
        return next((one for one in same_kind if one.entry_id == typed.entry_id), None)
    return None if seen is typed else only_one(same_kind, typed)


def remove_entry(store: Store, by: By, project_id: int, entry_id: int) -> Faults:
    """Take an entry out of the plan with the signatures on it; refused while other parts point at it."""
    with store.write(by.who, by.at) as writing:
        plan = plan_at(writing.cursor, project_id)
        pointing = those_who_point_at(plan, entry_id)
        if any(not isinstance(one, Signature) or one.subject != entry_id for one in pointing):
            return (PlanFault("entry", PlanRule.LINKED, len(pointing)),)
        for one in (*pointing, *(each for each in plan.entries if each.entry_id == entry_id)):
            stored.remove_entry(writing, project_id, one)
    return ()
