"""What should have happened by today, and has not."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from analysis.model.choices import Progress, Trigger
from analysis.model.entries import Activity, Change


class Lateness(StrEnum):
    NOT_BEGUN = "not_begun"
    """Its planned first day has passed."""
    NOT_FINISHED = "not_finished"
    """Its planned last day has passed."""


def lateness(one: Change | Activity, today: date) -> Lateness | None:
    """An activity that waits for a follow-up to show too little has no day on which it must begin."""
    waits = isinstance(one, Activity) and one.trigger is Trigger.IF_BEHIND
    is_open = one.status in (Progress.PLANNED, Progress.UNDER_WAY) and not (waits and one.status is Progress.PLANNED)
    if is_open and isinstance(one, Activity) and one.ends_on and one.ends_on < today:
        return Lateness.NOT_FINISHED
    if is_open and one.status is Progress.PLANNED and one.starts_on and one.starts_on < today:
        return Lateness.NOT_BEGUN
    return None
