"""Whether the result hangs on any one employee, naming nobody."""

from __future__ import annotations

from analysis import statistics
from analysis.model.choices import Direction, TargetUnit
from analysis.model.outcome import NotComputable, Reason
from analysis.model.status import Basis, RoundResult
from analysis.model.worth import WithoutOne
from analysis.statistics import Sample
from analysis.status import guesses
from analysis.status.by_employees import employees_in
from analysis.status.evidence import Evidence


def without_one(evidence: Evidence, latest: RoundResult | None) -> WithoutOne | NotComputable | None:
    """The range of the improvement over the employees, each left out in turn.

    Its ends are numbers about one employee fewer than measured: that many must be enough to be shown. ``None``
    where the two rounds are not of the same employees' work: nothing can then be left out of both.
    """
    before = evidence.baseline
    if latest is None or before is None or latest.basis is not Basis.EMPLOYEES:
        return None
    now = evidence.follow_ups[-1]
    if before.by_guesses != now.by_guesses:
        return None
    if isinstance(latest.change, NotComputable):
        return latest.change
    if min(employees_in(one.people) for one in (before, now)) <= evidence.project.minimum_shown:
        return NotComputable(Reason.HIDDEN)
    return range_of(evidence, before.people, now.people, by_guesses=now.by_guesses)


def range_of(evidence: Evidence, before: Sample, now: Sample, by_guesses: bool) -> WithoutOne | NotComputable:
    design = guesses.design(evidence) if by_guesses else evidence.design
    in_points = evidence.goal.target_unit is TargetUnit.POINTS
    reckon = statistics.points_without_one if in_points else statistics.reduction_without_one
    found = reckon(before, now, design)
    if isinstance(found, NotComputable):
        return found
    if evidence.goal.direction is Direction.MORE:
        return WithoutOne(-found.highest, -found.lowest)
    return WithoutOne(found.lowest, found.highest)
