"""What a file of measurements can hold: its columns' roles, and how its numbers were come by."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a column of a measurement file can be."""

    DATE = "date"
    EMPLOYEE = "employee"
    TARGET_GROUP = "target_group"
    WORKFLOW = "workflow"
    DURATION = "duration"
    START = "start"
    END = "end"
    HOURS = "hours"
    MINUTES = "minutes"
    END_DATE = "end_date"
    BREAK = "break"
    """Time to be subtracted: never used, but a reason to ask."""
    COUNT = "count"
    TOTAL = "total"
    """What ``COUNT`` is a part of."""
    VALUE = "value"
    """The number of an indicator on a date."""


class Measurement(StrEnum):
    """How the numbers of a file were come by: this decides what its rows must hold."""

    TIME = "time"
    """Time registrations by stopwatch, tool or timesheet."""
    BEST_GUESS = "best_guess"
    """What an employee believes one item of a workflow takes, in minutes: weaker evidence, never pooled."""
    TALLY = "tally"
    """Cases that employees counted."""
    EXTRACT = "extract"
    """Cases that a system counted, without employees."""
    SHARE = "share"
    """Cases of one sort (``COUNT``) out of all (``TOTAL``), with or without employees."""
    SERIES = "series"
    """An early indicator: a value on each date."""
    STAFF = "staff"
    """No numbers at all: who is employed, and in which target group."""

    @property
    def needed(self) -> tuple[Role, ...]:
        """The roles that a file of this sort must have; a duration may be computed from other roles."""
        return _NEEDED[self]

    @property
    def optional(self) -> tuple[Role, ...]:
        return _OPTIONAL[self]


_NEEDED = {
    Measurement.TIME: (Role.DATE, Role.EMPLOYEE, Role.WORKFLOW, Role.DURATION),
    Measurement.BEST_GUESS: (Role.EMPLOYEE, Role.WORKFLOW, Role.DURATION),
    Measurement.TALLY: (Role.DATE, Role.EMPLOYEE, Role.WORKFLOW, Role.COUNT),
    Measurement.EXTRACT: (Role.DATE, Role.WORKFLOW, Role.COUNT),
    Measurement.SHARE: (Role.DATE, Role.WORKFLOW, Role.COUNT, Role.TOTAL),
    Measurement.SERIES: (Role.DATE, Role.WORKFLOW, Role.VALUE),
    Measurement.STAFF: (Role.EMPLOYEE, Role.TARGET_GROUP),
}


_OPTIONAL = {
    Measurement.TIME: (Role.TARGET_GROUP, Role.COUNT),
    Measurement.BEST_GUESS: (Role.TARGET_GROUP,),
    Measurement.TALLY: (Role.TARGET_GROUP,),
    Measurement.EXTRACT: (),
    Measurement.SHARE: (Role.EMPLOYEE, Role.TARGET_GROUP),
    Measurement.SERIES: (),
    Measurement.STAFF: (),
}

MEASURED = tuple(kind for kind in Measurement if kind is not Measurement.STAFF)
"""What a round is uploaded as."""
