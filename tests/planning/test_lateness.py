"""What should have happened by today, and has not."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.model.choices import Progress, Trigger
from analysis.model.entries import Activity, Change
from analysis.planning import lateness
from analysis.planning.course.lateness import Lateness

BEFORE, TODAY, AFTER = date(2026, 9, 1), date(2026, 9, 10), date(2026, 9, 20)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (Change(0, "Ny kanal", starts_on=BEFORE), Lateness.NOT_BEGUN),
        (Change(0, "Ny kanal", starts_on=TODAY), None),
        (Change(0, "Ny kanal"), None),
        (Change(0, "Ny kanal", status=Progress.UNDER_WAY, starts_on=BEFORE), None),
        (Change(0, "Ny kanal", status=Progress.STOPPED, starts_on=BEFORE), None),
        (Activity(0, "Oplæring", starts_on=BEFORE, ends_on=AFTER), Lateness.NOT_BEGUN),
        (Activity(0, "Oplæring", status=Progress.UNDER_WAY, ends_on=BEFORE), Lateness.NOT_FINISHED),
        (Activity(0, "Oplæring", status=Progress.UNDER_WAY, ends_on=TODAY), None),
        (Activity(0, "Oplæring", status=Progress.DONE, ends_on=BEFORE), None),
        (Activity(0, "Møder", starts_on=BEFORE, trigger=Trigger.IF_BEHIND), None),
        (
            Activity(0, "Møder", ends_on=BEFORE, status=Progress.UNDER_WAY, trigger=Trigger.IF_BEHIND),
            Lateness.NOT_FINISHED,
        ),
    ],
)
def test_a_planned_day_that_has_passed_is_late(one: Change | Activity, expected: Lateness | None) -> None:
    assert lateness(one, TODAY) is expected
