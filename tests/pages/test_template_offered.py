"""The templates are offered with a word about names that would not come back."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from analysis.model.kinds import Measurement
from tests.own_project import own_project
from tests.pages.conftest import BASELINE
from tests.pages.screen import Screen


def warnings(screen: Screen) -> list[str]:
    return [str(one.value) for one in screen.app.warning]


@pytest.mark.parametrize("page", ["data/upload", "data/staff"])
def test_a_target_group_that_reads_as_a_sum_is_named_with_what_to_do(page: str, folder: Path) -> None:
    with closing(own_project(folder, windows=(BASELINE,), groups=("Team", "I alt")).store):
        pass
    (told,) = warnings(Screen(page))
    assert told.startswith("En fil kan ikke have disse navne på målgrupper: I alt.")
    assert "Omdøb dem i planen" in told


def test_a_group_plays_no_role_in_what_a_system_counts(folder: Path) -> None:
    with closing(own_project(folder, windows=(BASELINE,), groups=("Team", "I alt")).store):
        pass
    screen = Screen("data/upload")
    screen.fill("Hvad er der i filen?", Measurement.EXTRACT)
    assert warnings(screen) == []


@pytest.mark.usefixtures("planned_project")
def test_nothing_is_said_of_names_that_come_back() -> None:
    assert warnings(Screen("data/upload")) == []
