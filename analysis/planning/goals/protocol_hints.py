"""What is worth a second thought about how a goal is measured; nothing of it is forbidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from analysis.model.agreements import Protocol
from analysis.model.choices import Measure, Method
from analysis.model.plan import Goal, Round
from analysis.planning.reading import Plan

WEEK = 7


class ProtocolHint(StrEnum):
    """Each has a sentence that says what to do."""

    EXTRACT_SUGGESTED = "extract_suggested"
    """A system has counted the cases already: cheaper and more certain than counting by hand."""
    TELLS_NO_TIME = "tells_no_time"
    """Counting cases does not tell how long they take."""
    TELLS_NO_NUMBER = "tells_no_number"
    """Taking the time does not tell how many cases there are."""
    WEAKER = "weaker"
    """Best guesses that nobody has held against what was seen."""
    NOT_WHOLE_WEEKS = "not_whole_weeks"
    OTHER_LENGTH = "other_length"
    """Rounds whose window is not as long as the plan says."""
    OTHER_WEEKDAYS = "other_weekdays"
    """Follow-ups with other weekdays than the baseline."""


@dataclass(frozen=True, slots=True)
class Hint:
    kind: ProtocolHint
    rounds: tuple[int, ...] = ()
    """The numbers of the rounds that it is about."""


def protocol_hints(plan: Plan, goal: Goal, protocol: Protocol) -> tuple[Hint, ...]:
    """All hints about one goal."""
    return (*map(Hint, method_hints(goal, protocol.method)), *window_hints(plan, protocol))


def method_hints(goal: Goal, method: Method | None) -> Iterator[ProtocolHint]:
    counted = goal.measure is not Measure.TIME
    if counted and method is not Method.SYSTEM_EXTRACT:
        yield ProtocolHint.EXTRACT_SUGGESTED
    if counted and method is Method.STOPWATCH:
        yield ProtocolHint.TELLS_NO_NUMBER
    if not counted and method is Method.TALLY:
        yield ProtocolHint.TELLS_NO_TIME
    if method is Method.BEST_GUESS:
        yield ProtocolHint.WEAKER


def window_hints(plan: Plan, protocol: Protocol) -> Iterator[Hint]:
    """Equal length and the same weekdays before and after."""
    if protocol.days and protocol.days % WEEK:
        yield Hint(ProtocolHint.NOT_WHOLE_WEEKS)
    longer = tuple(one.number for one in plan.rounds if protocol.days and length(one) != protocol.days)
    if longer:
        yield Hint(ProtocolHint.OTHER_LENGTH, longer)
    baseline = next((one for one in plan.rounds if one.is_baseline), None)
    if baseline:
        usual = weekdays(baseline)
        mixed = tuple(one.number for one in plan.rounds if weekdays(one) != usual and length(one) == length(baseline))
        yield from (Hint(ProtocolHint.OTHER_WEEKDAYS, mixed),) if mixed else ()


def length(one: Round) -> int:
    return (one.ends_on - one.starts_on).days + 1


def weekdays(one: Round) -> Counter[int]:
    """How many of each weekday a window holds."""
    return Counter((one.starts_on + timedelta(days=day)).weekday() for day in range(length(one)))
