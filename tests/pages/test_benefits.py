"""Success criteria, benefits, changes, the action plan and the map: from the first word to a whole chain."""

from __future__ import annotations

from datetime import date

import pytest

from analysis import planning
from analysis.model.agreements import Smart
from analysis.model.choices import Act, PlanRole, Progress, Trigger
from analysis.model.entries import Activity, Benefit, Change, Entry, Person, Prerequisite, SuccessCriterion
from pages.components import session
from tests.own_project import BY
from tests.pages.conftest import stored
from tests.pages.screen import Screen

BENEFIT = "Mindre tid på journalisering"


def put(entry: Entry) -> int:
    """Into the newest project, as a colleague would."""
    outcome = planning.save_entry(session.store(), BY, stored().project.project_id, entry)
    assert not isinstance(outcome, tuple), outcome
    return outcome.entry_id


def add(screen: Screen, label: str, name: str) -> None:
    """Type a name in the line of a list, and Enter."""
    place = [one.label for one in screen.app.text_input].index(label)
    field = screen.app.text_input[place]
    field.set_value(name)
    next(button for button in screen.app.button if button.form_id == field.form_id).click()
    screen.run()


def open_card(screen: Screen, entry_id: int) -> None:
    screen.app.session_state[f"card-{entry_id}"] = True
    screen.run()


@pytest.mark.usefixtures("planned_project")
def test_from_the_first_criterion_to_a_benefit_that_lacks_nothing_of_its_own() -> None:
    owner = put(Person(0, "Kirsten Holm", PlanRole.BENEFIT_OWNER))
    screen = Screen("plan/benefits")
    assert "Trin 1 af 10: Forudsætninger · I gang" in screen.words
    assert "Begynd her: Skriv det vigtigste" in screen.words
    add(screen, "Nyt succeskriterium", "Mere  tid til borgerne ")
    (criterion,) = stored().of(SuccessCriterion)
    assert criterion.name == "Mere tid til borgerne"
    assert "»Mere tid til borgerne« har ingen gevinst, der fører til det." in screen.words
    add(screen, "Ny gevinst", BENEFIT)
    (benefit,) = stored().of(Benefit)
    assert f"»{BENEFIT}« har ingen gevinstejer." in screen.words
    assert f"Det er ikke besluttet, hvor og hvordan »{BENEFIT}« omsættes." in screen.words
    screen.fill("Gevinstejer", owner)
    screen.app.selectbox(key=f"part-{benefit.entry_id}-criterion").set_value(criterion.entry_id)
    screen.fill("Hvor den omsættes", "Samtaler")
    screen.fill("Hvordan den omsættes", "Vagtplanen lægges om.")
    assert f"»{BENEFIT}« har ingen gevinstejer." not in screen.words
    assert "omsættes.\n" not in screen.words
    assert f"Ingen forandring fører til »{BENEFIT}«." in screen.words
    assert "Gevinster: Mindre tid på journalisering" in screen.words
    screen.app.button(key=f"sign-{benefit.entry_id}-{Act.COMMITTED}").click()
    screen.run()
    assert "Forpligtet af Kirsten Holm den 1. oktober 2026" in screen.words
    assert stored().of(Benefit) == (
        Benefit(
            benefit.entry_id, BENEFIT, benefit.kind, criterion.entry_id, owner, "Samtaler", "Vagtplanen lægges om."
        ),
    )


@pytest.mark.usefixtures("empty_project")
def test_a_name_that_is_used_is_refused_beside_the_field_and_forgotten_on_leaving() -> None:
    put(Benefit(0, BENEFIT))
    other = put(Benefit(0, "Færre opkald"))
    screen = Screen("plan/benefits")
    open_card(screen, other)
    screen.fill("Gevinst", BENEFIT)
    assert screen.errors_below("Gevinst") == ["Det navn er brugt. Vælg et andet."]
    assert [one.name for one in stored().of(Benefit)] == [BENEFIT, "Færre opkald"]
    screen.open("plan/changes")
    screen.open("plan/benefits")
    open_card(screen, other)
    assert (screen.errors, screen.field("Gevinst").value) == ([], "Færre opkald")


@pytest.mark.usefixtures("empty_project")
def test_an_owner_can_be_taken_away_and_a_colleagues_change_is_not_overwritten() -> None:
    owner = put(Person(0, "Kirsten Holm"))
    benefit = put(Benefit(0, BENEFIT, owner=owner))
    screen = Screen("plan/benefits")
    open_card(screen, benefit)
    screen.fill("Gevinstejer", None)
    assert stored().of(Benefit)[0].owner is None
    planning.save_entry(
        session.store(), BY, stored().project.project_id, Benefit(benefit, BENEFIT, converted_where="Budget")
    )
    screen.fill("Hvor den omsættes", "Samtaler")
    assert "anne har gemt noget andet her" in screen.errors_below("Hvor den omsættes")[0]
    assert "Gemt nu: Budget" in screen.words
    screen.click("Gem mit")
    assert stored().of(Benefit)[0].converted_where == "Samtaler"


@pytest.mark.usefixtures("planned_project")
def test_late_changes_and_activities_are_told_before_the_forms() -> None:
    benefit = put(Benefit(0, BENEFIT))
    change = put(Change(0, "Slip grebet", (benefit,), starts_on=date(2026, 6, 1)))
    put(Activity(0, "Oplæring", change, status=Progress.UNDER_WAY, ends_on=date(2026, 9, 1)))
    put(Activity(0, "Ekstra møder", change, trigger=Trigger.IF_BEHIND))
    screen = Screen("plan/changes")
    assert screen.words.count("1 er forsinket: Den planlagte dag er gået.") == 2
    assert "Slip grebet\nPlanlagt\n1. jun. 2026\n2\nForsinket: skulle være begyndt" in screen.words
    assert "Forsinket: skulle være slut" in screen.words
    assert "Hvis eftermålingen ikke viser fremgang" in screen.words
    assert "Ingen forandring er mærket som nøglen" in screen.words
    open_card(screen, change)
    assert "Intet mål viser, om forandringen »Slip grebet« sker." in screen.words
    screen.app.selectbox(key=f"part-{change}-status").set_value(Progress.UNDER_WAY)
    screen.run()
    assert "Intet er forsinket." in screen.words
    assert stored().of(Change)[0].status is Progress.UNDER_WAY
    screen.click("Fjern")
    assert "Det bruges andre steder i planen (2)." in screen.errors[0]


@pytest.mark.usefixtures("planned_project")
def test_the_map_says_what_is_missing_and_tells_the_chain_in_words() -> None:
    screen = Screen("plan/map")
    assert "Gevinsttræet tegner sig selv" in screen.words
    benefit = put(Benefit(0, BENEFIT))
    change = put(Change(0, "Slip grebet", (benefit,), is_key=True))
    put(Smart(0, stored().goals[0].goal_id, benefit, (change,)))
    screen.run()
    assert "Kæden fra KSD til målene mangler noget i 1 del" in screen.words
    assert f"- »{BENEFIT}« har ingen gevinstejer." in screen.words
    lines = ["- KSD", "    - Slip grebet", f"        - {BENEFIT}", "            - Sager"]
    assert "\n".join(lines) in screen.words
    screen.fill("Sprog", "en")
    assert "The chain from KSD to the goals lacks something in 1 part" in screen.words


@pytest.mark.usefixtures("empty_project")
def test_a_person_is_added_under_the_role_and_a_prerequisite_ticked_off() -> None:
    screen = Screen("plan/roles")
    assert "Uden gevinstejer kan intet mål accepteres." in screen.words
    add(screen, "Tilføj gevinstejer: navn", "Kirsten Holm")
    (person,) = stored().of(Person)
    assert (person.name, person.role) == ("Kirsten Holm", PlanRole.BENEFIT_OWNER)
    assert "Uden gevinstejer kan intet mål accepteres." not in screen.words
    screen.fill("Rolle", PlanRole.BENEFIT_MANAGER)
    assert stored().of(Person)[0].role is PlanRole.BENEFIT_MANAGER
    add(screen, "Tilføj gevinstejer: navn", " ")
    assert screen.errors == ["Feltet må ikke være tomt."]
    add(screen, "Ny forudsætning", "Adgang til systemet")
    screen.fill("På plads", True)
    assert stored().of(Prerequisite)[0].is_met
