"""Coverage of best guesses corrected by what was observed of some of those who were asked."""

from __future__ import annotations

import math

import numpy as np

from analysis.model.measurement import EmployeeTotals, RoundTotals
from analysis.model.outcome import Interval
from analysis.statistics import CorrectedLevel, Design, RoundLevel, Sample, corrected_level

BIAS, OWN_BIAS = 0.4, 0.3
"""Of the logarithm: what all guess too much, and how employees differ in that."""
PACE, ITEM = 0.5, 0.7
"""Standard deviations of the logarithm, between employees and from item to item."""
MINUTES = 10.0
TRUTH = MINUTES * math.exp(PACE**2 / 2)
ASKED_AND_OBSERVED = ((6, 6), (10, 4), (10, 6), (20, 4), (20, 8), (40, 10))


def _study(asked: int, observed: int, noise: np.random.Generator) -> tuple[Sample, Sample]:
    pace = MINUTES * np.exp(noise.normal(0, PACE, asked))
    guesses = [
        _employee(name, float(one), 1) for name, one in enumerate(pace * np.exp(noise.normal(BIAS, OWN_BIAS, asked)))
    ]
    watched = []
    for name in range(observed):
        items = int(noise.integers(3, 30))
        minutes = pace[name] * np.exp(noise.normal(-(ITEM**2) / 2, ITEM, items)).sum()
        watched.append(_employee(name, float(minutes), items))
    return Sample(RoundTotals(tuple(guesses), None)), Sample(RoundTotals(tuple(watched), None))


def _employee(name: int, minutes: float, items: int) -> EmployeeTotals:
    return EmployeeTotals("team", f"e{name}", 1, minutes, items, minutes**2, minutes * items, items**2, units=1)


def coverage(asked: int, observed: int, studies: int, seed: int) -> tuple[float, float]:
    """How often the guesses' own interval held the true level, and how often the corrected one."""
    noise, guessed, corrected = np.random.default_rng(seed), 0, 0
    for _ in range(studies):
        result = corrected_level(*_study(asked, observed, noise), Design())
        if isinstance(result, CorrectedLevel):
            guessed += _holds(result.guessed)
            corrected += _holds(result)
    return guessed / studies, corrected / studies


def _holds(level: RoundLevel | CorrectedLevel) -> bool:
    interval = level.interval()
    return isinstance(interval, Interval) and interval.low <= TRUTH <= interval.high


def section(studies: int) -> tuple[str, str]:
    """The table, as Markdown."""
    lines = ["| asked, observed | guesses alone | corrected |", "|---|---|---|"]
    for seed, (asked, observed) in enumerate(ASKED_AND_OBSERVED):
        guessed, corrected = coverage(asked, observed, studies, seed)
        lines.append(f"| {asked}, {observed} | {100 * guessed:.1f} | {100 * corrected:.1f} |")
    return "Best guesses, half too high, corrected by observation: coverage in %", "\n".join(lines)
