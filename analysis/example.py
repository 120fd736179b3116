"""The worked example: loaded from its files along the same way as anybody's own project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

from analysis import planning, uploads
from analysis.model.kinds import Measurement
from analysis.model.plan import Project, Round
from analysis.model.storage import StoreBusy, StoreDamaged, StoreTooNew
from analysis.model.storing import AlreadyUploaded, LabelMatch
from analysis.model.upload import Upload
from analysis.planning import By, Plan
from analysis.store import projects as stored_projects
from analysis.store.opening import open_store
from analysis.store.store import Store
from analysis.workbook import WorkbookRead, read_workbook

__all__ = ["Store", "load_example", "open_data", "remove_example", "stored_example"]

T = TypeVar("T")
SAMPLE = Path(__file__).parents[1] / "sample_data"
WORKBOOK = SAMPLE / "rammevaerktoej.xlsx"
TIMES = ("baseline.csv", "eftermaaling-1.csv", "eftermaaling-2.xlsx", "eftermaaling-3.xlsx")
"""The time registrations of the baseline and of each follow-up."""
COUNTED = {Measurement.EXTRACT: "telefonopkald", Measurement.SHARE: "ansoegninger"}
"""What systems counted beside them: a file of this name for each round."""
INDICATORS = "tidlige-indikatorer.csv"
"""The early indicators of the milestones, week by week."""
NO_PLAN = Plan(Project(0, "", "", date(2000, 1, 1)), (), (), (), (), ())


def open_data(folder: Path, by: By) -> Store | StoreBusy | StoreDamaged | StoreTooNew:
    """Open a data folder; a new one starts with the worked example."""
    opened = open_store(folder)
    if isinstance(opened, Store):
        opened.expire_backups(by.at.date())
        if needs_example(opened):
            load_example(opened, by)
    return opened


def needs_example(store: Store) -> bool:
    """Whether the folder never held a project, or was stopped while its example was loaded."""
    with store.read() as cursor:
        visible, removed = stored_projects.projects(cursor), stored_projects.removed_projects(cursor)
    if not visible:
        return not removed
    example = stored_example(visible)
    files = len(TIMES) * (1 + len(COUNTED)) + 1
    return example is not None and len(uploads.uploads(store, example.project_id)) < files


def load_example(store: Store, by: By) -> None:
    """Bring the worked example back if it was removed, and load what it lacks from its files."""
    plan = visible_example(store, by)
    for measured, name in zip(plan.rounds, TIMES, strict=False):
        store_file(store, by, plan, measured, SAMPLE / name, Measurement.TIME)
        for measurement, start in COUNTED.items():
            store_file(store, by, plan, measured, SAMPLE / f"{start}-{Path(name).stem}.csv", measurement)
    store_file(store, by, plan, plan.rounds[len(TIMES) - 1], SAMPLE / INDICATORS, Measurement.SERIES)


def remove_example(store: Store, by: By) -> None:
    """Out of sight; it can be brought back."""
    example = stored_example(planning.projects(store))
    if example is not None:
        planning.remove_project(store, by, example.project_id)


def stored_example(projects: Sequence[Project]) -> Project | None:
    return next((project for project in projects if project.is_example), None)


def visible_example(store: Store, by: By) -> Plan:
    with store.read() as cursor:
        visible = stored_example(stored_projects.projects(cursor))
        removed = stored_example(stored_projects.removed_projects(cursor))
    if visible is not None:
        return planning.plan(store, visible.project_id)
    if removed is not None:
        with store.write(by.who, by.at) as writing:
            stored_projects.restore_project(writing, removed.project_id)
        return planning.plan(store, removed.project_id)
    content = sample_plan()
    started = planning.start_plan(store, by, replace(content, project=replace(content.project, is_example=True)))
    return expect(started, Plan)


def store_file(store: Store, by: By, plan: Plan, measured: Round, path: Path, measurement: Measurement) -> None:
    file = uploads.read(
        store, plan, measured, path.name, path.read_bytes(), uploads.ReadOptions(measurement=measurement)
    )
    if isinstance(file, uploads.ReadFile):
        own_names = uploads.Answers(tuple(LabelMatch(name, name) for name in file.ingested.summary.workflows))
        expect(uploads.confirm(store, by, file, uploads.propose(plan, file, own_names)), Upload)
    else:
        expect(file, AlreadyUploaded)


@cache
def sample_plan() -> Plan:
    """The plan that the example's workbook holds; its parts have ids below 0, as what is not stored yet."""
    read = expect(read_workbook(WORKBOOK.read_bytes(), NO_PLAN), WorkbookRead)
    if read.faults:
        raise ValueError(f"the example's workbook must have no faults, got {read.faults}")
    return read.plan


def expect(outcome: object, kind: type[T]) -> T:
    """The example's own files are whole: anything else is a fault of the installation."""
    if not isinstance(outcome, kind):
        raise ValueError(f"the example must load as {kind.__name__}, got {outcome}")
    return outcome
