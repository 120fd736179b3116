"""The analyst sees how a file is read before it is stored, and how it was read ever after."""

from __future__ import annotations

import pytest

from tests.own_project import HEADER, Row, csv_file, days_of_work
from tests.pages.conftest import BASELINE, stored, stored_uploads
from tests.pages.screen import Screen

CONFIRM = "Gem målingen"
ROWS = days_of_work(BASELINE[0], {"AAB": (10.5, 12), "BCD": (14, 9), "CDE": (8, 8), "DEF": (7, 6), "EFG": (5, 5)})


@pytest.fixture
def screen(planned_project: object) -> Screen:
    return Screen("data/upload")


def named(rows: list[Row], workflow: str) -> bytes:
    return csv_file([(*row[:3], workflow, *row[4:]) for row in rows])


def test_the_first_rows_are_shown_as_they_would_count(screen: Screen) -> None:
    screen.upload("måling.csv", csv_file(ROWS))
    assert "Række\nDato\nMedarbejder\nMålgruppe\nArbejdsgang\nMinutter\nAntal" in screen.words
    assert "2\n12. jan. 2026\nAAB\nTeam\nSag\n10,5\n1" in screen.words


def test_every_column_shows_what_the_file_has_in_it(screen: Screen) -> None:
    content = csv_file([(*row, "ring til 070761-4285") for row in ROWS], (*HEADER, "note"))
    screen.upload("måling.csv", content)
    assert "I filen: AAB · BCD · CDE" in screen.words
    assert "I filen: 10.5 · 12 · 14" in screen.words
    assert "I filen: ring til ••••••-••••" in screen.words
    assert "070761" not in screen.words


def test_a_misspelt_workflow_is_proposed_as_the_one_it_resembles(screen: Screen) -> None:
    screen.upload("a.csv", named(ROWS, "Journalisering"))
    screen.fill("Hvad er »Journalisering« i planen?", "Ny: tilføj »Journalisering« til planen")
    screen.click(CONFIRM)
    screen.upload("b.csv", named(ROWS, "Journaliserng"))
    assert screen.field("Hvad er »Journaliserng« i planen?").value == "Det samme som »Journalisering«"
    assert "Et forslag, fordi navnene ligner hinanden." in screen.words
    screen.fill("Hvad er »Journaliserng« i planen?", "Ny: tilføj »Journaliserng« til planen")
    screen.click(CONFIRM)
    assert set(stored().workflows) == {"Sag", "Journalisering", "Journaliserng"}


def test_an_uploaded_file_tells_how_it_was_read(screen: Screen) -> None:
    screen.upload("måling.csv", csv_file([*ROWS, ("2026-01-12", "FGH", "Team", "Sag", "mange", 1)]))
    screen.click(CONFIRM)
    (upload,) = stored_uploads()
    screen.open("data/uploads")
    assert upload.source.sha256 not in screen.words
    screen.fill("Vis, hvordan filen blev læst", True)
    assert upload.source.sha256 in screen.words
    assert "minutes\ntid\ngenkendt på navnet" in screen.words
    assert "12\nminutes\n" in screen.words
    assert "mange" not in screen.words
    assert screen.offers("Hent listen over afviste rækker")
