"""Numbers in, frozen results out: no database, no files, no dates of today."""

from analysis.model.mode import Mode
from analysis.statistics.best_guesses import CorrectedLevel, corrected_level
from analysis.statistics.contrast import Contrast, RoundPart, contrast, reduction_alone
from analysis.statistics.counted_days import CountBasis, CountedRound, DayCount
from analysis.statistics.counts import CountChange, CountLevel, CountTotals, count_change, count_level
from analysis.statistics.design import Design, Sample
from analysis.statistics.difference import Difference, difference_of_rounds
from analysis.statistics.leave_one_out import ReductionRange, points_without_one, reduction_without_one
from analysis.statistics.level import RoundLevel, level
from analysis.statistics.potential import Potential, potential
from analysis.statistics.precision import PairPrecision, Precision, Spread
from analysis.statistics.rates import RateChange, rate_change_of_totals, rate_interval
from analysis.statistics.rounds import Knowledge
from analysis.statistics.shares import (
    RoundShare,
    ShareChange,
    ShareContrast,
    ShareEstimate,
    share_change,
    share_change_of_totals,
    share_contrast,
    share_estimate,
    share_level,
    share_level_of_totals,
)

__all__ = [
    "Contrast",
    "CorrectedLevel",
    "CountBasis",
    "CountChange",
    "CountLevel",
    "CountTotals",
    "CountedRound",
    "DayCount",
    "Design",
    "Difference",
    "Knowledge",
    "Mode",
    "PairPrecision",
    "Potential",
    "Precision",
    "RateChange",
    "ReductionRange",
    "RoundLevel",
    "RoundPart",
    "RoundShare",
    "Sample",
    "ShareChange",
    "ShareContrast",
    "ShareEstimate",
    "Spread",
    "contrast",
    "corrected_level",
    "count_change",
    "count_level",
    "difference_of_rounds",
    "level",
    "points_without_one",
    "potential",
    "rate_change_of_totals",
    "rate_interval",
    "reduction_alone",
    "reduction_without_one",
    "share_change",
    "share_change_of_totals",
    "share_contrast",
    "share_estimate",
    "share_level",
    "share_level_of_totals",
]
