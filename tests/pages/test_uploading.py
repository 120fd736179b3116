"""A file on its way in: seen before it is stored, asked about where it is unclear, stored once, undone and redone."""

from __future__ import annotations

import io
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest

from tests.own_project import HEADER, Row, csv_file, days_of_work
from tests.pages.conftest import BASELINE, stored, stored_uploads
from tests.pages.screen import Screen

CONFIRM, ROUND = "Gem målingen", "Målerunde"
EMPLOYEES = ("AAB", "BCD", "CDE", "DEF", "EFG", "FGH")
ROWS = days_of_work(BASELINE[0], {name: (10 + place, 12.5, 14) for place, name in enumerate(EMPLOYEES)})


def file_of(rows: list[Row], **changed: object) -> bytes:
    """The rows with some columns set to one value."""
    places = {HEADER.index(name): value for name, value in changed.items()}
    return csv_file([[places.get(place, cell) for place, cell in enumerate(row)] for row in rows])


@pytest.fixture
def screen(planned_project: object) -> Screen:
    return Screen("data/upload")


def metrics(screen: Screen) -> dict[str, str]:
    return {metric.label: metric.value for metric in screen.app.metric}


def test_what_would_count_is_seen_before_anything_is_stored(screen: Screen) -> None:
    screen.upload("måling.csv", csv_file(ROWS))
    assert metrics(screen) == {"Rækker": "18", "Medarbejdere": "6", "Minutter": "234,0", "Antal": "18"}
    assert "Periode: 12.–14. jan. 2026." in screen.words
    assert "Team\n6\n12\n18" in screen.words
    assert stored_uploads() == []


def test_a_confirmed_file_is_stored_and_the_page_is_ready_for_the_next(screen: Screen) -> None:
    screen.upload("måling.csv", csv_file(ROWS))
    screen.click(CONFIRM)
    assert "18 rækker fra måling.csv er gemt." in screen.words
    (upload,) = stored_uploads()
    assert (upload.rows, upload.employees, upload.source.name) == (18, 6, "måling.csv")
    assert screen.app.file_uploader[0].value is None
    assert not screen.offers(CONFIRM)


def test_a_file_goes_to_the_chosen_round(screen: Screen) -> None:
    screen.fill(ROUND, screen.field(ROUND).options[1])
    later = [(str(date.fromisoformat(str(row[0])) + timedelta(weeks=14)), *row[1:]) for row in ROWS]
    screen.upload("eftermåling.csv", csv_file(later))
    screen.click(CONFIRM)
    assert [upload.round_id for upload in stored_uploads()] == [stored().rounds[1].round_id]


def test_a_workbook_is_read_like_any_other_file(screen: Screen) -> None:
    book = openpyxl.Workbook()
    for row in [("Dato", "Medarbejder", "Målgruppe", "Arbejdsgang", "Minutter", "Antal"), *ROWS]:
        book.active.append([date.fromisoformat(cell) if str(cell).startswith("2026") else cell for cell in row])
    written = io.BytesIO()
    book.save(written)
    screen.upload("måling.xlsx", written.getvalue())
    assert metrics(screen)["Minutter"] == "234,0"


def test_the_same_file_is_not_stored_twice(screen: Screen) -> None:
    for _ in range(2):
        screen.upload("måling.csv", csv_file(ROWS))
        if screen.offers(CONFIRM):
            screen.click(CONFIRM)
    assert "Filen er allerede indlæst som måling.csv" in screen.errors[0]
    assert "Intet er gemt." in screen.words
    assert len(stored_uploads()) == 1


def test_rows_that_an_earlier_file_has_too_are_pointed_out(screen: Screen) -> None:
    screen.upload("a.csv", csv_file(ROWS))
    screen.click(CONFIRM)
    screen.upload("b.csv", csv_file(ROWS[:4]))
    assert "4 rækker findes også i a.csv" in screen.words
    assert "bliver a.csv (18 rækker, Baselinemåling) fortrudt helt" in screen.words
    assert "14 rækker, som ikke er i den nye fil, tæller så ikke længere" in screen.words


def test_a_row_without_a_target_group_is_named_and_the_rest_can_be_stored(screen: Screen) -> None:
    day, _, _, *rest = ROWS[0]
    screen.upload("a.csv", csv_file([*ROWS, (day, "XYZ", "", *rest)]))
    assert metrics(screen)["Rækker"] == "18"
    assert "1 række uden målgruppe bliver afvist" in screen.words
    assert "(række 20)" in screen.words
    screen.click(CONFIRM)
    assert [(upload.rows, upload.rejected) for upload in stored_uploads()] == [(18, 1)]


def test_another_period_than_the_rounds_is_pointed_out(screen: Screen) -> None:
    screen.upload("a.csv", file_of(ROWS, date="2026-02-20"))
    assert "uden for rundens periode (12.–25. jan. 2026). Er det den rigtige runde?" in screen.words
    assert screen.offers(CONFIRM)


def test_equal_rows_count_or_are_set_aside_as_the_analyst_says(screen: Screen) -> None:
    screen.upload("a.csv", csv_file([*ROWS, ROWS[0]]))
    assert metrics(screen)["Rækker"] == "19"
    assert "Helt ens rækker; de tæller alle." in screen.words
    screen.fill("Hvad er én række i filen?", "day")
    assert metrics(screen)["Rækker"] == "18"


@pytest.mark.parametrize(
    ("answer", "rows", "workflows"),
    [
        ("Det samme som »Sag«", "18", ("Sag",)),
        ("Ny: tilføj »Journal« til planen", "18", ("Sag", "Journal")),
        ("Udelad rækkerne", "15", ("Sag",)),
    ],
)
def test_an_unknown_workflow_is_asked_about(screen: Screen, answer: str, rows: str, workflows: tuple[str, ...]) -> None:
    journal = [(*row[:3], "Journal", *row[4:]) for row in ROWS[:3]]
    screen.upload("a.csv", csv_file([*journal, *ROWS[3:]]))
    assert "Arbejdsgange, som planen ikke kender" in screen.words
    assert not screen.offers(CONFIRM)
    screen.fill("Hvad er »Journal« i planen?", answer)
    assert metrics(screen)["Rækker"] == rows
    screen.click(CONFIRM)
    assert stored_uploads()[0].rows == int(rows)
    assert set(stored().workflows) == set(workflows)


def test_an_unknown_target_group_is_asked_about(screen: Screen) -> None:
    screen.upload("a.csv", file_of(ROWS, group="Jurister"))
    assert not screen.offers(CONFIRM)
    screen.fill("Hvad er »Jurister« i planen?", "Ny: tilføj »Jurister« til planen")
    screen.click(CONFIRM)
    assert [group.name for group in stored().target_groups] == ["Team", "Jurister"]


def test_an_employee_of_two_target_groups_gets_one_before_storing(screen: Screen) -> None:
    screen.upload("a.csv", csv_file([*ROWS, (*ROWS[0][:2], "Jurister", *ROWS[0][3:])]))
    screen.fill("Hvad er »Jurister« i planen?", "Ny: tilføj »Jurister« til planen")
    assert not screen.offers(CONFIRM)
    screen.fill("1 medarbejder står i flere målgrupper", "Vælg den rigtige målgruppe for hver")
    assert not screen.offers(CONFIRM)
    screen.fill("AAB hører til", "Team")
    assert "Team\n6\n12\n19" in screen.words
    screen.click(CONFIRM)
    assert stored_uploads()[0].rows == 19


def test_a_file_without_target_groups_takes_the_only_one(screen: Screen) -> None:
    screen.upload("a.csv", csv_file([(*row[:2], *row[3:]) for row in ROWS], (*HEADER[:2], *HEADER[3:])))
    assert "Team\n6\n12\n18" in screen.words


def test_more_participants_than_the_group_has_are_caught_before_storing(screen: Screen) -> None:
    thirteen = {f"M{number:02}": (10.0,) for number in range(13)}
    screen.upload("a.csv", csv_file(days_of_work(BASELINE[0], thirteen)))
    assert "13 medarbejdere i Team ville have målt, men gruppen har kun 12." in screen.errors[0]
    assert not screen.offers(CONFIRM)
    assert stored_uploads() == []


def test_an_upload_is_undone_and_redone(screen: Screen) -> None:
    screen.upload("måling.csv", csv_file(ROWS))
    screen.click(CONFIRM)
    screen.open("data/uploads")
    screen.click("Fortryd")
    assert "måling.csv er fortrudt og tæller ikke længere med." in screen.words
    assert stored_uploads() == []
    screen.open("meeting/goal")
    assert "Målet er ikke målt endnu." in screen.words
    screen.open("data/uploads")
    screen.click("Hent igen")
    assert "måling.csv tæller med igen." in screen.words
    assert len(stored_uploads()) == 1


def test_what_came_again_after_undo_cannot_be_redone(screen: Screen) -> None:
    screen.upload("måling.csv", csv_file(ROWS))
    screen.click(CONFIRM)
    screen.open("data/uploads")
    screen.click("Fortryd")
    screen.open("data/upload")
    screen.upload("igen.csv", csv_file(ROWS))
    screen.click(CONFIRM)
    screen.open("data/uploads")
    screen.click("Hent igen")
    assert screen.errors == ["Den samme fil er indlæst igen som igen.csv. Fortryd den først."]
    assert [upload.source.name for upload in stored_uploads()] == ["igen.csv"]


def test_what_was_read_is_let_go_of_with_its_file(screen: Screen, planned_project: Path) -> None:
    screen.upload("a.csv", csv_file(ROWS))
    assert len(list(planned_project.rglob("upload-*"))) == 1
    screen.upload("b.csv", csv_file(ROWS[:5]))
    assert len(list(planned_project.rglob("upload-*"))) == 1, "the rows of the file before it are gone"
    screen.app.file_uploader[0].set_value(None)
    screen.run()
    assert not screen.offers(CONFIRM)
    assert list(planned_project.rglob("upload-*")) == []


def test_what_was_read_is_let_go_of_when_the_page_is_left(screen: Screen, planned_project: Path) -> None:
    screen.upload("a.csv", csv_file(ROWS))
    screen.open("data/uploads")
    assert list(planned_project.rglob("upload-*")) == []
