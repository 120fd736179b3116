"""The difference of two rounds' ratios in their own unit, minutes per item."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from analysis.model.outcome import NotComputable
from analysis.statistics.design import Design, Sample
from analysis.statistics.jackknife import Scale
from analysis.statistics.pairs import overlap_in, pair_of
from analysis.statistics.rounds import prepare


@dataclass(frozen=True, slots=True)
class Difference:
    """Jackknife variances of the ratios and the standard error of their difference, without population correction."""

    variance_baseline: float
    variance_follow_up: float
    standard_error: float


def difference_of_rounds(baseline: Sample, follow_up: Sample, design: Design) -> Difference | NotComputable:
    """How well each ratio and their difference are known, as R survey's replicate weights have it.

    Source
    ------
    Wolter (2007), chapter 4, on the linear scale.
    """
    rounds = prepare((baseline, follow_up), replace(design, finite_population=False))
    if isinstance(rounds, NotComputable):
        return rounds
    if hindrance := rounds.hindrance(Scale.LINEAR):
        return NotComputable(hindrance)
    variance = pair_of(rounds, overlap_in(rounds, design.matched), Scale.LINEAR).variance
    return Difference(variance.baseline.total, variance.follow_up.total, math.sqrt(variance.total))
