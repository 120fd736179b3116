"""Writing one upload's rows: what it was, its registrations, its rejected rows without their values, its doubts."""

from __future__ import annotations

import json
from collections.abc import Callable

from analysis.model.kinds import Role
from analysis.model.storing import LabelMatch, Placement
from analysis.model.upload import Ingested
from analysis.store.connection import one_value
from analysis.store.pseudonyms import blotter
from analysis.store.staging import Staging
from analysis.store.store import Writing

_INSERT_UPLOAD = """
INSERT INTO upload (round_id, name, sha256, size_bytes, kind, grain, mapping, uploaded_at,
                    measurement, overlap, rows, employees, first_date, last_date)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING upload_id
"""
_ROWS_AT_A_TIME = 100_000


def insert_upload(writing: Writing, staging: Staging, ingested: Ingested, placement: Placement) -> int:
    """Write the upload with its rejected rows and doubts; its registrations follow."""
    numbers = staging.cursor.execute(
        "SELECT count(*), count(DISTINCT employee), min(work_date), max(work_date) FROM placed"
    ).fetchall()[0]
    source = ingested.source
    blot = blotter(ingested.summary.employees)
    known = [placement.round_id, blot(source.name), source.sha256, source.size_bytes, source.kind, ingested.grain.value]
    answered = [_mapping(ingested, placement, blot), writing.at, ingested.measurement.value, placement.overlap]
    values = [*known, *answered, *numbers]
    upload_id = int(one_value(writing.cursor, _INSERT_UPLOAD, values))
    _insert_rejected(writing, upload_id, ingested, blot)
    for doubt in ingested.doubts:
        values = [upload_id, doubt.code, doubt.rows, list(doubt.examples)]
        writing.cursor.execute("INSERT INTO doubt VALUES (?, ?, ?, ?)", values)
    return upload_id


def insert_registrations(writing: Writing, staging: Staging, upload_id: int) -> None:
    """Stream ``placed`` from the staging database into the product's."""
    placed = staging.cursor.sql("SELECT * EXCLUDE (sheet, is_unlabelled) FROM placed").to_arrow_reader(_ROWS_AT_A_TIME)
    writing.cursor.register("placed", placed)
    writing.cursor.execute("INSERT INTO registration BY NAME SELECT ? AS upload_id, * FROM placed", [upload_id])
    writing.cursor.unregister("placed")


def insert_original(writing: Writing, upload_id: int, content: bytes) -> None:
    """Keep the file as it came."""
    writing.cursor.execute("INSERT INTO original_file VALUES (?, ?)", [upload_id, content])


def _insert_rejected(writing: Writing, upload_id: int, ingested: Ingested, blot: Callable[[str], str]) -> None:
    named = _tells_employees(ingested)

    def storable(label: str | None) -> str | None:
        return blot(label) if named and label else None

    rows = ingested.rejected
    writing.cursor.execute(
        "INSERT INTO rejected_row SELECT $upload_id, unnest($rows::BIGINT[]), unnest($sheets::VARCHAR[]), "
        "unnest($columns::VARCHAR[]), unnest($reasons::VARCHAR[])",
        {
            "upload_id": upload_id,
            "rows": [row.row for row in rows],
            "sheets": [storable(row.sheet) for row in rows],
            "columns": [storable(row.column) for row in rows],
            "reasons": [row.reason for row in rows],
        },
    )


def _mapping(ingested: Ingested, placement: Placement, blot: Callable[[str], str]) -> str:
    columns = ingested.columns if _tells_employees(ingested) else ()

    def labels(matches: tuple[LabelMatch, ...]) -> list[list[str | None]]:
        return [[blot(match.label), match.name] for match in matches]

    return json.dumps(
        {
            "columns": [[blot(column.header), column.role, column.evidence] for column in columns],
            "workflows": labels(placement.workflows),
            "workflow": placement.workflow,
            "target_groups": labels(placement.target_groups),
            "target_group": placement.target_group,
        },
        ensure_ascii=False,
    )


def _tells_employees(ingested: Ingested) -> bool:
    """Whether a column has them, or nobody is in the file; else a sheet or a header may bear an employee's name."""
    nobody = Role.EMPLOYEE not in (*ingested.measurement.needed, *ingested.measurement.optional)
    return nobody or any(column.role is Role.EMPLOYEE for column in ingested.columns)
