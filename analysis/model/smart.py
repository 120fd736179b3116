"""The five letters of a goal: what each says, what it still lacks, and whether people judge their own success."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from analysis.model.choices import Act, Ease, Method, Verdict
from analysis.model.outcome import NotComputable
from analysis.model.plan import Goal


class Letter(StrEnum):
    """A is *accepteret*: the benefit owner stands by the goal."""

    SPECIFIC = "specific"
    MEASURABLE = "measurable"
    ACCEPTED = "accepted"
    REALISTIC = "realistic"
    TIMEBOUND = "timebound"


class Lacking(StrEnum):
    """What a letter can still be without; each has a sentence that says what to do."""

    INDICATOR = "indicator"
    BENEFIT = "benefit"
    CHANGES = "changes"
    PROTOCOL = "protocol"
    TARGET_GROUPS = "target_groups"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    SAME_WORDS = "same_words"
    """The words were changed after somebody signed them."""
    REASON = "reason"
    MILESTONES = "milestones"
    WHOLE_MILESTONES = "whole_milestones"
    EASE = "ease"
    REALISATION = "realisation"
    LATER_REALISATION = "later_realisation"
    """A benefit cannot be realised before its goal is met."""


LETTER_OF = {
    Lacking.INDICATOR: Letter.SPECIFIC,
    Lacking.BENEFIT: Letter.SPECIFIC,
    Lacking.CHANGES: Letter.SPECIFIC,
    Lacking.PROTOCOL: Letter.MEASURABLE,
    Lacking.TARGET_GROUPS: Letter.MEASURABLE,
    Lacking.ACCEPTANCE: Letter.ACCEPTED,
    Lacking.APPROVAL: Letter.ACCEPTED,
    Lacking.SAME_WORDS: Letter.ACCEPTED,
    Lacking.REASON: Letter.REALISTIC,
    Lacking.MILESTONES: Letter.REALISTIC,
    Lacking.WHOLE_MILESTONES: Letter.REALISTIC,
    Lacking.EASE: Letter.REALISTIC,
    Lacking.REALISATION: Letter.TIMEBOUND,
    Lacking.LATER_REALISATION: Letter.TIMEBOUND,
}


@dataclass(frozen=True, slots=True)
class Lack:
    """``names`` are what it speaks of: the fields of the measurement plan, or the target groups."""

    what: Lacking
    names: tuple[str, ...] = ()

    @property
    def letter(self) -> Letter:
        return LETTER_OF[self.what]


class Judge(StrEnum):
    PARTICIPANTS = "participants"
    MUNICIPALITY = "municipality"


class OwnSuccess(StrEnum):
    """Who is judge in their own cause: allowed, and told."""

    ACCEPTS_AND_APPROVES = "accepts_and_approves"
    ACCEPTS_AND_MEASURES = "accepts_and_measures"
    APPROVES_AND_MEASURES = "approves_and_measures"
    ACCEPTS_FOR_OWNER = "accepts_for_owner"
    """Somebody else than a benefit owner accepted."""
    APPROVES_FOR_MANAGER = "approves_for_manager"
    """Somebody else than a benefit manager approved."""


@dataclass(frozen=True, slots=True)
class SelfJudgement:
    """A caveat on who signed a goal."""

    what: OwnSuccess
    person: str


@dataclass(frozen=True, slots=True)
class RoundVerdict:
    """What those who took part, or the municipality, said of a round where they did not simply accept it."""

    round_number: int
    who: Judge
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Signed:
    """A name and a date under an act."""

    act: Act
    person: str
    on: date


@dataclass(frozen=True, slots=True)
class SmartCheck:
    """All that the five letters of a goal say, in names and numbers."""

    goal: Goal
    go_live: date
    met_on: date
    realised_on: date | None
    benefit: str
    changes: tuple[str, ...]
    method: Method | None
    days: int | None
    source: str
    measured_by: tuple[str, ...]
    target_groups: tuple[str, ...]
    """Those who take part."""
    signed: tuple[Signed, ...]
    reason: str
    data_ease: Ease | None
    follow_up_ease: Ease | None
    lacks: tuple[Lack, ...]
    caveats: tuple[SelfJudgement, ...]

    def lacks_of(self, letter: Letter) -> tuple[Lack, ...]:
        return tuple(one for one in self.lacks if one.letter is letter)

    def is_met(self, letter: Letter) -> bool:
        return not self.lacks_of(letter)


@dataclass(frozen=True, slots=True)
class TargetPoint:
    """The level of the baseline and the level that it is to become, as derived from it."""

    baseline: float | NotComputable
    target: float | NotComputable
