"""The form of a measurement round: windows, the size of every target group, and what must not be stored."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.model.plan import Population
from tests.pages.conftest import BASELINE, FOLLOW_UP, stored
from tests.pages.screen import Screen

CHOOSE, WINDOW = "Hvilken runde?", "Periode"


@pytest.mark.usefixtures("empty_project")
def test_rounds_are_planned_one_after_the_other_with_their_populations() -> None:
    screen = Screen("plan/rounds")
    assert screen.field(WINDOW).value == (date(2025, 12, 29), date(2026, 1, 11))
    screen.field(WINDOW).set_value(BASELINE)
    screen.fill("Team", 12)
    screen.click("Gem runde")
    assert "Runden er gemt." in screen.words
    screen.fill(CHOOSE, 0)
    assert "Eftermåling 1 (ny)" in screen.words
    assert screen.field("Team").value == 12
    screen.fill(WINDOW, FOLLOW_UP)
    screen.click("Gem runde")
    kept = stored().rounds
    assert [(one.number, one.starts_on, one.ends_on) for one in kept] == [(0, *BASELINE), (1, *FOLLOW_UP)]
    assert [one.populations for one in kept] == [(Population("Team", 12),)] * 2


@pytest.mark.usefixtures("planned_project")
def test_a_corrected_population_holds_for_the_following_rounds() -> None:
    screen = Screen("plan/rounds")
    screen.fill("Team", 20)
    screen.click("Gem runde")
    assert [one.populations[0].employees for one in stored().rounds] == [20, 20]
    screen.fill("Team", None)
    screen.click("Gem runde")
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
    screen = Screen("plan/rounds")
    screen.fill(WINDOW, window)
    screen.click("Gem runde")
    assert screen.errors_below(WINDOW) == [fault]
    assert stored().rounds[0].starts_on == BASELINE[0]


@pytest.mark.usefixtures("planned_project")
def test_half_a_window_cannot_be_saved() -> None:
    screen = Screen("plan/rounds")
    screen.fill(WINDOW, (date(2026, 1, 5),))
    assert screen.field("Gem runde").disabled


@pytest.mark.usefixtures("example_folder")
def test_a_group_cannot_have_fewer_employees_than_have_measured() -> None:
    screen = Screen("plan/rounds")
    screen.fill("Sagsbehandlere på ydelsescentrene", 3)
    screen.click("Gem runde")
    assert "har allerede målt, så antallet kan ikke være mindre" in screen.errors[0]
    assert Population("Sagsbehandlere på ydelsescentrene", 34) in stored().rounds[0].populations


@pytest.mark.usefixtures("example_folder")
def test_a_round_with_registrations_cannot_be_deleted() -> None:
    screen = Screen("plan/rounds")
    screen.click("Slet runde")
    assert "kan ikke slettes" in screen.errors_below("Slet runde")[0]
    assert len(stored().rounds) == 4


@pytest.mark.usefixtures("planned_project")
def test_a_round_that_is_not_measured_can_be_deleted() -> None:
    screen = Screen("plan/rounds")
    screen.fill(CHOOSE, stored().rounds[1].round_id)
    screen.click("Slet runde")
    assert "Runden er slettet." in screen.words
    assert [one.number for one in stored().rounds] == [0]
