"""What the analyst said of files with certain columns, kept per project for the next file of the same sort."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from analysis.model.kinds import Measurement, Role
from analysis.model.storing import LabelMatch
from analysis.model.understood import Remembered
from analysis.model.upload import ColumnMatch
from analysis.store.connection import Cursor
from analysis.store.store import Writing


def remember(writing: Writing, project_id: int, measurement: Measurement, answers: Remembered) -> None:
    """Keep the answers, in place of those that files with the same columns had before."""
    kept = json.dumps(asdict(answers), ensure_ascii=False)
    writing.cursor.execute(
        "INSERT OR REPLACE INTO remembered_mapping VALUES (?, ?, ?, ?, ?)",
        [project_id, measurement.value, answers.signature, kept, writing.at],
    )


def remembered(cursor: Cursor, project_id: int, measurement: Measurement) -> tuple[Remembered, ...]:
    """All that is remembered of a sort of file, the latest first."""
    rows = cursor.execute(
        "SELECT answers FROM remembered_mapping WHERE project_id = ? AND measurement = ? "
        "ORDER BY told_at DESC, headers",
        [project_id, measurement.value],
    ).fetchall()
    return tuple(_answers(json.loads(answers)) for (answers,) in rows)


def _answers(kept: dict[str, Any]) -> Remembered:
    columns = tuple(
        ColumnMatch(
            column["header"],
            column["role"] and Role(column["role"]),
            column["evidence"],
            place=column.get("place"),
        )
        for column in kept["columns"]
    )
    workflows, groups = (
        tuple(LabelMatch(match["label"], match["name"]) for match in kept[labels])
        for labels in ("workflows", "target_groups")
    )
    return Remembered(**(kept | {"columns": columns, "workflows": workflows, "target_groups": groups}))
