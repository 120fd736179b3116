"""Looking at what a file would do, storing it whole or not at all, undoing and redoing."""

from __future__ import annotations

from analysis.model.storing import AlreadyUploaded, StoringPreview, StoringRefused
from analysis.model.upload import RejectedRow, Upload
from analysis.planning import By
from analysis.store import goals, projects, rounds, upload_list
from analysis.store import uploads as stored
from analysis.store.store import Store, Writing
from analysis.uploads.naming import Naming
from analysis.uploads.reading import ReadFile


def preview(store: Store, by: By, file: ReadFile, naming: Naming) -> StoringPreview:
    """What the round would be with the file in it; nothing is stored."""
    with store.write(by.who, by.at) as writing:
        add_names(writing, file, naming)
        return stored.preview_upload(writing, file.staging, file.ingested, naming.placement(file.round))


def confirm(store: Store, by: By, file: ReadFile, naming: Naming) -> Upload | AlreadyUploaded | StoringRefused:
    """Store the file, its rejected rows and its doubts in one transaction, with the names added on purpose."""
    with store.write(by.who, by.at) as writing:
        add_names(writing, file, naming)
        outcome = stored.store_upload(writing, file.staging, file.ingested, naming.placement(file.round))
    if isinstance(outcome, Upload):
        file.staging.close()
    return outcome


def add_names(writing: Writing, file: ReadFile, naming: Naming) -> None:
    project_id = rounds.project_of(writing.cursor, file.round.round_id)
    for name in naming.new_workflows:
        goals.add_workflow(writing, project_id, name)
    for name in naming.new_target_groups:
        projects.add_target_group(writing, project_id, name)


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
