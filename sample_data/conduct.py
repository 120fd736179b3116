"""How the rounds of the worked example went, and who put a name to what: the other half of its plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from case import (
    ACTIVITIES,
    AMIR,
    BENEFITS,
    CALLS,
    CHANGES,
    CONVERSIONS,
    CRITERIA,
    DIGITAL,
    DOCUMENTS,
    GOALS,
    GROUPS,
    GUIDANCE,
    INTERVIEWS,
    LEADER,
    LONE,
    MEASURERS,
    MEETINGS,
    OWNER,
    PARTICIPATIONS,
    PEOPLE,
    PREREQUISITES,
    PROJECT,
    PROTOCOLS,
    QUICK_ANSWERS,
    RESPONSIBLE,
    ROUNDS,
    SMARTS,
    new,
)

from analysis.model.agreements import Conduct
from analysis.model.choices import Act, Verdict
from analysis.model.entries import Person, Signature
from analysis.model.plan import Round
from analysis.planning import Plan
from analysis.planning.rounds.checklists import CheckPoint, checklist_of

WITH_MAJA = (*MEASURERS, LEADER.entry_id)
CONDUCTS = (
    Conduct(
        new(),
        ROUNDS[0].round_id,
        date(2026, 1, 12),
        date(2026, 1, 25),
        WITH_MAJA,
        41,
        "",
        Verdict.ACCEPTED,
        Verdict.ACCEPTED,
    ),
    Conduct(
        new(),
        ROUNDS[1].round_id,
        date(2026, 4, 20),
        date(2026, 5, 3),
        WITH_MAJA,
        37.5,
        "Halvdelen holdt fri den 1. maj efter lokal aftale. Dagen er med i målingen.",
        Verdict.WITH_RESERVATIONS,
        Verdict.ACCEPTED,
    ),
    Conduct(
        new(),
        ROUNDS[2].round_id,
        date(2026, 6, 15),
        date(2026, 6, 28),
        WITH_MAJA,
        34,
        "Flyttet en uge, fordi KSD var lukket for opdatering den 16. juni.",
        Verdict.ACCEPTED,
        Verdict.ACCEPTED,
    ),
    Conduct(
        new(),
        ROUNDS[3].round_id,
        date(2026, 8, 24),
        date(2026, 9, 6),
        WITH_MAJA,
        33,
        "22 målte, hvor 26 var planlagt: fire var syge eller på kursus.",
        Verdict.ACCEPTED,
        Verdict.WITH_RESERVATIONS,
    ),
)
BEFORE_AND_AFTER = {Act.MEASURING: -4, Act.CLOSED: 3, Act.ASSESSED: 9}
"""The days from a round's first or last day until its checklist is gone through."""
NOTES = {
    CheckPoint.TRIED_OUT: "Prøvet af fire i Ydelsescenter Nord i to dage.",
    CheckPoint.SAME_PEOPLE: "Et par er skiftet ud ved lodtrækning, de fleste går igen.",
    CheckPoint.GUESSES_SUPPLEMENTED: "Superbrugerne så med ved ti samtaler.",
}
STILL_OPEN = (CheckPoint.PRECISE_ENOUGH, CheckPoint.SIGNS_CONSIDERED, CheckPoint.REACTION_DECIDED)
"""What the steering group has on its agenda after the last follow-up."""


def signed(subject: int, act: Act, person: Person, on: date, item: str = "", note: str = "") -> Signature:
    return Signature(new(), subject, act, person.entry_id, on, item, note)


def commitments() -> Iterator[Signature]:
    for criterion in CRITERIA:
        yield signed(criterion.entry_id, Act.COMMITTED, OWNER, date(2025, 11, 27))
    for benefit in BENEFITS[:3]:
        owner = next(person for person in PEOPLE if person.entry_id == benefit.owner)
        yield signed(benefit.entry_id, Act.COMMITTED, owner, date(2025, 12, 15))


def goals_signed() -> Iterator[Signature]:
    for goal in (DOCUMENTS, GUIDANCE, DIGITAL, CALLS):
        yield signed(goal, Act.ACCEPTED, OWNER, date(2025, 12, 15))
        yield signed(goal, Act.APPROVED, RESPONSIBLE, date(2025, 12, 17))
    note = "Godkendes, når skabelonen er aftalt med Jobcentret."
    yield signed(INTERVIEWS, Act.ACCEPTED, OWNER, date(2025, 12, 15), note=note)


def round_signed(one: Round) -> Iterator[Signature]:
    """The checklist phase by phase, and the step that it opens."""
    is_last = one is ROUNDS[-1]
    for act, points in checklist_of(one).items():
        day = (one.starts_on if act is Act.MEASURING else one.ends_on) + timedelta(days=BEFORE_AND_AFTER[act])
        for place, point in enumerate(points):
            if not (is_last and point in STILL_OPEN):
                person = (LEADER, LEADER, AMIR, LONE)[place % 4]
                yield signed(one.round_id, Act.TICKED, person, day, point.value, NOTES.get(point, ""))
        if not (is_last and act is Act.ASSESSED):
            on = one.starts_on if act is Act.MEASURING else day
            yield signed(one.round_id, act, RESPONSIBLE if act is Act.ASSESSED else LEADER, on)


def whole_plan() -> Plan:
    """Everything, in the order in which it was written down."""
    signatures = (
        *commitments(),
        *goals_signed(),
        *(each for one in ROUNDS for each in round_signed(one)),
        signed(QUICK_ANSWERS.entry_id, Act.ATTAINMENT_APPROVED, RESPONSIBLE, date(2026, 9, 9)),
    )
    before_goals = (*PEOPLE, *PREREQUISITES, *CRITERIA, *BENEFITS, *CHANGES, *ACTIVITIES)
    of_goals = (*SMARTS, *PROTOCOLS, *PARTICIPATIONS)
    entries = (*before_goals, *of_goals, *CONDUCTS, *CONVERSIONS, *MEETINGS, *signatures)
    return Plan(PROJECT, GROUPS, (), GOALS, ROUNDS, (), entries)
