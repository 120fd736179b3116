"""The change log in words: what is new, what is gone, and from what to what."""

from __future__ import annotations

from datetime import UTC, datetime

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
