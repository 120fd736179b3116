"""The checklists of a round, and the calendar of a project."""

from __future__ import annotations

from datetime import date

import pytest

from analysis import planning
from analysis.model.choices import Act, PlanRole
from analysis.model.entries import Meeting, Person, Signature
from analysis.planning.rounds.checklists import checklist_of
from pages.components import session
from tests.own_project import BY
from tests.pages.conftest import stored
from tests.pages.screen import Screen

TRIAL = "**Prøve.** Metoden er prøvet af hos et par medarbejdere, og skemaet er rettet til."


def with_anne() -> int:
    """The plan with somebody in it."""
    Screen("data/checklist")
    person = planning.save_entry(
        session.store(), BY, stored().project.project_id, Person(0, "Anne Vad", PlanRole.PROJECT_MANAGER)
    )
    assert isinstance(person, Person)
    return person.entry_id


def tick_all(person: int, act: Act) -> None:
    plan = stored()
    for point in checklist_of(plan.rounds[0])[act]:
        tick = Signature(0, plan.rounds[0].round_id, Act.TICKED, person, date(2026, 1, 5), point)
        planning.sign(session.store(), BY, plan.project.project_id, tick)


@pytest.mark.usefixtures("planned_project")
def test_a_tick_needs_a_name_and_can_be_taken_back() -> None:
    person = with_anne()
    screen = Screen("data/checklist")
    assert screen.title == "Udfør baselinemåling"
    screen.fill(TRIAL, True)
    assert screen.errors == ["Vælg først dit navn øverst på siden. Mangler det, så skriv det under roller."]
    assert stored().of(Signature) == ()
    screen.fill("Hvem er du?", person)
    screen.fill(TRIAL, True)
    assert screen.errors == []
    assert "7 punkter mangler" in screen.words
    assert [(one.person, one.item) for one in stored().of(Signature)] == [(person, "tried_out")]
    screen.fill(TRIAL, False)
    assert stored().of(Signature) == ()
    assert "8 punkter mangler" in screen.words


@pytest.mark.usefixtures("planned_project")
def test_measuring_begins_when_the_points_before_it_are_ticked() -> None:
    person = with_anne()
    screen = Screen("data/checklist")
    assert "12 medarbejdere i alt." in screen.words, "what the program sees by itself"
    screen.click("Begynd målingen")
    assert screen.errors[0].startswith("Der mangler flueben på tjeklisten: Målene, Målgrupperne, Antal medarbejdere")
    tick_all(person, Act.MEASURING)
    screen.click("Begynd målingen")
    assert screen.errors == []
    assert "Måling i gang" in screen.words
    assert not screen.offers("Begynd målingen")
    assert screen.offers("Afslut målingen")
    assert "Måling i gang" in Screen("data/rounds").words


@pytest.mark.usefixtures("planned_project")
def test_a_follow_up_has_its_own_list_and_is_held_against_the_baseline() -> None:
    screen = Screen("data/checklist")
    screen.fill("Hvilken runde?", stored().rounds[1].round_id)
    assert screen.title == "Udfør eftermåling"
    assert "14 dage med de samme ugedage som baselinemålingen." in screen.words
    assert "Skriv først navne på rollerne" in screen.words


@pytest.mark.usefixtures("planned_project")
def test_meetings_measurements_and_deadlines_stand_in_one_calendar() -> None:
    screen = Screen("share/calendar")
    screen.field("Nyt møde").set_value("Styregruppe")
    screen.click("Tilføj")
    (meeting,) = stored().of(Meeting)
    screen.fill("Dato", date(2030, 3, 1))
    screen.app.session_state[f"card-{meeting.entry_id}"] = True
    screen.run()
    screen.fill("Sted", "Rådhuset")
    (meeting,) = stored().of(Meeting)
    assert (meeting.name, meeting.on, meeting.place) == ("Styregruppe", date(2030, 3, 1), "Rådhuset")
    assert "1. mar. 2030\nStyregruppe\nRådhuset" in screen.words
    assert "12.–25. jan. 2026\nBaselinemåling" in screen.words
    assert "2. sep. 2026\nFrist: Sager" in screen.words
    assert screen.app.get("download_button")
