"""Coverage of best guesses corrected by what was observed or timed of some of those who were asked."""

from __future__ import annotations

import math

import numpy as np

from analysis.model.measurement import EmployeeTotals, RoundTotals
from analysis.model.outcome import Interval
from analysis.statistics import Contrast, CorrectedLevel, Design, RoundLevel, Sample, corrected_level
from analysis.status import guesses
from analysis.status.evidence import MeasuredRound
from tests.benchmarks.coverage.nature import FloatArray
from tests.status.held import TIME, evidence, measured

BIAS, OWN_BIAS = 0.4, 0.3
"""Of the logarithm: what all guess too much, and how employees differ in that."""
PACE, ITEM = 0.5, 0.7
"""Standard deviations of the logarithm, between employees and from item to item."""
MINUTES = 10.0
TRUTH = MINUTES * math.exp(PACE**2 / 2)
ASKED_AND_OBSERVED = ((6, 6), (10, 4), (10, 6), (20, 4), (20, 8), (40, 10))
PERSISTENCE = 0.7
"""Of pace and of own bias, from the baseline to the follow-up."""
REDUCTION = 0.5
ASKED_AND_TIMED = ((6, 6), (10, 6), (20, 8), (20, 20), (40, 10))


def _study(asked: int, observed: int, noise: np.random.Generator) -> tuple[Sample, Sample]:
    pace = MINUTES * np.exp(noise.normal(0, PACE, asked))
    told = pace * np.exp(noise.normal(BIAS, OWN_BIAS, asked))
    return _guessed(told), _timed(pace[:observed], noise)


def _guessed(minutes: FloatArray) -> Sample:
    employees = (_employee(name, float(one), 1) for name, one in enumerate(minutes))
    return Sample(RoundTotals(tuple(employees), None))


def _timed(pace: FloatArray, noise: np.random.Generator) -> Sample:
    watched = []
    for name, own in enumerate(pace):
        items = int(noise.integers(3, 30))
        minutes = own * np.exp(noise.normal(-(ITEM**2) / 2, ITEM, items)).sum()
        watched.append(_employee(name, float(minutes), items))
    return Sample(RoundTotals(tuple(watched), None))


def _course(asked: int, timed: int, noise: np.random.Generator) -> tuple[MeasuredRound, ...]:
    """A baseline of guesses, and a follow-up in which all guess again and some are timed."""
    habits = noise.normal(0, 1, (2, asked))
    later = PERSISTENCE * habits + math.sqrt(1 - PERSISTENCE**2) * noise.normal(0, 1, (2, asked))
    before, after = (MINUTES * np.exp(PACE * pace) for pace in (habits[0], later[0]))
    told = [level * np.exp(BIAS + OWN_BIAS * bias) for level, bias in ((before, habits[1]), (after, later[1]))]
    follow_up = _guessed((1 - REDUCTION) * told[1]), _timed((1 - REDUCTION) * after[:timed], noise)
    return measured(0, guesses=_guessed(told[0]), by_guesses=True), measured(1, follow_up[1], follow_up[0])


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


def coverage_of_reduction(asked: int, timed: int, studies: int, seed: int) -> tuple[float, float, float]:
    """How often the product's interval of the reduction holds the truth.

    From a baseline of guesses to registrations without any correction; with the correction that the follow-up's
    guesses allow; and from guesses to guesses.
    """
    noise, held = np.random.default_rng(seed), np.zeros(3)
    for _ in range(studies):
        before, now = _course(asked, timed, noise)
        only_timed, only_guessed = measured(1, now.sample), measured(1, guesses=now.guesses, by_guesses=True)
        for place, later in enumerate((only_timed, now, only_guessed)):
            found = guesses.contrast(evidence(TIME, before, later), before, later)
            interval = found.interval() if isinstance(found, Contrast) else None
            held[place] += isinstance(interval, Interval) and interval.low <= REDUCTION <= interval.high
    uncorrected, corrected, alike = (float(part) for part in held / studies)
    return uncorrected, corrected, alike


def _holds(level: RoundLevel | CorrectedLevel) -> bool:
    interval = level.interval()
    return isinstance(interval, Interval) and interval.low <= TRUTH <= interval.high


def section(studies: int) -> tuple[str, str]:
    """Both tables, as Markdown."""
    lines = ["| asked, observed | guesses alone | corrected |", "|---|---|---|"]
    for seed, (asked, observed) in enumerate(ASKED_AND_OBSERVED):
        guessed, corrected = coverage(asked, observed, studies, seed)
        lines.append(f"| {asked}, {observed} | {100 * guessed:.1f} | {100 * corrected:.1f} |")
    lines += ["", "| asked, timed | guesses to registrations | corrected | guesses to guesses |", "|---|---|---|---|"]
    for seed, (asked, timed) in enumerate(ASKED_AND_TIMED):
        held = (f"{100 * part:.1f}" for part in coverage_of_reduction(asked, timed, studies, seed))
        lines.append(f"| {asked}, {timed} | {' | '.join(held)} |")
    return "Best guesses, half too high: coverage of the level and of the reduction in %", "\n".join(lines)
