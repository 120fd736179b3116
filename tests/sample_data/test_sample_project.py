"""The worked example loads along the product's whole way, and its status report tells the same story."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from analysis import planning, status, uploads
from analysis.example import INDICATORS
from analysis.model.levels import Change
from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.model.status import Advice, GoalReport, Status
from analysis.model.upload import Upload
from analysis.store.opening import open_store
from analysis.store.store import Store
from tests.sample_data.sample_files import COUNTS, EXTRACTS, FILES, FOLDER, SHARES, rows_of
from tests.sample_data.sample_rounds import CALLS, DOCUMENTS, since_baseline

AFTER_THE_LAST_ROUND = date(2026, 9, 10)
README = (FOLDER / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def loaded(
    example_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[tuple[GoalReport, ...], tuple[Upload, ...]]:
    """The goals as they stood after the last round, and the uploads that they rest on."""
    store = open_store(shutil.copytree(example_data, tmp_path_factory.mktemp("sample") / "data"))
    assert isinstance(store, Store)
    (project,) = planning.projects(store)
    goals = status.report(store, project.project_id, AFTER_THE_LAST_ROUND).goals
    stored = tuple(uploads.uploads(store, project.project_id))
    store.close()
    return goals, stored


@pytest.fixture
def goals(loaded: tuple[tuple[GoalReport, ...], tuple[Upload, ...]]) -> tuple[GoalReport, ...]:
    return loaded[0]


def test_every_row_of_every_file_is_stored(loaded: tuple[tuple[GoalReport, ...], tuple[Upload, ...]]) -> None:
    stored = {upload.source.name: (upload.rows, upload.rejected) for upload in loaded[1]}
    assert stored == {
        **{file: (len(rows_of(file)), 0) for file in FILES},
        **dict.fromkeys(COUNTS, (10, 0)),
        INDICATORS: (81, 0),
    }


def test_the_goals_stand_as_the_story_says(goals: tuple[GoalReport, ...]) -> None:
    assert [goal.status for goal in goals] == [
        Status.UNDECIDED,
        Status.CONFIRMED,
        Status.NOT_MEASURED,
        Status.CONFIRMED,
        Status.NOT_REACHED,
    ]
    assert [goal.deadline for goal in goals][:3] == [date(2026, 9, 2), date(2026, 9, 2), date(2026, 12, 2)]


def test_shares_and_counts_are_those_of_the_files(goals: tuple[GoalReport, ...]) -> None:
    digital, calls = goals[3:]
    for goal, files in ((digital, SHARES), (calls, EXTRACTS)):
        days = [[row.split(";")[2:] for row in lines_of(file)] for file in files]
        sums = [[sum(int(day[place]) for day in days_of) for place in range(len(days_of[0]))] for days_of in days]
        levels = [counted[0] / (counted[1] if goal is digital else 10) for counted in sums]
        assert [result.level.value for result in (goal.baseline, *goal.follow_ups)] == pytest.approx(levels)


def lines_of(file: str) -> list[str]:
    return (FOLDER / file).read_text(encoding="cp1252").splitlines()[1:]


def test_the_report_agrees_with_the_files_read_by_hand(goals: tuple[GoalReport, ...]) -> None:
    for goal, content in zip(goals, (DOCUMENTS, CALLS), strict=False):
        for follow_up in goal.follow_ups:
            expected = since_baseline(content, follow_up.round.number)
            interval = expected.interval()
            assert isinstance(follow_up.change, Change)
            assert isinstance(follow_up.change.interval_95, Interval)
            assert isinstance(interval, Interval)
            assert follow_up.change.improvement == pytest.approx(expected.reduction, rel=1e-9)
            assert follow_up.change.interval_95.high == pytest.approx(interval.high, rel=1e-9)


def test_the_advice_is_more_employees_than_measured_and_no_more_than_there_are(goals: tuple[GoalReport, ...]) -> None:
    advice, latest = goals[0].advice, goals[0].latest
    assert isinstance(advice, Advice)
    assert latest is not None
    assert advice.population == 66
    assert latest.employees < advice.employees <= advice.population
    assert f"{advice.employees} of the {advice.population} employees" in README


def test_only_the_leaders_are_hidden(goals: tuple[GoalReport, ...]) -> None:
    hidden = {group.target_group for group in goals[0].groups if group.change == NotComputable(Reason.HIDDEN)}
    assert hidden == {"Ledere på ydelsesområdet"}
    assert len(goals[0].groups) == 4
