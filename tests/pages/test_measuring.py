"""How we measure, priorities and the staff list, as somebody fills them in."""

from __future__ import annotations

import pytest

from analysis import planning
from analysis.model.agreements import Participation, Protocol, Smart
from analysis.model.choices import Ease, Method, PlanRole
from analysis.model.entries import Person
from analysis.model.plan import Population
from pages.components import session
from tests.own_project import BY, csv_file
from tests.pages.conftest import stored
from tests.pages.screen import Screen

LIST = [(f"MA{number}", "Team") for number in range(9)] + [(f"MB{number}", "Ledelse") for number in range(3)]


def protocol() -> Protocol:
    (found,) = stored().of(Protocol)
    return found


def add_measurer() -> None:
    plan, store = stored(), session.store()
    person = Person(0, "Sofie Holm", PlanRole.SELECTED_USER)
    assert isinstance(planning.save_entry(store, BY, plan.project.project_id, person), Person)


@pytest.mark.usefixtures("planned_project")
def test_a_measurement_plan_is_stored_field_by_field_until_the_goal_can_be_accepted() -> None:
    screen = Screen("plan/measuring")
    assert "Mangler, før målet kan accepteres: metode, måleperiode i dage, kilde, hvem måler og" in screen.words
    assert "Der står ingen navne under rollerne endnu." in screen.words
    assert not stored().of(Protocol)
    screen.fill("Metode", Method.BEST_GUESS)
    assert "Bedste bud alene er et svagt grundlag" in screen.words
    screen.fill("Metode", Method.STOPWATCH)
    screen.fill("Kilde", "Toggl")
    screen.fill("Måleperiode i dage", 10)
    assert "Perioden er ikke lige så lang som i målerunderne: baselinemålingen og eftermåling 1." in screen.words
    screen.fill("Måleperiode i dage", 14)
    add_measurer()
    screen.run()
    screen.fill("Hvem måler", [stored().of(Person)[0].entry_id])
    screen.fill("Gruppens del i målet", True)
    screen.fill("Medarbejdere, der skal måle", 8)
    assert "Det er besluttet, hvordan der måles." in screen.words
    screen.click("Brug forslaget")
    assert protocol().analysis == "Tiden pr. sag er minutter i alt på Sag delt med det antal, der er talt på Sag."
    assert (protocol().method, protocol().days, protocol().source) == (Method.STOPWATCH, 14, "Toggl")
    assert "Planlagt i alt: 8 af 12 medarbejdere." in screen.words
    assert "forudsætning: at medarbejdernes tal typisk ligger 50 % fra hinanden" in screen.words


@pytest.mark.usefixtures("planned_project")
def test_wrong_numbers_and_groups_without_a_reason_are_told_beside_the_field() -> None:
    screen = Screen("plan/measuring")
    screen.fill("Måleperiode i dage", 0)
    assert screen.errors_below("Måleperiode i dage") == ["Skriv et tal over 0."]
    assert not stored().of(Protocol)
    screen.fill("Gruppens del i målet", False)
    assert "Uden en begrundelse er der ikke taget stilling til gruppen." in screen.words
    screen.fill("Hvorfor gruppen er udeladt", "Teamet er nyt.")
    assert [one.reason_left_out for one in stored().of(Participation)] == ["Teamet er nyt."]
    assert "stillingtagen" not in screen.words


@pytest.mark.usefixtures("example_folder")
def test_the_goals_are_weighed_beside_their_potential() -> None:
    screen = Screen("plan/priorities")
    assert "8.811 timer om året" in screen.words
    goal = stored().goals[0]
    before = planning.smart_of(stored(), goal.goal_id)
    weighed = Smart(before.entry_id, goal.goal_id, data_ease=Ease.EASY, follow_up_ease=Ease.EASY)
    planning.save_entry(session.store(), BY, stored().project.project_id, weighed)
    screen.run()
    assert (
        "Størst potentiale og ret let at måle og følge: Journalisering og fordeling, 8.811 timer om året."
        in screen.words
    )


@pytest.mark.usefixtures("planned_project")
def test_without_a_baseline_the_page_of_priorities_says_what_to_do() -> None:
    screen = Screen("plan/priorities", language="en")
    assert "No goal has a potential in hours yet" in screen.words
    assert "The potential is worked out from the baseline and the number a year." in screen.words
    screen.fill("Collecting data", Ease.HARD)
    assert [one.data_ease for one in stored().of(Smart)] == [Ease.HARD]


@pytest.mark.usefixtures("planned_project")
def test_a_staff_list_gives_the_round_its_numbers_and_is_forgotten_by_name() -> None:
    screen = Screen("data/staff")
    assert "Der er ingen liste endnu." in screen.words
    screen.upload("liste.csv", csv_file(LIST, ("Medarbejder", "Målgruppe")))
    assert "Svar på spørgsmålene ovenfor" in screen.words
    screen.fill("Hvad er »Ledelse« i planen?", "Ny: tilføj »Ledelse« til planen")
    screen.click("Gem listen")
    assert "Listen er gemt med 12 medarbejdere. Navnene er glemt igen." in screen.words
    assert "MA0" not in screen.words
    screen.click("Brug listens antal i baselinemålingen")
    assert stored().rounds[0].populations == (Population("Team", 9), Population("Ledelse", 3))
    assert not screen.offers("Brug listens antal i baselinemålingen")
    screen.open("data/upload")
    rows = [("2026-01-12", f"ma{number}", "Sag", 10, 1) for number in range(6)]
    screen.upload("maaling.csv", csv_file(rows, ("date", "employee", "workflow", "minutes", "items")))
    assert "Målgrupperne er taget fra medarbejderlisten." in screen.words
    assert screen.offers("Gem målingen")


@pytest.mark.usefixtures("planned_project")
def test_a_list_with_personal_numbers_or_doubles_is_not_stored() -> None:
    screen = Screen("data/staff")
    numbers = [(f"0101{year}-1234", "Team") for year in range(60, 70)]
    screen.upload("liste.csv", csv_file(numbers, ("Medarbejder", "Målgruppe")))
    assert "CPR-numre" in screen.errors[0]
    assert "0101" not in screen.words
    screen.upload("liste.csv", csv_file([("Anna", "Team"), ("ANNA", "Ledelse")], ("Medarbejder", "Målgruppe")))
    screen.fill("Hvad er »Ledelse« i planen?", "Ny: tilføj »Ledelse« til planen")
    assert screen.errors == [
        "Disse medarbejdere står i flere målgrupper: ANNA. Hver medarbejder skal stå i én. "
        "Ret filen, og indlæs den igen."
    ]
    assert not screen.offers("Gem listen")
