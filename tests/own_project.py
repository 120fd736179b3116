"""A small project of one's own, made along the product's way: plan, files, report."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from analysis import planning, status, uploads
from analysis.model.choices import Denominator
from analysis.model.plan import Goal, Milestone, Population, Project, Round
from analysis.model.status import GoalReport
from analysis.model.upload import Upload
from analysis.store.opening import open_store
from analysis.store.store import Store

BY = planning.By("anne", datetime(2026, 9, 10, 9, tzinfo=UTC))
HEADER = ("date", "employee", "group", "workflow", "minutes", "items")
Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class OwnProject:
    """An open store with one project in it."""

    store: Store
    project_id: int

    @property
    def plan(self) -> planning.Plan:
        return planning.plan(self.store, self.project_id)

    def load(self, number: int, content: bytes, name: str = "maaling.csv") -> Upload:
        """Store a file in a round; labels that the plan lacks are added."""
        file = uploads.read(self.store, self.plan, self.plan.rounds[number], name, content, uploads.ReadOptions())
        assert isinstance(file, uploads.ReadFile), file
        outcome = uploads.confirm(self.store, BY, file, uploads.propose(self.plan, file))
        assert isinstance(outcome, Upload), outcome
        return outcome

    def goal(self, on: date = date(2026, 12, 31)) -> GoalReport:
        """The first goal as it stood on a day."""
        return status.report(self.store, self.project_id, on).goals[0]


@cache
def empty_data() -> TemporaryDirectory[str]:
    """Made once and gone when the process ends; to make a database takes longer than to fill it."""
    made = TemporaryDirectory()
    store = open_store(Path(made.name))
    assert isinstance(store, Store)
    store.close()
    return made


def new_store(folder: Path) -> Store:
    """An open store with nothing in it."""
    shutil.copytree(empty_data().name, folder)
    store = open_store(folder)
    assert isinstance(store, Store)
    return store


def own_project(
    folder: Path,
    *,
    windows: Iterable[tuple[date, date]],
    go_live: date = date(2026, 3, 2),
    groups: Sequence[str] = ("Team",),
    populations: tuple[Population, ...] = (),
    target: float = 0.5,
    milestones: tuple[Milestone, ...] = (),
    denominator: Denominator = Denominator.LEADING_COUNT,
    months_to_deadline: int = 6,
) -> OwnProject:
    store = new_store(folder)
    started = planning.start_project(store, BY, Project(0, "Solby Kommune", "KSD", go_live), groups)
    assert isinstance(started, Project)
    leading = "Sag" if denominator is Denominator.LEADING_COUNT else None
    goal = Goal(0, "Sager", "", "sag", ("Sag",), denominator, leading, target, months_to_deadline, milestones)
    assert isinstance(planning.save_goal(store, BY, started.project_id, goal), Goal)
    for number, window in enumerate(windows):
        saved = planning.save_round(store, BY, started.project_id, Round(0, number, *window, populations))
        assert isinstance(saved, Round), saved
    return OwnProject(store, started.project_id)


def csv_file(rows: Iterable[Row], header: Sequence[str] = HEADER) -> bytes:
    """Rows as a UTF-8 file with commas."""
    written = io.StringIO(newline="")
    csv.writer(written).writerows([header, *rows])
    return written.getvalue().encode()


def days_of_work(first: date, minutes: dict[str, Sequence[float]], group: str = "Team") -> list[Row]:
    """One registration a day and employee, of one item each."""
    return [
        ((first + timedelta(days=day)).isoformat(), employee, group, "Sag", worked, 1)
        for employee, each in minutes.items()
        for day, worked in enumerate(each)
    ]
