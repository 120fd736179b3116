"""A file on its way in: read into a place of its own; nothing is stored yet."""

from __future__ import annotations

import hashlib
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from analysis.ingest import ReadOptions
from analysis.ingest import read as read_file
from analysis.model.kinds import Measurement, Role
from analysis.model.plan import Round
from analysis.model.storing import AlreadyUploaded, EmployeeLabels, LabelMatch
from analysis.model.understood import Remembered
from analysis.model.upload import Ingested, Refused
from analysis.planning import Plan
from analysis.store.file_and_plan import otherwise_listed, rows_outside
from analysis.store.remembering import remembered
from analysis.store.several_groups import in_several_groups
from analysis.store.staff import groups_of
from analysis.store.staging import Staging
from analysis.store.store import Store
from analysis.store.upload_list import already_uploaded
from analysis.store.workflows import indicators
from analysis.uploads.remembering import Reading, has_answers, read_as_remembered

RECEIVED = "received"
"""What the file is called while it is read."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read, with the round it is meant for; its rows live as long as ``staging``.

    ``memory`` is what was said of a file with the same columns, and ``options`` are as it was read with them.
    ``original`` is the file itself, where the project keeps it; ``staff`` are those of its employees who are on the
    project's staff list, with their target groups; of ``otherwise_listed`` the file says something else. So many rows
    as ``rows_outside`` are of days outside the round.
    """

    staging: Staging
    ingested: Ingested
    round: Round
    options: ReadOptions
    memory: Remembered | None = None
    in_several_groups: tuple[EmployeeLabels, ...] = ()
    indicators: tuple[str, ...] = ()
    original: Path | None = None
    staff: tuple[LabelMatch, ...] = ()
    otherwise_listed: tuple[str, ...] = ()
    rows_outside: int = 0

    @property
    def remembered(self) -> bool:
        """Whether it was read otherwise than it would have been unaided: the analyst must be told."""
        told = self.memory
        return told is not None and any((told.columns, told.date_order, told.decimal_sign, told.unit, told.clock_form))

    @property
    def has_staff(self) -> bool:
        """Whether its rows are employees', who belong to target groups."""
        return Role.TARGET_GROUP in self.ingested.measurement.optional and bool(self.ingested.summary.employees)

    @property
    def is_of_listed_staff(self) -> bool:
        """Whether the staff list knows the target group of everybody."""
        return len(self.staff) == len(self.ingested.summary.employees)


def read(
    store: Store,
    plan: Plan,
    measured: Round,
    name: str,
    content: bytes,
    options: ReadOptions,
    *,
    afresh: bool = False,
) -> ReadFile | Refused | AlreadyUploaded:
    """Read the bytes of a file for a round; a file that is stored already is not read again.

    With ``afresh`` nothing is taken from what was said of earlier files.
    """
    project_id = plan.project.project_id
    with store.read() as cursor:
        if earlier := already_uploaded(cursor, project_id, hashlib.sha256(content).hexdigest()):
            return AlreadyUploaded(earlier)
        memories = () if afresh else remembered(cursor, project_id, options.measurement)
    with ExitStack() as unfinished:
        staging = unfinished.enter_context(store.staging())
        received = staging.folder / RECEIVED
        received.write_bytes(content)
        once = partial(read_file, received, name, staging)
        asked = with_only_workflow(options, plan)
        reading = read_as_remembered(once, asked, memories, is_answered=has_answers(options))
        if isinstance(reading, Refused):
            return reading
        if not plan.project.keeps_files:
            received.unlink()
        file = looked_at(store, plan, measured, staging, reading)
        unfinished.pop_all()
        return file


def looked_at(store: Store, plan: Plan, measured: Round, staging: Staging, reading: Reading) -> ReadFile:
    """What was read beside what the project knows already."""
    ingested, memory = reading.ingested, reading.memory
    staff = groups_of(store, plan.project.project_id, ingested.summary.employees)
    with store.read() as cursor:
        known = indicators(cursor, plan.project.project_id)
    return ReadFile(
        staging,
        ingested,
        measured,
        reading.options,
        memory,
        in_several_groups=in_several_groups(staging, ingested),
        indicators=known,
        original=staging.folder / RECEIVED if plan.project.keeps_files else None,
        staff=staff,
        otherwise_listed=otherwise_listed(staging, ingested, staff, memory.target_groups if memory else ()),
        rows_outside=rows_outside(staging, ingested, measured),
    )


def with_only_workflow(options: ReadOptions, plan: Plan) -> ReadOptions:
    """A file without a workflow column takes the one workflow of a plan that has just one; no indicator does."""
    named = tuple(dict.fromkeys(name for goal in plan.goals for name in goal.workflows))
    needs_one = options.default_workflow is None and options.measurement is not Measurement.SERIES
    if needs_one and len(named) == 1:
        return replace(options, default_workflow=named[0])
    return options
