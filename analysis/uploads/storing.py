"""Looking at what a file would do, storing it whole or not at all, undoing and redoing."""

from __future__ import annotations

from analysis.ingest import Rejection, Warn
from analysis.model.kinds import Measurement
from analysis.model.rejects import RejectedRow
from analysis.model.storing import AlreadyUploaded, OverlapAnswer, StoringPreview, StoringRefused
from analysis.model.understood import StoredMapping
from analysis.model.upload import Ingested, Upload
from analysis.planning import By
from analysis.store import projects, rounds, upload_list, workflows
from analysis.store import uploads as stored
from analysis.store.remembering import remember
from analysis.store.store import Store, Writing
from analysis.uploads.naming import Naming
from analysis.uploads.reading import ReadFile
from analysis.uploads.remembering import to_remember


def preview(
    store: Store, by: By, file: ReadFile, naming: Naming, overlap: OverlapAnswer | None = None
) -> StoringPreview:
    """What the round would be with the file in it; nothing is stored."""
    with store.write(by.who, by.at) as writing:
        add_names(writing, file, naming)
        return stored.preview_upload(writing, file.staging, file.ingested, naming.placement(file.round, overlap))


def confirm(
    store: Store, by: By, file: ReadFile, naming: Naming, overlap: OverlapAnswer | None = None
) -> Upload | AlreadyUploaded | StoringRefused:
    """Store the file with all that was said of it in one transaction, with the names added on purpose."""
    with store.write(by.who, by.at) as writing:
        add_names(writing, file, naming)
        placement = naming.placement(file.round, overlap)
        outcome = stored.store_upload(writing, file.staging, file.ingested, placement, original(file))
        if isinstance(outcome, Upload):
            remember_answers(writing, file, naming)
    if isinstance(outcome, Upload):
        file.staging.close()
    return outcome


def add_names(writing: Writing, file: ReadFile, naming: Naming) -> None:
    """Add what the project still lacks; storing says so where its round has gone meanwhile."""
    project_id = rounds.find_project(writing.cursor, file.round.round_id)
    if project_id is None:
        return
    is_series = file.ingested.measurement is Measurement.SERIES
    for name in naming.new_workflows:
        (workflows.add_indicator if is_series else workflows.add_workflow)(writing, project_id, name)
    projects.add_lacking_groups(writing, project_id, naming.new_target_groups)


def remember_answers(writing: Writing, file: ReadFile, naming: Naming) -> None:
    """For the next file with these columns."""
    answers = to_remember(file.ingested, file.options, naming.workflows, naming.target_groups)
    if answers is not None:
        project_id = rounds.project_of(writing.cursor, file.round.round_id)
        remember(writing, project_id, file.ingested.measurement, answers)


def original(file: ReadFile) -> bytes | None:
    """The file itself, where the project keeps it and no personal number was found in it."""
    if file.original is None or holds_personal_numbers(file.ingested):
        return None
    return file.original.read_bytes()


def holds_personal_numbers(ingested: Ingested) -> bool:
    doubted = any(doubt.code == Warn.CPR_LIKE for doubt in ingested.doubts)
    return doubted or any(row.reason == Rejection.CPR_LIKE for row in ingested.rejected)


def undo(store: Store, by: By, upload_id: int) -> Upload:
    with store.write(by.who, by.at) as writing:
        return stored.undo_upload(writing, upload_id)


def redo(store: Store, by: By, upload_id: int) -> Upload | AlreadyUploaded | StoringRefused:
    with store.write(by.who, by.at) as writing:
        return stored.redo_upload(writing, upload_id)


def uploads(store: Store, project_id: int) -> tuple[Upload, ...]:
    """All uploads of a project, the undone ones too, newest first."""
    with store.read() as cursor:
        return upload_list.uploads(cursor, project_id)


def rejected(store: Store, upload_id: int) -> tuple[RejectedRow, ...]:
    with store.read() as cursor:
        return upload_list.rejected_rows(cursor, upload_id)


def mapping(store: Store, upload_id: int) -> StoredMapping:
    with store.read() as cursor:
        return upload_list.mapping(cursor, upload_id)


def original_file(store: Store, upload_id: int) -> bytes | None:
    """The bytes of an uploaded file, where the project kept them."""
    with store.read() as cursor:
        return upload_list.original_file(cursor, upload_id)
