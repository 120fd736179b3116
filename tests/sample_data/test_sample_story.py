"""The worked example tells its story by the product's own estimator."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from analysis.model.outcome import Interval
from analysis.model.plan import add_months
from analysis.model.status import Status
from analysis.statistics import RoundLevel, decision, level
from tests.sample_data.sample_files import FOLDER, PLAN
from tests.sample_data.sample_rounds import CALLS, DOCUMENTS, INTERVIEWS, design_of, sample_of, since_baseline

POINT = 0.01
LEADERS = "Ledere på ydelsesområdet"
REQUIRED = {(1, "dokument"): 0.40, (2, "dokument"): 0.60}
README = (FOLDER / "README.md").read_text(encoding="utf-8")
GOALS = {goal.item: goal for goal in PLAN.goals[:3]}


def level_of(item: str, number: int) -> RoundLevel:
    known = level(sample_of(GOALS[item], number), design_of(GOALS[item]))
    assert isinstance(known, RoundLevel)
    return known


def interval_of(item: str, number: int) -> Interval:
    known = since_baseline(GOALS[item], number).interval()
    assert isinstance(known, Interval)
    return known


def status_of(item: str, number: int) -> Status:
    target = GOALS[item].target_improvement
    return decision.status(interval_of(item, number), target, REQUIRED.get((number, item)), final=number == 3)


def line_of(item: str, number: int) -> str:
    """A line of the table of expected results in the example's README."""
    known = level_of(item, number)
    start = f"| {GOALS[item].name} | {number} | {known.employees} | {known.ratio:.2f} |"
    if number == 0:
        return f"{start} | | |"
    reduction, interval = since_baseline(GOALS[item], number).reduction, interval_of(item, number)
    return f"{start} {reduction:.0%} | {interval.low:.0%} to {interval.high:.0%} | {status_of(item, number)} |"


@pytest.mark.parametrize(("number", "reduction"), [(1, 0.41), (2, 0.62), (3, 0.79)])
def test_documents_fall_step_by_step(number: int, reduction: float) -> None:
    assert since_baseline(DOCUMENTS, number).reduction == pytest.approx(reduction, abs=POINT)
    assert status_of("dokument", number) is Status.UNDECIDED


def test_a_document_takes_about_eight_minutes_before() -> None:
    assert level_of("dokument", 0).ratio == pytest.approx(8.0, abs=0.1)


def test_the_final_measurement_of_documents_leaves_the_target_just_inside_its_interval() -> None:
    interval = interval_of("dokument", 3)
    assert interval.low == pytest.approx(0.70, abs=POINT)
    assert interval.high == pytest.approx(0.86, abs=POINT)
    assert f"{interval.high:.0%}" == "86%"


def test_calls_reach_their_target_at_the_final_measurement_and_not_before() -> None:
    assert since_baseline(CALLS, 3).reduction == pytest.approx(0.45, abs=POINT)
    statuses = [status_of("opkald", number) for number in (1, 2, 3)]
    assert statuses == [Status.BEHIND, Status.UNDECIDED, Status.REACHED]


def test_interviews_are_measured_at_baseline_only() -> None:
    assert level_of("samtale", 0).employees > 20
    assert not any(sample_of(INTERVIEWS, number).totals.employees for number in (1, 2, 3))


def test_rounds_lie_at_the_milestones_and_the_last_one_ends_after_the_deadline() -> None:
    months = [milestone.months_after_go_live for milestone in DOCUMENTS.milestones]
    for measured, due in zip(PLAN.rounds[1:], [*months, DOCUMENTS.months_to_deadline], strict=True):
        assert measured.starts_on < add_months(PLAN.project.go_live, due) <= measured.ends_on
    assert all(one.ends_on - one.starts_on == timedelta(days=13) for one in PLAN.rounds)
    assert all(one.starts_on.weekday() == 0 for one in PLAN.rounds)


@pytest.mark.parametrize("number", range(4))
def test_the_leaders_can_be_computed_but_not_shown_and_all_others_can_be_shown(number: int) -> None:
    groups = Counter(employee.target_group for employee in sample_of(DOCUMENTS, number).totals.employees)
    assert 2 <= groups.pop(LEADERS) < 5
    assert len(groups) == 3
    assert min(groups.values()) >= 5
    assert 22 <= level_of("dokument", number).employees <= 28


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("item", ["dokument", "opkald"])
def test_no_employee_dominates_a_round(item: str, number: int) -> None:
    spread = level_of(item, number).spread
    assert spread.dominant_share < 0.6


@pytest.mark.parametrize("number", [1, 2, 3])
def test_part_of_the_employees_are_the_same_more_than_by_chance(number: int) -> None:
    known = since_baseline(DOCUMENTS, number)
    assert 0 < known.employees_in_both < known.follow_up.employees
    assert not known.fewer_in_common


def test_the_readme_shows_what_the_estimator_finds() -> None:
    lines = [line_of(item, number) for item in ("dokument", "opkald") for number in range(4)]
    assert [line for line in (*lines, line_of("samtale", 0)) if line not in README] == []
