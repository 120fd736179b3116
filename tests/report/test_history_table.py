"""The change log in words: what is new, what is gone, and from what to what."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from analysis.language import Language
from analysis.model.storage import PlanChange
from analysis.report.history_table import history_table

AT = datetime(2026, 3, 2, 9, 5, tzinfo=UTC)


def line(field: str, before: object, after: object, entity: str = "benefit", entity_id: int = 7) -> PlanChange:
    return PlanChange(AT, "anne", entity, entity_id, field, before, after)


def test_the_newest_stands_first_and_one_change_of_one_thing_is_one_row() -> None:
    log = [
        line("name", None, "Tid"),
        line("kind", None, "economic"),
        line("owner", None, 3),
        line("target_improvement", 0.85, 0.8, "goal", 9),
        line("months_to_deadline", 6, 9, "goal", 9),
    ]
    table = history_table(log, {3: "Bo Lund", 9: "Journalisering"}, Language.DANISH)
    assert [column.heading for column in table.columns] == ["Hvornår", "Hvem", "Hvad", "Ændring"]
    goal, benefit = table.rows
    assert benefit == ("2. mar. 2026 10.05", "anne", "Gevinst: Tid", "Ny. Slags: Økonomisk. Gevinstejer: Bo Lund.")
    assert goal[2:] == (
        "Mål: Journalisering",
        "Målets størrelse: fra 85\u00a0% til 80\u00a0%. Frist: måneder efter idriftsættelse: fra 6 til 9.",
    )


def test_what_was_removed_keeps_its_name_and_its_words() -> None:
    log = [line("name", "Tid", None), line("converted_where", "Lønbudget", None)]
    (row,) = history_table(log, {}, Language.ENGLISH).rows
    assert row[2:] == ("Benefit: Tid", "Removed. Where it is converted: Lønbudget.")


def test_dates_choices_lists_and_milestones_are_written_for_readers() -> None:
    log = [
        line("go_live", "2026-02-01", "2026-03-01", "project", 1),
        line("workflows", ["Scan"], ["Scan", "Fordel"], "goal", 9),
        line("milestones", None, [{"activity": None, "improvement": 0.4, "months_after_go_live": 2}], "goal", 8),
        line("population Sagsbehandlere", 12, None, "round", 4),
    ]
    rows = history_table(log, {}, Language.DANISH).rows[::-1]
    assert [row[3] for row in rows] == [
        "Idriftsættelse: fra 1. februar 2026 til 1. marts 2026.",
        "Arbejdsgange: fra Scan til Scan, Fordel.",
        "Ny. Delmål: 40\u00a0% / 2.",
        "Fjernet. Medarbejdere i Sagsbehandlere: 12.",
    ]


def test_a_field_that_was_empty_makes_no_new_thing_and_a_cleared_one_removes_none() -> None:
    log = [
        line("goal", None, 9, "participation", 5),
        line("target_group", None, 2, "participation", 5),
        line("takes_part", None, True, "participation", 5),
    ]
    names = {9: "Journalisering", 2: "Superbrugere"}
    later = [
        line("planned_employees", None, 8, "participation", 5),
        line("planned_employees", 8, None, "participation", 5),
    ]
    log += [replace(one, changed_at=AT + timedelta(minutes=at)) for at, one in enumerate(later, start=1)]
    cleared, filled, new = history_table(log, names, Language.DANISH).rows
    assert {row[2] for row in (cleared, filled, new)} == {"Målgruppe i mål: Journalisering, Superbrugere"}
    assert (new[3], filled[3]) == ("Ny. Deltager: Ja.", "Medarbejdere, der skal måle: fra tomt til 8.")
    assert cleared[3] == "Medarbejdere, der skal måle: fra 8 til tomt."


def test_the_activity_of_a_milestone_is_told_by_its_name() -> None:
    milestone = {"activity": 1282, "improvement": 0.4, "months_after_go_live": 2}
    (row,) = history_table([line("milestones", None, [milestone], "goal", 8)], {1282: "Kursus"}, Language.DANISH).rows
    assert row[3] == "Ny. Delmål: Kursus / 40\u00a0% / 2."
