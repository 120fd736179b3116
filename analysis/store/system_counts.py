"""The cases that a system counted for a goal in a round."""

from __future__ import annotations

from analysis.model.plan import SystemCount
from analysis.store.changes import note
from analysis.store.connection import Cursor, one_value
from analysis.store.goals import project_of
from analysis.store.store import Writing


def system_count(cursor: Cursor, goal_id: int, round_id: int) -> int | None:
    """The cases that the system counted for a goal in a round; ``None`` where nobody has written it down."""
    cases: int | None = one_value(
        cursor, "SELECT cases FROM system_count WHERE goal_id = ? AND round_id = ?", [goal_id, round_id]
    )
    return cases


def system_counts(cursor: Cursor, project_id: int) -> tuple[SystemCount, ...]:
    """All that is written down of a project's goals."""
    rows = cursor.execute(
        "SELECT goal_id, round_id, cases FROM system_count JOIN goal USING (goal_id) WHERE project_id = ? ORDER BY ALL",
        [project_id],
    ).fetchall()
    return tuple(SystemCount(*row) for row in rows)


def set_system_count(writing: Writing, goal_id: int, round_id: int, cases: int | None) -> None:
    """Write down (with ``None``: take away) the cases that the system counted."""
    before = system_count(writing.cursor, goal_id, round_id)
    writing.cursor.execute("DELETE FROM system_count WHERE goal_id = ? AND round_id = ?", [goal_id, round_id])
    if cases is not None:
        writing.cursor.execute("INSERT INTO system_count VALUES (?, ?, ?)", [goal_id, round_id, cases])
    note(writing, project_of(writing.cursor, goal_id), "goal", goal_id, f"system_count {round_id}", before, cases)
