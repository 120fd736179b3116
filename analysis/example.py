"""The worked example: loaded from its files along the same way as anybody's own project."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from analysis import planning, uploads
from analysis.model.kinds import Measurement
from analysis.model.plan import (
    Denominator,
    Direction,
    Goal,
    Measure,
    Milestone,
    Population,
    Project,
    Round,
    TargetUnit,
    Volume,
)
from analysis.model.storage import StoreBusy, StoreDamaged, StoreTooNew
from analysis.model.storing import AlreadyUploaded
from analysis.model.upload import Upload
from analysis.planning import By
from analysis.store import projects as stored_projects
from analysis.store.opening import open_store
from analysis.store.store import Store

__all__ = ["Store", "load_example", "open_data", "remove_example", "stored_example"]

COUNTED = (Measurement.EXTRACT, Measurement.SHARE)
"""What each round has beside its time registrations."""
SAMPLE = Path(__file__).parents[1] / "sample_data"


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
    files = len(sample_plan()["rounds"]) * (1 + len(COUNTED))
    return example is not None and len(uploads.uploads(store, example.project_id)) < files


def load_example(store: Store, by: By) -> None:
    """Bring the worked example back if it was removed, and load what it lacks from its files."""
    content = sample_plan()
    project_id = visible_example(store, by, content).project_id
    plan = planning.plan(store, project_id)
    for goal in content["goals"][len(plan.goals) :]:
        expect(planning.save_goal(store, by, project_id, as_goal(goal)), Goal)
    for number, one in list(enumerate(content["rounds"]))[len(plan.rounds) :]:
        expect(planning.save_round(store, by, project_id, as_round(number, one)), Round)
    for one, measured in zip(content["rounds"], planning.plan(store, project_id).rounds, strict=False):
        store_file(store, by, project_id, measured, SAMPLE / one["file"], Measurement.TIME)
        for measurement in COUNTED:
            store_file(store, by, project_id, measured, SAMPLE / one[measurement], measurement)


def remove_example(store: Store, by: By) -> None:
    """Out of sight; it can be brought back."""
    example = stored_example(planning.projects(store))
    if example is not None:
        planning.remove_project(store, by, example.project_id)


def stored_example(projects: Sequence[Project]) -> Project | None:
    return next((project for project in projects if project.is_example), None)


def visible_example(store: Store, by: By, content: Mapping[str, Any]) -> Project:
    with store.read() as cursor:
        visible = stored_example(stored_projects.projects(cursor))
        removed = stored_example(stored_projects.removed_projects(cursor))
    if visible is not None:
        return visible
    if removed is None:
        groups = [group["name"] for group in content["target_groups"]]
        started = planning.start_project(store, by, Project(0, **content["project"], is_example=True), groups)
        expect(started, Project)
    else:
        with store.write(by.who, by.at) as writing:
            stored_projects.restore_project(writing, removed.project_id)
    return visible_example(store, by, content)


def store_file(store: Store, by: By, project_id: int, measured: Round, path: Path, measurement: Measurement) -> None:
    plan = planning.plan(store, project_id)
    file = uploads.read(
        store, plan, measured, path.name, path.read_bytes(), uploads.ReadOptions(measurement=measurement)
    )
    if isinstance(file, uploads.ReadFile):
        file_naming = uploads.propose(plan, file)
        expect(uploads.confirm(store, by, file, file_naming), Upload)
    else:
        expect(file, AlreadyUploaded)


def sample_plan() -> dict[str, Any]:
    return tomllib.loads((SAMPLE / "plan.toml").read_text(encoding="utf-8"))


def as_round(number: int, content: Mapping[str, Any]) -> Round:
    populations = tuple(Population(name, employees) for name, employees in content["populations"].items())
    return Round(0, number, content["starts_on"], content["ends_on"], populations)


def as_goal(content: Mapping[str, Any]) -> Goal:
    return Goal(
        0,
        content["name"],
        content["indicator"],
        content["item"],
        tuple(content["workflows"]),
        Denominator(content["denominator"]),
        content.get("leading_workflow"),
        content["target_improvement"],
        content["months_to_deadline"],
        tuple(Milestone(**milestone) for milestone in content.get("milestones", ())),
        Measure(content.get("measure", Measure.TIME)),
        Direction(content.get("direction", Direction.LESS)),
        TargetUnit(content.get("target_unit", TargetUnit.RELATIVE)),
        tuple(Volume(name, items) for name, items in content.get("items_per_year", {}).items()),
        content.get("realisation_share", 1.0),
    )


def expect(outcome: object, kind: type) -> None:
    """The example's own files are whole: anything else is a fault of the installation."""
    if not isinstance(outcome, kind):
        raise ValueError(f"the example must load as {kind.__name__}, got {outcome}")
