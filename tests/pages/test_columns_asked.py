"""Columns under names that nobody knows, or two under one name: said on the page, and put right there in any order."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest

from analysis import planning
from analysis.model.kinds import Measurement
from analysis.model.plan import Goal
from pages.components import session
from tests.own_project import BY, HEADER, csv_file, days_of_work
from tests.pages.conftest import BASELINE, stored, stored_uploads
from tests.pages.screen import Screen

CONFIRM, FORGET, MAPPING = "Gem målingen", "Glem svarene, og læs filen forfra", "Sådan er de 6 kolonner forstået"
ROWS = days_of_work(BASELINE[0], {"AAB": (10.5, 12), "BCD": (14, 9), "CDE": (8, 8)})
TOGGL = ("User", "Email", "Project", "Task", "Description", "Start date", "Start time", "Duration")


@pytest.fixture
def screen(planned_project: object) -> Screen:
    return Screen("data/upload")


def leave_out(screen: Screen, column: str) -> None:
    screen.field(column).select_index(0)
    screen.run()


def renamed(**names: str) -> bytes:
    return csv_file(ROWS, [names.get(name, name) for name in HEADER])


def test_an_unknown_heading_is_asked_about_and_the_file_is_stored(screen: Screen) -> None:
    screen.upload("a.csv", renamed(employee="hvem"))
    assert "Filen mangler en kolonne: medarbejder." in screen.warnings[0]
    assert "Ret filen" not in screen.words
    screen.fill("Hvilken kolonne er medarbejderen?", "B: hvem (AAB · BCD · CDE)")
    screen.click(CONFIRM)
    assert stored_uploads()[0].employees == 3


def test_several_unknown_headings_are_each_asked_about(screen: Screen) -> None:
    screen.upload("a.csv", renamed(employee="hvem", date="dag nr"))
    assert "Filen mangler kolonnerne dato og medarbejder." in screen.warnings[0]
    screen.fill("Hvilken kolonne er datoen?", "A: dag nr (2026-01-12 · 2026-01-13)")
    assert "Filen mangler en kolonne: medarbejder." in screen.warnings[0]
    screen.fill("Hvilken kolonne er medarbejderen?", "B: hvem (AAB · BCD · CDE)")
    assert screen.offers(CONFIRM)


def test_a_file_of_names_that_nobody_knows_can_be_read(screen: Screen) -> None:
    screen.upload("a.csv", csv_file([(*row[:2], *row[3:5]) for row in ROWS], ("d", "hvem", "hvad", "hvor længe")))
    assert "Kolonnernes navne er ikke nogen, Gevinst kender: d, hvem, hvad, hvor længe." in screen.warnings[0]
    screen.fill("Hvilken kolonne er arbejdsgangen?", "C: hvad (Sag)")
    screen.fill("Hvilken kolonne er datoen?", "A: d (2026-01-12 · 2026-01-13)")
    screen.fill("Hvilken kolonne er medarbejderen?", "B: hvem (AAB · BCD · CDE)")
    screen.fill("Hvilken kolonne er tiden?", "D: hvor længe (10.5 · 12 · 14)")
    screen.fill("Hvad er tiden skrevet i?", "minutter")
    assert "12. jan. 2026\nAAB" in screen.words
    assert screen.offers(CONFIRM)


def test_all_rows_can_belong_to_one_workflow_of_the_plan(screen: Screen) -> None:
    (goal,) = stored().goals
    other = replace(goal, goal_id=0, name="Andet", workflows=("Andet",), leading_workflow="Andet")
    assert isinstance(planning.save_goal(session.store(), BY, stored().project.project_id, other), Goal)
    screen.upload("b.csv", csv_file([(*row[:3], *row[4:]) for row in ROWS], (*HEADER[:3], *HEADER[4:])))
    screen.fill("Hvilken kolonne er arbejdsgangen?", "Alle rækker hører til »Andet«")
    assert "AAB\nTeam\nAndet" in screen.words


def test_an_indicators_name_can_be_typed(screen: Screen) -> None:
    screen.fill("Hvad er der i filen?", Measurement.SERIES)
    screen.upload("a.csv", csv_file([(row[0], 12) for row in ROWS], ("Dato", "Værdi")))
    screen.fill("Eller skriv navnet, hvis alle rækker er den samme indikator", "Ventetid")
    screen.fill("Hvad er »Ventetid« i planen?", "Ny: tilføj »Ventetid« til planen")
    assert screen.offers(CONFIRM)


def test_an_empty_column_of_a_known_tool_is_named_and_another_takes_its_place(screen: Screen) -> None:
    rows = [(row[1], "x", "Team", "", "Sag", row[0], "08:00:00", "00:10:00") for row in ROWS]
    screen.upload("toggl.csv", csv_file(rows, TOGGL))
    assert "Kolonnen Task er tom, så filen mangler arbejdsgang." in screen.warnings[0]
    screen.fill("Hvilken kolonne er arbejdsgangen?", "E: Description (Sag)")
    assert screen.offers(CONFIRM)


def test_two_columns_are_swapped_and_a_broken_mapping_can_still_be_put_right(screen: Screen) -> None:
    content = csv_file(ROWS)
    screen.upload("a.csv", content)
    screen.fill("workflow", "employee")
    assert "Sag\nTeam\nAAB" in screen.words, "the other column has got this one's role"
    leave_out(screen, "date")
    assert "Filen mangler en kolonne: dato." in screen.warnings[0]
    assert screen.offers("employee")
    screen.fill("date", "date")
    screen.fill("employee", "employee")
    assert "AAB\nTeam\nSag" in screen.words
    leave_out(screen, "date")
    screen.click(FORGET)
    assert screen.offers(CONFIRM)
    assert not screen.offers(FORGET)


def test_two_columns_of_one_name_are_told_apart(screen: Screen) -> None:
    screen.upload("a.csv", csv_file([(*row, 7) for row in ROWS], (*HEADER, "items")))
    assert "Flere kolonner kan være den samme" in screen.warnings[0]
    screen.fill("Hvilken kolonne skal bruges?", "G: items (7)")
    assert "12. jan. 2026\nAAB\nTeam\nSag\n10,5\n7" in screen.words
    screen.click(FORGET)
    screen.fill("Hvilken kolonne skal bruges?", "F: items (1)")
    assert "12. jan. 2026\nAAB\nTeam\nSag\n10,5\n1" in screen.words


def test_a_label_is_read_as_it_is_written(screen: Screen) -> None:
    screen.upload("a.csv", renamed(items="antal (stk.)"))
    label = next(str(box.label) for box in screen.app.selectbox if "antal" in str(box.label))
    assert label == "antal (stk.)"
    assert "genkendt på navnet · I filen: 1" in screen.words


def test_a_file_of_another_kind_is_offered_to_be_read_as_it(screen: Screen) -> None:
    counted = [(*row[:4], 4) for row in ROWS]
    screen.upload("a.csv", csv_file(counted, (*HEADER[:4], "items")))
    assert not screen.offers("Læs den som: Systemudtræk: antal, som et system har talt")
    screen.click("Læs den som: Optælling: antal, som medarbejdere har talt")
    assert screen.field("Hvad er der i filen?").value == Measurement.TALLY
    assert screen.offers(CONFIRM)


def test_the_sheets_that_shall_count_are_chosen_together(screen: Screen) -> None:
    book = openpyxl.Workbook()
    for name, rows in (("Januar", ROWS[:3]), ("Februar", ROWS[3:]), ("Samlet", ROWS)):
        sheet = book.create_sheet(name)
        for row in (HEADER, *rows):
            sheet.append(row)
    book.remove(book.worksheets[0])
    written = io.BytesIO()
    book.save(written)
    screen.upload("a.xlsx", written.getvalue())
    screen.fill("Hvilke ark skal læses?", ["Januar", "Februar"])
    screen.click("Læs de valgte ark")
    assert "6" in {str(metric.value) for metric in screen.app.metric if metric.label == "Rækker"}


@pytest.mark.parametrize(("answer", "rows"), [("Ja, de er arbejde for sig", "18"), ("Nej, de er summer", "12")])
def test_sums_that_no_word_tells_are_asked_about(screen: Screen, answer: str, rows: str) -> None:
    parts = (("Sag", 10), ("Journal", 5), ("Behandling", 15))
    content = [(*row[:3], name, minutes, 1) for row in ROWS for name, minutes in parts]
    screen.upload("a.csv", csv_file(content))
    assert "Rækkerne for Behandling er hver gang summen af andre rækker" in screen.warnings[0]
    field = screen.field("Skal de rækker tælle med?")
    screen.fill(field.label, next(one for one in field.options if one.startswith(answer)))
    for name in ("Journal", "Behandling"):
        if screen.offers(f"Hvad er »{name}« i planen?"):
            screen.fill(f"Hvad er »{name}« i planen?", "Det samme som »Sag«")
    assert {str(metric.value) for metric in screen.app.metric if metric.label == "Rækker"} == {rows}


def test_breaks_that_shall_be_subtracted_are_subtracted_in_the_file(screen: Screen) -> None:
    rows = [(*row[:4], "08:00", "08:30", "00:10") for row in ROWS]
    screen.upload("a.csv", csv_file(rows, (*HEADER[:4], "start", "slut", "pause")))
    screen.fill("Skal pauserne trækkes fra?", "Ja, de skal trækkes fra")
    assert "Lav en kolonne »Minutter« med den tid, der skal tælle" in screen.words
    screen.fill("Skal pauserne trækkes fra?", "Nej, tiden fra start til slut tæller")
    assert screen.offers(CONFIRM)
