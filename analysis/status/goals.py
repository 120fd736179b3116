"""One goal as it stood on a date."""

from __future__ import annotations

from analysis.model.outcome import NotComputable, Reason
from analysis.model.status import GoalReport, Level, RoundResult, Status
from analysis.status.advice import advice
from analysis.status.evidence import Evidence
from analysis.status.groups import group_results
from analysis.status.results import baseline_result, follow_up_results


def goal_report(evidence: Evidence) -> GoalReport:
    baseline = baseline_result(evidence, evidence.baseline) if evidence.baseline else None
    follow_ups = follow_up_results(evidence)
    status = follow_ups[-1].status if follow_ups else None
    return GoalReport(
        evidence.goal,
        evidence.deadline,
        status or Status.NOT_MEASURED,
        target_level(evidence, baseline),
        baseline,
        follow_ups,
        evidence.planned,
        group_results(evidence),
        advice(evidence, status),
    )


def target_level(evidence: Evidence, baseline: RoundResult | None) -> float | NotComputable:
    """The target point: the baseline's level times what may remain of it. Never typed: it moves with the baseline."""
    level = baseline.level if baseline else NotComputable(Reason.NO_BASELINE)
    if not isinstance(level, Level):
        return level
    return level.value * (1 - evidence.goal.target_improvement)
