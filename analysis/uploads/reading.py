"""A file on its way in: read into a place of its own; nothing is stored yet."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from analysis.ingest import ReadOptions
from analysis.ingest import read as read_file
from analysis.model.plan import Round
from analysis.model.storing import AlreadyUploaded
from analysis.model.upload import Ingested, Refused
from analysis.planning import Plan
from analysis.store.staging import Staging
from analysis.store.store import Store
from analysis.store.upload_list import already_uploaded


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read, with the round it is meant for; its rows live as long as ``staging``."""

    staging: Staging
    ingested: Ingested
    round: Round


def read(
    store: Store, plan: Plan, measured: Round, name: str, content: bytes, options: ReadOptions
) -> ReadFile | Refused | AlreadyUploaded:
    """Read the bytes of a file for a round; a file that is stored already is not read again."""
    with store.read() as cursor:
        earlier = already_uploaded(cursor, plan.project.project_id, hashlib.sha256(content).hexdigest())
    if earlier is not None:
        return AlreadyUploaded(earlier)
    staging = store.staging()
    path = staging.folder / "received"
    path.write_bytes(content)
    ingested = read_staged(staging, path, name, with_only_workflow(options, plan))
    if isinstance(ingested, Refused):
        staging.close()
        return ingested
    return ReadFile(staging, ingested, measured)


def read_staged(staging: Staging, path: Path, name: str, options: ReadOptions) -> Ingested | Refused:
    """The raw bytes do not outlive the reading."""
    try:
        return read_file(path, name, staging, options)
    finally:
        path.unlink(missing_ok=True)


def with_only_workflow(options: ReadOptions, plan: Plan) -> ReadOptions:
    """A file without a workflow column takes the one workflow of a plan that has just one."""
    named = tuple(dict.fromkeys(name for goal in plan.goals for name in goal.workflows))
    if options.default_workflow is None and len(named) == 1:
        return replace(options, default_workflow=named[0])
    return options
