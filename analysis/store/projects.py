"""Projects and their target groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, replace

from analysis.model.plan import Project, TargetGroup
from analysis.model.storage import InUse
from analysis.store.changes import note, note_fields
from analysis.store.connection import Cursor, one_value
from analysis.store.store import Writing

_OWN = "organisation, system, go_live, minimum_shown, is_example, net_hours_per_fte, kroner_per_hour, keeps_files"
_COLUMNS = f"project_id, {_OWN}"


def projects(cursor: Cursor) -> tuple[Project, ...]:
    """All projects that are not removed, oldest first."""
    rows = cursor.execute(f"SELECT {_COLUMNS} FROM project WHERE removed_at IS NULL ORDER BY project_id").fetchall()
    return tuple(Project(*row) for row in rows)


def removed_projects(cursor: Cursor) -> tuple[Project, ...]:
    """The projects that can be brought back, until a purge."""
    rows = cursor.execute(f"SELECT {_COLUMNS} FROM project WHERE removed_at IS NOT NULL ORDER BY project_id").fetchall()
    return tuple(Project(*row) for row in rows)


def project(cursor: Cursor, project_id: int) -> Project:
    """One project, removed or not."""
    rows = cursor.execute(f"SELECT {_COLUMNS} FROM project WHERE project_id = ?", [project_id]).fetchall()
    if not rows:
        raise ValueError(f"project_id must be a project's, got {project_id}")
    return Project(*rows[0])


def add_project(writing: Writing, new: Project) -> Project:
    """Store a new project; its ``project_id`` is given here."""
    added = replace(
        new,
        project_id=one_value(
            writing.cursor,
            f"INSERT INTO project ({_OWN}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING project_id",
            astuple(new)[1:],
        ),
    )
    note_fields(writing, added.project_id, "project", added.project_id, None, added)
    return added


def change_project(writing: Writing, changed: Project) -> None:
    """Store a project's new values."""
    before = project(writing.cursor, changed.project_id)
    writing.cursor.execute(
        f"UPDATE project SET ({_OWN}) = (?, ?, ?, ?, ?, ?, ?, ?) WHERE project_id = ?",
        [*astuple(changed)[1:], changed.project_id],
    )
    note_fields(writing, changed.project_id, "project", changed.project_id, before, changed)


def remove_project(writing: Writing, project_id: int) -> None:
    """Take a project out of sight with all it holds; it can be brought back until a purge erases it."""
    writing.cursor.execute("UPDATE project SET removed_at = ? WHERE project_id = ?", [writing.at, project_id])
    note(writing, project_id, "project", project_id, "removed_at", None, writing.at)


def restore_project(writing: Writing, project_id: int) -> None:
    """Bring a removed project back."""
    before = one_value(writing.cursor, "SELECT removed_at FROM project WHERE project_id = ?", [project_id])
    writing.cursor.execute("UPDATE project SET removed_at = NULL WHERE project_id = ?", [project_id])
    note(writing, project_id, "project", project_id, "removed_at", before, None)


def target_groups(cursor: Cursor, project_id: int) -> tuple[TargetGroup, ...]:
    """A project's target groups in the order they were added."""
    rows = cursor.execute(
        "SELECT target_group_id, name FROM target_group WHERE project_id = ? ORDER BY target_group_id", [project_id]
    ).fetchall()
    return tuple(TargetGroup(*row) for row in rows)


def add_target_group(writing: Writing, project_id: int, name: str) -> TargetGroup:
    """Store a new target group; within a project the name must be new."""
    if any(group.name == name for group in target_groups(writing.cursor, project_id)):
        raise ValueError(f"name must not be a target group's already, got {name!r}")
    added = TargetGroup(
        one_value(
            writing.cursor,
            "INSERT INTO target_group (project_id, name) VALUES (?, ?) RETURNING target_group_id",
            [project_id, name],
        ),
        name,
    )
    note(writing, project_id, "target_group", added.target_group_id, "name", None, name)
    return added


def add_lacking_groups(writing: Writing, project_id: int, names: Sequence[str]) -> None:
    """Store those target groups that the project does not have: somebody else may have added them meanwhile."""
    known = {group.name for group in target_groups(writing.cursor, project_id)}
    for name in names:
        if name not in known:
            add_target_group(writing, project_id, name)


def rename_target_group(writing: Writing, renamed: TargetGroup) -> None:
    """Give a target group another name."""
    project_id, before = _stored_group(writing.cursor, renamed.target_group_id)
    writing.cursor.execute(
        "UPDATE target_group SET name = ? WHERE target_group_id = ?", [renamed.name, renamed.target_group_id]
    )
    note(writing, project_id, "target_group", renamed.target_group_id, "name", before.name, renamed.name)


def remove_target_group(writing: Writing, target_group_id: int) -> InUse | None:
    """Delete a target group, unless it has registrations (those of undone uploads too: they may come back)."""
    project_id, before = _stored_group(writing.cursor, target_group_id)
    used = one_value(writing.cursor, "SELECT count(*) FROM registration WHERE target_group_id = ?", [target_group_id])
    if used:
        return InUse(used)
    for table in ("population", "volume", "staff", "target_group"):
        writing.cursor.execute(f"DELETE FROM {table} WHERE target_group_id = ?", [target_group_id])
    note(writing, project_id, "target_group", target_group_id, "name", before.name, None)
    return None


def _stored_group(cursor: Cursor, target_group_id: int) -> tuple[int, TargetGroup]:
    rows = cursor.execute(
        "SELECT project_id, name FROM target_group WHERE target_group_id = ?", [target_group_id]
    ).fetchall()
    if not rows:
        raise ValueError(f"target_group_id must be a target group's, got {target_group_id}")
    return rows[0][0], TargetGroup(target_group_id, rows[0][1])
