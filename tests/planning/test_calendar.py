"""The calendar: everything with a date, in order of time, moving with go-live."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from analysis import planning
from analysis.model.agreements import Smart
from analysis.model.calendar import Occasion
from analysis.model.entries import Entry, Meeting, Prerequisite
from analysis.model.plan import Milestone
from tests.own_project import BY, OwnProject, own_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[OwnProject]:
    windows = ((date(2026, 1, 12), date(2026, 1, 25)), (date(2026, 4, 20), date(2026, 5, 3)))
    own = own_project(tmp_path / "data", windows=windows, milestones=(Milestone(2, 0.2), Milestone(4, 0.4)))
    goal = own.plan.goals[0].goal_id
    entries: tuple[Entry, ...] = (
        Meeting(0, "Styregruppe", date(2026, 3, 2), "Rådhuset"),
        Meeting(0, "Uden dato"),
        Smart(0, goal, months_to_realisation=12),
        Prerequisite(0, "Brugere oprettet", due_on=date(2026, 2, 1)),
        Prerequisite(0, "Aftale med centret", due_on=date(2026, 1, 1), is_met=True),
    )
    for entry in entries:
        assert not isinstance(planning.save_entry(own.store, BY, own.project_id, entry), tuple)
    yield own
    own.store.close()


def days(project: OwnProject) -> list[tuple[str, date]]:
    agenda = planning.agenda(project.store, project.project_id)
    return [(one.occasion.value, one.starts_on) for one in agenda.events]


def test_all_that_has_a_date_stands_in_order_of_time(project: OwnProject) -> None:
    assert days(project) == [
        ("measurement", date(2026, 1, 12)),
        ("prerequisite", date(2026, 2, 1)),
        ("go_live", date(2026, 3, 2)),
        ("meeting", date(2026, 3, 2)),
        ("measurement", date(2026, 4, 20)),
        ("milestone", date(2026, 5, 2)),
        ("milestone", date(2026, 7, 2)),
        ("deadline", date(2026, 9, 2)),
        ("realisation", date(2027, 3, 2)),
    ]


def test_deadlines_move_with_go_live_and_keep_their_mark(project: OwnProject) -> None:
    before = planning.agenda(project.store, project.project_id)
    planning.save_project(project.store, BY, replace(project.plan.project, organisation="Ny", go_live=date(2026, 4, 1)))
    after = planning.agenda(project.store, project.project_id)
    assert after.mark == before.mark
    assert ("deadline", date(2026, 10, 1)) in days(project)
    assert [one.ends_on for one in after.events if one.occasion is Occasion.MEASUREMENT][0] == date(2026, 1, 25)
