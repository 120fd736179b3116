"""What reading cannot know is asked on the page, and the answer reads the file at once."""

from __future__ import annotations

import pytest

from tests.own_project import HEADER, csv_file
from tests.pages.conftest import stored_uploads
from tests.pages.screen import Screen

CONFIRM = "Gem målingen"
DAYS = [("03/04/2026", "AAB"), ("04/04/2026", "BBC"), ("05/04/2026", "CCD")]


def dated(days: list[tuple[str, str]], minutes: str = "12") -> bytes:
    return csv_file([(day, employee, "Team", "Sag", minutes, 1) for day, employee in days])


@pytest.mark.usefixtures("planned_project")
def test_dates_that_could_be_two_days_are_asked_about() -> None:
    screen = Screen("data/upload")
    screen.upload("a.csv", dated(DAYS))
    assert "Dag og måned kan ikke skelnes" in screen.warnings[0]
    assert "Svar herunder, så læses filen." in screen.words
    assert screen.errors == [], "nothing is wrong with a file that only has to be asked about"
    assert not screen.offers(CONFIRM)
    screen.fill("I hvilken rækkefølge står datoerne?", "dag-måned-år")
    assert "Periode: 3.–5. apr. 2026." in screen.words
    screen.click("Glem svarene, og læs filen forfra")
    screen.fill("I hvilken rækkefølge står datoerne?", "måned-dag-år")
    assert "Periode: 4. mar. – 4. maj 2026." in screen.words
    assert stored_uploads() == []


@pytest.mark.usefixtures("planned_project")
def test_a_time_without_a_unit_is_asked_about() -> None:
    header = (*HEADER[:4], "tid", "items")
    rows = [("2026-01-12", f"e{n}", "Team", "Sag", 1 + n / 2, 1) for n in range(4)]
    screen = Screen("data/upload")
    screen.upload("a.csv", csv_file(rows, header))
    assert "om tiden er i timer, minutter eller sekunder" in screen.warnings[0]
    screen.fill("Hvad er tiden skrevet i?", "timer")
    screen.click(CONFIRM)
    (upload,) = stored_uploads()
    assert upload.rows == 4


@pytest.mark.usefixtures("planned_project")
def test_what_an_empty_cell_means_is_asked_and_remembered_as_a_warning() -> None:
    rows = [(f"2026-01-1{2 + n % 3}", "" if n % 3 else f"AB{n}", "Team", "Sag", 11 + n, 1) for n in range(9)]
    screen = Screen("data/upload")
    screen.upload("a.csv", csv_file(rows))
    assert "I employee er mange celler tomme" in screen.warnings[0]
    screen.fill("Hvad betyder en tom celle?", "Det samme som cellen ovenover")
    assert metric(screen, "Rækker") == "9"
    assert "Tomme celler har fået værdien fra cellen ovenover, som du svarede." in screen.words
    screen.click(CONFIRM)
    (upload,) = stored_uploads()
    assert (upload.rows, [doubt.code for doubt in upload.doubts]) == (9, ["same_as_above"])


@pytest.mark.usefixtures("planned_project")
def test_a_column_taken_for_the_wrong_thing_is_put_right() -> None:
    screen = Screen("data/upload")
    screen.upload("a.csv", csv_file([("2026-01-12", "AAB", "Team", "Sag", 12, 7)]))
    assert metric(screen, "Antal") == "7"
    columns = [box for box in screen.app.selectbox if str(box.label).startswith("items")]
    columns[0].select_index(0)
    screen.run()
    assert metric(screen, "Antal") == "–"


def metric(screen: Screen, label: str) -> str:
    return next(str(one.value) for one in screen.app.metric if one.label == label)
