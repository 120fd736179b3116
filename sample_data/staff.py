"""Who measures in which round: invented initials, drawn by lot once, a few of them exchanged from round to round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chance import Chance

SEED = 370
"""Chosen among some hundreds, so that the rounds turn out as the story in README.md tells them."""


@dataclass(frozen=True, slots=True)
class StaffGroup:
    """A target group: ``drawn`` in the order of the lot, and the places in it that measure in each round.

    With an ``uptake`` above 1 more documents are left to KSD than in the department as a whole.
    """

    name: str
    drawn: str
    measuring: tuple[range, range, range, range]
    documents_per_day: float
    calls_per_day: float
    interviews_per_day: float
    uptake: float


@dataclass(frozen=True, slots=True)
class Employee:
    """One employee's habits: with a ``pace`` of 2 a document takes twice the usual minutes, and so on."""

    initials: str
    group: StaffGroup
    load: float
    pace: float
    checking: float
    call_pace: float


STAFF_GROUPS = (
    StaffGroup(
        "Ledere på ydelsesområdet",
        "HVM KTS LBR PØN",
        (range(4), range(4), range(1, 4), range(1, 4)),
        documents_per_day=2.5,
        calls_per_day=0,
        interviews_per_day=0,
        uptake=1.0,
    ),
    StaffGroup(
        "Sagsbehandlere på ydelsescentrene",
        "AMJ BKL CHN DVR ELT FRH GSB IBD JAK KLP LMH MIV NFS",
        (range(11), range(1, 11), range(3, 12), range(4, 13)),
        documents_per_day=9,
        calls_per_day=4,
        interviews_per_day=0.7,
        uptake=1.0,
    ),
    StaffGroup(
        "Sagsbehandlere uden for ydelsescentrene",
        "ABH CMR EJN GØL IKV LDS MBT NHP",
        (range(6), range(1, 7), range(2, 7), range(3, 8)),
        documents_per_day=4,
        calls_per_day=3,
        interviews_per_day=0.5,
        uptake=0.8,
    ),
    StaffGroup(
        "Superbrugere",
        "BØA DKR HLM JSV RÆN TGH",
        (range(5), range(6), range(1, 6), range(1, 6)),
        documents_per_day=8,
        calls_per_day=3,
        interviews_per_day=0.5,
        uptake=1.2,
    ),
)


def employees(round_number: int) -> Iterator[Employee]:
    """Those who measure in a round."""
    for group in STAFF_GROUPS:
        drawn = group.drawn.split()
        yield from (_employee(drawn[place], group) for place in group.measuring[round_number])


def _employee(initials: str, group: StaffGroup) -> Employee:
    chance = Chance(SEED, initials)
    return Employee(
        initials,
        group,
        load=chance.around_one(0.45),
        pace=chance.around_one(0.7),
        checking=chance.around_one(0.62),
        call_pace=Chance(SEED, initials, "guidance").around_one(0.25),
    )
