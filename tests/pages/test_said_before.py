"""What was said of an earlier file is shown as an answer, and can be changed; what it leaves out is told."""

from __future__ import annotations

import pytest

from tests.own_project import Row, csv_file, days_of_work
from tests.pages.conftest import BASELINE, stored_uploads
from tests.pages.screen import Screen

CONFIRM, AFRESH = "Gem målingen", "Læs filen uden det, du sagde sidst"
ROWS = days_of_work(BASELINE[0], {"AAB": (10.5, 12), "BCD": (14, 9), "CDE": (8, 8)})
MORE = days_of_work(BASELINE[0], {"DEF": (10.5, 12), "EFG": (14, 9)})
QUESTION, LEFT_OUT = "Hvad er »Journal« i planen?", "Udelad rækkerne"


def with_journal(rows: list[Row]) -> bytes:
    return csv_file([*rows, *((*row[:3], "Journal", *row[4:]) for row in rows[:2])])


@pytest.fixture
def screen(planned_project: object) -> Screen:
    """A first file has come, of which the rows of one workflow were left out."""
    screen = Screen("data/upload")
    screen.upload("a.csv", with_journal(ROWS))
    screen.fill(QUESTION, LEFT_OUT)
    screen.click(CONFIRM)
    screen.fill("Målerunde", screen.field("Målerunde").options[0])
    return screen


def test_what_is_left_out_is_told_after_storing(screen: Screen) -> None:
    screen.upload("b.csv", with_journal(MORE) + b"2026-01-12,FGH,Team,Sag,mange,1\n")
    screen.click(CONFIRM)
    assert "4 rækker fra b.csv er gemt. 1 række er afvist. 2 rækker er udeladt." in screen.words
    assert "Under Indlæste filer står, hvordan filen blev læst, og hvad der ikke tæller." in screen.words


def test_a_label_left_out_before_says_so_and_can_count_now(screen: Screen) -> None:
    screen.upload("b.csv", with_journal(MORE))
    assert "2 rækker bliver udeladt: »Journal« (som du sagde sidst)." in screen.warnings[0]
    assert "1 navn, som du svarede på sidst" in screen.words
    assert screen.field(QUESTION).value == LEFT_OUT
    screen.fill(QUESTION, "Det samme som »Sag«")
    assert not any("udeladt" in words for words in screen.warnings)
    screen.click(CONFIRM)
    assert [upload.rows for upload in stored_uploads()] == [6, 6]


def test_names_stay_answered_where_a_column_is_answered_anew(screen: Screen) -> None:
    screen.upload("b.csv", with_journal(MORE))
    box = next(one for one in screen.app.selectbox if one.label == "items")
    box.select_index(0)
    screen.run()
    assert screen.field(QUESTION).value == LEFT_OUT


@pytest.mark.usefixtures("planned_project")
def test_an_order_of_days_that_was_told_before_can_be_told_anew() -> None:
    screen = Screen("data/upload")
    for name, days in (("a.csv", ("03/04/2026", "04/04/2026")), ("b.csv", ("05/04/2026", "06/04/2026"))):
        screen.upload(name, csv_file([(day, "AAB", "Team", "Sag", 12, 1) for day in days]))
        if name == "a.csv":
            screen.fill("I hvilken rækkefølge står datoerne?", "måned-dag-år")
            screen.click(CONFIRM)
    assert "Filen er læst, som du sagde sidst" in screen.words
    assert "Du sagde også: måned-dag-år." in screen.words
    screen.click(AFRESH)
    screen.fill("I hvilken rækkefølge står datoerne?", "dag-måned-år")
    assert "Periode: 5.–6. apr. 2026." in screen.words
