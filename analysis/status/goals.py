"""One goal as it stood on a date."""

from __future__ import annotations

from analysis.model.levels import Level
from analysis.model.mode import Mode
from analysis.model.outcome import NotComputable, Reason
from analysis.model.status import Basis, GoalReport, RoundResult, Status
from analysis.status import guesses
from analysis.status.advice import advice
from analysis.status.comparisons import comparisons
from analysis.status.evidence import Evidence
from analysis.status.freed import freed
from analysis.status.groups import group_results
from analysis.status.results import follow_up_results, round_result
from analysis.status.why import why
from analysis.status.without_one import without_one


def goal_report(evidence: Evidence) -> GoalReport:
    known = comparisons(evidence)
    baseline = None
    if evidence.baseline and known.baseline:
        baseline = round_result(evidence, evidence.baseline, known.baseline)
    follow_ups = follow_up_results(evidence, known.follow_ups)
    latest = follow_ups[-1] if follow_ups else None
    return GoalReport(
        evidence.goal,
        evidence.deadline,
        (latest.status if latest else None) or Status.NOT_MEASURED,
        target_level(evidence, baseline),
        baseline,
        follow_ups,
        evidence.planned,
        group_results(evidence, known.latest),
        advice(evidence, baseline, latest),
        freed(evidence, latest, known.latest),
        why(evidence, latest),
        without_one(evidence, latest),
        mode(evidence, latest or baseline),
    )


def mode(evidence: Evidence, newest: RoundResult | None) -> Mode | None:
    """How several target groups became one number."""
    if newest is None or newest.basis is not Basis.EMPLOYEES or len(evidence.target_groups) < 2:
        return None
    by_guesses = any(one.by_guesses for one in evidence.measured if one.number == newest.round.number)
    return guesses.design(evidence).mode if by_guesses else evidence.design.mode


def target_level(evidence: Evidence, baseline: RoundResult | None) -> float | NotComputable:
    """The target point: the baseline's level improved by the target. Never typed: it moves with the baseline."""
    level = baseline.level if baseline else NotComputable(Reason.NO_BASELINE)
    if not isinstance(level, Level):
        return level
    return evidence.goal.improved(level.value, evidence.goal.target_improvement)
