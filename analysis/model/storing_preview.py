"""What a round would be with a file in it, before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.model.rejects import RejectedRow
from analysis.model.storing import StoringFault
from analysis.model.upload import Upload


@dataclass(frozen=True, slots=True)
class Participants:
    """One target group in one round: distinct employees, their registrations, and the population where it is known."""

    target_group: str
    employees: int
    registrations: int
    population: int | None


@dataclass(frozen=True, slots=True)
class Overlap:
    """Rows whose employee, date and workflow an earlier upload has too.

    ``round_number`` is the earlier upload's, and ``others`` are its rows that the new file does not have: where the
    new file takes its place, they no longer count.
    """

    upload: Upload
    rows: int
    round_number: int
    others: int


@dataclass(frozen=True, slots=True)
class StoringPreview:
    """What the round would be after storing; nothing is stored yet.

    Where rows lack what a registration must have, none would be stored, and the round is shown as it is.
    """

    rows: int
    employees: int
    milliseconds: int
    count: int | None
    left_out: int
    """Rows that the placement leaves out; they are in none of the numbers above."""
    participants: tuple[Participants, ...]
    overlaps: tuple[Overlap, ...]
    faults: tuple[StoringFault, ...]
    rejected: tuple[RejectedRow, ...] = ()
    """Rows without a target group, of employees whose group nothing else tells; in none of the numbers either."""
