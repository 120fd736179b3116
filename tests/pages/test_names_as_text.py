"""Names that look like markdown stand on every page as the text they are: no picture is fetched, no link is made."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from analysis import planning
from analysis.model.choices import Denominator
from analysis.model.plan import Goal, Project, Round
from tests.own_project import BY, csv_file, days_of_work, new_store
from tests.pages.conftest import BASELINE, FOLLOW_UP
from tests.pages.screen import Screen
from tests.pages.test_every_page import PAGES

PICTURE, LINK, FORMULA = "![x](http://evil.example/a.png)", "[a](http://b.example)", "$x^2$ :red[rød] <b>fed</b>"
ALIVE = re.compile(r"(?<!\\)!?\[[^\]]*(?<!\\)\]\(http|(?<!\\)\$x|(?<!\\):red|(?<!\\)<b>")
"""Markdown that a browser would draw; with a backslash before it, it is text."""


@pytest.fixture(scope="module")
def made_named(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = new_store(tmp_path_factory.mktemp("named") / "data")
    project = planning.start_project(store, BY, Project(0, PICTURE, LINK, date(2026, 3, 2)), [LINK, FORMULA])
    assert isinstance(project, Project)
    goal = Goal(0, PICTURE, LINK, FORMULA, (LINK, "Sag"), Denominator.SYSTEM_COUNT, None, 0.5, 6)
    assert isinstance(planning.save_goal(store, BY, project.project_id, goal), Goal)
    for number, window in enumerate((BASELINE, FOLLOW_UP)):
        assert isinstance(planning.save_round(store, BY, project.project_id, Round(0, number, *window)), Round)
    store.close()
    return store.folder


@pytest.fixture
def named(made_named: Path, folder: Path) -> Path:
    """A project whose every name tries to be something else."""
    return shutil.copytree(made_named, folder)


@pytest.mark.usefixtures("named")
@pytest.mark.parametrize("page", PAGES)
def test_no_page_makes_a_name_into_a_picture_or_a_link(page: str) -> None:
    assert not drawn(Screen(page))


@pytest.mark.usefixtures("named")
def test_the_way_of_a_file_keeps_its_labels_as_text() -> None:
    screen = Screen("data/upload")
    rows = days_of_work(BASELINE[0], {f"E{number}": (10 + number, 12) for number in range(6)}, PICTURE)
    screen.upload(f"{PICTURE}.csv", csv_file([*rows, (PICTURE, *rows[0][1:])]))
    assert not drawn(screen)
    screen.fill(f"Hvad er »{PICTURE}« i planen?", f"Ny: tilføj »{PICTURE}« til planen")
    assert PICTURE in screen.words
    assert not drawn(screen)
    screen.click("Gem målingen")
    assert not drawn(screen)
    screen.open("data/uploads")
    assert f"{PICTURE}.csv" in screen.words
    assert not drawn(screen)
    screen.click("Fortryd")
    assert not drawn(screen)
    screen.open("meeting/goal")
    assert screen.title == PICTURE
    assert not drawn(screen)


@pytest.mark.usefixtures("named")
def test_what_is_said_after_saving_is_text() -> None:
    screen = Screen("plan/goals")
    assert not drawn(screen)
    screen.fill("Hvilket mål?", 0)
    screen.field("Kort navn").set_value(f"2 {PICTURE}")
    screen.field("Arbejdsgange og delaktiviteter").set_value([PICTURE])
    screen.field("Tiden måles pr.").set_value(PICTURE)
    screen.click("Opret målet")
    assert f"Målet »2 {PICTURE}« er oprettet." in screen.words
    assert not drawn(screen)


def drawn(screen: Screen) -> list[str]:
    """The lines of markdown that would be drawn as something else than text."""
    return [line for line in screen.markdown.splitlines() if ALIVE.search(line)]
