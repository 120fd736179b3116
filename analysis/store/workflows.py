"""What rows are about: a project's workflows, and its early indicators."""

from __future__ import annotations

from analysis.store.changes import note
from analysis.store.connection import Cursor, one_value
from analysis.store.store import Writing


def workflows(cursor: Cursor, project_id: int) -> tuple[str, ...]:
    """The names of a project's workflows in the order they were added."""
    return _names(cursor, project_id, is_indicator=False)


def add_workflow(writing: Writing, project_id: int, name: str) -> None:
    """Store a workflow, unless the project has it."""
    _add(writing, project_id, name, is_indicator=False)


def indicators(cursor: Cursor, project_id: int) -> tuple[str, ...]:
    """The names of a project's early indicators in the order they were added."""
    return _names(cursor, project_id, is_indicator=True)


def add_indicator(writing: Writing, project_id: int, name: str) -> None:
    """Store an early indicator, unless the project has it."""
    _add(writing, project_id, name, is_indicator=True)


def _names(cursor: Cursor, project_id: int, *, is_indicator: bool) -> tuple[str, ...]:
    rows = cursor.execute(
        "SELECT name FROM workflow WHERE project_id = ? AND is_indicator = ? ORDER BY workflow_id",
        [project_id, is_indicator],
    ).fetchall()
    return tuple(name for (name,) in rows)


def _add(writing: Writing, project_id: int, name: str, *, is_indicator: bool) -> None:
    if name in _names(writing.cursor, project_id, is_indicator=is_indicator):
        return
    workflow_id = one_value(
        writing.cursor,
        "INSERT INTO workflow (project_id, name, is_indicator) VALUES (?, ?, ?) RETURNING workflow_id",
        [project_id, name, is_indicator],
    )
    note(writing, project_id, "indicator" if is_indicator else "workflow", workflow_id, "name", None, name)
