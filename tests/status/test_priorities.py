"""The potential from the baseline, and the first advice before there is one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from analysis import planning, status
from analysis.model.agreements import Smart
from analysis.model.choices import Direction, Ease, Measure
from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.model.plan import Goal, Milestone, Volume
from analysis.model.priorities import FirstAdvice, Priority
from analysis.model.worth import Yearly
from analysis.statistics.planner import Plan, forecast
from analysis.status.first_advice import assumed
from tests.own_project import BY, OwnProject, csv_file, days_of_work, own_project

BASELINE = (date(2026, 1, 12), date(2026, 1, 25))
MINUTES = {f"e{number}": [8.0 + number, 9.0 + number] for number in range(6)}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[OwnProject]:
    made = own_project(tmp_path / "data", windows=[BASELINE])
    yield made
    made.store.close()


def first(project: OwnProject) -> Priority:
    report = status.report(project.store, project.project_id, date(2026, 2, 1))
    return status.priorities(report, project.plan)[0]


def change(project: OwnProject, **said: object) -> None:
    goal = replace(project.plan.goals[0], **said)
    assert isinstance(planning.save_goal(project.store, BY, project.project_id, goal), Goal)


def test_the_potential_is_what_the_target_would_free_in_a_year(project: OwnProject) -> None:
    assert first(project).hours == NotComputable(Reason.NO_BASELINE)
    project.load(0, csv_file(days_of_work(BASELINE[0], MINUTES)))
    assert first(project).hours == NotComputable(Reason.VOLUME_MISSING)
    change(project, volumes=(Volume("Team", 6000.0),), realisation_share=0.5)
    hours = first(project).hours
    # 11 minutes per item, halved, of 6000 items, of which half is to be used otherwise.
    assert isinstance(hours, Yearly)
    assert hours.amount == pytest.approx(11 * 0.5 * 6000 * 0.5 / 60)
    assert isinstance(hours.interval_95, Interval)
    assert hours.interval_95.low < hours.amount < hours.interval_95.high


def test_what_is_not_about_time_frees_no_hours(project: OwnProject) -> None:
    change(project, measure=Measure.COUNT)
    assert first(project).hours is None


def test_ease_is_read_from_the_letters_of_the_goal(project: OwnProject) -> None:
    assert not first(project).is_weighed
    smart = Smart(0, project.plan.goals[0].goal_id, data_ease=Ease.EASY, follow_up_ease=Ease.MIDDLING)
    assert isinstance(planning.save_entry(project.store, BY, project.project_id, smart), Smart)
    assert first(project).is_easy


@pytest.mark.parametrize(
    ("data", "follow_up", "is_easy"),
    [(3, 3, True), (2, 3, True), (3, 1, False), (2, 2, False), (3, None, False), (None, None, False)],
)
def test_easy_is_easy_without_anything_hard(
    project: OwnProject, data: int | None, follow_up: int | None, *, is_easy: bool
) -> None:
    eases = (None if ease is None else Ease(ease) for ease in (data, follow_up))
    assert Priority(project.plan.goals[0], None, *eases).is_easy is is_easy


def test_the_first_advice_is_the_smallest_that_tells_the_target_from_the_milestone(project: OwnProject) -> None:
    goal = replace(project.plan.goals[0], target_improvement=0.8, milestones=(Milestone(2, 0.4), Milestone(4, 0.6)))
    advice = status.first_advice(goal, 14, None)
    assert isinstance(advice, FirstAdvice)
    assert advice.to_show == 0.6
    powers = [
        forecast(assumed(employees, 14), Plan(0.8, 0.6, overlap=1.0), employees).power
        for employees in (advice.employees, advice.employees - 1)
    ]
    assert powers[0] >= 0.8 > powers[1]


def test_first_advice_is_like_that_of_the_published_table(project: OwnProject) -> None:
    """Of the same employees 29 tell 30 % from none (section 7 of the statistics)."""
    advice = status.first_advice(replace(project.plan.goals[0], target_improvement=0.3), 14, None)
    assert isinstance(advice, FirstAdvice)
    assert advice.employees == pytest.approx(29, abs=2)


def test_where_all_employees_are_too_few_the_advice_says_so(project: OwnProject) -> None:
    few = status.first_advice(replace(project.plan.goals[0], target_improvement=0.2), 14, 8)
    assert few == NotComputable(Reason.BASELINE_IS_THE_LIMIT)
    goal = project.plan.goals[0]
    assert status.first_advice(replace(goal, measure=Measure.SHARE, direction=Direction.MORE), 14, 8) is None
    assert status.first_advice(replace(goal, target_improvement=1.0), 14, 8) is None
