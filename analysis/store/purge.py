"""Erasing what was undone or removed.

DELETE leaves the text in the file, so the rows are deleted and the file with them left behind as an old generation.
"""

from __future__ import annotations

from datetime import datetime

from analysis.store import folder as layout
from analysis.store.changes import note
from analysis.store.connection import Cursor
from analysis.store.pseudonyms import key_file
from analysis.store.store import Store, Writing

_UPLOADS = """
SELECT upload_id, project_id, rows FROM upload JOIN round USING (round_id) JOIN project USING (project_id)
WHERE undone_at IS NOT NULL OR removed_at IS NOT NULL
"""
_OF_UPLOAD = ("registration", "rejected_row", "doubt", "original_file", "upload")
_OF_PARENT = {"goal": ("goal_workflow", "milestone", "volume", "system_count"), "round": ("population",)}
_OF_PROJECT = (
    "goal",
    "round",
    "workflow",
    "target_group",
    "entry",
    "staff",
    "remembered_mapping",
    "change_log",
    "project",
)


def purge(store: Store, who: str, at: datetime) -> None:
    """Erase undone uploads and removed projects from the data folder, its own backups too; the log keeps a receipt."""
    with store.write(who, at) as writing:
        _delete_uploads(writing)
        _delete_projects(writing)
    layout.drop_backups(store.folder)
    store.compact()


def _delete_uploads(writing: Writing) -> None:
    for upload_id, project_id, rows in writing.cursor.execute(_UPLOADS).fetchall():
        for table in _OF_UPLOAD:
            writing.cursor.execute(f"DELETE FROM {table} WHERE upload_id = ?", [upload_id])
        note(writing, project_id, "upload", upload_id, "rows", rows, None)


def _delete_projects(writing: Writing) -> None:
    removed = writing.cursor.execute("SELECT project_id FROM project WHERE removed_at IS NOT NULL").fetchall()
    for (project_id,) in removed:
        _delete_project(writing.cursor, project_id)
        note(writing, project_id, "project", project_id, "purged", "removed", None)
        key_file(writing.keys, project_id).unlink(missing_ok=True)


def _delete_project(cursor: Cursor, project_id: int) -> None:
    for parent, tables in _OF_PARENT.items():
        for table in tables:
            cursor.execute(
                f"DELETE FROM {table} WHERE {parent}_id IN (SELECT {parent}_id FROM {parent} WHERE project_id = ?)",
                [project_id],
            )
    for table in _OF_PROJECT:
        cursor.execute(f"DELETE FROM {table} WHERE project_id = ?", [project_id])
