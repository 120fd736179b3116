"""What a goal's target comes to, while its form is filled in: from the baseline alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from analysis.model.levels import Level
from analysis.model.outcome import NotComputable, Reason
from analysis.model.plan import Goal
from analysis.model.smart import TargetPoint
from analysis.planning.reading import Plan
from analysis.status.comparisons import comparisons
from analysis.status.goals import target_level
from analysis.status.reading import evidence, known_uploads
from analysis.status.results import round_result
from analysis.store.store import Store


def target_point(store: Store, plan: Plan, goal: Goal, on: date) -> TargetPoint:
    """The baseline as it was known on a day, and the target point that it makes."""
    baselines = tuple(one for one in plan.rounds if one.is_baseline and one.ends_on <= on)
    with store.read() as cursor:
        uploads = known_uploads(cursor, plan.project.project_id, baselines)
        held = evidence(cursor, replace(plan, rounds=baselines), goal, uploads, on)
    known = comparisons(held)
    if held.baseline is None or known.baseline is None:
        return TargetPoint(NotComputable(Reason.NO_BASELINE), NotComputable(Reason.NO_BASELINE))
    result = round_result(held, held.baseline, known.baseline)
    level = result.level.value if isinstance(result.level, Level) else result.level
    return TargetPoint(level, target_level(held, result))
