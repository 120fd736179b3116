"""Intervals of changes by the contrast's own jackknife: one employee deleted from each round in turn."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.statistics.columns import Columns, FloatArray, Overlap
from analysis.statistics.jackknife import Contributions, Scale
from analysis.statistics.pairs import overlap_in, pair_of
from analysis.statistics.precision import t_quantile
from analysis.statistics.rounds import Rounds
from analysis.statistics.variance import NO_VARIATION, pair_variance


@dataclass(frozen=True, slots=True, eq=False)
class Jackknife:
    """Who took part, and the degrees of freedom that they give the contrast."""

    rounds: Rounds
    overlap: Overlap
    df: float

    def interval(
        self, without_first: FloatArray, without_second: FloatArray, scale: float, level: float
    ) -> Interval | NotComputable:
        """The interval of a change, given whole and then with each employee deleted from one of the rounds.

        ``scale`` is what is large beside the change: against it rounding is told from variation.
        """
        if not (np.isfinite(without_first).all() and np.isfinite(without_second).all()):
            return NotComputable(Reason.ZERO_WITHOUT_ONE_EMPLOYEE)
        value = float(without_first[0])
        first, second = (estimator.columns for estimator in self.rounds.estimators)
        # The earlier round is subtracted: what it lacks without an employee, the change gains.
        baseline = _contributions(first, value - without_first[1:])
        follow_up = _contributions(second, without_second[1:] - value)
        variance = pair_variance(baseline, follow_up, self.overlap, self.rounds.population).between
        if variance <= NO_VARIATION * scale**2:
            return NotComputable(Reason.NO_VARIATION)
        reach = t_quantile(self.df, level) * math.sqrt(variance)
        return Interval(value - reach, value + reach, level)


def jackknife_of(rounds: Rounds, matched: bool) -> Jackknife:
    """The jackknife of two rounds whose target groups all have two employees or more."""
    overlap = overlap_in(rounds, matched)
    return Jackknife(rounds, overlap, pair_of(rounds, overlap, Scale.LINEAR).df_of_employees)


def _contributions(columns: Columns, change: FloatArray) -> Contributions:
    employees = columns.employees
    return Contributions(columns, between=-np.sqrt((employees - 1) / employees) * change, within=np.zeros_like(change))
