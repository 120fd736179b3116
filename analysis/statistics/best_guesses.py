"""Best guesses held against what was observed of the same employees: their bias, and the level without it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.statistics.columns import overlap_of
from analysis.statistics.contrast import Contrast, contrast
from analysis.statistics.degrees_of_freedom import joined, satterthwaite, working_root
from analysis.statistics.design import Design, Sample
from analysis.statistics.jackknife import Scale, contributions
from analysis.statistics.level import RoundLevel, level
from analysis.statistics.precision import Precision
from analysis.statistics.rounds import Rounds, prepare
from analysis.statistics.variance import NO_VARIATION


@dataclass(frozen=True, slots=True)
class CorrectedLevel:
    """Minutes per item as guessed by all, corrected by what was observed of some.

    ``bias`` is the contrast from observation to guess over those employees. ``left_out`` names the target groups of
    which nobody did both.
    """

    guessed: RoundLevel
    bias: Contrast
    ratio: float
    precision: Precision | NotComputable
    left_out: tuple[str, ...]

    @property
    def guessed_per_observed(self) -> float:
        """How many minutes are guessed where one is observed."""
        return self.bias.follow_up.ratio / self.bias.baseline.ratio

    def interval(self, level: float = 0.95) -> Interval | NotComputable:
        """The interval of the corrected ratio: that of the guesses, of the observation and of what links them."""
        if isinstance(self.precision, NotComputable):
            return self.precision
        reach = self.precision.reach(level)
        return Interval(self.ratio * math.exp(-reach), self.ratio * math.exp(reach), level)


def corrected_level(best_guesses: Sample, observation: Sample, design: Design) -> CorrectedLevel | NotComputable:
    """The level that best guesses would have had without their bias.

    The guesses of all times observed over guessed of those who were observed: a ratio estimate in two phases. Its
    jackknife deletes an employee from all three at once, so that the interval is at least as wide as the few who
    were observed allow.

    Parameters
    ----------
    best_guesses
        One round's guesses.
    observation
        Stopwatch or observation of the same workflow, of some of the same employees; others are not used.
    design
        As for the contrast, identifiers matched.

    Returns
    -------
    CorrectedLevel | NotComputable
        The latter where nobody was both asked and observed, or where nothing was observed to take time.

    Source
    ------
    Rao & Sitter, Biometrika 82:453 (1995): the jackknife of a ratio estimate in two phases. The degrees of freedom
    carry the contrast's over to three parts: ours.

    Example
    -------
    >>> from analysis.model.measurement import EmployeeTotals, RoundTotals
    >>> def told(*minutes: float) -> Sample:
    ...     rows = (EmployeeTotals("team", f"e{i}", 1, y, 1, y * y, y, 1, 1) for i, y in enumerate(minutes))
    ...     return Sample(RoundTotals(tuple(rows), days=None))
    >>> found = corrected_level(told(20, 30, 25, 15, 40, 20), told(10, 20, 15), Design())
    >>> found.guessed.ratio, round(found.guessed_per_observed, 3), round(found.ratio, 3)
    (25.0, 1.667, 15.0)
    >>> found.guessed.interval()
    Interval(low=17.0..., high=36.7..., level=0.95)
    >>> found.interval()
    Interval(low=8.0..., high=27.8..., level=0.95)
    """
    if not design.matched:
        raise ValueError("design.matched must be true: guess and observation are of the same employees")
    both = _employees(best_guesses) & _employees(observation)
    groups = frozenset(target_group for target_group, _ in both)
    left_out = tuple(sorted(best_guesses.target_groups - groups))
    all_guesses = _only(best_guesses, frozenset(key for key in _employees(best_guesses) if key[0] in groups))
    phases = all_guesses, _only(observation, both), _only(best_guesses, both)
    return _corrected(phases, replace(design, finite_population=False), left_out)


def _corrected(
    phases: tuple[Sample, Sample, Sample], design: Design, left_out: tuple[str, ...]
) -> CorrectedLevel | NotComputable:
    all_guesses, observed, guessed_of_both = phases
    rounds = prepare(phases, design)
    if isinstance(rounds, NotComputable):
        return rounds
    guessed, bias = level(all_guesses, design), contrast(observed, guessed_of_both, design)
    if isinstance(guessed, NotComputable):
        return guessed
    if isinstance(bias, NotComputable):
        return bias
    if bias.follow_up.ratio <= 0:
        return NotComputable(Reason.ZERO_FOLLOW_UP)
    ratio = guessed.ratio * bias.baseline.ratio / bias.follow_up.ratio
    return CorrectedLevel(guessed, bias, ratio, _precision(rounds), left_out)


def _employees(sample: Sample) -> frozenset[tuple[str, str]]:
    return frozenset((one.target_group, one.employee) for one in sample.totals.employees)


def _only(sample: Sample, employees: frozenset[tuple[str, str]]) -> Sample:
    kept = tuple(one for one in sample.totals.employees if (one.target_group, one.employee) in employees)
    return replace(sample, totals=replace(sample.totals, employees=kept))


def _precision(rounds: Rounds) -> Precision | NotComputable:
    """The jackknife of all guesses x observed / guessed, over the employees who guessed."""
    if hindrance := rounds.hindrance(Scale.LOG):
        return NotComputable(hindrance)
    guesses, observed, guessed_of_both = rounds.estimators
    places = overlap_of(guesses.columns, observed.columns, matched=True).baseline
    employees = len(guesses.columns.keys)
    change = contributions(guesses, Scale.LOG).between
    change[places] += contributions(observed, Scale.LOG).between - contributions(guessed_of_both, Scale.LOG).between
    variance = float((change**2).sum())
    if variance < NO_VARIATION:
        return NotComputable(Reason.NO_VARIATION)
    everyone = np.ones(len(rounds.population))
    of_guesses = working_root(guesses, everyone).minus(
        working_root(guessed_of_both, everyone).placed(places, employees)
    )
    df_between = satterthwaite(of_guesses, working_root(observed, everyone).placed(places, employees))
    df = joined(variance, df_between, np.zeros(0), cap=employees - len(rounds.population))
    return Precision(variance, 0.0, df_between, df)
