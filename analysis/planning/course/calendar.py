"""The calendar of a project: its meetings, measurements and deadlines, all read from the plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from analysis.model.agreements import Smart
from analysis.model.calendar import Agenda, Event, Occasion
from analysis.model.entries import Meeting, Prerequisite
from analysis.model.plan import add_months
from analysis.planning.reading import Plan, plan_at
from analysis.store.changes import field_changes
from analysis.store.store import Store


def agenda(store: Store, project_id: int) -> Agenda:
    """All events of a project; the moment it was made tells it from all others."""
    with store.read() as cursor:
        plan = plan_at(cursor, project_id)
        made = field_changes(cursor, project_id, "organisation")[0].changed_at
    return Agenda(plan.project.name, f"{made:%Y%m%d%H%M%S%f}", events(plan))


def events(plan: Plan) -> tuple[Event, ...]:
    """What has a date, in order of time."""
    order = list(Occasion)
    found = (*of_the_project(plan), *of_the_goals(plan))
    return tuple(sorted(found, key=lambda one: (one.starts_on, order.index(one.occasion), one.source, one.number)))


def of_the_project(plan: Plan) -> Iterator[Event]:
    yield on_day(Occasion.GO_LIVE, plan.project.project_id, plan.project.go_live)
    for meeting in plan.of(Meeting):
        if meeting.on:
            yield on_day(Occasion.MEETING, meeting.entry_id, meeting.on, meeting.name, meeting.place)
    for one in plan.of(Prerequisite):
        if one.due_on and not one.is_met:
            yield on_day(Occasion.PREREQUISITE, one.entry_id, one.due_on, one.name)
    for measured in plan.rounds:
        window = measured.starts_on, measured.ends_on
        yield Event(Occasion.MEASUREMENT, measured.round_id, *window, number=measured.number)


def of_the_goals(plan: Plan) -> Iterator[Event]:
    """Everything that is agreed in months from go-live, and moves with it."""
    go_live = plan.project.go_live
    expected = {one.goal: one.months_to_realisation for one in plan.of(Smart)}
    for goal in plan.goals:
        for step in goal.milestones:
            day = add_months(go_live, step.months_after_go_live)
            yield on_day(Occasion.MILESTONE, goal.goal_id, day, goal.name, number=step.months_after_go_live)
        yield on_day(Occasion.DEADLINE, goal.goal_id, add_months(go_live, goal.months_to_deadline), goal.name)
        months = expected.get(goal.goal_id)
        if months is not None:
            yield on_day(Occasion.REALISATION, goal.goal_id, add_months(go_live, months), goal.name)


def on_day(occasion: Occasion, source: int, day: date, name: str = "", place: str = "", number: int = 0) -> Event:
    return Event(occasion, source, day, day, name, place, number)
