"""Reading uploads: the list, one of them, its rejected rows, how it was understood."""

from __future__ import annotations

import json
from datetime import UTC
from typing import Any

from analysis.model.kinds import Measurement, Role
from analysis.model.rejects import RejectedRow
from analysis.model.storing import LabelMatch
from analysis.model.understood import StoredMapping
from analysis.model.upload import ColumnMatch, Doubt, SourceFile, Upload
from analysis.store.connection import Cursor, one_value

_UPLOADS = """
SELECT upload_id, round_id, upload.name, sha256, size_bytes, kind, uploaded_at, undone_at, upload.rows,
       (SELECT count(*) FROM rejected_row WHERE rejected_row.upload_id = upload.upload_id), employees,
       first_date, last_date, measurement, upload_id IN (SELECT upload_id FROM original_file)
FROM upload JOIN round USING (round_id)
"""


def uploads(cursor: Cursor, project_id: int) -> tuple[Upload, ...]:
    """All uploads of a project, the undone ones too, newest first."""
    rows = cursor.execute(f"{_UPLOADS} WHERE project_id = ? ORDER BY upload_id DESC", [project_id]).fetchall()
    return tuple(_upload(cursor, row) for row in rows)


def measured_rounds(cursor: Cursor, project_id: int) -> frozenset[int]:
    """The ids of the rounds with uploads that count."""
    rows = cursor.execute(
        "SELECT DISTINCT round_id FROM upload JOIN round USING (round_id) WHERE project_id = ? AND undone_at IS NULL",
        [project_id],
    ).fetchall()
    return frozenset(round_id for (round_id,) in rows)


def upload(cursor: Cursor, upload_id: int) -> Upload:
    """One upload."""
    rows = cursor.execute(f"{_UPLOADS} WHERE upload_id = ?", [upload_id]).fetchall()
    if not rows:
        raise ValueError(f"upload_id must be an upload's, got {upload_id}")
    return _upload(cursor, rows[0])


def already_uploaded(cursor: Cursor, project_id: int, sha256: str) -> Upload | None:
    """The upload of the same bytes in the project, unless it is undone."""
    found = one_value(
        cursor,
        "SELECT upload_id FROM upload JOIN round USING (round_id) "
        "WHERE project_id = ? AND sha256 = ? AND undone_at IS NULL",
        [project_id, sha256],
    )
    return None if found is None else upload(cursor, found)


def rejected_rows(cursor: Cursor, upload_id: int) -> tuple[RejectedRow, ...]:
    """The rows of an upload that did not count; their values were not kept and are empty here."""
    rows = cursor.execute(
        "SELECT source_row, sheet, column_name, '', reason FROM rejected_row WHERE upload_id = ? ORDER BY source_row",
        [upload_id],
    ).fetchall()
    return tuple(RejectedRow(*row) for row in rows)


def mapping(cursor: Cursor, upload_id: int) -> StoredMapping:
    """What the columns and labels of an upload were taken for."""
    kept = json.loads(one_value(cursor, "SELECT mapping FROM upload WHERE upload_id = ?", [upload_id]))
    return StoredMapping(
        tuple(ColumnMatch(header, role and Role(role), evidence) for header, role, evidence in kept["columns"]),
        tuple(LabelMatch(*match) for match in kept["workflows"]),
        kept["workflow"],
        tuple(LabelMatch(*match) for match in kept["target_groups"]),
        kept["target_group"],
    )


def original_file(cursor: Cursor, upload_id: int) -> bytes | None:
    """The bytes of the file, where they were kept."""
    content: bytes | None = one_value(cursor, "SELECT content FROM original_file WHERE upload_id = ?", [upload_id])
    return content


def _upload(cursor: Cursor, row: tuple[Any, ...]) -> Upload:
    upload_id, round_id, name, sha256, size_bytes, kind, uploaded_at, undone_at, *numbers = row
    rows, rejected, employees, first_date, last_date, measurement, file_is_kept = numbers
    return Upload(
        upload_id,
        round_id,
        SourceFile(name, sha256, size_bytes, kind),
        uploaded_at.replace(tzinfo=UTC),
        undone_at and undone_at.replace(tzinfo=UTC),
        rows,
        rejected,
        employees,
        first_date,
        last_date,
        _doubts(cursor, upload_id),
        Measurement(measurement),
        file_is_kept,
    )


def _doubts(cursor: Cursor, upload_id: int) -> tuple[Doubt, ...]:
    found = cursor.execute(
        "SELECT code, rows, examples FROM doubt WHERE upload_id = ? ORDER BY rowid", [upload_id]
    ).fetchall()
    return tuple(Doubt(code, rows, tuple(examples)) for code, rows, examples in found)
