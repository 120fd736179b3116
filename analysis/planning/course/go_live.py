"""When the system goes live, and when it was to: deadlines move along, and what was first promised stays to be seen."""

from __future__ import annotations

from datetime import date

from analysis.model.plan import Goal, add_months
from analysis.model.storage import PlanChange
from analysis.planning.reading import Plan, plan_at
from analysis.store.changes import field_changes
from analysis.store.store import Store


def go_live_history(store: Store, project_id: int) -> tuple[PlanChange, ...]:
    """Every go-live that a goal has been promised by, and the one that holds; the values are days."""
    with store.read() as cursor:
        goals = plan_at(cursor, project_id).goals
        made = [one.changed_at for goal in goals for one in field_changes(cursor, goal.goal_id, "name")]
        set_to = field_changes(cursor, project_id, "go_live")
    replaced = zip(set_to, set_to[1:], strict=False)
    return *(one for one, after in replaced if made and after.changed_at > min(made)), *set_to[-1:]


def first_deadline(store: Store, plan: Plan, goal: Goal) -> date:
    """The deadline by the go-live that was meant when the goal was made."""
    with store.read() as cursor:
        names = field_changes(cursor, goal.goal_id, "name")
        set_to = field_changes(cursor, plan.project.project_id, "go_live")
    meant = [as_day(one.after) for one in set_to if names and one.changed_at <= names[0].changed_at]
    return add_months(meant[-1] if meant else plan.project.go_live, goal.months_to_deadline)


def as_day(value: object) -> date:
    """A day as the log keeps it."""
    return date.fromisoformat(str(value))
