"""The checklists of a round: what somebody must have seen to, phase by phase, before the round can go on."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from analysis.model.choices import Act
from analysis.model.entries import Signature
from analysis.model.faults import PlanFault, PlanRule
from analysis.model.plan import Round
from analysis.planning.reading import Plan


class CheckPoint(StrEnum):
    """A point of a checklist; a tick is a signature with the point as its item."""

    GOALS_ACCEPTED = "goals_accepted"
    GROUPS_CONSIDERED = "groups_considered"
    POPULATIONS_KNOWN = "populations_known"
    SAMPLE_CHOSEN = "sample_chosen"
    WINDOW_CHOSEN = "window_chosen"
    EXTRACT_CONSIDERED = "extract_considered"
    SAME_METHOD = "same_method"
    SAME_WINDOW = "same_window"
    SAME_GROUPS = "same_groups"
    SAME_PEOPLE = "same_people"
    INSTRUCTED = "instructed"
    TRIED_OUT = "tried_out"
    DATA_COMPLETE = "data_complete"
    INCIDENTS_NOTED = "incidents_noted"
    GUESSES_SUPPLEMENTED = "guesses_supplemented"
    CONDUCT_NOTED = "conduct_noted"
    ACCEPTANCE_HEARD = "acceptance_heard"
    PRECISE_ENOUGH = "precise_enough"
    POTENTIAL_ASSESSED = "potential_assessed"
    SIGNS_CONSIDERED = "signs_considered"
    REACTION_DECIDED = "reaction_decided"


Checklist = Mapping[Act, tuple[CheckPoint, ...]]
"""The points under the act that they come before."""
BASELINE: Checklist = {
    Act.MEASURING: (
        CheckPoint.GOALS_ACCEPTED,
        CheckPoint.GROUPS_CONSIDERED,
        CheckPoint.POPULATIONS_KNOWN,
        CheckPoint.SAMPLE_CHOSEN,
        CheckPoint.WINDOW_CHOSEN,
        CheckPoint.EXTRACT_CONSIDERED,
        CheckPoint.INSTRUCTED,
        CheckPoint.TRIED_OUT,
    ),
    Act.CLOSED: (CheckPoint.DATA_COMPLETE, CheckPoint.GUESSES_SUPPLEMENTED, CheckPoint.CONDUCT_NOTED),
    Act.ASSESSED: (CheckPoint.ACCEPTANCE_HEARD, CheckPoint.PRECISE_ENOUGH, CheckPoint.POTENTIAL_ASSESSED),
}
FOLLOW_UP: Checklist = {
    Act.MEASURING: (
        CheckPoint.SAME_METHOD,
        CheckPoint.SAME_WINDOW,
        CheckPoint.SAME_GROUPS,
        CheckPoint.POPULATIONS_KNOWN,
        CheckPoint.SAME_PEOPLE,
        CheckPoint.INSTRUCTED,
    ),
    Act.CLOSED: (
        CheckPoint.DATA_COMPLETE,
        CheckPoint.INCIDENTS_NOTED,
        CheckPoint.GUESSES_SUPPLEMENTED,
        CheckPoint.CONDUCT_NOTED,
    ),
    Act.ASSESSED: (
        CheckPoint.ACCEPTANCE_HEARD,
        CheckPoint.PRECISE_ENOUGH,
        CheckPoint.SIGNS_CONSIDERED,
        CheckPoint.REACTION_DECIDED,
    ),
}


def checklist_of(one: Round) -> Checklist:
    return BASELINE if one.is_baseline else FOLLOW_UP


def all_points(one: Round) -> tuple[CheckPoint, ...]:
    return tuple(point for points in checklist_of(one).values() for point in points)


def tick_of(plan: Plan, round_id: int, point: CheckPoint) -> Signature | None:
    """Who ticked a point first, and when."""
    return next((each for each in plan.signatures(round_id, Act.TICKED) if each.item == point), None)


def unticked(plan: Plan, one: Round, act: Act) -> tuple[CheckPoint, ...]:
    """The points that still stand between a round and an act."""
    ticked = {each.item for each in plan.signatures(one.round_id, Act.TICKED)}
    return tuple(point for point in checklist_of(one).get(act, ()) if point not in ticked)


def unticked_faults(plan: Plan, round_id: int, act: Act) -> tuple[PlanFault, ...]:
    """Why a round cannot go on yet; the words are the codes of the points, apart by spaces."""
    one = next((each for each in plan.rounds if each.round_id == round_id), None)
    missing = unticked(plan, one, act) if one else ()
    return (PlanFault("act", PlanRule.NEEDS_TICKS, len(missing), " ".join(missing)),) if missing else ()


def tick_faults(plan: Plan, tick: Signature) -> tuple[PlanFault, ...]:
    """A tick is of a point that the round's checklist has, and there is one for each."""
    points = {point for one in plan.rounds if one.round_id == tick.subject for point in all_points(one)}
    if tick.item not in points:
        return (PlanFault("act", PlanRule.NOT_THERE),)
    return (PlanFault("act", PlanRule.ONLY_ONE),) if tick_of(plan, tick.subject, CheckPoint(tick.item)) else ()
