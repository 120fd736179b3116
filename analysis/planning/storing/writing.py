"""Changes of the plan: checked against every rule first, stored whole or not at all, each with a line in the log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from analysis.model.agreements import Participation, Protocol, Smart
from analysis.model.entries import Signature
from analysis.model.faults import PlanFault, PlanRule
from analysis.model.plan import Goal, Project, TargetGroup
from analysis.model.storage import InUse
from analysis.planning.reading import plan_at
from analysis.planning.storing.entry_rules import those_who_point_at
from analysis.planning.storing.merging import collision_faults, merged
from analysis.planning.storing.rules import goal_faults, project_faults, target_group_faults
from analysis.store import entries as stored_entries
from analysis.store import goals as stored_goals
from analysis.store import projects as stored_projects
from analysis.store.store import Store, Writing

NEW = 0
"""The id of what is not stored yet."""
Faults = tuple[PlanFault, ...]
GONE_WITH_GOAL = (Smart, Protocol, Participation, Signature)


@dataclass(frozen=True, slots=True)
class By:
    """Who changes the plan, and when."""

    who: str
    at: datetime


def start_project(store: Store, by: By, project: Project, target_groups: Sequence[str]) -> Project | Faults:
    """An empty project with the target groups that are always considered."""
    with store.write(by.who, by.at) as writing:
        faults = project_faults(project, stored_projects.projects(writing.cursor))
        if faults:
            return faults
        added = stored_projects.add_project(writing, project)
        for name in target_groups:
            stored_projects.add_target_group(writing, added.project_id, name)
        return added


def save_project(store: Store, by: By, typed: Project, seen: Project | None = None) -> Project | Faults:
    """``seen`` is what the form showed before it was typed in."""
    with store.write(by.who, by.at) as writing:
        return write_project(writing, typed, seen or typed)


def write_project(writing: Writing, typed: Project, seen: Project) -> Project | Faults:
    """The same within a larger change."""
    everyone = stored_projects.projects(writing.cursor)
    before = stored_projects.project(writing.cursor, typed.project_id)
    project = typed if seen is typed else merged(seen, typed, before)
    if isinstance(project, tuple):
        return collision_faults(writing.cursor, typed.project_id, project)
    faults = project_faults(project, [one for one in everyone if one.project_id != project.project_id])
    if not faults:
        stored_projects.change_project(writing, project)
    return faults or project


def remove_project(store: Store, by: By, project_id: int) -> None:
    """Out of sight, with all it holds; it can be brought back until a purge."""
    with store.write(by.who, by.at) as writing:
        stored_projects.remove_project(writing, project_id)


def restore_project(store: Store, by: By, project_id: int) -> None:
    with store.write(by.who, by.at) as writing:
        stored_projects.restore_project(writing, project_id)


def save_target_groups(store: Store, by: By, project_id: int, groups: Sequence[TargetGroup]) -> Faults:
    """Rename, add (id 0) and remove, so that the project has just these groups."""
    faults = target_group_faults([group.name for group in groups])
    if faults:
        return faults
    with store.write(by.who, by.at) as writing:
        kept = {group.target_group_id: group for group in groups}
        for before in stored_projects.target_groups(writing.cursor, project_id):
            after = kept.get(before.target_group_id)
            in_use = change_target_group(writing, before, after)
            if in_use:
                writing.cancel()
                return (PlanFault("target_groups", PlanRule.IN_USE, in_use.registrations),)
        for group in groups:
            if group.target_group_id == NEW:
                stored_projects.add_target_group(writing, project_id, group.name)
    return ()


def change_target_group(writing: Writing, before: TargetGroup, after: TargetGroup | None) -> InUse | None:
    if after is None:
        return stored_projects.remove_target_group(writing, before.target_group_id)
    if after != before:
        stored_projects.rename_target_group(writing, after)
    return None


def save_goal(store: Store, by: By, project_id: int, typed: Goal, seen: Goal | None = None) -> Goal | Faults:
    """Store a goal; a new one has the id 0. ``seen`` is what the form showed before it was typed in."""
    with store.write(by.who, by.at) as writing:
        return write_goal(writing, project_id, typed, seen or typed)


def write_goal(writing: Writing, project_id: int, typed: Goal, seen: Goal) -> Goal | Faults:
    """The same within a larger change."""
    every = stored_goals.goals(writing.cursor, project_id)
    others = [one for one in every if one.goal_id != typed.goal_id]
    if typed.goal_id == NEW:
        return goal_faults(typed, others) or stored_goals.add_goal(writing, project_id, typed)
    before = next((one for one in every if one.goal_id == typed.goal_id), None)
    if before is None:
        return (PlanFault("goal", PlanRule.NOT_THERE),)
    goal = typed if seen is typed else merged(seen, typed, before)
    if isinstance(goal, tuple):
        return collision_faults(writing.cursor, typed.goal_id, goal)
    faults = goal_faults(goal, others)
    if not faults:
        stored_goals.change_goal(writing, goal)
    return faults or goal


def remove_goal(store: Store, by: By, goal_id: int) -> Faults:
    """Take a goal out of the plan with its letters, its measurement plan and the signatures on it."""
    with store.write(by.who, by.at) as writing:
        return delete_goal(writing, goal_id)


def delete_goal(writing: Writing, goal_id: int) -> Faults:
    """The same within a larger change."""
    project_id = stored_goals.project_of(writing.cursor, goal_id)
    pointing = those_who_point_at(plan_at(writing.cursor, project_id), goal_id)
    others = [one for one in pointing if not isinstance(one, GONE_WITH_GOAL)]
    if others:
        return (PlanFault("goal", PlanRule.LINKED, len(others)),)
    in_use = stored_goals.remove_goal(writing, goal_id)
    if in_use:
        return (PlanFault("goal", PlanRule.IN_USE, in_use.registrations),)
    for one in pointing:
        stored_entries.remove_entry(writing, project_id, one)
    return ()
