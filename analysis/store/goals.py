"""Goals with their workflows and milestones, and the cases that a system counted for them."""

from __future__ import annotations

from dataclasses import replace

from analysis.model.plan import Denominator, Direction, Goal, Measure, Milestone, TargetUnit, Volume
from analysis.model.storage import InUse
from analysis.store.changes import note, note_fields
from analysis.store.connection import Cursor, one_value
from analysis.store.store import Writing
from analysis.store.workflows import add_workflow


def goals(cursor: Cursor, project_id: int) -> tuple[Goal, ...]:
    """A project's goals in the order they were added."""
    rows = cursor.execute("SELECT goal_id FROM goal WHERE project_id = ? ORDER BY goal_id", [project_id]).fetchall()
    return tuple(goal(cursor, goal_id) for (goal_id,) in rows)


def goal(cursor: Cursor, goal_id: int) -> Goal:
    """One goal."""
    rows = cursor.execute(
        "SELECT name, indicator, item, denominator, target_improvement, months_to_deadline, measure, direction, "
        "target_unit, realisation_share FROM goal WHERE goal_id = ?",
        [goal_id],
    ).fetchall()
    if not rows:
        raise ValueError(f"goal_id must be a goal's, got {goal_id}")
    name, indicator, item, denominator, improvement, months, measure, direction, unit, share = rows[0]
    parts = cursor.execute(
        "SELECT name, is_leading FROM goal_workflow JOIN workflow USING (workflow_id) WHERE goal_id = ? ORDER BY place",
        [goal_id],
    ).fetchall()
    named = tuple(part for part, _ in parts)
    leading = next((part for part, is_leading in parts if is_leading), None)
    return Goal(
        goal_id,
        name,
        indicator,
        item,
        named,
        Denominator(denominator),
        leading,
        improvement,
        months,
        _milestones(cursor, goal_id),
        Measure(measure),
        Direction(direction),
        TargetUnit(unit),
        _volumes(cursor, goal_id),
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
    project_id = _project_of(writing.cursor, changed.goal_id)
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
    before, project_id = goal(writing.cursor, goal_id), _project_of(writing.cursor, goal_id)
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


def system_count(cursor: Cursor, goal_id: int, round_id: int) -> int | None:
    """The cases that the system counted for a goal in a round; ``None`` where nobody has written it down."""
    cases: int | None = one_value(
        cursor, "SELECT cases FROM system_count WHERE goal_id = ? AND round_id = ?", [goal_id, round_id]
    )
    return cases


def set_system_count(writing: Writing, goal_id: int, round_id: int, cases: int | None) -> None:
    """Write down (with ``None``: take away) the cases that the system counted."""
    before = system_count(writing.cursor, goal_id, round_id)
    writing.cursor.execute("DELETE FROM system_count WHERE goal_id = ? AND round_id = ?", [goal_id, round_id])
    if cases is not None:
        writing.cursor.execute("INSERT INTO system_count VALUES (?, ?, ?)", [goal_id, round_id, cases])
    note(writing, _project_of(writing.cursor, goal_id), "goal", goal_id, f"system_count {round_id}", before, cases)


def _own_values(of: Goal) -> list[object]:
    counted = [of.name, of.indicator, of.item, of.denominator.value, of.target_improvement, of.months_to_deadline]
    return [*counted, of.measure.value, of.direction.value, of.target_unit.value, of.realisation_share]


def _milestones(cursor: Cursor, goal_id: int) -> tuple[Milestone, ...]:
    rows = cursor.execute(
        "SELECT months_after_go_live, improvement, early_indicator, activity FROM milestone "
        "WHERE goal_id = ? ORDER BY ALL",
        [goal_id],
    ).fetchall()
    return tuple(Milestone(*row) for row in rows)


def _volumes(cursor: Cursor, goal_id: int) -> tuple[Volume, ...]:
    rows = cursor.execute(
        "SELECT name, items_per_year FROM volume JOIN target_group USING (target_group_id) WHERE goal_id = ? "
        "ORDER BY target_group_id",
        [goal_id],
    ).fetchall()
    return tuple(Volume(*row) for row in rows)


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


def _project_of(cursor: Cursor, goal_id: int) -> int:
    return int(one_value(cursor, "SELECT project_id FROM goal WHERE goal_id = ?", [goal_id]))
