"""What each kind of measurement looks for in a file: the roles that matter, and the one that is summed."""

from __future__ import annotations

from analysis.model.kinds import Measurement, Role

_CLOCKS = (Role.START, Role.END, Role.END_DATE, Role.BREAK)
_SLOTS = (Role.DURATION, Role.HOURS, Role.MINUTES)
BY_SYSTEM = (Measurement.EXTRACT, Measurement.SHARE)
"""What a system counts, in tables that may hold their own totals."""
BY_PERIOD = (*BY_SYSTEM, Measurement.SERIES)
"""What may be counted by the week or month; what employees do is done on a day."""
SECOND_MS = 1000
MOST_BY_HAND = 200_000
"""Files of more rows are written by programs, which fill every cell and name their sums."""
MOST_COUNTED, MOST_EXTRACTED = 100_000, 10_000_000
"""What people can count in one row, and what a system can."""


def used_roles(kind: Measurement) -> frozenset[Role]:
    """Every role that matters to the kind; what somebody believes an item takes has no clock."""
    clocks = _CLOCKS if kind is Measurement.TIME else ()
    slots = _SLOTS if Role.DURATION in kind.needed else ()
    return frozenset((*kind.needed, *kind.optional, *slots, *clocks))


def summed_role(kind: Measurement) -> Role | None:
    """The role whose numbers a total row adds up; the values of an indicator add up to nothing."""
    return next((role for role in (Role.DURATION, Role.COUNT) if role in kind.needed), None)


def summed_column(kind: Measurement) -> str:
    """Where the typed rows hold what a total row adds up."""
    return "count" if summed_role(kind) is Role.COUNT else "duration_ms"


def summing_slack(kind: Measurement) -> int:
    """By how much a sum may differ from its parts: written times are rounded to the second, counts not at all."""
    return SECOND_MS if summed_role(kind) is Role.DURATION else 0


def measured_role(kind: Measurement) -> Role | None:
    """The only number of a row, that a column per day or person can hold; a share has two, a staff list none."""
    measured = [role for role in (Role.DURATION, Role.COUNT, Role.VALUE) if role in kind.needed]
    return None if Role.TOTAL in kind.needed or not measured else measured[0]


def most_in_a_row(kind: Measurement) -> int:
    """The largest count that one row can hold."""
    return MOST_EXTRACTED if kind in BY_SYSTEM else MOST_COUNTED
