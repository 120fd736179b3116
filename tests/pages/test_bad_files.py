"""Bad files and bad rows: refused with what to do about it, or rejected by Excel's row number; nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.own_project import csv_file
from tests.pages.conftest import stored, stored_uploads
from tests.pages.screen import Screen, cells, read
from tests.pages.test_uploading import CONFIRM, ROWS, file_of, metrics

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"


@pytest.mark.usefixtures("planned_project")
@pytest.mark.parametrize(
    ("name", "content", "advice"),
    [
        ("tom.csv", b"", "Filen er tom. Gem den igen fra Excel"),
        ("overskrifter.csv", csv_file([]), "Filen har kun overskrifter."),
        ("billede.csv", PNG, "Filen er ikke en tabel. Gem målingerne som CSV eller Excel-projektmappe"),
        (
            "brev.csv",
            "Kære alle\n\nHusk at måle i næste uge.\n".encode(),
            "Gem målingerne som CSV|kolonnenavne mangler",
        ),
        ("uden-tid.csv", b"date,employee,group,workflow,items\n2026-01-12,AAB,Team,Sag,1\n", "mangler en kolonne: tid"),
        ("arkiv.xlsx", b"PK\x03\x04" + bytes(200), "beskadiget"),
    ],
)
def test_a_bad_file_is_refused_with_what_to_do(name: str, content: bytes, advice: str, planned_project: Path) -> None:
    screen = Screen("data/upload")
    before = stored()
    screen.upload(name, content)
    said = (*screen.errors, *screen.warnings)
    assert any(one in said[0] for one in advice.split("|")), said
    assert "Intet er gemt" in screen.words
    assert not screen.offers(CONFIRM)
    assert (stored(), stored_uploads()) == (before, [])


@pytest.mark.usefixtures("planned_project")
@pytest.mark.parametrize(
    ("column", "value", "advice"),
    [
        ("minutes", "-5", "Tallet er negativt."),
        ("minutes", "1999", "Mere end 24 timer"),
        ("date", "2026-13-45", "Det er ikke en dato"),
        ("employee", "", "Et nødvendigt felt er tomt."),
    ],
)
def test_a_bad_row_is_rejected_by_the_number_that_excel_shows(column: str, value: str, advice: str) -> None:
    bad = file_of(ROWS[4:5], **{column: value}).splitlines()[1]
    lines = csv_file(ROWS).splitlines()
    lines[5] = bad
    screen = Screen("data/upload")
    screen.upload("a.csv", b"\n".join(lines) + b"\n")
    assert "1 række er afvist" in screen.words
    assert "17 af 18 rækker kan læses." in screen.words
    number, _, *shown, reason = [read(cell) for cell in cells(screen.app.table[0])][-4 if value else -3 :]
    assert (number, shown) == ("6", [value] if value else [])
    assert advice in reason
    assert metrics(screen)["Rækker"] == "17"
    screen.click(CONFIRM)
    assert [(upload.rows, upload.rejected) for upload in stored_uploads()] == [(17, 1)]


@pytest.mark.usefixtures("planned_project")
def test_a_truncated_file_loses_its_last_row_only_and_says_so() -> None:
    screen = Screen("data/upload")
    screen.upload("a.csv", csv_file(ROWS)[:-12])
    assert metrics(screen)["Rækker"] == "17"
    assert "Rækken er ufuldstændig" in screen.words
    assert "Filen slutter midt i en række. Er den overført helt?" in screen.words


@pytest.mark.usefixtures("planned_project")
def test_a_cpr_number_is_never_shown() -> None:
    screen = Screen("data/upload")
    screen.upload("a.csv", csv_file([*ROWS, (*ROWS[0][:1], "070761-4285", *ROWS[0][2:])]))
    assert "070761" not in screen.words
    assert "CPR" in screen.words


@pytest.mark.usefixtures("planned_project")
def test_a_corrected_file_can_follow_a_refused_one() -> None:
    screen = Screen("data/upload")
    screen.upload("tom.csv", b"")
    screen.upload("a.csv", csv_file(ROWS))
    screen.click(CONFIRM)
    assert len(stored_uploads()) == 1
