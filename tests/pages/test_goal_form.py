"""The goal form: begun with four fields, stored field by field, faults next to the fields, and what must stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from analysis import planning
from analysis.model.agreements import Participation, Protocol, Smart
from analysis.model.choices import Denominator, Direction, Measure, Method, PlanRole, TargetUnit
from analysis.model.entries import Activity, Person
from analysis.model.plan import Goal, Milestone
from pages.components import session
from tests.own_project import BY
from tests.pages.conftest import stored
from tests.pages.screen import Screen

WHICH, NAME, WORKFLOWS, ITEM = "Hvilket mål?", "Kort navn", "Arbejdsgange og delaktiviteter", "Tiden måles pr."
TARGET, MONTHS = "Mål: så mange procent mindre tid", "Frist: måneder efter idriftsættelse"
COLLEAGUE = planning.By("bo", datetime(2026, 10, 1, 9, tzinfo=UTC))


def goal() -> Goal:
    return stored().goals[0]


def begin_goal(screen: Screen, name: str = "Journalisering") -> None:
    screen.field(NAME).set_value(name)
    screen.field(WORKFLOWS).set_value(["Scan", "Fordel"])
    screen.field(ITEM).set_value("dokument")
    screen.click("Opret målet")


@pytest.mark.usefixtures("empty_project")
def test_a_goal_begins_with_four_fields_and_grows_field_by_field() -> None:
    screen = Screen("plan/goals")
    begin_goal(screen)
    assert "Målet »Journalisering« er oprettet." in screen.words
    screen.fill("Delaktivitet med antallet", "Fordel")
    screen.fill(TARGET, 60)
    screen.fill(MONTHS, 9)
    screen.fill("Hvorfor målet er realistisk", "Set i to andre kommuner.")
    screen.fill("Gevinsten forventes realiseret: måneder efter idriftsættelse", 12)
    sentence = "Tiden pr. dokument på Scan og Fordel er reduceret med 60 %, 9 måneder efter idriftsættelse"
    assert f"### {sentence} (2. december 2026)." in screen.words
    assert "Det er den 2. marts 2027." in screen.words
    assert "Målpunktet kendes først, når baselinemålingen er lavet." in screen.words
    screen.click("Brug forslaget")
    assert "Sætningen siger det samme som felterne." in screen.words
    assert not screen.errors
    kept = goal()
    words = f"{sentence} (2. december 2026)."
    assert kept == Goal(
        kept.goal_id,
        "Journalisering",
        words,
        "dokument",
        ("Scan", "Fordel"),
        Denominator.LEADING_COUNT,
        "Fordel",
        0.6,
        9,
    )
    (smart,) = stored().of(Smart)
    assert (smart.realistic_because, smart.months_to_realisation) == ("Set i to andre kommuner.", 12)
    again = Screen("plan/goals")
    assert (again.field(TARGET).value, again.field(MONTHS).value) == (60, 9)
    assert again.field("Hvorfor målet er realistisk").value == "Set i to andre kommuner."


@pytest.mark.usefixtures("empty_project")
def test_a_new_goal_names_every_missing_field_and_the_form_is_ready_for_the_next() -> None:
    screen = Screen("plan/goals")
    screen.click("Opret målet")
    assert screen.errors_below(NAME) == ["Skriv et navn."]
    assert screen.errors_below(WORKFLOWS) == ["Skriv mindst én arbejdsgang."]
    assert screen.errors_below(ITEM) == ["Skriv, hvad tiden måles pr., for eksempel dokument."]
    assert stored().goals == ()
    for name in ("Journalisering", "Telefon"):
        screen.fill(WHICH, 0)
        assert screen.field(NAME).value == ""
        begin_goal(screen, name)
        assert not screen.errors
    assert [one.name for one in stored().goals] == ["Journalisering", "Telefon"]


@pytest.mark.usefixtures("planned_project")
def test_milestones_are_triples_and_what_they_lack_is_told() -> None:
    course = planning.save_entry(session.store(), BY, stored().project.project_id, Activity(0, "Kursus i scanning"))
    assert isinstance(course, Activity)
    screen = Screen("plan/goals")
    screen.click("Tilføj delmål")
    assert goal().milestones == (Milestone(3, 0.25),)
    assert "Delmålet mangler en tidlig indikator og en aktivitet." in screen.words
    screen.fill("Delmål 1: procent mindre tid", 20)
    screen.fill("Delmål 1: tidlig indikator", "Halvdelen scannes hos borgeren")
    assert "Delmålet mangler en aktivitet." in screen.words
    screen.field("Delmål 1: aktivitet").select("Kursus i scanning")
    screen.run()
    assert "Delmålet mangler" not in screen.words
    assert goal().milestones == (Milestone(3, 0.2, "Halvdelen scannes hos borgeren", course.entry_id),)
    assert Screen("plan/goals").field("Delmål 1: aktivitet").value == course.entry_id
    screen.click("Tilføj delmål")
    screen.click("Fjern delmål 1")
    assert [one.months_after_go_live for one in goal().milestones] == [4]
    assert screen.field("Delmål 1: tidlig indikator").value == ""


@pytest.mark.usefixtures("planned_project")
@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("Delmål 1: måneder efter idriftsættelse", 9, "Et delmål skal ligge før målets frist."),
        ("Delmål 1: procent mindre tid", 70, "Et delmål må ikke være større end målet."),
        ("Delmål 2: procent mindre tid", 10, "Et senere delmål må ikke være mindre end et tidligere."),
        ("Delmål 2: måneder efter idriftsættelse", 3, "To delmål har samme tidspunkt."),
        (TARGET, 20, "Et delmål må ikke være større end målet."),
        (MONTHS, 4, "Et delmål skal ligge før målets frist."),
    ],
)
def test_faults_of_milestones_stand_at_the_field_that_was_typed_in(field: str, value: int, fault: str) -> None:
    milestones = (Milestone(3, 0.2), Milestone(4, 0.4))
    before = replace(goal(), milestones=milestones)
    planning.save_goal(session.store(), BY, stored().project.project_id, before)
    screen = Screen("plan/goals")
    screen.fill(field, value)
    assert any(each.startswith(fault.removesuffix(".")) for each in screen.errors_below(field))
    assert goal() == before


@pytest.mark.usefixtures("planned_project")
def test_another_measure_takes_with_it_what_cannot_stand_and_says_so() -> None:
    screen = Screen("plan/goals")
    screen.fill("Hvad handler målet om?", Measure.SHARE)
    assert "Også ændret, så det passer sammen: Tiden måles pr., Ledende arbejdsgang." in screen.words
    screen.fill("Hvilken vej skal det gå?", Direction.MORE)
    screen.fill("Målet skrives i", TargetUnit.POINTS)
    screen.fill("Mål: så mange procentpoint højere", 20)
    assert "Også ændret" not in screen.words
    screen.fill("Hvad handler målet om?", Measure.TIME)
    assert "Også ændret, så det passer sammen: Tiden måles pr., Ledende arbejdsgang, Retning, Målets enhed." in (
        screen.words
    )
    assert not screen.errors
    assert (goal().direction, goal().target_unit, goal().target_improvement) == (
        Direction.LESS,
        TargetUnit.RELATIVE,
        0.2,
    )


@pytest.mark.usefixtures("planned_project")
def test_what_a_colleague_wrote_meanwhile_is_told_and_not_overwritten() -> None:
    screen = Screen("plan/goals")
    project_id, seen = stored().project.project_id, goal()
    theirs = replace(seen, target_improvement=0.7, milestones=(Milestone(2, 0.3),))
    planning.save_goal(session.store(), COLLEAGUE, project_id, theirs, seen)
    screen.fill(TARGET, 60)
    assert goal().target_improvement == 0.7
    assert "bo har gemt noget andet her, mens du skrev" in screen.errors_below(TARGET)[0]
    assert "Gemt nu: 70\n" in screen.words
    screen.click("Gem mit")
    assert (goal().target_improvement, goal().milestones) == (0.6, (Milestone(2, 0.3),))
    assert not screen.errors
    planning.save_goal(session.store(), COLLEAGUE, project_id, replace(goal(), workflows=("Sag", "Post")))
    screen.fill(WORKFLOWS, ["Sag", "Brev"])
    assert "Gemt nu: Sag, Post\n" in screen.words
    screen.click("Behold det gemte")
    assert (screen.field(WORKFLOWS).value, goal().workflows) == (["Sag", "Post"], ("Sag", "Post"))


@pytest.mark.usefixtures("example_folder")
def test_a_goal_is_changed_and_its_figures_follow() -> None:
    screen = Screen("plan/goals")
    assert "Målpunktet er 1,2 min. Det regnes ud af baselinemålingen på 8,0 min (−85 %)" in screen.words
    screen.fill(TARGET, 65)
    assert "Målpunktet er 2,8 min. Det regnes ud af baselinemålingen på 8,0 min (−65 %)" in screen.words
    screen.fill("Antal om året: Superbrugere", 20000)
    assert goal().target_improvement == 0.65
    assert {one.target_group: one.items_per_year for one in goal().volumes}["Superbrugere"] == 20000
    screen.open("meeting/goal")
    assert "Målet på 65 % er nået" in screen.words


@pytest.mark.usefixtures("example_folder")
def test_faults_stand_at_their_field_and_not_at_another_goal() -> None:
    screen = Screen("plan/goals")
    screen.fill(NAME, "Telefonisk vejledning")
    assert screen.errors_below(NAME) == ["Et andet mål har det navn. Vælg et andet."]
    screen.fill(TARGET, 101)
    assert screen.errors_below(TARGET) == ["Skriv en procent fra 1 til 100."]
    assert goal().name == "Journalisering og fordeling"
    screen.fill(WHICH, stored().goals[1].goal_id)
    assert not screen.errors
    screen.fill(WHICH, goal().goal_id)
    assert (screen.field(NAME).value, screen.field(TARGET).value) == ("Journalisering og fordeling", 85)


@pytest.fixture
def measurable_goal(planned_project: object) -> int:
    """The goal with its measurement plan, and one person who is everything; her id."""
    project_id = stored().project.project_id

    def write(entry: Person | Protocol | Participation) -> int:
        outcome = planning.save_entry(session.store(), BY, project_id, entry)
        assert not isinstance(outcome, tuple)
        return outcome.entry_id

    anne = write(Person(0, "Anne Vad", PlanRole.BENEFIT_OWNER))
    write(Protocol(0, goal().goal_id, Method.STOPWATCH, 14, "Toggl", (anne,)))
    write(Participation(0, goal().goal_id, stored().target_groups[0].target_group_id))
    return anne


@pytest.mark.usefixtures("measurable_goal")
def test_a_goal_is_accepted_and_approved_and_a_change_afterwards_is_told() -> None:
    screen = Screen("plan/goals")
    screen.click("Accepter")
    screen.click("Godkend")
    assert "Accepteret af Anne Vad den 1. oktober 2026" in screen.words
    assert "Godkendt af Anne Vad den 1. oktober 2026" in screen.words
    assert "Anne Vad har både accepteret og godkendt målet." in screen.words
    assert "Anne Vad har godkendt målet og måler også selv." in screen.words
    assert "Ordene er ændret" not in screen.words
    screen.click("Tilføj delmål")
    assert "Målet er ændret, siden der blev skrevet under." in screen.words


@pytest.mark.usefixtures("planned_project")
def test_without_a_measurement_plan_nothing_can_be_accepted() -> None:
    project_id = stored().project.project_id
    planning.save_entry(session.store(), BY, project_id, Person(0, "Anne Vad", PlanRole.BENEFIT_OWNER))
    screen = Screen("plan/goals")
    screen.click("Accepter")
    assert "Det er ikke besluttet, hvordan der måles." in " ".join(screen.errors)
    assert "Måleplanen mangler: Metode, Måleperiode i dage, Kilde, Hvem måler." in screen.words


@pytest.mark.usefixtures("planned_project")
def test_a_moved_go_live_shows_both_deadlines_on_the_goal_and_its_history_on_the_project() -> None:
    screen = Screen("plan/project")
    screen.fill("Idriftsættelse", date(2026, 4, 2))
    assert "Idriftsættelsen er flyttet." in screen.words
    assert "2. marts 2026, skrevet" in screen.words
    screen.open("plan/goals")
    assert "Fristen er den 2. oktober 2026." in screen.words
    assert "Den oprindelige frist var den 2. september 2026." in screen.words


@pytest.mark.usefixtures("example_folder")
def test_a_goal_with_registrations_cannot_be_deleted() -> None:
    screen = Screen("plan/goals")
    screen.click("Slet mål")
    assert screen.errors_below("Slet mål")
    assert len(stored().goals) == 5


@pytest.mark.usefixtures("planned_project")
def test_a_goal_that_is_not_measured_can_be_deleted() -> None:
    screen = Screen("plan/goals")
    screen.click("Slet mål")
    assert "Målet »Sager« er slettet." in screen.words
    assert stored().goals == ()
