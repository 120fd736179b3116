"""The goal form: a goal with its milestones, faults next to the fields, and what must not be deleted."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.model.plan import Denominator, Goal, Milestone
from tests.pages.conftest import stored
from tests.pages.screen import Screen

NAME, WORKFLOWS, ITEM = "Kort navn", "Arbejdsgange og delaktiviteter", "Tiden måles pr."
TARGET, MONTHS = "Mål: så mange procent mindre tid", "Frist: måneder efter idriftsættelse"


def type_milestones(screen: Screen, goal_id: int, *rows: tuple[int, int]) -> None:
    """Add rows to the table of milestones, as its browser part reports them."""
    added = [{"months": months, "percent": percent} for months, percent in rows]
    edits = {"edited_rows": {}, "added_rows": added, "deleted_rows": []}
    screen.app.session_state[f"goal-{goal_id}-milestones"] = edits


def fill_goal(screen: Screen, name: str = "Journalisering") -> None:
    screen.field(NAME).set_value(name)
    screen.field("Målet i én sætning").set_value("Journalisering tager 60 % mindre tid et halvt år efter.")
    screen.field(ITEM).set_value("dokument")
    screen.fill(WORKFLOWS, ["Scan", "Fordel"])
    screen.field("Delaktivitet med antallet").set_value("Fordel")
    screen.field(TARGET).set_value(60)
    screen.fill(MONTHS, 9)


@pytest.mark.usefixtures("empty_project")
def test_a_goal_with_milestones_is_stored_as_it_was_typed() -> None:
    screen = Screen("plan/goals")
    fill_goal(screen)
    assert "Fristen er 2. december 2026." in screen.words
    type_milestones(screen, 0, (6, 40), (3, 20))
    screen.click("Gem mål")
    assert "Målet »Journalisering« er gemt." in screen.words
    (goal,) = stored().goals
    assert goal == Goal(
        goal.goal_id,
        "Journalisering",
        "Journalisering tager 60 % mindre tid et halvt år efter.",
        "dokument",
        ("Scan", "Fordel"),
        Denominator.LEADING_COUNT,
        "Fordel",
        0.6,
        9,
        (Milestone(3, 0.2), Milestone(6, 0.4)),
    )
    screen.open("meeting/overview")
    assert "Målet er ikke målt endnu." in screen.words


@pytest.mark.usefixtures("empty_project")
def test_after_saving_the_form_is_ready_for_the_next_goal() -> None:
    screen = Screen("plan/goals")
    for name in ("Journalisering", "Telefon"):
        screen.fill("Hvilket mål?", 0)
        fill_goal(screen, name)
        screen.click("Gem mål")
        assert not screen.errors
    assert [goal.name for goal in stored().goals] == ["Journalisering", "Telefon"]
    screen.fill("Hvilket mål?", 0)
    assert screen.field(NAME).value == ""


@pytest.mark.usefixtures("empty_project")
def test_an_empty_form_names_every_missing_field_and_stores_nothing() -> None:
    screen = Screen("plan/goals")
    screen.click("Gem mål")
    assert screen.errors_below(NAME) == ["Skriv et navn."]
    assert screen.errors_below(WORKFLOWS) == ["Skriv mindst én arbejdsgang."]
    assert screen.errors_below(ITEM) == ["Skriv, hvad tiden måles pr., for eksempel dokument."]
    assert stored().goals == ()


@pytest.mark.usefixtures("empty_project")
@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ([(9, 40)], "Et delmål skal ligge før målets frist."),
        ([(3, 70)], "Et delmål må ikke være større end målet."),
        ([(3, 40), (6, 20)], "Et senere delmål må ikke være mindre end et tidligere."),
        ([(3, 20), (3, 30)], "To delmål har samme tidspunkt."),
    ],
)
def test_faults_of_milestones_stand_below_their_table(rows: list[tuple[int, int]], fault: str) -> None:
    screen = Screen("plan/goals")
    fill_goal(screen)
    type_milestones(screen, 0, *rows)
    screen.click("Gem mål")
    assert screen.errors_below("Delmål") == [fault]
    assert stored().goals == ()


@pytest.mark.usefixtures("example_folder")
def test_a_goal_is_changed_and_its_figures_follow() -> None:
    screen = Screen("plan/goals")
    screen.fill(TARGET, 65)
    screen.click("Gem mål")
    assert stored().goals[0].target_improvement == 0.65
    screen.open("meeting/goal")
    assert "Målet på 65 % er nået" in screen.words


@pytest.mark.usefixtures("example_folder")
def test_two_goals_cannot_have_the_same_name() -> None:
    screen = Screen("plan/goals")
    screen.fill(NAME, "Telefonisk vejledning")
    screen.click("Gem mål")
    assert screen.errors_below(NAME) == ["Et andet mål har det navn. Vælg et andet."]
    assert stored().goals[0].name == "Journalisering og fordeling"


@pytest.mark.usefixtures("example_folder")
def test_the_faults_of_one_goal_do_not_stand_at_another() -> None:
    screen = Screen("plan/goals")
    screen.fill(NAME, "")
    screen.click("Gem mål")
    screen.fill("Hvilket mål?", stored().goals[1].goal_id)
    assert not screen.errors


@pytest.mark.usefixtures("example_folder")
def test_a_goal_with_registrations_cannot_be_deleted() -> None:
    screen = Screen("plan/goals")
    screen.click("Slet mål")
    assert "kan ikke slettes" in screen.errors_below("Slet mål")[0]
    assert len(stored().goals) == 5


@pytest.mark.usefixtures("planned_project")
def test_a_goal_that_is_not_measured_can_be_deleted() -> None:
    screen = Screen("plan/goals")
    screen.click("Slet mål")
    assert "Målet »Sager« er slettet." in screen.words
    assert stored().goals == ()


@pytest.mark.usefixtures("planned_project")
def test_a_system_count_is_asked_for_where_a_goal_is_measured_by_it() -> None:
    screen = Screen("plan/goals")
    screen.fill("Hvad tælles?", Denominator.SYSTEM_COUNT)
    screen.click("Gem mål")
    screen.open("plan/rounds")
    screen.fill("Antal, som systemet har talt: Sager", 480)
    screen.click("Gem runde")
    assert [count.cases for count in stored().system_counts] == [480]
    assert date(2026, 1, 12) == stored().rounds[0].starts_on
