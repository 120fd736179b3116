"""The ten steps of benefits realisation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """In the order in which they are taken."""

    PREREQUISITES = "prerequisites"
    SMART_GOALS = "smart_goals"
    MEASURING = "measuring"
    BASELINE = "baseline"
    PRIORITIES = "priorities"
    ACTION_PLAN = "action_plan"
    EARLY_INDICATORS = "early_indicators"
    FOLLOW_UP = "follow_up"
    ASSESSMENT = "assessment"
    REALISATION = "realisation"


class StepState(StrEnum):
    NOT_BEGUN = "not_begun"
    UNDER_WAY = "under_way"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Stage:
    step: Step
    state: StepState
