"""The latest follow-up by target group, each compared as the whole is."""

from __future__ import annotations

from analysis.model.outcome import NotComputable
from analysis.model.status import Basis, GroupResult, Status
from analysis.status.by_employees import employees_in
from analysis.status.comparisons import Comparison
from analysis.status.evidence import Evidence, MeasuredRound
from analysis.status.measures import compared
from analysis.status.results import HIDDEN, status_of_interval


def group_results(evidence: Evidence, latest: Comparison | None) -> tuple[GroupResult, ...]:
    """One result per target group that measured, before or now; none where no employees did.

    Too small ones have no number.
    """
    if evidence.baseline is None or latest is None or latest.now.basis is not Basis.EMPLOYEES:
        return ()
    before, now = evidence.baseline, evidence.follow_ups[-1]
    names = sorted(before.people.target_groups | now.people.target_groups)
    return tuple(group_result(evidence, before, now, name) for name in names)


def group_result(evidence: Evidence, before: MeasuredRound, now: MeasuredRound, name: str) -> GroupResult:
    earlier, later = before.of_group(name), now.of_group(name)
    employees = employees_in(later.people), employees_in(earlier.people)
    population = next((one.employees for one in now.round.populations if one.target_group == name), None)
    if min(employees) < evidence.project.minimum_shown:
        return GroupResult(name, *employees, population, HIDDEN, Status.TOO_FEW)
    known = compared(evidence, earlier, later)
    if isinstance(known.improvement, NotComputable):
        return GroupResult(name, *employees, population, known.improvement, Status.NOT_COMPARABLE)
    status = status_of_interval(known.interval(), evidence.requirement(now.round))
    return GroupResult(name, *employees, population, known.shown_change(), status)
