"""The contrast of two rounds: the reduction in the ratio and how well it is known."""

from __future__ import annotations

import math
from dataclasses import dataclass

from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.statistics.columns import Overlap
from analysis.statistics.design import Design, Sample
from analysis.statistics.jackknife import Scale
from analysis.statistics.pairs import Pair, overlap_in, pair_of
from analysis.statistics.precision import PairPrecision, Spread, spread_of
from analysis.statistics.rounds import Knowledge, Rounds, prepare
from analysis.statistics.variance import NO_VARIATION


@dataclass(frozen=True, slots=True)
class RoundPart:
    """One round of a contrast, over the target groups that both rounds measured."""

    ratio: float
    employees: int
    spread: Spread | NotComputable


@dataclass(frozen=True, slots=True)
class Contrast:
    """The reduction from one round to a later one. A point estimate may stand without an interval.

    ``fewer_in_common`` tells that fewer employees took part twice than by chance (or identifiers cannot be
    matched), so that a bound stands for their covariance; ``corrected`` that known populations corrected the
    variance. ``left_out`` names the target groups measured in one round only.
    """

    baseline: RoundPart
    follow_up: RoundPart
    employees_in_both: int
    employees_in_union: int
    precision: PairPrecision | NotComputable
    fewer_in_common: bool
    corrected: bool
    knowledge: Knowledge
    left_out: tuple[str, ...]

    @property
    def log_ratio(self) -> float | NotComputable:
        """The logarithm of follow-up over baseline, from which the reduction and its interval are made."""
        if self.follow_up.ratio == 0:
            return NotComputable(Reason.ZERO_FOLLOW_UP)
        return math.log(self.follow_up.ratio / self.baseline.ratio)

    @property
    def reduction(self) -> float:
        return 1 - self.follow_up.ratio / self.baseline.ratio

    def interval(self, level: float = 0.95) -> Interval | NotComputable:
        """The interval of the reduction at a confidence level."""
        if isinstance(self.log_ratio, NotComputable):
            return self.log_ratio
        if isinstance(self.precision, NotComputable):
            return self.precision
        reach = self.precision.reach(level)
        return Interval(-math.expm1(self.log_ratio + reach), -math.expm1(self.log_ratio - reach), level)


def contrast(baseline: Sample, follow_up: Sample, design: Design) -> Contrast | NotComputable:
    """Contrast two rounds by the log of the ratio of their ratios.

    Delete-one-employee jackknife (JKn, CR3) with the covariance of the employees in both rounds, a two-stage finite
    population correction, and Student's t with Bell-McCaffrey degrees of freedom.

    Parameters
    ----------
    baseline, follow_up
        The earlier and the later round. Minutes and items in any unit: the reduction has none.
    design
        The mode, whether populations correct the variance and whether identifiers match.

    Returns
    -------
    Contrast | NotComputable
        The latter where there is no ratio to speak of: nothing measured, no items, a baseline of zero minutes.

    Source
    ------
    Wolter (2007), chapter 4; Tam, Am. Stat. 38:288 (1984); Cochran (1977), section 11.4; Bell & McCaffrey, Surv.
    Meth. 28 (2002). Agrees with R survey (JKn) and clubSandwich (CR3) wherever they have the design.

    Example
    -------
    >>> from analysis.model.measurement import EmployeeTotals, RoundTotals
    >>> def measured(*minutes: float) -> Sample:
    ...     rows = (EmployeeTotals("team", f"e{i}", 1, y, 1, y * y, y, 1, 1) for i, y in enumerate(minutes))
    ...     return Sample(RoundTotals(tuple(rows), days=None))
    >>> result = contrast(measured(20, 24, 31, 27), measured(9, 12, 14, 11), Design())
    >>> round(result.reduction, 3)
    0.549
    >>> result.interval()
    Interval(low=0.4..., high=0.6..., level=0.95)
    """
    rounds = _prepared(baseline, follow_up, design)
    if isinstance(rounds, NotComputable):
        return rounds
    first, second = rounds.estimators
    hindrance = Reason.ZERO_FOLLOW_UP if second.ratio <= 0 else rounds.hindrance(Scale.LOG)
    if hindrance is not None:
        return _without_interval(rounds, design, NotComputable(hindrance))
    return _with_interval(rounds, design)


def reduction_alone(baseline: Sample, follow_up: Sample, design: Design) -> float | NotComputable:
    """The contrast's reduction without how well it is known: a second number to hold beside the first.

    Source
    ------
    As for the contrast.
    """
    rounds = _prepared(baseline, follow_up, design)
    if isinstance(rounds, NotComputable):
        return rounds
    first, second = rounds.estimators
    return 1 - second.ratio / first.ratio


def _prepared(baseline: Sample, follow_up: Sample, design: Design) -> Rounds | NotComputable:
    rounds = prepare((baseline, follow_up), design)
    if not isinstance(rounds, NotComputable) and rounds.estimators[0].ratio <= 0:
        return NotComputable(Reason.ZERO_BASELINE)
    return rounds


def _without_interval(rounds: Rounds, design: Design, reason: NotComputable) -> Contrast:
    baseline, follow_up = (RoundPart(e.ratio, len(e.columns.keys), reason) for e in rounds.estimators)
    return _contrast(rounds, overlap_in(rounds, design.matched), baseline, follow_up, reason, fewer_in_common=False)


def _with_interval(rounds: Rounds, design: Design) -> Contrast:
    overlap = overlap_in(rounds, design.matched)
    pair = pair_of(rounds, overlap, Scale.LOG)
    first, second = rounds.estimators
    baseline = RoundPart(first.ratio, len(first.columns.keys), spread_of(pair.baseline))
    follow_up = RoundPart(second.ratio, len(second.columns.keys), spread_of(pair.follow_up))
    fewer = pair.variance.fewer_in_common
    return _contrast(rounds, overlap, baseline, follow_up, _precision(pair), fewer_in_common=fewer)


def _precision(pair: Pair) -> PairPrecision | NotComputable:
    variance = pair.variance
    if variance.total < NO_VARIATION:
        return NotComputable(Reason.NO_VARIATION)
    return PairPrecision(
        variance.between,
        float(variance.within.sum()),
        pair.df_between,
        pair.df,
        variance_baseline=variance.baseline.total,
        variance_follow_up=variance.follow_up.total,
        correlation=variance.correlation,
    )


def _contrast(
    rounds: Rounds,
    overlap: Overlap,
    baseline: RoundPart,
    follow_up: RoundPart,
    precision: PairPrecision | NotComputable,
    fewer_in_common: bool,
) -> Contrast:
    return Contrast(
        baseline,
        follow_up,
        employees_in_both=len(overlap.baseline),
        employees_in_union=overlap.union,
        precision=precision,
        fewer_in_common=fewer_in_common,
        corrected=rounds.corrected,
        knowledge=rounds.knowledge,
        left_out=rounds.left_out,
    )
