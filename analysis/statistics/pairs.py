"""Two rounds analysed together on either scale: what contrast, share and potential have in common."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.statistics.columns import Overlap, overlap_of
from analysis.statistics.degrees_of_freedom import joined, satterthwaite, working_root
from analysis.statistics.jackknife import Contributions, Scale, contributions
from analysis.statistics.rounds import Rounds
from analysis.statistics.variance import PairVariance, pair_variance


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """``cap`` is the largest number of degrees of freedom that the employees can give."""

    baseline: Contributions
    follow_up: Contributions
    variance: PairVariance
    df_between: float | None
    cap: int

    @property
    def df(self) -> float:
        return joined(self.variance.between, self.df_between, self.variance.within, self.cap)

    @property
    def df_of_employees(self) -> float:
        """Those of the variance between employees, for where there is no variance to weigh the parts by."""
        return max(1.0, min(self.df_between or self.cap, float(self.cap)))


def pair_of(rounds: Rounds, overlap: Overlap, scale: Scale) -> Pair:
    """The variance of two rounds and their contrast; each target group needs two employees in each round."""
    first, second = rounds.estimators
    baseline, follow_up = contributions(first, scale), contributions(second, scale)
    variance = pair_variance(baseline, follow_up, overlap, rounds.population)
    places = np.arange(len(first.columns.keys)), overlap.places
    roots = (
        working_root(estimator, variance.remaining).placed(own, overlap.union)
        for estimator, own in zip((first, second), places, strict=True)
    )
    df_between = satterthwaite(*roots)
    cap = overlap.union - len(rounds.population)
    return Pair(baseline, follow_up, variance, df_between, cap)


def overlap_in(rounds: Rounds, matched: bool) -> Overlap:
    """Who of the compared target groups took part in both rounds."""
    first, second = rounds.estimators
    return overlap_of(first.columns, second.columns, matched)
