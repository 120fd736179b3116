"""What a measured round tells of the next one: its components of variance, all target groups pooled.

Source: the contrast's own jackknife and Bell-McCaffrey degrees of freedom; the safety factor makes the variance
median-unbiased (cf. Browne, Stat. Med. 14:1933, 1995).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy import stats

from analysis.model.outcome import NotComputable, Reason
from analysis.statistics.degrees_of_freedom import satterthwaite, working_root
from analysis.statistics.design import Design, Sample
from analysis.statistics.jackknife import Scale, contributions
from analysis.statistics.rounds import prepare
from analysis.statistics.variance import NO_VARIATION


@dataclass(frozen=True, slots=True)
class Pilot:
    """What a measured round tells of the next: variances per employee, all target groups pooled.

    ``between`` and ``within`` are relative; ``days`` is ``None`` where the registrations have no dates;
    ``df_per_employee`` is kappa, the degrees of freedom that one more employee brings, at most 1.
    """

    employees: int
    between: float
    within: float
    days: int | None
    registrations_per_employee: float
    df_per_employee: float

    @property
    def df(self) -> float:
        return self.df_per_employee * (self.employees - 1)

    @property
    def safety(self) -> float:
        """By how much a variance with so few degrees of freedom is too small half of the time."""
        return float(self.df / stats.chi2.ppf(0.5, self.df))


def pilot_of(sample: Sample) -> Pilot | NotComputable:
    """The components of a measured round that a plan builds on."""
    pooled = tuple(replace(e, target_group="") for e in sample.totals.employees)
    rounds = prepare((Sample(replace(sample.totals, employees=pooled)),), Design())
    if isinstance(rounds, NotComputable):
        return rounds
    if hindrance := rounds.hindrance(Scale.LOG):
        return NotComputable(hindrance)
    (estimator,) = rounds.estimators
    parts, employees = contributions(estimator, Scale.LOG), len(pooled)
    spread, within = float(parts.spread[0]), employees * float(parts.within.sum())
    df = satterthwaite(working_root(estimator, np.ones(1)))
    if df is None or spread < NO_VARIATION:
        return NotComputable(Reason.NO_VARIATION)
    return Pilot(
        employees,
        between=max(spread - within, 0.0),
        within=within,
        days=sample.totals.days,
        registrations_per_employee=sum(e.registrations for e in pooled) / employees,
        df_per_employee=min(df / (employees - 1), 1.0),
    )
