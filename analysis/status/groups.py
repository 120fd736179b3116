"""The latest follow-up by target group, each with the engine of the whole."""

from __future__ import annotations

from analysis import statistics
from analysis.model.outcome import NotComputable, Reason
from analysis.model.status import Change, GroupResult, Status
from analysis.statistics import decision
from analysis.status.evidence import Evidence, MeasuredRound


def group_results(evidence: Evidence) -> tuple[GroupResult, ...]:
    """One result per target group that measured, before or now; too small ones without a number."""
    if evidence.baseline is None or not evidence.follow_ups:
        return ()
    before, now = evidence.baseline, evidence.follow_ups[-1]
    names = sorted(before.sample.target_groups | now.sample.target_groups)
    return tuple(group_result(evidence, before, now, name) for name in names)


def group_result(evidence: Evidence, before: MeasuredRound, now: MeasuredRound, name: str) -> GroupResult:
    counts = tuple(len(one.sample.of_group(name).totals.employees) for one in (before, now))
    population = next((one.employees for one in now.round.populations if one.target_group == name), None)
    if min(counts) < evidence.project.minimum_shown:
        hidden = NotComputable(Reason.HIDDEN)
        return GroupResult(name, counts[1], counts[0], population, hidden, Status.TOO_FEW)
    known = statistics.contrast(before.sample.of_group(name), now.sample.of_group(name), evidence.design)
    if isinstance(known, NotComputable):
        return GroupResult(name, counts[1], counts[0], population, known, Status.NOT_COMPARABLE)
    asked = evidence.requirement(now.round)
    status = decision.status(known.interval(), asked.target, asked.milestone, asked.is_final)
    change = Change(known.reduction, known.interval(0.95), known.interval(0.8))
    return GroupResult(name, counts[1], counts[0], population, change, status)
