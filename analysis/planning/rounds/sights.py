"""What the program can see of a round by itself, as values with a sentence each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from analysis.model.choices import Method
from analysis.model.plan import Goal, Round
from analysis.model.upload import Upload
from analysis.planning.goals.protocols import protocol_of
from analysis.planning.reading import Plan, plan_at
from analysis.store.faults import participants
from analysis.store.store import Store
from analysis.store.upload_list import uploads


class Sight(StrEnum):
    NO_GOALS = "no_goals"
    WITHOUT_PROTOCOL = "without_protocol"
    NOT_ACCEPTED = "not_accepted"
    GOALS_READY = "goals_ready"
    GROUPS_FORGOTTEN = "groups_forgotten"
    GROUPS_CONSIDERED = "groups_considered"
    POPULATIONS_MISSING = "populations_missing"
    POPULATIONS = "populations"
    SAMPLE_NOT_PLANNED = "sample_not_planned"
    SAMPLE = "sample"
    AFTER_GO_LIVE = "after_go_live"
    WINDOW = "window"
    COUNTED_BY_HAND = "counted_by_hand"
    EXTRACTS = "extracts"
    DEVIATION = "deviation"
    NO_DEVIATION = "no_deviation"
    OTHER_SORTS = "other_sorts"
    NO_BASELINE = "no_baseline"
    OTHER_LENGTH = "other_length"
    OTHER_WEEKDAYS = "other_weekdays"
    SAME_WINDOW = "same_window"
    NOTHING_UPLOADED = "nothing_uploaded"
    FILES = "files"
    EMPLOYEES = "employees"
    GUESSES_ALONE = "guesses_alone"
    NO_GUESSES_ALONE = "no_guesses_alone"
    NOBODY_NAMED = "nobody_named"
    NO_EFFORT = "no_effort"
    CONDUCT_NOTED = "conduct_noted"
    PARTICIPANTS_SILENT = "participants_silent"
    MUNICIPALITY_SILENT = "municipality_silent"
    REJECTED = "rejected"
    HEARD = "heard"
    AGREED_ACTIVITIES = "agreed_activities"
    NOTHING_AGREED = "nothing_agreed"


@dataclass(frozen=True, slots=True)
class Hint:
    sight: Sight
    is_fine: bool
    number: int = 0
    of: int = 0
    words: tuple[str, ...] = ()
    """The goals or target groups that the sentence speaks of."""


def fine(sight: Sight, number: int = 0, of: int = 0, words: tuple[str, ...] = ()) -> Hint:
    return Hint(sight, True, number, of, words)


def lacks(sight: Sight, number: int = 0, of: int = 0, words: tuple[str, ...] = ()) -> Hint:
    return Hint(sight, False, number, of, words)


@dataclass(frozen=True, slots=True)
class Looked:
    """What is looked at: a round in its plan, with the uploads that count and the employees who measured."""

    plan: Plan
    round: Round
    uploads: tuple[Upload, ...]
    employees: int

    @property
    def baseline(self) -> Round | None:
        return next((one for one in self.plan.rounds if one.is_baseline), None)

    def goals_where(self, holds: Callable[[Goal], bool]) -> tuple[str, ...]:
        return tuple(goal.name for goal in self.plan.goals if holds(goal))

    def sorts(self, round_id: int) -> set[str]:
        return {one.measurement for one in self.uploads if one.round_id == round_id}

    def method(self, goal: Goal) -> Method | None:
        protocol = protocol_of(self.plan, goal.goal_id)
        return protocol.method if protocol else None


def days_of(one: Round) -> int:
    return (one.ends_on - one.starts_on).days + 1


def weekdays_of(one: Round) -> Counter[int]:
    """How many Mondays, Tuesdays, … a round has."""
    return Counter((one.starts_on + timedelta(days=day)).weekday() for day in range(days_of(one)))


def look_at_round(store: Store, project_id: int, round_id: int) -> Looked:
    """A round with what is uploaded for it, all from one moment."""
    with store.read() as cursor:
        plan = plan_at(cursor, project_id)
        one = next(each for each in plan.rounds if each.round_id == round_id)
        counted = tuple(each for each in uploads(cursor, project_id) if each.undone_at is None)
        return Looked(plan, one, counted, sum(each.employees for each in participants(cursor, round_id)))
