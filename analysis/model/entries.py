"""What a plan holds beside goals and rounds: why, who, what must change, how it is measured, what was signed.

The annotations are the definition: the form, the sheet of the workbook and the history of a field follow from its type
(``analysis.model.fields``). ``entry_id`` is 0 until the entry is stored; a link holds the id of what it points at.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import Annotated


class PlanKind(StrEnum):
    """Everything in a plan that has a history of its own."""

    PROJECT = "project"
    TARGET_GROUP = "target_group"
    GOAL = "goal"
    ROUND = "round"
    PERSON = "person"
    PREREQUISITE = "prerequisite"
    SUCCESS_CRITERION = "success_criterion"
    BENEFIT = "benefit"
    CHANGE = "change"
    ACTIVITY = "activity"
    SMART = "smart"
    PROTOCOL = "protocol"
    PARTICIPATION = "participation"
    CONDUCT = "conduct"
    CONVERSION = "conversion"
    MEETING = "meeting"
    SIGNATURE = "signature"


GoalId = Annotated[int, PlanKind.GOAL]
RoundId = Annotated[int, PlanKind.ROUND]
TargetGroupId = Annotated[int, PlanKind.TARGET_GROUP]
PersonId = Annotated[int, PlanKind.PERSON]
SuccessCriterionId = Annotated[int, PlanKind.SUCCESS_CRITERION]
BenefitId = Annotated[int, PlanKind.BENEFIT]
ChangeId = Annotated[int, PlanKind.CHANGE]
ActivityId = Annotated[int, PlanKind.ACTIVITY]
Prose = Annotated[str, "prose"]
"""Several sentences."""


class PlanRole(StrEnum):
    """The four roles; the steering group is all of them."""

    BENEFIT_OWNER = "benefit_owner"
    BENEFIT_MANAGER = "benefit_manager"
    PROJECT_MANAGER = "project_manager"
    SELECTED_USER = "selected_user"


class BenefitKind(StrEnum):
    ECONOMIC = "economic"
    QUALITY = "quality"
    NEGATIVE = "negative"
    """A drawback that the change brings with it, to be held down."""


class Progress(StrEnum):
    """How far a change or an activity is."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    STOPPED = "stopped"


class Trigger(StrEnum):
    """When an activity starts: as planned, or agreed beforehand for the case that a follow-up shows too little."""

    AS_PLANNED = "as_planned"
    IF_BEHIND = "if_behind"


class Method(StrEnum):
    """How a goal is measured, the strongest evidence first."""

    SYSTEM_EXTRACT = "system_extract"
    STOPWATCH = "stopwatch"
    TALLY = "tally"
    BEST_GUESS_OBSERVED = "best_guess_observed"
    """Best guesses, supplemented by observation and conversation."""
    BEST_GUESS = "best_guess"


class Ease(IntEnum):
    """How easy it is to collect the data, or to follow up."""

    HARD = 1
    MIDDLING = 2
    EASY = 3


class Verdict(StrEnum):
    """Whether those who took part, and the municipality, accept a round's result as valid."""

    ACCEPTED = "accepted"
    WITH_RESERVATIONS = "with_reservations"
    REJECTED = "rejected"


class Act(StrEnum):
    """What somebody puts a name and a date to."""

    COMMITTED = "committed"
    """To a success criterion or a benefit."""
    ACCEPTED = "accepted"
    """A goal, by the benefit owner."""
    APPROVED = "approved"
    """A goal and its milestones, by the benefit manager."""
    TICKED = "ticked"
    """A point of a round's checklist; ``item`` is the point."""
    MEASURING = "measuring"
    """A round begins."""
    CLOSED = "closed"
    """A round has all its data."""
    ASSESSED = "assessed"
    """A round's result has been assessed."""
    ATTAINMENT_APPROVED = "attainment_approved"
    """That a benefit's goals are reached."""
    CONVERTED = "converted"
    """That a benefit is used for what it was meant for."""
    HANDED_OVER = "handed_over"
    """That a benefit belongs to operations."""


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
class Smart:
    """Why a goal is worth having, and when its benefit is to be realised: one for each goal."""

    entry_id: int
    goal: GoalId
    benefit: BenefitId | None = None
    changes: tuple[ChangeId, ...] = ()
    """The changes that the goal's measure shows."""
    chosen_because: Prose = ""
    realistic_because: Prose = ""
    months_to_realisation: int | None = None
    """Months from go-live until the benefit is expected realised; the goal's own deadline is when it is met."""
    data_ease: Ease | None = None
    follow_up_ease: Ease | None = None


@dataclass(frozen=True, slots=True)
class Protocol:
    """How a goal is measured: one for each goal."""

    entry_id: int
    goal: GoalId
    method: Method | None = None
    days: int | None = None
    """The length of the measurement in days, weekends counted."""
    source: str = ""
    measured_by: tuple[PersonId, ...] = ()
    analysis: Prose = ""
    planned_effort_hours: float | None = None
    deviation: Prose = ""
    """Why a follow-up is measured in another way than the baseline."""


@dataclass(frozen=True, slots=True)
class Participation:
    """A target group that was considered for a goal: it takes part, or is left out with a reason."""

    entry_id: int
    goal: GoalId
    target_group: TargetGroupId
    takes_part: bool = True
    planned_employees: int | None = None
    reason_left_out: str = ""


@dataclass(frozen=True, slots=True)
class Conduct:
    """How a round was carried out: one for each round."""

    entry_id: int
    round: RoundId
    planned_starts_on: date | None = None
    planned_ends_on: date | None = None
    measured_by: tuple[PersonId, ...] = ()
    effort_hours: float | None = None
    deviation: Prose = ""
    participants: Verdict | None = None
    municipality: Verdict | None = None


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
