"""How far a result moves when one employee is left out: whether it hangs on anyone, naming no one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.model.outcome import NotComputable, Reason
from analysis.statistics.columns import FloatArray
from analysis.statistics.design import Design, Sample
from analysis.statistics.jackknife import Scale
from analysis.statistics.pairs import overlap_in
from analysis.statistics.rounds import Rounds, prepare


@dataclass(frozen=True, slots=True)
class ReductionRange:
    """The smallest and the largest reduction that is found without one of the employees, relative or in points."""

    lowest: float
    highest: float


def reduction_without_one(baseline: Sample, follow_up: Sample, design: Design) -> ReductionRange | NotComputable:
    """The range of the reduction over the employees, each left out of both rounds in turn.

    Parameters
    ----------
    baseline, follow_up, design
        As for the contrast. Where identifiers do not match an employee is left out of one round only.

    Returns
    -------
    ReductionRange | NotComputable
        The latter where the contrast has none either, where a target group has one employee only, and where one
        employee carries all minutes of the baseline or all items of a round.

    Source
    ------
    The deletions of the jackknife itself: Wolter (2007), chapter 4.

    Example
    -------
    >>> from analysis.model.measurement import EmployeeTotals, RoundTotals
    >>> def measured(*minutes: float) -> Sample:
    ...     rows = (EmployeeTotals("team", f"e{i}", 1, y, 1, y * y, y, 1, 1) for i, y in enumerate(minutes))
    ...     return Sample(RoundTotals(tuple(rows), days=None))
    >>> reduction_without_one(measured(20, 20, 20), measured(10, 10, 4), Design())
    ReductionRange(lowest=0.5, highest=0.65)
    """
    rounds = prepare((baseline, follow_up), design)
    if isinstance(rounds, NotComputable):
        return rounds
    if hindrance := rounds.hindrance(Scale.LINEAR):
        return NotComputable(hindrance)
    first, second = rounds.estimators
    if first.ratio <= 0:
        return NotComputable(Reason.ZERO_BASELINE)
    if not (first.ratios_without() > 0).all():
        return NotComputable(Reason.ZERO_WITHOUT_ONE_EMPLOYEE)
    ratios = _ratios_without(rounds, design.matched)
    return _range(1 - ratios.after / ratios.before)


def points_without_one(baseline: Sample, follow_up: Sample, design: Design) -> ReductionRange | NotComputable:
    """The range of a share's fall in points (0.12 is 12 percentage points), as for the reduction.

    Source
    ------
    The deletions of the jackknife itself: Wolter (2007), chapter 4.
    """
    rounds = prepare((baseline, follow_up), design)
    if isinstance(rounds, NotComputable):
        return rounds
    if hindrance := rounds.hindrance(Scale.LINEAR):
        return NotComputable(hindrance)
    ratios = _ratios_without(rounds, design.matched)
    return _range(ratios.before - ratios.after)


@dataclass(frozen=True, slots=True, eq=False)
class _Ratios:
    """One entry per employee of the union; a round without the employee stays as it is."""

    before: FloatArray
    after: FloatArray


def _ratios_without(rounds: Rounds, matched: bool) -> _Ratios:
    overlap, (first, second) = overlap_in(rounds, matched), rounds.estimators
    before, after = np.full(overlap.union, first.ratio), np.full(overlap.union, second.ratio)
    before[: len(first.columns.keys)] = first.ratios_without()
    after[overlap.places] = second.ratios_without()
    return _Ratios(before, after)


def _range(found: FloatArray) -> ReductionRange:
    return ReductionRange(float(found.min()), float(found.max()))
