"""The next step on the way to a goal, proposed."""

from __future__ import annotations

from analysis.model.plan import Goal, Milestone


def proposed_milestone(goal: Goal) -> Milestone | None:
    """Halfway from the last milestone to the deadline, and halfway to the target; ``None`` where no month is free."""
    taken = {one.months_after_go_live for one in goal.milestones}
    free = [month for month in range(1, goal.months_to_deadline) if month not in taken]
    if not free:
        return None
    halfway = (max(taken, default=0) + goal.months_to_deadline) / 2
    month = min(free, key=lambda each: abs(each - halfway))
    before = [one.improvement for one in goal.milestones if one.months_after_go_live < month]
    after = [one.improvement for one in goal.milestones if one.months_after_go_live > month]
    low, high = max(before, default=0.0), min(after, default=goal.target_improvement)
    return Milestone(month, min(max(round((low + high) / 2, 2), low), high) or high)
