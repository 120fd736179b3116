"""One goal as it stood on a date."""

from __future__ import annotations

from analysis.model.outcome import NotComputable, Reason
from analysis.model.status import GoalReport, Level, RoundResult, Status
from analysis.status.advice import advice
from analysis.status.evidence import Evidence
from analysis.status.freed import freed
from analysis.status.groups import group_results
from analysis.status.results import baseline_result, follow_up_results
from analysis.status.why import why
from analysis.status.without_one import without_one


def goal_report(evidence: Evidence) -> GoalReport:
    baseline = baseline_result(evidence, evidence.baseline) if evidence.baseline else None
    follow_ups = follow_up_results(evidence)
    latest = follow_ups[-1] if follow_ups else None
    return GoalReport(
        evidence.goal,
        evidence.deadline,
        (latest.status if latest else None) or Status.NOT_MEASURED,
        target_level(evidence, baseline),
        baseline,
        follow_ups,
        evidence.planned,
        group_results(evidence),
        advice(evidence, baseline, latest),
        freed(evidence, latest),
        why(evidence, latest),
        without_one(evidence, latest),
    )


def target_level(evidence: Evidence, baseline: RoundResult | None) -> float | NotComputable:
    """The target point: the baseline's level improved by the target. Never typed: it moves with the baseline."""
    level = baseline.level if baseline else NotComputable(Reason.NO_BASELINE)
    if not isinstance(level, Level):
        return level
    return evidence.goal.improved(level.value, evidence.goal.target_improvement)
