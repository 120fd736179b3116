"""What a plan holds beside goals and rounds: why, who, what must change, how it is measured, what was signed.

The annotations are the definition: the form, the sheet of the workbook and the history of a field follow from its type
(``analysis.model.fields``). ``entry_id`` is 0 until the entry is stored; a link holds the id of what it points at.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from analysis.model.agreements import Conduct, Participation, Protocol, Smart
from analysis.model.choices import (
    Act,
    BenefitId,
    BenefitKind,
    ChangeId,
    GoalId,
    PersonId,
    PlanRole,
    Progress,
    Prose,
    SuccessCriterionId,
    Trigger,
)


@dataclass(frozen=True, slots=True)
class Person:
    entry_id: int
    name: str
    role: PlanRole = PlanRole.SELECTED_USER
    title: str = ""


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """What must be in place for the benefits to come."""

    entry_id: int
    name: str
    responsible: PersonId | None = None
    due_on: date | None = None
    is_met: bool = False


@dataclass(frozen=True, slots=True)
class SuccessCriterion:
    entry_id: int
    name: str
    reason: Prose = ""


@dataclass(frozen=True, slots=True)
class Benefit:
    """Complete only with an owner and a decision on where and how it is converted."""

    entry_id: int
    name: str
    kind: BenefitKind = BenefitKind.ECONOMIC
    criterion: SuccessCriterionId | None = None
    owner: PersonId | None = None
    converted_where: str = ""
    converted_how: Prose = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A change in culture and behaviour; the key change is the one that everything hangs on."""

    entry_id: int
    name: str
    benefits: tuple[BenefitId, ...] = ()
    is_key: bool = False
    status: Progress = Progress.PLANNED
    starts_on: date | None = None
    requires: Prose = ""
    counteracting_factor: Prose = ""
    measuring_point: str = ""


@dataclass(frozen=True, slots=True)
class Activity:
    entry_id: int
    name: str
    change: ChangeId | None = None
    measuring_point: str = ""
    responsible: PersonId | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    status: Progress = Progress.PLANNED
    trigger: Trigger = Trigger.AS_PLANNED
    goal: GoalId | None = None
    """The goal whose follow-up sets it going."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """Hours a year that are documented as used for something else: a line of the conversion ledger."""

    entry_id: int
    goal: GoalId
    hours_per_year: float
    where: str
    how: Prose = ""
    on: date | None = None
    by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    entry_id: int
    name: str
    on: date | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who did what to which part of the plan, and when; taken back, it is removed, and the history keeps it."""

    entry_id: int
    subject: int
    act: Act
    person: PersonId
    on: date
    item: str = ""
    note: Prose = ""


Entry = (
    Person
    | Prerequisite
    | SuccessCriterion
    | Benefit
    | Change
    | Activity
    | Smart
    | Protocol
    | Participation
    | Conduct
    | Conversion
    | Meeting
    | Signature
)
