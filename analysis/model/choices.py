"""The kinds of things in a plan, the links between them, and the choices that their fields offer."""

from __future__ import annotations

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


class Denominator(StrEnum):
    """What the time of a goal is measured per."""

    REGISTRATIONS = "registrations"
    """Each registration is one item."""
    LEADING_COUNT = "leading_count"
    """The count column of one leading sub-activity."""
    SYSTEM_COUNT = "system_count"
    """The cases that a system counted in each round."""


class Measure(StrEnum):
    """What a goal is about: this decides which uploads it reads and in which unit its level is told."""

    TIME = "time"
    """Minutes per item."""
    COUNT = "count"
    """Cases per working day."""
    SHARE = "share"
    """The part of all cases that are of one sort, 0 to 1."""


class Direction(StrEnum):
    """Which way a goal wants its measure to go. Time always has to become less."""

    LESS = "less"
    MORE = "more"


class TargetUnit(StrEnum):
    """What the size of a target is told in: never converted from one to the other."""

    RELATIVE = "relative"
    """A part of the baseline's level: 0.85 is 85 %."""
    POINTS = "points"
    """A difference between two shares: 0.12 is 12 percentage points."""
