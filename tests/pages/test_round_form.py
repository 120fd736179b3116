"""The page of the measurement rounds: windows, the size of every target group, and what must not be stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from analysis import planning
from analysis.model.agreements import Conduct
from analysis.model.choices import Denominator, Verdict
from analysis.model.plan import Population
from pages.components import session
from tests.own_project import BY
from tests.pages.conftest import BASELINE, FOLLOW_UP, stored
from tests.pages.screen import Screen

CHOOSE, WINDOW = "Hvilken runde?", "Periode"


@pytest.mark.usefixtures("empty_project")
def test_rounds_are_planned_with_one_click_and_stored_as_one_goes() -> None:
    screen = Screen("data/rounds")
    assert "Planlæg først baselinemålingen" in screen.words
    screen.click("Planlæg baselinemåling: 29. dec. 2025 – 11. jan. 2026")
    assert screen.field(WINDOW).value == (date(2025, 12, 29), date(2026, 1, 11))
    screen.fill(WINDOW, BASELINE)
    screen.fill("Team", 12)
    screen.click("Planlæg eftermåling 1: 5.–18. okt. 2026")
    assert screen.field(CHOOSE).value == stored().rounds[1].round_id
    assert screen.field("Team").value == 12
    screen.fill(WINDOW, FOLLOW_UP)
    kept = stored().rounds
    assert [(one.number, one.starts_on, one.ends_on) for one in kept] == [(0, *BASELINE), (1, *FOLLOW_UP)]
    assert [one.populations for one in kept] == [(Population("Team", 12),)] * 2
    assert "Planlagt fra begyndelsen: 5.–18. okt. 2026." in screen.words


@pytest.mark.usefixtures("planned_project")
def test_a_corrected_population_holds_for_the_following_rounds() -> None:
    screen = Screen("data/rounds")
    screen.fill("Team", 20)
    assert [one.populations[0].employees for one in stored().rounds] == [20, 20]
    screen.fill("Team", None)
    assert [one.populations[0].employees for one in stored().rounds] == [None, None]


@pytest.mark.usefixtures("planned_project")
@pytest.mark.parametrize(
    ("window", "fault"),
    [
        ((date(2026, 4, 27), date(2026, 5, 10)), "Perioden overlapper en anden runde."),
        ((date(2026, 6, 1), date(2026, 6, 14)), "Baselinemålingen skal ligge før eftermålingerne."),
    ],
)
def test_a_window_that_cannot_be_is_named_below_it(window: tuple[date, date], fault: str) -> None:
    screen = Screen("data/rounds")
    screen.fill(WINDOW, window)
    assert screen.errors_below(WINDOW) == [fault]
    assert screen.field(WINDOW).value == window, "what was typed stays to be corrected"
    assert stored().rounds[0].starts_on == BASELINE[0]
    screen.fill(WINDOW, (date(2026, 1, 13), date(2026, 1, 26)))
    assert screen.errors == []
    assert stored().rounds[0].starts_on == date(2026, 1, 13)


@pytest.mark.usefixtures("planned_project")
def test_half_a_window_is_not_stored() -> None:
    screen = Screen("data/rounds")
    screen.fill(WINDOW, (date(2026, 1, 5),))
    assert "Vælg også den sidste dag." in screen.words
    assert stored().rounds[0].starts_on == BASELINE[0]


@pytest.mark.usefixtures("planned_project")
def test_how_a_round_went_is_told_in_the_table_of_all() -> None:
    screen = Screen("data/rounds")
    screen.fill("Timer, der er brugt på at måle", 6.5)
    screen.fill("Kommunens syn på resultatet", Verdict.WITH_RESERVATIONS)
    baseline, _ = stored().of(Conduct)
    assert (baseline.effort_hours, baseline.municipality) == (6.5, Verdict.WITH_RESERVATIONS)
    assert "6,5\nAccepteret med forbehold" in Screen("data/rounds").words


@pytest.mark.usefixtures("planned_project")
def test_the_later_of_two_people_chooses() -> None:
    screen = Screen("data/rounds")
    plan = stored()
    theirs = replace(plan.rounds[0], populations=(Population("Team", 14),))
    by = replace(BY, who="bo")
    screen.field("Team").set_value(15)
    planning.save_round(session.store(), by, plan.project.project_id, theirs)
    screen.run()
    assert screen.errors_below("Team") == ["bo har gemt noget andet her, mens du skrev. Dit er ikke gemt."]
    assert "Gemt nu: 14" in screen.words
    screen.click("Gem mit")
    assert screen.errors == []
    assert stored().rounds[0].populations == (Population("Team", 15),)


@pytest.mark.usefixtures("planned_project")
def test_a_system_count_is_asked_for_where_a_goal_is_measured_by_it() -> None:
    plan = stored_with_system_count()
    screen = Screen("data/rounds")
    screen.fill("Antal, som systemet har talt: Sager", 480)
    assert [count.cases for count in stored().system_counts] == [480]
    assert plan.rounds[0].starts_on == stored().rounds[0].starts_on


def stored_with_system_count() -> planning.Plan:
    Screen("data/rounds")
    plan = stored()
    goal = replace(plan.goals[0], denominator=Denominator.SYSTEM_COUNT, leading_workflow=None)
    assert not isinstance(planning.save_goal(session.store(), BY, plan.project.project_id, goal), tuple)
    return plan


@pytest.mark.usefixtures("example_folder")
def test_what_is_measured_sets_limits() -> None:
    screen = Screen("data/rounds")
    screen.fill(CHOOSE, stored().rounds[0].round_id)
    screen.fill("Sagsbehandlere på ydelsescentrene", 3)
    assert "har allerede målt, så antallet kan ikke være mindre" in screen.errors[0]
    assert Population("Sagsbehandlere på ydelsescentrene", 34) in stored().rounds[0].populations
    screen.click("Slet runde")
    assert "kan ikke slettes" in screen.errors_below("Slet runde")[0]
    assert len(stored().rounds) == 4


@pytest.mark.usefixtures("planned_project")
def test_a_round_that_is_not_measured_can_be_deleted() -> None:
    screen = Screen("data/rounds")
    screen.fill(CHOOSE, stored().rounds[1].round_id)
    screen.click("Slet runde")
    assert [one.number for one in stored().rounds] == [0]
    assert len(stored().of(Conduct)) == 1
