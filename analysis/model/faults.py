"""What is wrong with a plan that somebody typed, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PlanRule(StrEnum):
    """A rule that a plan must keep; each has a sentence that says what to do."""

    EMPTY = "empty"
    TAKEN = "taken"
    PERCENT = "percent"
    PERCENT_OF_RISE = "percent_of_rise"
    POINTS_OF_SHARE = "points_of_share"
    LESS_TIME = "less_time"
    POSITIVE = "positive"
    WORKING_YEAR = "working_year"
    MONTHS = "months"
    NO_WORKFLOW = "no_workflow"
    LEADING = "leading"
    MILESTONE_LATE = "milestone_late"
    MILESTONE_ABOVE_TARGET = "milestone_above_target"
    MILESTONE_ORDER = "milestone_order"
    MILESTONE_TWICE = "milestone_twice"
    WINDOW = "window"
    SECOND_BASELINE = "second_baseline"
    ROUNDS_OVERLAP = "rounds_overlap"
    BASELINE_NOT_FIRST = "baseline_not_first"
    POPULATION = "population"
    MEASURED_MORE = "measured_more"
    MINIMUM_SHOWN = "minimum_shown"
    IN_USE = "in_use"
    NOT_THERE = "not_there"
    """What a link points at has been removed."""
    LINKED = "linked"
    """Other parts of the plan point at it."""
    CHANGED_MEANWHILE = "changed_meanwhile"
    """Somebody else stored another value after this one was shown."""
    ENDS_BEFORE = "ends_before"
    ONLY_ONE = "only_one"
    """There is one already, and there may be one."""
    NEEDS_PROTOCOL = "needs_protocol"
    NEEDS_TARGET_GROUPS = "needs_target_groups"
    NEEDS_TICKS = "needs_ticks"
    NOT_YET = "not_yet"
    """What must come before has not come."""


@dataclass(frozen=True, slots=True)
class PlanFault:
    """``field`` is the name of the model's field; the sentence stands next to it."""

    field: str
    rule: PlanRule
    number: int | None = None
    words: str = ""
    """Who or what the sentence speaks of."""
