"""The change of a share (k unwanted of n) in percentage points and relative to the baseline."""

from __future__ import annotations

import math
from dataclasses import dataclass

from analysis.model.mode import Mode
from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.statistics.degrees_of_freedom import joined, satterthwaite, working_root
from analysis.statistics.design import Design, Sample
from analysis.statistics.estimators import Estimator
from analysis.statistics.jackknife import Scale, contributions
from analysis.statistics.mover import Part, difference, ratio
from analysis.statistics.pairs import overlap_in, pair_of
from analysis.statistics.precision import t_quantile
from analysis.statistics.rounds import Rounds, prepare
from analysis.statistics.variance import NO_VARIATION, round_variance
from analysis.statistics.wilson import wilson


@dataclass(frozen=True, slots=True)
class RoundShare:
    """The share of one round with its Wilson interval; ``design_effect`` is what clustering costs, at least 1."""

    share: float
    items: float
    design_effect: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class ShareChange:
    """The change of a share between two rounds.

    ``points`` is follow-up minus baseline (-0.12 is 12 percentage points fewer), ``reduction`` the relative fall.
    ``df`` is infinite where no clusters could be learnt from.
    """

    baseline: RoundShare
    follow_up: RoundShare
    points: float
    points_interval: Interval
    reduction: float | NotComputable
    reduction_interval: Interval | NotComputable
    correlation: float
    df: float

    @property
    def assumes_independence(self) -> bool:
        """Whether the cases are taken to come independently: there were no clusters to learn from."""
        return math.isinf(self.df)


@dataclass(frozen=True, slots=True)
class ShareEstimate:
    """All that the interval of one round's share is made from, at whatever confidence level."""

    share: float
    items: float
    design_effect: float
    df: float

    def at(self, level: float) -> RoundShare:
        """The share with its interval at a confidence level."""
        found = wilson(self.share, self.items / self.design_effect, t_quantile(self.df, level), level)
        return RoundShare(self.share, self.items, self.design_effect, found)


@dataclass(frozen=True, slots=True)
class ShareContrast:
    """All that the intervals of a change are made from: employees are gone through once for all of them."""

    baseline: ShareEstimate
    follow_up: ShareEstimate
    correlation: float
    df: float

    def at(self, level: float) -> ShareChange:
        """The change with its intervals at a confidence level."""
        return _change(self.baseline.at(level), self.follow_up.at(level), self.correlation, self.df)


def share_change(
    baseline: Sample, follow_up: Sample, design: Design, level: float = 0.95
) -> ShareChange | NotComputable:
    """The change of a share with employees as clusters, at one confidence level: see ``share_contrast``.

    Source
    ------
    As for ``share_contrast``.
    """
    known = share_contrast(baseline, follow_up, design)
    return known if isinstance(known, NotComputable) else known.at(level)


def share_contrast(baseline: Sample, follow_up: Sample, design: Design) -> ShareContrast | NotComputable:
    """Contrast two rounds' shares with employees as clusters.

    Parameters
    ----------
    baseline, follow_up
        Rounds whose ``y`` are the unwanted cases and whose ``x`` are all cases.
    design
        As for the contrast; a share is never expanded.

    Source
    ------
    Korn & Graubard, Surv. Meth. 24:193 (1998): effective sample size and t; Newcombe, Stat. Med. 17:873 (1998),
    method 10, and Zou & Donner (2008) for points; Donner & Zou (2012), MOVER-R, for the relative reduction.
    """
    if design.mode is Mode.EXPANSION:
        raise ValueError("design.mode must not be expansion for a share")
    rounds = prepare((baseline, follow_up), design)
    if isinstance(rounds, NotComputable):
        return rounds
    if any((e.columns.y > e.columns.x).any() for e in rounds.estimators):
        raise ValueError("y must not exceed x: unwanted cases are some of all cases")
    hindrance = rounds.hindrance(Scale.LINEAR)
    return NotComputable(hindrance) if hindrance else _with_clusters(rounds, design)


def share_change_of_totals(k1: float, n1: float, k2: float, n2: float, level: float = 0.95) -> ShareChange:
    """The change of a share from bare totals: ``k`` unwanted of ``n`` independent cases in each round.

    Source
    ------
    Newcombe, Stat. Med. 17:873 (1998), method 10; Donner & Zou (2012).

    Example
    -------
    Newcombe's example (a), 56 of 70 against 48 of 80:

    >>> change = share_change_of_totals(48, 80, 56, 70)
    >>> round(change.points_interval.low, 4), round(change.points_interval.high, 4)
    (0.0524, 0.3339)
    """
    for name, unwanted, cases in (("k1", k1, n1), ("k2", k2, n2)):
        if not 0 <= unwanted <= cases or cases == 0:
            raise ValueError(f"{name} must lie between 0 and a positive number of cases, got {unwanted} of {cases}")
    baseline, follow_up = (ShareEstimate(k / n, n, 1.0, math.inf) for k, n in ((k1, n1), (k2, n2)))
    return ShareContrast(baseline, follow_up, correlation=0.0, df=math.inf).at(level)


def share_level(sample: Sample, design: Design, level: float = 0.95) -> RoundShare | NotComputable:
    """The share of one round by itself, at one confidence level: see ``share_estimate``.

    Source
    ------
    As for ``share_estimate``.
    """
    known = share_estimate(sample, design)
    return known if isinstance(known, NotComputable) else known.at(level)


def share_estimate(sample: Sample, design: Design) -> ShareEstimate | NotComputable:
    """Estimate the share of one round by itself, with employees as clusters.

    Where no or all cases are unwanted nothing shows how employees differ, and the cases count as independent.

    Source
    ------
    Korn & Graubard, Surv. Meth. 24:193 (1998).

    Example
    -------
    >>> from analysis.model.measurement import EmployeeTotals, RoundTotals
    >>> rows = (EmployeeTotals("team", f"e{i}", 10, y, 10, y * y, 10 * y, 100, 1) for i, y in enumerate((0, 6, 1, 5)))
    >>> found = share_estimate(Sample(RoundTotals(tuple(rows), days=None)), Design()).at(0.95)
    >>> found.share, round(found.design_effect, 2), found.interval
    (0.3, 4.13, Interval(low=0.0..., high=0.7..., level=0.95))
    """
    rounds = prepare((sample,), design)
    if isinstance(rounds, NotComputable):
        return rounds
    if hindrance := rounds.hindrance(Scale.LINEAR):
        return NotComputable(hindrance)
    (estimator,) = rounds.estimators
    variance = round_variance(contributions(estimator, Scale.LINEAR), rounds.population)
    cap = len(estimator.columns.keys) - len(rounds.population)
    df_between = satterthwaite(working_root(estimator, variance.remaining))
    df = joined(variance.between, df_between, variance.within, cap)
    items, effect = float(estimator.columns.x.sum()), _design_effect(estimator, variance.total)
    if effect is None:
        return ShareEstimate(min(estimator.ratio, 1.0), items, 1.0, math.inf)
    return ShareEstimate(estimator.ratio, items, effect, df)


def share_level_of_totals(k: float, n: float, level: float = 0.95) -> RoundShare:
    """Wilson's interval of one share from bare totals."""
    return ShareEstimate(k / n, n, 1.0, math.inf).at(level)


def _with_clusters(rounds: Rounds, design: Design) -> ShareContrast:
    first, second = rounds.estimators
    pair = pair_of(rounds, overlap_in(rounds, design.matched), Scale.LINEAR)
    effect = _design_effect(first, pair.variance.baseline.total), _design_effect(second, pair.variance.follow_up.total)
    # A round with no or only unwanted cases shows nothing of how employees differ: it borrows the other's effect.
    known = [e for e in effect if e is not None]
    if not known:
        df, borrowed, correlation = math.inf, 1.0, 0.0
    elif len(known) == 1 or pair.variance.total < NO_VARIATION:
        df, borrowed, correlation = pair.df_of_employees, known[0], 0.0
    else:
        df, borrowed, correlation = pair.df, known[0], pair.variance.correlation
    baseline, follow_up = (
        ShareEstimate(min(e.ratio, 1.0), float(e.columns.x.sum()), borrowed if own is None else own, df)
        for e, own in zip(rounds.estimators, effect, strict=True)
    )
    return ShareContrast(baseline, follow_up, correlation, df)


def _design_effect(estimator: Estimator, variance: float) -> float | None:
    """The variance over that of independent cases, at least 1; ``None`` where no or all cases are unwanted."""
    columns, share = estimator.columns, estimator.ratio
    if not columns.y.any() or not (columns.y < columns.x).any():
        return None
    return max(1.0, variance / (share * (1 - share) / float(columns.x.sum())))


def _change(baseline: RoundShare, follow_up: RoundShare, correlation: float, df: float) -> ShareChange:
    before, after = (Part(r.share, r.interval) for r in (baseline, follow_up))
    reduction: float | NotComputable = NotComputable(Reason.ZERO_BASELINE)
    reduction_interval: Interval | NotComputable = NotComputable(Reason.ZERO_BASELINE)
    if before.value > 0:
        relative = ratio(after, before, correlation)
        reduction = 1 - after.value / before.value
        reduction_interval = Interval(1 - relative.high, 1 - relative.low, relative.level)
    return ShareChange(
        baseline,
        follow_up,
        points=after.value - before.value,
        points_interval=difference(after, before, correlation),
        reduction=reduction,
        reduction_interval=reduction_interval,
        correlation=correlation,
        df=df,
    )
