"""What the program sees of a checklist's points by itself: a hint beside the tick, which is a person's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from analysis.model.agreements import Participation, Protocol
from analysis.model.choices import Act, Measure, Method, Trigger, Verdict
from analysis.model.entries import Activity
from analysis.planning.goals.protocols import lacking, not_considered, protocol_of
from analysis.planning.rounds.checklists import CheckPoint
from analysis.planning.rounds.round_states import conduct_of
from analysis.planning.rounds.sights import Hint, Looked, Sight, days_of, fine, lacks, weekdays_of


def hints(looked: Looked, point: CheckPoint) -> tuple[Hint, ...]:
    """What is seen of a point; nothing where only people can tell."""
    return tuple(SEEN_BY[point](looked)) if point in SEEN_BY else ()


def goals_accepted(looked: Looked) -> Iterator[Hint]:
    without = looked.goals_where(lambda goal: bool(lacking(protocol_of(looked.plan, goal.goal_id))))
    unaccepted = looked.goals_where(lambda goal: not looked.plan.signatures(goal.goal_id, Act.ACCEPTED))
    if not looked.plan.goals:
        yield lacks(Sight.NO_GOALS)
    if without:
        yield lacks(Sight.WITHOUT_PROTOCOL, words=without)
    if unaccepted:
        yield lacks(Sight.NOT_ACCEPTED, words=unaccepted)
    if looked.plan.goals and not without and not unaccepted:
        yield fine(Sight.GOALS_READY, len(looked.plan.goals))


def groups_considered(looked: Looked) -> Iterator[Hint]:
    forgotten = looked.goals_where(lambda goal: bool(not_considered(looked.plan, goal.goal_id)))
    yield lacks(Sight.GROUPS_FORGOTTEN, words=forgotten) if forgotten else fine(Sight.GROUPS_CONSIDERED)


def populations_known(looked: Looked) -> Iterator[Hint]:
    """A group that every goal leaves out needs no number."""
    known = {one.target_group: one.employees for one in looked.round.populations if one.employees}
    parts = looked.plan.of(Participation)
    left_out = {one.target_group for one in parts} - {one.target_group for one in parts if one.takes_part}
    asked = [group for group in looked.plan.target_groups if group.target_group_id not in left_out]
    missing = tuple(group.name for group in asked if group.name not in known)
    if missing:
        yield lacks(Sight.POPULATIONS_MISSING, words=missing)
    else:
        yield fine(Sight.POPULATIONS, sum(known.values()))


def sample_planned(looked: Looked) -> Iterator[Hint]:
    """One employee may measure for several goals: the largest number planned of each target group counts."""
    planned: Counter[int] = Counter()
    for one in looked.plan.of(Participation):
        if one.takes_part:
            planned[one.target_group] = max(planned[one.target_group], one.planned_employees or 0)
    everyone = sum(one.employees or 0 for one in looked.round.populations)
    if planned.total():
        yield fine(Sight.SAMPLE, planned.total(), everyone)
    else:
        yield lacks(Sight.SAMPLE_NOT_PLANNED)


def window_chosen(looked: Looked) -> Iterator[Hint]:
    if looked.round.ends_on >= looked.plan.project.go_live:
        yield lacks(Sight.AFTER_GO_LIVE)
    yield fine(Sight.WINDOW, days_of(looked.round))


def same_window(looked: Looked) -> Iterator[Hint]:
    one, baseline = looked.round, looked.baseline
    if baseline is None:
        yield lacks(Sight.NO_BASELINE)
    elif days_of(one) != days_of(baseline):
        yield lacks(Sight.OTHER_LENGTH, days_of(one), days_of(baseline))
    elif weekdays_of(one) != weekdays_of(baseline):
        yield lacks(Sight.OTHER_WEEKDAYS)
    else:
        yield fine(Sight.SAME_WINDOW, days_of(one))


def extract_considered(looked: Looked) -> Iterator[Hint]:
    extracts = looked.goals_where(lambda goal: looked.method(goal) is Method.SYSTEM_EXTRACT)
    counted = looked.goals_where(lambda goal: goal.measure is not Measure.TIME)
    by_hand = tuple(name for name in counted if name not in extracts)
    if by_hand:
        yield lacks(Sight.COUNTED_BY_HAND, words=by_hand)
    if extracts:
        yield fine(Sight.EXTRACTS, words=extracts)


def same_method(looked: Looked) -> Iterator[Hint]:
    said = {one.goal for one in looked.plan.of(Protocol) if one.deviation}
    deviating = looked.goals_where(lambda goal: goal.goal_id in said)
    yield fine(Sight.DEVIATION, words=deviating) if deviating else fine(Sight.NO_DEVIATION)
    here = looked.sorts(looked.round.round_id)
    before = looked.sorts(looked.baseline.round_id) if looked.baseline else set()
    if here and before and here != before:
        yield lacks(Sight.OTHER_SORTS)


def data_complete(looked: Looked) -> Iterator[Hint]:
    files = sum(one.round_id == looked.round.round_id for one in looked.uploads)
    if not files:
        yield lacks(Sight.NOTHING_UPLOADED)
        return
    yield fine(Sight.FILES, files)
    if looked.employees:
        yield fine(Sight.EMPLOYEES, looked.employees, sum(one.employees or 0 for one in looked.round.populations))


def guesses_supplemented(looked: Looked) -> Iterator[Hint]:
    alone = looked.goals_where(lambda goal: looked.method(goal) is Method.BEST_GUESS)
    yield lacks(Sight.GUESSES_ALONE, words=alone) if alone else fine(Sight.NO_GUESSES_ALONE)


def conduct_noted(looked: Looked) -> Iterator[Hint]:
    conduct = conduct_of(looked.plan, looked.round.round_id)
    if not conduct.measured_by:
        yield lacks(Sight.NOBODY_NAMED)
    if conduct.effort_hours is None:
        yield lacks(Sight.NO_EFFORT)
    if conduct.measured_by and conduct.effort_hours is not None:
        yield fine(Sight.CONDUCT_NOTED)


def acceptance_heard(looked: Looked) -> Iterator[Hint]:
    conduct = conduct_of(looked.plan, looked.round.round_id)
    if conduct.participants is None:
        yield lacks(Sight.PARTICIPANTS_SILENT)
    if conduct.municipality is None:
        yield lacks(Sight.MUNICIPALITY_SILENT)
    if Verdict.REJECTED in (conduct.participants, conduct.municipality):
        yield lacks(Sight.REJECTED)
    elif conduct.participants and conduct.municipality:
        yield fine(Sight.HEARD)


def reaction_decided(looked: Looked) -> Iterator[Hint]:
    agreed = sum(one.trigger is Trigger.IF_BEHIND for one in looked.plan.of(Activity))
    yield fine(Sight.AGREED_ACTIVITIES, agreed) if agreed else lacks(Sight.NOTHING_AGREED)


SEEN_BY: Mapping[CheckPoint, Callable[[Looked], Iterator[Hint]]] = {
    CheckPoint.GOALS_ACCEPTED: goals_accepted,
    CheckPoint.GROUPS_CONSIDERED: groups_considered,
    CheckPoint.SAME_GROUPS: groups_considered,
    CheckPoint.POPULATIONS_KNOWN: populations_known,
    CheckPoint.SAMPLE_CHOSEN: sample_planned,
    CheckPoint.SAME_PEOPLE: sample_planned,
    CheckPoint.WINDOW_CHOSEN: window_chosen,
    CheckPoint.SAME_WINDOW: same_window,
    CheckPoint.EXTRACT_CONSIDERED: extract_considered,
    CheckPoint.SAME_METHOD: same_method,
    CheckPoint.DATA_COMPLETE: data_complete,
    CheckPoint.GUESSES_SUPPLEMENTED: guesses_supplemented,
    CheckPoint.CONDUCT_NOTED: conduct_noted,
    CheckPoint.ACCEPTANCE_HEARD: acceptance_heard,
    CheckPoint.REACTION_DECIDED: reaction_decided,
}
