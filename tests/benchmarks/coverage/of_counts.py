"""Coverage of a daily count without employees: weeks, days within weekdays, bare totals."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from analysis.model.outcome import Interval
from analysis.statistics import CountChange, CountedRound, DayCount, count_change

REDUCTION = 0.3
CASES_A_DAY = 20.0
WEEKDAYS = (1.3, 1.1, 0.9, 0.8, 0.9)
BASELINE, FOLLOW_UP = date(2026, 1, 5), date(2026, 6, 1)


@dataclass(frozen=True)
class Process:
    """How cases come: ``cv`` of the daily level, its correlation with the day before."""

    cv: float = 0.0
    correlation: float = 0.0

    def counted(self, first: date, weeks: int, mean: float, noise: np.random.Generator) -> CountedRound:
        """Whole weeks of working days from a Monday."""
        deviation = math.sqrt(math.log1p(self.cv**2))
        days, level = [], noise.normal()
        for number in range(7 * weeks):
            day = first + timedelta(number)
            if day.weekday() < 5:
                level = self.correlation * level + math.sqrt(1 - self.correlation**2) * noise.normal()
                rate = mean * WEEKDAYS[day.weekday()] * math.exp(deviation * level - deviation**2 / 2)
                days.append(DayCount(day, int(noise.poisson(rate))))
        return CountedRound(first, first + timedelta(7 * weeks - 1), tuple(days))


PROCESSES = {
    "independent cases": Process(),
    "level varies (CV .39)": Process(0.39),
    "and days correlate (.5)": Process(0.39, 0.5),
}
LENGTHS = (8, 4, 2, 1)


def coverage(process: Process, weeks: int, studies: int, seed: int) -> tuple[str, float]:
    """What the product took as clusters, and how often its interval held the true reduction."""
    noise, covered, basis = np.random.default_rng(seed), 0, ""
    for _ in range(studies):
        before = process.counted(BASELINE, weeks, CASES_A_DAY, noise)
        change = count_change(before, process.counted(FOLLOW_UP, weeks, CASES_A_DAY * (1 - REDUCTION), noise))
        if isinstance(change, CountChange):
            basis = change.basis.value
            covered += (
                isinstance(change.interval, Interval) and change.interval.low <= REDUCTION <= change.interval.high
            )
    return basis, covered / studies


def section(studies: int) -> tuple[str, str]:
    """The table, as Markdown."""
    lines = [f"| weeks a round | taken as clusters | {' | '.join(PROCESSES)} |", "|---|---|---|---|---|"]
    for seed, weeks in enumerate(LENGTHS):
        found = [coverage(process, weeks, studies, seed) for process in PROCESSES.values()]
        lines.append(f"| {weeks} | {found[0][0]} | {' | '.join(f'{100 * part:.1f}' for _, part in found)} |")
    return "Counts of a system: coverage in %", "\n".join(lines)
