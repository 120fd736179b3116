"""Reached is not realised: states, ledger and history, as one sees and uses them; a removed project comes back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from analysis.model.entries import Conversion
from tests.pages.conftest import stored, stored_projects
from tests.pages.screen import Screen


def test_hours_written_down_shrink_the_gap_and_stand_in_the_history(example_folder: Path) -> None:
    screen = Screen("meeting/realisation")
    assert "Telefonisk vejledning. Der er målt" in screen.words.replace("**", "")
    reached = ":gray-badge[:material/radio_button_unchecked: Ikke dokumenteret nået]"
    approved = ":blue-badge[:material/check: Målopfyldelse godkendt]"
    assert f"{reached} {approved}" in screen.words, "approved, though a goal is not measured: no tick at reached"
    before = len(stored().of(Conversion))
    goal = next(goal for goal in stored().goals if goal.name == "Telefonisk vejledning")
    for label, value in (("Mål", goal.goal_id), ("Timer om året", 1000.0), ("Hvor", "Vakant stilling")):
        screen.field(label).set_value(value)
    screen.click("Tilføj")
    assert len(stored().of(Conversion)) == before + 1
    assert "Telefonisk vejledning: 1.000, Vakant stilling" in screen.words
    history = Screen("share/history")
    assert "Omsætning: Telefonisk vejledning" in history.words
    assert "Timer om året: 1.000." in history.words


def test_hours_without_a_place_are_refused_beside_the_form(example_folder: Path) -> None:
    screen = Screen("meeting/realisation")
    before = stored().of(Conversion)
    screen.click("Tilføj")
    assert set(screen.errors) == {"Feltet må ikke være tomt.", "Skriv et tal over 0."}
    assert stored().of(Conversion) == before


def test_the_plan_of_another_day_is_shown_as_it_was(example_folder: Path) -> None:
    screen = Screen("share/history", "en")
    screen.fill("Show the plan as it was that day", date(2000, 1, 1))
    assert "The project was not there that day." in screen.words
    screen.fill("Show the plan as it was that day", date(2026, 12, 31))
    assert "Go-live: 2 March 2026." in screen.words
    assert "−85%" in screen.words


def test_an_own_project_goes_out_of_sight_and_comes_back(planned_project: Path) -> None:
    name = stored_projects()[0].name
    screen = Screen("plan/project")
    screen.click(f"Fjern {name}")
    assert stored_projects() == []
    screen.click(f"Hent {name} tilbage")
    assert [project.name for project in stored_projects()] == [name]
