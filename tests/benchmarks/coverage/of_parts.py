"""Coverage of the components of a change of total time, against those of the whole population."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from analysis.decomposition import MeasuredTime, decompose
from analysis.model.decomposition import Amount, Decomposition, Effect, Factor
from analysis.model.measurement import EmployeeTotals, RoundTotals, WorkflowRound
from analysis.model.outcome import Interval
from analysis.model.plan import Population
from analysis.statistics import Sample
from tests.benchmarks.coverage.nature import FloatArray, IndexArray

PEOPLE = {"a": 150, "b": 300}
GROUP = np.repeat(np.arange(len(PEOPLE)), list(PEOPLE.values()))
WORKFLOWS = ("scan", "open")
MINUTES = np.array([[4.0, 20.0], [8.0, 30.0]])
"""By target group and workflow, in the baseline."""
PACE, PERSISTENCE, ITEM = 0.5, 0.7, 0.8
SIZES = (4, 6, 10, 20, 40)


@dataclass(frozen=True)
class Year:
    """What every person of both groups would do: expected items and minutes per item by workflow."""

    items: FloatArray
    pace: FloatArray

    def census(self) -> MeasuredTime:
        """All there is, without chance: each target group as if it were one employee."""
        member = np.eye(len(PEOPLE))[GROUP].T
        return _time(np.arange(len(PEOPLE)), member @ self.items, member @ (self.items * self.pace), {"a": 1, "b": 1})

    def sample(self, people: IndexArray, noise: np.random.Generator) -> MeasuredTime:
        """Some people, counted and timed for a while; a sum of log-normal items by its first two moments."""
        items = noise.poisson(self.items[people]).astype(np.float64)
        shape = np.maximum(items, 1) / np.expm1(ITEM**2)
        return _time(GROUP[people], items, items * self.pace[people] * noise.gamma(shape) / shape, PEOPLE)


def _years(noise: np.random.Generator) -> tuple[Year, Year]:
    """Fewer items, of them fewer slow ones, and all faster."""
    load = np.exp(noise.uniform(np.log(3), np.log(60), len(GROUP)))
    slow = noise.beta(2, 3, len(GROUP))
    before = noise.normal(0, 1, len(GROUP))
    after = PERSISTENCE * before + np.sqrt(1 - PERSISTENCE**2) * noise.normal(0, 1, len(GROUP))
    years = []
    for effect, volume, part, factor in ((before, 1.0, slow, 1.0), (after, 0.8, slow * 0.6, 0.5)):
        items = volume * load[:, None] * np.column_stack([1 - part, part])
        years.append(Year(items, factor * MINUTES[GROUP] * np.exp(PACE * effect)[:, None]))
    return years[0], years[1]


def _time(group: IndexArray, items: FloatArray, minutes: FloatArray, populations: Mapping[str, int]) -> MeasuredTime:
    known = tuple(Population(name, number) for name, number in populations.items())
    parts = zip(WORKFLOWS, items.T, minutes.T, strict=True)
    whole = Sample(_totals(group, items.sum(axis=1), minutes.sum(axis=1)), known)
    return MeasuredTime(whole, tuple(WorkflowRound(name, _totals(group, x, y)) for name, x, y in parts))


def _totals(group: IndexArray, items: FloatArray, minutes: FloatArray) -> RoundTotals:
    names = list(PEOPLE)
    rows = enumerate(zip(group.tolist(), items.tolist(), minutes.tolist(), strict=True))
    employees = (EmployeeTotals(names[h], f"e{n}", 1, y, x, y * y, x * y, x * x, units=1) for n, (h, x, y) in rows)
    return RoundTotals(tuple(employees), days=None)


def coverage(size: int, studies: int, seed: int) -> FloatArray:
    """How often the interval of the part and that of the hours held the population's: total change, components."""
    noise, covered = np.random.default_rng(seed), np.zeros((1 + len(Factor), 2))
    for _ in range(studies):
        before, after = _years(noise)
        people = [noise.choice(np.flatnonzero(group == GROUP), size, replace=False) for group in range(len(PEOPLE))]
        chosen = np.concatenate(people)
        found = decompose(before.sample(chosen, noise), after.sample(chosen, noise))
        truth = decompose(before.census(), after.census())
        if isinstance(truth, Decomposition) and isinstance(found, Decomposition):
            pairs = zip(_effects(found), _effects(truth), strict=True)
            covered += [[_holds(one.part, true.part), _holds(one.hours, true.hours)] for one, true in pairs]
    return covered / studies


def _effects(found: Decomposition) -> list[Effect]:
    return [found.change, *(component.effect for component in found.components)]


def _holds(found: Amount, truth: Amount) -> bool:
    return isinstance(found.interval, Interval) and found.interval.low <= truth.value <= found.interval.high


def section(studies: int) -> tuple[str, str]:
    """The table, as Markdown."""
    names = ("total change", *(factor.value.replace("_", " ") for factor in Factor))
    lines = [f"| employees a group | {' | '.join(names)} |", f"|{'---|' * (1 + len(names))}"]
    for seed, size in enumerate(SIZES):
        cells = [f"{100 * part:.1f} / {100 * hours:.1f}" for part, hours in coverage(size, studies, seed)]
        lines.append(f"| {size} | {' | '.join(cells)} |")
    title = "Components of total time: coverage in %, as a part of the baseline's hours / in hours a year"
    return title, "\n".join(lines)
