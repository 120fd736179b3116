"""What is agreed for each goal and each round: why, how it is measured, by whom, and how it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from analysis.model.choices import (
    BenefitId,
    ChangeId,
    Ease,
    GoalId,
    Method,
    PersonId,
    Prose,
    RoundId,
    TargetGroupId,
    Verdict,
)


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
