"""The project page: starting one's own, correcting it, target groups, and the example in and out of sight."""

from __future__ import annotations

from datetime import date

import pytest

from analysis import planning
from pages.components import session
from pages.components.projects import groups_key
from tests.own_project import BY
from tests.pages.conftest import stored, stored_projects
from tests.pages.screen import Screen

ORGANISATION, SYSTEM = "Organisation", "System eller forandring"


def type_groups(screen: Screen, **edits: object) -> None:
    """Change cells of the table of target groups, as its browser part reports them."""
    empty = {"edited_rows": {}, "added_rows": [], "deleted_rows": []}
    key = groups_key(stored().project.project_id, stored().target_groups)
    screen.app.session_state[key] = {**empty, **edits}
    screen.run()


def groups() -> list[str]:
    return [group.name for group in stored().target_groups]


@pytest.mark.usefixtures("example_folder")
def test_one_click_starts_an_empty_project() -> None:
    screen = Screen("plan/project")
    screen.click("Start et tomt projekt")
    assert screen.field("Projekt").value == "Ny organisation · Nyt projekt 1"
    assert screen.field(ORGANISATION).value == "Ny organisation"
    assert "opdigtede" not in screen.words
    assert groups() == [
        "Ledere på ydelsesområdet",
        "Sagsbehandlere på ydelsescentrene",
        "Sagsbehandlere uden for ydelsescentrene",
        "Superbrugere",
    ]
    screen.click("Start et tomt projekt")
    assert screen.field("Projekt").value == "Ny organisation · Nyt projekt 2"


@pytest.mark.usefixtures("no_project")
def test_one_click_starts_the_first_project_too() -> None:
    screen = Screen("plan/project", "en")
    screen.click("Start an empty project")
    assert screen.field("Organisation").value == "New organisation"
    assert "Super users" in groups()


@pytest.mark.usefixtures("example_folder")
def test_a_corrected_project_stays_the_chosen_one() -> None:
    screen = Screen("plan/project")
    screen.click("Start et tomt projekt")
    screen.fill(ORGANISATION, "  Solby Kommune ")
    screen.fill(SYSTEM, "Digital post")
    screen.fill("Idriftsættelse", date(2011, 5, 2))
    screen.fill("Vis tal fra mindst så mange medarbejdere", 7)
    screen.fill("Nettotimer pr. årsværk", 1450)
    assert screen.field("Projekt").value == "Solby Kommune · Digital post"
    kept = stored().project
    assert (kept.organisation, kept.system, kept.go_live, kept.minimum_shown, kept.net_hours_per_fte) == (
        "Solby Kommune",
        "Digital post",
        date(2011, 5, 2),
        7,
        1450,
    )


@pytest.mark.usefixtures("empty_project")
def test_faults_stand_next_to_their_fields_and_nothing_is_stored() -> None:
    before = stored().project
    screen = Screen("plan/project")
    for field, typed, fault in (
        (ORGANISATION, " ", "Skriv organisationens navn."),
        (SYSTEM, "", "Skriv systemets eller forandringens navn."),
        ("Vis tal fra mindst så mange medarbejdere", 2, "Vælg et tal fra 3 til 20."),
        ("Kroner pr. time", 0, "Skriv et beløb over 0, eller lad feltet stå tomt."),
    ):
        screen.fill(field, typed)
        assert screen.errors_below(field) == [fault]
    assert stored().project == before


@pytest.mark.usefixtures("example_folder")
def test_two_projects_cannot_have_the_same_name() -> None:
    screen = Screen("plan/project")
    screen.click("Start et tomt projekt")
    screen.fill(ORGANISATION, "Eksempelkommune")
    screen.fill(SYSTEM, "KSD")
    assert screen.errors_below(SYSTEM) == [
        "Der er allerede et projekt med den organisation og det system. Vælg et andet navn."
    ]
    assert stored().project.name == "Eksempelkommune · Nyt projekt 1"


@pytest.mark.usefixtures("empty_project")
def test_faults_do_not_follow_to_another_page() -> None:
    screen = Screen("plan/project")
    screen.fill(SYSTEM, "")
    screen.open("plan/goals")
    screen.open("plan/project")
    assert not screen.errors


@pytest.mark.usefixtures("empty_project")
def test_target_groups_are_renamed_added_and_removed() -> None:
    type_groups(Screen("plan/project"), edited_rows={0: {"name": "Jurister"}}, added_rows=[{"name": " Ledere  i alt"}])
    assert groups() == ["Jurister", "Ledere i alt"]
    type_groups(Screen("plan/project"), deleted_rows=[0])
    assert groups() == ["Ledere i alt"]


@pytest.mark.usefixtures("empty_project")
def test_faults_of_target_groups_stand_below_their_table() -> None:
    screen = Screen("plan/project")
    type_groups(screen, added_rows=[{"name": "Team"}])
    assert screen.errors == ["To målgrupper har samme navn. Giv dem hvert sit."]
    assert groups() == ["Team"]


@pytest.mark.usefixtures("example_folder")
def test_a_target_group_with_registrations_stays() -> None:
    screen = Screen("plan/project")
    type_groups(screen, deleted_rows=[1])
    assert "kan ikke slettes" in screen.errors[0]
    assert len(groups()) == 4


@pytest.mark.usefixtures("example_folder")
def test_the_example_is_removed_and_brought_back_whole() -> None:
    screen = Screen("plan/project")
    screen.click("Fjern eksemplet")
    assert stored_projects() == []
    assert "Velkommen" in Screen("meeting/overview").title
    screen.click("Hent eksemplet frem igen")
    assert [project.is_example for project in stored_projects()] == [True]
    screen.open("meeting/goal")
    assert "faldet 79 %" in screen.words


@pytest.mark.usefixtures("example_folder")
def test_the_example_can_go_while_ones_own_project_stays() -> None:
    screen = Screen("plan/project")
    screen.click("Start et tomt projekt")
    screen.click("Fjern eksemplet")
    assert screen.field(ORGANISATION).value == "Ny organisation"
    assert [project.is_example for project in stored_projects()] == [False]


@pytest.mark.usefixtures("example_folder")
def test_a_link_opens_on_its_project() -> None:
    planning.start_project(
        session.store(),
        BY,
        planning.projects(session.store())[0].__class__(0, "Solby", "Post", date(2026, 1, 5)),
        ["Team"],
    )
    assert Screen("plan/project", project="Solby · Post").field(ORGANISATION).value == "Solby"
