"""Uploads: looked at, stored whole or not at all, undone and redone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.model.storing import (
    AlreadyUploaded,
    FaultKind,
    Overlap,
    OverlapAnswer,
    Placement,
    StoringFault,
    StoringPreview,
    StoringRefused,
)
from analysis.model.upload import Ingested, Upload
from analysis.store.changes import note
from analysis.store.faults import participants, round_faults
from analysis.store.overlaps import overlap_faults, overlaps
from analysis.store.placeable import is_placeable
from analysis.store.placing import place, placed_faults
from analysis.store.pseudonyms import project_key
from analysis.store.rounds import project_of
from analysis.store.staging import Staging
from analysis.store.store import Writing
from analysis.store.ungrouped import Ungrouped, take_out_ungrouped
from analysis.store.upload_list import already_uploaded, upload
from analysis.store.upload_rows import insert_original, insert_registrations, insert_upload

_PLACED = """
SELECT count(*), count(DISTINCT employee), coalesce(sum(duration_ms), 0)::BIGINT, sum(count)::BIGINT FROM placed
"""


@dataclass(frozen=True, slots=True)
class _Inserted:
    """An upload written in a transaction that may yet be cancelled."""

    upload_id: int
    overlaps: tuple[Overlap, ...]
    faults: tuple[StoringFault, ...]
    ungrouped: Ungrouped


def preview_upload(writing: Writing, staging: Staging, ingested: Ingested, placement: Placement) -> StoringPreview:
    """What the round would be with the file in it: stored, looked at, and always cancelled."""
    writing.cancel()
    if not is_placeable(writing.cursor, placement, ingested.measurement):
        return StoringPreview(0, 0, 0, None, 0, (), (), (_plan_changed(ingested),))
    inserted = _insert(writing, staging, ingested, placement)
    now = participants(writing.cursor, placement.round_id)
    if isinstance(inserted, StoringRefused):
        return StoringPreview(0, 0, 0, None, 0, now, (), inserted.faults)
    rows, employees, milliseconds, count = staging.cursor.execute(_PLACED).fetchall()[0]
    return StoringPreview(
        rows,
        employees,
        milliseconds,
        count,
        ingested.summary.rows - rows - inserted.ungrouped.registrations,
        now,
        inserted.overlaps,
        inserted.faults,
        inserted.ungrouped.rejected,
    )


def store_upload(
    writing: Writing, staging: Staging, ingested: Ingested, placement: Placement, original: bytes | None = None
) -> Upload | AlreadyUploaded | StoringRefused:
    """Store a file's registrations, rejected rows, doubts and, where it is handed in, the file itself.

    If anything speaks against it, the writing is cancelled.
    """
    stored = _store(writing, staging, ingested, placement, original)
    if not isinstance(stored, Upload):
        writing.cancel()
    return stored


def undo_upload(writing: Writing, upload_id: int) -> Upload:
    """Take an upload's registrations out of all results; it can be redone until a purge erases it."""
    before = upload(writing.cursor, upload_id)
    if before.undone_at is not None:
        return before
    writing.cursor.execute("UPDATE upload SET undone_at = ? WHERE upload_id = ?", [writing.at, upload_id])
    undone = upload(writing.cursor, upload_id)
    note(writing, project_of(writing.cursor, before.round_id), "upload", upload_id, "undone_at", None, undone.undone_at)
    return undone


def redo_upload(writing: Writing, upload_id: int) -> Upload | AlreadyUploaded | StoringRefused:
    """Count an undone upload again, unless the same bytes or others that do not go with it have come since."""
    before = upload(writing.cursor, upload_id)
    if before.undone_at is None:
        return before
    project_id = project_of(writing.cursor, before.round_id)
    if again := already_uploaded(writing.cursor, project_id, before.source.sha256):
        return AlreadyUploaded(again)
    writing.cursor.execute("UPDATE upload SET undone_at = NULL WHERE upload_id = ?", [upload_id])
    if faults := overlap_faults(writing.cursor, upload_id) + round_faults(writing.cursor, before.round_id):
        writing.cancel()
        return StoringRefused(faults)
    note(writing, project_id, "upload", upload_id, "undone_at", before.undone_at, None)
    return upload(writing.cursor, upload_id)


def _store(
    writing: Writing, staging: Staging, ingested: Ingested, placement: Placement, original: bytes | None
) -> Upload | AlreadyUploaded | StoringRefused:
    if not is_placeable(writing.cursor, placement, ingested.measurement):
        return StoringRefused((_plan_changed(ingested),))
    project_id = project_of(writing.cursor, placement.round_id)
    if earlier := already_uploaded(writing.cursor, project_id, ingested.source.sha256):
        return AlreadyUploaded(earlier)
    inserted = _insert(writing, staging, ingested, placement)
    if isinstance(inserted, StoringRefused):
        return inserted
    if inserted.faults:
        return StoringRefused(inserted.faults)
    if original is not None:
        insert_original(writing, inserted.upload_id, original)
    stored = upload(writing.cursor, inserted.upload_id)
    note(writing, project_id, "upload", stored.upload_id, "name", None, stored.source.name)
    return stored


def _insert(writing: Writing, staging: Staging, ingested: Ingested, placement: Placement) -> _Inserted | StoringRefused:
    key = project_key(writing, project_of(writing.cursor, placement.round_id))
    if key is None:
        return StoringRefused((StoringFault(FaultKind.KEY_MISSING, ingested.summary.rows),))
    place(writing, staging, ingested, placement, key)
    ungrouped = take_out_ungrouped(staging, ingested)
    if faults := placed_faults(staging, ingested.measurement):
        return StoringRefused(faults)
    told = replace(ingested, rejected=(*ingested.rejected, *ungrouped.rejected))
    upload_id = insert_upload(writing, staging, told, placement)
    insert_registrations(writing, staging, upload_id)
    found = overlaps(writing.cursor, upload_id)
    if placement.overlap is OverlapAnswer.REPLACE:
        for one in found:
            undo_upload(writing, one.upload.upload_id)
    faults = overlap_faults(writing.cursor, upload_id) + round_faults(writing.cursor, placement.round_id)
    return _Inserted(upload_id, found, faults, ungrouped)


def _plan_changed(ingested: Ingested) -> StoringFault:
    return StoringFault(FaultKind.PLAN_CHANGED, ingested.summary.rows)
