"""The ratio of a single round, with its own interval: a point of the trajectory."""

from __future__ import annotations

import math
from dataclasses import dataclass

from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.statistics.degrees_of_freedom import joined, satterthwaite, working_root
from analysis.statistics.design import Design, Sample
from analysis.statistics.jackknife import Scale, contributions
from analysis.statistics.precision import Precision, Spread, spread_of
from analysis.statistics.rounds import Knowledge, Rounds, prepare
from analysis.statistics.variance import NO_VARIATION, round_variance


@dataclass(frozen=True, slots=True)
class RoundLevel:
    """Minutes per item of one round over all its target groups."""

    ratio: float
    employees: int
    spread: Spread | NotComputable
    precision: Precision | NotComputable
    knowledge: Knowledge

    def interval(self, level: float = 0.95) -> Interval | NotComputable:
        """The interval of the ratio, made on the log scale."""
        if isinstance(self.precision, NotComputable):
            return self.precision
        reach = self.precision.reach(level)
        return Interval(self.ratio * math.exp(-reach), self.ratio * math.exp(reach), level)


def level(sample: Sample, design: Design) -> RoundLevel | NotComputable:
    """Estimate one round by itself with the engine of the contrast.

    Parameters
    ----------
    sample
        The round.
    design
        As for the contrast; whether identifiers match plays no part.

    Source
    ------
    As for the contrast, with one round: v = S (1/n - 1/N) and the part within employees.

    Example
    -------
    >>> from analysis.model.measurement import EmployeeTotals, RoundTotals
    >>> minutes = (20.0, 24.0, 31.0, 27.0)
    >>> rows = (EmployeeTotals("team", f"e{i}", 1, y, 1, y * y, y, 1, 1) for i, y in enumerate(minutes))
    >>> result = level(Sample(RoundTotals(tuple(rows), days=None)), Design())
    >>> result.ratio, result.precision.df
    (25.5, 3.0)
    """
    rounds = prepare((sample,), design)
    if isinstance(rounds, NotComputable):
        return rounds
    (estimator,) = rounds.estimators
    hindrance = rounds.hindrance(Scale.LOG)
    if hindrance is not None:
        reason = NotComputable(hindrance)
        return RoundLevel(estimator.ratio, len(estimator.columns.keys), reason, reason, rounds.knowledge)
    return _with_interval(rounds)


def _with_interval(rounds: Rounds) -> RoundLevel:
    (estimator,) = rounds.estimators
    parts = contributions(estimator, Scale.LOG)
    variance = round_variance(parts, rounds.population)
    df_between = satterthwaite(working_root(estimator, variance.remaining))
    employees = len(estimator.columns.keys)
    df = joined(variance.between, df_between, variance.within, cap=employees - len(rounds.population))
    within = float(variance.within.sum())
    precision: Precision | NotComputable = Precision(variance.between, within, df_between, df)
    if variance.total < NO_VARIATION:
        precision = NotComputable(Reason.NO_VARIATION)
    return RoundLevel(estimator.ratio, employees, spread_of(parts), precision, rounds.knowledge)
