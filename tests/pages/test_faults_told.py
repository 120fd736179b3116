"""Faults stand before questions, are counted in what they are faults of, and say what to do."""

from __future__ import annotations

import re
from datetime import date

import pytest

from analysis.language import Language
from analysis.model.kinds import Measurement
from analysis.report.template import StaffMember, TemplateWords, template_csv
from pages.components.data.column_questions import letter
from tests.own_project import HEADER, csv_file, days_of_work
from tests.pages.conftest import BASELINE
from tests.pages.screen import Screen

CONFIRM = "Gem målingen"
ROWS = days_of_work(BASELINE[0], {"AAB": (10.5, 12), "BCD": (14, 9), "CDE": (8, 8)})


@pytest.fixture
def screen(planned_project: object) -> Screen:
    return Screen("data/upload")


def test_faults_stand_above_the_questions_about_names(screen: Screen) -> None:
    screen.upload("a.csv", csv_file([*ROWS, (*ROWS[0][:3], "Journal", 5, 1), (*ROWS[0][:4], "mange", 1)]))
    order = ["1 række er afvist", "7 af 8 rækker kan læses.", "Sådan læses filen", "Hvad er »Journal« i planen?"]
    places = [screen.words.index(words) for words in order]
    assert places == sorted(places)


def test_each_limit_is_told_where_it_applies(screen: Screen) -> None:
    faulty = [(*ROWS[0][:4], 1999, 1), (*ROWS[0][:4], 5, 300_000), (*ROWS[0][:4], 5, "3.5")]
    screen.upload("a.csv", csv_file([*ROWS, *faulty]))
    for advice in ("Mere end 24 timer i én række.", "Mere end 100.000 styk i én række.", "Skriv et helt antal."):
        assert advice in screen.words
    assert "10.000.000" not in screen.words


def test_a_file_of_rows_that_fail_says_how_many_and_shows_them(screen: Screen) -> None:
    failing = [("12-01", *row[1:]) for row in ROWS * 5]
    screen.upload("a.csv", csv_file([*ROWS, *failing]))
    assert "30 rækker kan ikke læses; filen har 36 rækker i alt." in screen.errors[0]
    assert "Hyppigste fejl, i 30 rækker: Det er ikke en dato" in screen.errors[0]
    assert "invalid_date" not in screen.words
    assert "8\ndate\n12-01\nDet er ikke en dato" in screen.words
    assert screen.offers("Hent listen over afviste rækker")


def test_a_template_that_nobody_has_filled_in_is_called_so(screen: Screen) -> None:
    words = TemplateWords(("Sag",), ("Team",), (StaffMember("AAB", "Team"),), date(2026, 1, 12))
    for number, staff in enumerate((words.staff, ())):
        prepared = TemplateWords(words.workflows, words.target_groups, staff, words.first_day)
        screen.upload(f"{number}.csv", template_csv(prepared, Measurement.TIME, Language.DANISH))
        assert "Filen er ikke udfyldt endnu" in screen.errors[0]


def test_the_same_file_again_is_told_by_its_round_and_needs_no_repair(screen: Screen) -> None:
    screen.upload("a.csv", csv_file(ROWS))
    screen.click(CONFIRM)
    screen.upload("a.csv", csv_file(ROWS))
    assert re.search(r"allerede indlæst som a\.csv den .+ i baselinemålingen\.", screen.errors[0])
    assert "Ret filen" not in screen.words


def test_rows_outside_the_round_are_counted(screen: Screen) -> None:
    screen.upload("a.csv", csv_file([*ROWS, ("2026-03-02", *ROWS[0][1:])]))
    assert "1 række ligger uden for rundens periode (12.–25. jan. 2026)." in screen.words


def test_repeated_rows_are_set_aside_where_they_are_told_of(screen: Screen) -> None:
    screen.upload("a.csv", csv_file([*ROWS, ROWS[0]]))
    assert "1 række: Helt ens rækker; de tæller alle. (række 8)" in screen.words
    screen.click("Lad kun den første af ens rækker tælle")
    assert "6 af 7 rækker kan læses." in screen.words
    assert "Rækken er lig med en tidligere række" in screen.words


def test_a_period_of_one_day_is_one_day(screen: Screen) -> None:
    screen.upload("a.csv", csv_file([row for row in ROWS if row[0] == "2026-01-12"]))
    assert "Periode: 12. jan. 2026." in screen.words


def test_the_staff_list_tells_of_whom_the_file_says_something_else(screen: Screen) -> None:
    screen.open("data/staff")
    listed = [("AAB", "Team"), ("BCD", "Team"), ("CDE", "Team")]
    screen.upload("liste.csv", csv_file(listed, ("Medarbejder", "Målgruppe")))
    screen.click("Gem listen")
    screen.open("data/upload")
    screen.upload("a.csv", csv_file(ROWS))
    assert "Målgrupperne er taget fra medarbejderlisten." in screen.words
    assert "siger filen noget andet" not in screen.words
    screen.upload("b.csv", csv_file([(*row[:2], "Jurister" if row[1] == "BCD" else "team", *row[3:]) for row in ROWS]))
    assert "For 1 medarbejder siger filen noget andet: BCD." in screen.words


def test_columns_are_lettered_as_excel_does() -> None:
    assert [letter(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_column_without_a_role_has_no_reason(screen: Screen) -> None:
    screen.upload("a.csv", csv_file([(*row, "x") for row in ROWS], (*HEADER, "note")))
    assert "note\n" in screen.words
    assert "\nI filen: x" in screen.words
