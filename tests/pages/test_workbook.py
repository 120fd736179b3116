"""The plan as a workbook: what was edited by hand is shown change by change, and stored with one click."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl

from analysis import planning
from analysis.language import Language
from analysis.model.entries import Person
from analysis.planning import By
from analysis.workbook import plan_workbook
from pages.components import session
from tests.pages.conftest import stored
from tests.pages.screen import Screen

PAGE = "share/workbook"
ROLES = "Forudsætning"


def workbook(**cells: str) -> bytes:
    """The workbook of the stored plan, with other words in the cells where these stand."""
    content = plan_workbook(stored(), Language.DANISH, datetime.now(UTC))
    book: Any = openpyxl.load_workbook(io.BytesIO(content))
    for row in book[ROLES].iter_rows():
        for cell in row:
            cell.value = cells.get(str(cell.value), cell.value)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_changes_are_shown_and_stored_and_a_later_one_is_not_overwritten(example_folder: Path) -> None:
    screen = Screen(PAGE)
    content = workbook(Ydelseschef="Centerchef")
    screen.upload("plan.xlsx", content)
    assert "Ydelseschef" in screen.words
    assert "Centerchef" in screen.words
    screen.click("Gem alle ændringer")
    assert "Gemt: 1 ændring." in screen.words
    assert stored().of(Person)[1].title == "Centerchef"

    screen.upload("plan.xlsx", workbook(Centerchef="Direktør"))
    theirs = stored().of(Person)[0]
    changed = replace(theirs, title="Kommunaldirektør")
    planning.save_entry(session.store(), By("anne", datetime.now(UTC)), stored().project.project_id, changed, theirs)
    screen.click("Gem alle ændringer")
    assert screen.errors[0].startswith("Planen er ændret, siden forslaget blev vist.")
    assert [one.title for one in stored().of(Person)[:2]] == ["Kommunaldirektør", "Centerchef"]
    screen.click("Gem alle ændringer")
    assert [one.title for one in stored().of(Person)[:2]] == ["Kommunaldirektør", "Direktør"]


def test_faults_stand_with_their_cells_and_nothing_can_be_stored(example_folder: Path) -> None:
    screen = Screen(PAGE, "en")
    screen.upload("plan.xlsx", workbook(**{"Maja Tingleff": "", "02-03-2026": "snart", "Ja": "måske"}))
    assert "Forudsætning!" in screen.words
    assert "“måske” cannot be read. Write Yes or No." in screen.words
    assert not screen.offers("Store all changes")


def test_a_file_that_is_no_workbook_says_so(example_folder: Path) -> None:
    screen = Screen(PAGE)
    screen.upload("noter.xlsx", b"Dato;Navn")
    assert screen.errors == ["Filen kan ikke læses som et Excel-regneark. Gem den som .xlsx, og prøv igen."]
