"""Goals with their workflows and milestones, and the cases that a system counted for them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from analysis.model.choices import Denominator, Direction, Measure, TargetUnit
from analysis.model.plan import Goal, Milestone, Volume
from analysis.model.storage import InUse
from analysis.store.changes import note_fields
from analysis.store.connection import Cursor, one_value
from analysis.store.store import Writing
from analysis.store.workflows import add_workflow

_GOALS = """
SELECT goal_id, name, indicator, item, denominator, target_improvement, months_to_deadline, measure, direction,
       target_unit, realisation_share,
       (SELECT list({name: workflow.name, is_leading: is_leading} ORDER BY place)
        FROM goal_workflow JOIN workflow USING (workflow_id) WHERE goal_workflow.goal_id = goal.goal_id),
       (SELECT list({months_after_go_live: months_after_go_live, improvement: improvement,
                     early_indicator: early_indicator, activity: activity} ORDER BY months_after_go_live)
        FROM milestone WHERE milestone.goal_id = goal.goal_id),
       (SELECT list({target_group: target_group.name, items_per_year: items_per_year} ORDER BY target_group_id)
        FROM volume JOIN target_group USING (target_group_id) WHERE volume.goal_id = goal.goal_id)
FROM goal
"""


def goals(cursor: Cursor, project_id: int) -> tuple[Goal, ...]:
    """A project's goals in the order they were added."""
    rows = cursor.execute(f"{_GOALS} WHERE project_id = ? ORDER BY goal_id", [project_id]).fetchall()
    return tuple(_goal(*row) for row in rows)


def goal(cursor: Cursor, goal_id: int) -> Goal:
    """One goal."""
    rows = cursor.execute(f"{_GOALS} WHERE goal_id = ?", [goal_id]).fetchall()
    if not rows:
        raise ValueError(f"goal_id must be a goal's, got {goal_id}")
    return _goal(*rows[0])


def _goal(goal_id: int, *row: Any) -> Goal:
    name, indicator, item, denominator, improvement, months, measure, direction, unit, share, *lists = row
    parts, milestones, volumes = (each or () for each in lists)
    return Goal(
        goal_id,
        name,
        indicator,
        item,
        tuple(part["name"] for part in parts),
        Denominator(denominator),
        next((part["name"] for part in parts if part["is_leading"]), None),
        improvement,
        months,
        tuple(Milestone(**milestone) for milestone in milestones),
        Measure(measure),
        Direction(direction),
        TargetUnit(unit),
        tuple(Volume(**volume) for volume in volumes),
        share,
    )


def add_goal(writing: Writing, project_id: int, new: Goal) -> Goal:
    """Store a new goal with its workflows (made where the project lacks them); its ``goal_id`` is given here."""
    added = replace(
        new,
        goal_id=one_value(
            writing.cursor,
            "INSERT INTO goal (project_id, name, indicator, item, denominator, target_improvement, months_to_deadline, "
            "measure, direction, target_unit, realisation_share) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING goal_id",
            [project_id, *_own_values(new)],
        ),
    )
    _write_parts(writing, project_id, added)
    note_fields(writing, project_id, "goal", added.goal_id, None, added)
    return added


def change_goal(writing: Writing, changed: Goal) -> None:
    """Store a goal's new values."""
    before = goal(writing.cursor, changed.goal_id)
    project_id = project_of(writing.cursor, changed.goal_id)
    writing.cursor.execute(
        "UPDATE goal SET name = ?, indicator = ?, item = ?, denominator = ?, target_improvement = ?, "
        "months_to_deadline = ?, measure = ?, direction = ?, target_unit = ?, realisation_share = ? WHERE goal_id = ?",
        [*_own_values(changed), changed.goal_id],
    )
    _delete_parts(writing, changed.goal_id)
    _write_parts(writing, project_id, changed)
    note_fields(writing, project_id, "goal", changed.goal_id, before, changed)


def remove_goal(writing: Writing, goal_id: int) -> InUse | None:
    """Delete a goal, unless its workflows have registrations (those of undone uploads too: they may come back)."""
    before, project_id = goal(writing.cursor, goal_id), project_of(writing.cursor, goal_id)
    used = one_value(
        writing.cursor,
        "SELECT count(*) FROM registration JOIN goal_workflow USING (workflow_id) WHERE goal_id = ?",
        [goal_id],
    )
    if used:
        return InUse(used)
    _delete_parts(writing, goal_id)
    for table in ("system_count", "goal"):
        writing.cursor.execute(f"DELETE FROM {table} WHERE goal_id = ?", [goal_id])
    note_fields(writing, project_id, "goal", goal_id, before, None)
    return None


def _own_values(of: Goal) -> list[object]:
    counted = [of.name, of.indicator, of.item, of.denominator.value, of.target_improvement, of.months_to_deadline]
    return [*counted, of.measure.value, of.direction.value, of.target_unit.value, of.realisation_share]


def _write_parts(writing: Writing, project_id: int, of: Goal) -> None:
    for place, name in enumerate(dict.fromkeys(of.workflows)):
        add_workflow(writing, project_id, name)
        writing.cursor.execute(
            "INSERT INTO goal_workflow SELECT ?, workflow_id, ?, ? FROM workflow "
            "WHERE project_id = ? AND name = ? AND NOT is_indicator",
            [of.goal_id, place, name == of.leading_workflow, project_id, name],
        )
    for step in of.milestones:
        writing.cursor.execute(
            "INSERT INTO milestone VALUES (?, ?, ?, ?, ?)",
            [of.goal_id, step.months_after_go_live, step.improvement, step.early_indicator, step.activity],
        )
    for volume in of.volumes:
        writing.cursor.execute(
            "INSERT INTO volume SELECT ?, target_group_id, ? FROM target_group WHERE project_id = ? AND name = ?",
            [of.goal_id, volume.items_per_year, project_id, volume.target_group],
        )


def _delete_parts(writing: Writing, goal_id: int) -> None:
    for table in ("goal_workflow", "milestone", "volume"):
        writing.cursor.execute(f"DELETE FROM {table} WHERE goal_id = ?", [goal_id])


def project_of(cursor: Cursor, goal_id: int) -> int:
    """The project that a goal belongs to."""
    return int(one_value(cursor, "SELECT project_id FROM goal WHERE goal_id = ?", [goal_id]))
