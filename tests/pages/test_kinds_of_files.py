"""Other files than time registrations, files that overlap, files like an earlier one, groups that are none."""

from __future__ import annotations

from datetime import timedelta

import pytest

from analysis.model.kinds import Measurement
from tests.own_project import csv_file, days_of_work
from tests.pages.conftest import BASELINE, stored_uploads
from tests.pages.screen import Screen

CONFIRM, HOLDS = "Gem målingen", "Hvad er der i filen?"
DAYS = [BASELINE[0] + timedelta(days=place) for place in range(5)]
NAMES = ("AAB", "BCD", "CDE", "DEF", "EFG", "FGH")
FILES = {
    Measurement.BEST_GUESS: (("Medarbejder", "Arbejdsgang", "Minutter"), [(name, "Sag", 12) for name in NAMES]),
    Measurement.TALLY: (
        ("Dato", "Medarbejder", "Arbejdsgang", "Antal"),
        [(day, name, "Sag", 4) for day in DAYS for name in NAMES],
    ),
    Measurement.EXTRACT: (("Dato", "Arbejdsgang", "Antal"), [(day, "Sag", 40) for day in DAYS]),
    Measurement.SHARE: (("Dato", "Arbejdsgang", "Antal", "I alt"), [(day, "Sag", 10, 40) for day in DAYS]),
}


@pytest.fixture
def screen(planned_project: object) -> Screen:
    return Screen("data/upload")


def metrics(screen: Screen) -> dict[str, str]:
    return {metric.label: metric.value for metric in screen.app.metric}


@pytest.mark.parametrize(
    ("measurement", "shown"),
    [
        (Measurement.BEST_GUESS, {"Rækker": "6", "Medarbejdere": "6", "Minutter": "72,0"}),
        (Measurement.TALLY, {"Rækker": "30", "Medarbejdere": "6", "Antal": "120"}),
        (Measurement.EXTRACT, {"Rækker": "5", "Antal": "200"}),
        (Measurement.SHARE, {"Rækker": "5", "Medarbejdere": "0", "Antal": "50", "I alt": "200"}),
    ],
)
def test_a_file_of_another_kind_shows_its_own_numbers_and_is_stored(
    screen: Screen, measurement: Measurement, shown: dict[str, str]
) -> None:
    header, rows = FILES[measurement]
    screen.fill(HOLDS, measurement)
    screen.upload("fil.csv", csv_file(rows, header))
    assert metrics(screen) == shown
    screen.click(CONFIRM)
    (upload,) = stored_uploads()
    assert upload.measurement is measurement
    assert str(upload.rows) == shown["Rækker"]


def test_an_indicator_gets_its_name_on_purpose_and_a_page_of_its_own(screen: Screen) -> None:
    screen.fill(HOLDS, Measurement.SERIES)
    rows = [(day, "Selvbetjening", f"{12 + place},5") for place, day in enumerate(DAYS)]
    screen.upload("fil.csv", csv_file(rows, ("Dato", "Indikator", "Værdi")))
    assert not screen.offers(CONFIRM)
    screen.fill("Hvad er »Selvbetjening« i planen?", "Ny: tilføj »Selvbetjening« til planen")
    screen.click(CONFIRM)
    screen.open("meeting/indicators")
    assert "Selvbetjening" in screen.words
    assert "16,5" in screen.words


def test_what_a_system_counts_by_the_month_is_read_and_told(screen: Screen) -> None:
    screen.fill(HOLDS, Measurement.EXTRACT)
    rows = [(f"{BASELINE[0]:%Y}M{BASELINE[0]:%m}", "Sag", 40)]
    screen.upload("fil.csv", csv_file(rows, ("Måned", "Arbejdsgang", "Antal")))
    assert metrics(screen) == {"Rækker": "1", "Antal": "40"}
    assert "1 række: Måneder, uger og kvartaler er læst som deres første dag." in screen.words


def test_months_without_a_year_are_refused_with_what_to_do(screen: Screen) -> None:
    screen.fill(HOLDS, Measurement.EXTRACT)
    screen.upload("fil.csv", csv_file([(2026, 1, "Sag", 40)], ("År", "Måned", "Arbejdsgang", "Antal")))
    assert "Skriv periode og år i samme celle" in screen.errors[0].replace("\\", "")
    assert "year_missing" not in screen.errors[0]


def test_a_time_file_called_an_extract_is_refused_in_words(screen: Screen) -> None:
    screen.fill(HOLDS, Measurement.SHARE)
    screen.upload("tid.csv", csv_file(days_of_work(BASELINE[0], {"AAB": (10, 12)})))
    assert "Filen mangler" in screen.warnings[0]
    assert not screen.offers(CONFIRM)


@pytest.mark.parametrize(
    ("answer", "live"), [("replace", ["anden.csv"]), ("both", ["anden.csv", "en.csv"])], ids=["replace", "both"]
)
def test_rows_that_an_earlier_file_has_are_asked_about(screen: Screen, answer: str, live: list[str]) -> None:
    rows = days_of_work(BASELINE[0], dict.fromkeys(NAMES, (10, 12)))
    screen.upload("en.csv", csv_file(rows))
    screen.click(CONFIRM)
    screen.fill("Målerunde", screen.field("Målerunde").options[0])
    screen.upload("anden.csv", csv_file([*rows, *days_of_work(BASELINE[0] + timedelta(days=7), {"AAB": (9,)})]))
    assert "12 rækker findes også i en.csv" in screen.words
    assert not screen.offers(CONFIRM)
    screen.fill("Hvad skal der ske med de rækker, som en tidligere fil også har?", answer)
    screen.click(CONFIRM)
    assert sorted(upload.source.name for upload in stored_uploads() if upload.undone_at is None) == live


def test_after_storing_the_next_round_is_chosen(screen: Screen) -> None:
    screen.upload("en.csv", csv_file(days_of_work(BASELINE[0], dict.fromkeys(NAMES, (10, 12)))))
    screen.click(CONFIRM)
    assert str(screen.field("Målerunde").value).startswith("Eftermåling 1")


def test_an_employee_in_two_groups_is_asked_about(screen: Screen) -> None:
    rows = [(str(day), name, group, "Sag", 12, 1) for day in DAYS for name in NAMES for group in ("Ny", "Gammel")]
    screen.upload("en.csv", csv_file(rows))
    assert "6 medarbejdere står i flere målgrupper" in screen.words
    assert not screen.offers(CONFIRM)
    screen.fill("6 medarbejdere står i flere målgrupper", "Kolonnen er en slags sag: brug den ikke som målgruppe")
    screen.click(CONFIRM)
    (upload,) = stored_uploads()
    assert upload.rows == 60
