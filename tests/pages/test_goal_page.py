"""The goal page: the goal that a link names, what is hidden, what is not known yet, what real data make it say."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from analysis.model.plan import Milestone, Population
from tests.own_project import csv_file, own_project
from tests.pages.screen import Screen

PERMITS = Path(__file__).parents[1] / "statistics" / "oracle" / "v9_real_permits_14days_fpc" / "data.csv"


@pytest.mark.usefixtures("example_folder")
def test_a_link_opens_the_goal_that_it_names() -> None:
    screen = Screen("meeting/goal", goal="Telefonisk vejledning")
    assert screen.title == "Telefonisk vejledning"
    assert "Bekræftet nået" in screen.words
    assert "faldet 45 %" in screen.words


@pytest.mark.usefixtures("example_folder")
def test_a_goal_without_a_follow_up_shows_its_baseline_and_asks_for_one() -> None:
    screen = Screen("meeting/goal", goal="Forberedelse af opfølgningssamtale")
    assert "Ikke målt" in screen.words
    assert "24,0 minutter pr. samtale" in screen.words
    assert "22 medarbejdere" in screen.words
    assert "Planlæg den, eller indlæs dens fil." in screen.words


@pytest.mark.usefixtures("example_folder")
def test_a_group_of_too_few_is_shown_without_a_number() -> None:
    words = Screen("meeting/goal").words.splitlines()
    place = words.index("Ledere på ydelsesområdet")
    row = words[place : words.index("Sagsbehandlere på ydelsescentrene")]
    assert "For få målinger" in row
    assert not [cell for cell in row if "%" in cell]


@pytest.mark.usefixtures("example_folder")
def test_the_table_beside_the_chart_has_every_round() -> None:
    words = Screen("meeting/goal").words
    for expected in (
        "Baselinemåling",
        "8,0",
        "−41 %",
        "31–50 %",
        "−62 %",
        "49–71 %",
        "−79 %",
        "70–86 %",
        "Delmål: −60 %",
    ):
        assert expected in words


def permits(wave: str) -> bytes:
    """One wave of a Dutch municipality's permits as a file of this product."""
    with PERMITS.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["wave"] == wave]
    return csv_file([(row["date"], row["employee"], row["group"], "Sag", row["minutes"], row["items"]) for row in rows])


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("da", "et målt fald på 68 % i virkeligheden være alt fra en stigning på 8 % til et fald på 91 %"),
        ("en", "a measured fall of 68% may in truth be anything from a rise of 8% to a fall of 91%"),
    ],
)
def test_a_real_municipality_reads_why_its_number_is_so_uncertain(folder: Path, language: str, sentence: str) -> None:
    windows = [(date(2011, 2, 7), date(2011, 2, 20)), (date(2011, 10, 3), date(2011, 10, 16))]
    own = own_project(
        folder,
        windows=windows,
        go_live=date(2011, 5, 2),
        groups=("Municipality",),
        populations=(Population("Municipality", 48),),
        target=0.85,
        milestones=(Milestone(3, 0.5),),
    )
    own.load(0, permits("baseline"), "baseline.csv")
    own.load(1, permits("followup"), "followup.csv")
    own.store.close()
    words = Screen("meeting/goal", language).words
    assert sentence in words
    assert {"da": "Uafklaret", "en": "Undecided"}[language] in words
