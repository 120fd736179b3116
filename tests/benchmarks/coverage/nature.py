"""Simulated measurement rounds whose true reduction is known."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from analysis.model.measurement import EmployeeTotals, RoundTotals
from analysis.model.plan import Population
from analysis.statistics import Sample

FloatArray = NDArray[np.float64]
IndexArray = NDArray[np.intp]

DAYS = 10
DAY_PART = 0.1
"""The part of the log-variance that an employee's good and bad days make."""
QUICK_ITEMS, QUICK_TIME = 0.87, 0.02
"""With automation so many items take so little of their time."""


@dataclass(frozen=True)
class Nature:
    """How minutes vary.

    ``icc`` is the employees' part of the log-variance, ``persistence`` the correlation of their pace between the
    rounds; an employee's number of items is a Poisson variable whose mean, the same in both rounds, is log-uniform.
    """

    icc: float
    automation: bool = False
    persistence: float = 0.7
    cv: float = 0.95
    fewest_items: int = 3
    most_items: int = 60

    @property
    def log_variance(self) -> float:
        return math.log1p(self.cv**2)

    @property
    def ratio(self) -> float:
        """What is left of the minutes per item of every employee."""
        return QUICK_ITEMS * QUICK_TIME + 1 - QUICK_ITEMS if self.automation else 0.15


@dataclass(frozen=True)
class Group:
    """A target group's sample: employees in each round and in both; without a population there is no end of them."""

    baseline: int
    follow_up: int
    both: int
    population: int | None = None
    pace: float = 1.0

    @property
    def people(self) -> int:
        return self.population or self.baseline + self.follow_up - self.both


@dataclass(frozen=True)
class Rows:
    """One round: people and their target group; of each item its minutes, the position of its owner, its day."""

    names: IndexArray
    group: IndexArray
    minutes: FloatArray
    owner: IndexArray
    day: IndexArray

    @property
    def items_per_employee(self) -> FloatArray:
        return np.bincount(self.owner, minlength=len(self.names)).astype(np.float64)

    @property
    def minutes_per_employee(self) -> FloatArray:
        return np.bincount(self.owner, weights=self.minutes, minlength=len(self.names))


@dataclass(frozen=True)
class Study:
    """Two rounds, the true logarithm of follow-up over baseline, and what is known of the populations."""

    baseline: Rows
    follow_up: Rows
    truth: float
    populations: tuple[Population, ...]

    def samples(self) -> tuple[Sample, Sample]:
        """The rounds as the product gets them from its database."""
        return _sample(self.baseline, self.populations), _sample(self.follow_up, self.populations)


def study(nature: Nature, groups: tuple[Group, ...], noise: np.random.Generator) -> Study:
    """Draw people, whom of them is measured, and their items."""
    group = np.repeat(np.arange(len(groups)), [one.people for one in groups])
    before = noise.normal(0, 1, len(group))
    after = nature.persistence * before + math.sqrt(1 - nature.persistence**2) * noise.normal(0, 1, len(group))
    own = np.array([one.pace for one in groups])[group]
    paces = [own * np.exp(math.sqrt(nature.icc * nature.log_variance) * effect) for effect in (before, after)]
    limits = math.log(nature.fewest_items), math.log(nature.most_items)
    items = np.exp(noise.uniform(*limits, len(group)))
    first, second = _members(groups)
    baseline = _rows(nature, group, paces[0], items, first, noise)
    follow_up = _rows(nature, group, paces[1], items, second, noise)
    left = replace(follow_up, minutes=follow_up.minutes * _left(nature, len(follow_up.minutes), noise))
    return Study(baseline, left, _truth(nature, groups, paces, items), _populations(groups))


def _members(groups: tuple[Group, ...]) -> tuple[IndexArray, IndexArray]:
    first, second, start = [], [], 0
    for one in groups:
        first.append(start + np.arange(one.baseline))
        second.append(start + one.baseline - one.both + np.arange(one.follow_up))
        start += one.people
    return np.concatenate(first), np.concatenate(second)


def _rows(
    nature: Nature,
    group: IndexArray,
    pace: FloatArray,
    items: FloatArray,
    members: IndexArray,
    noise: np.random.Generator,
) -> Rows:
    owner = np.repeat(np.arange(len(members)), np.maximum(noise.poisson(items[members]), 1))
    day = noise.integers(0, DAYS, len(owner))
    days = noise.normal(0, math.sqrt(DAY_PART * nature.log_variance), (len(members), DAYS))
    rest = noise.normal(0, math.sqrt((1 - DAY_PART - nature.icc) * nature.log_variance), len(owner))
    return Rows(members, group[members], 10 * pace[members][owner] * np.exp(days[owner, day] + rest), owner, day)


def _left(nature: Nature, items: int, noise: np.random.Generator) -> FloatArray:
    """What is left of each item's time: the same of all, or almost nothing of most."""
    if nature.automation:
        return np.where(noise.random(items) < QUICK_ITEMS, QUICK_TIME, 1.0)
    return np.full(items, nature.ratio)


def _truth(nature: Nature, groups: tuple[Group, ...], paces: list[FloatArray], items: FloatArray) -> float:
    """Of the population where it has an end: of its people as they are, over all days there could be."""
    if any(one.population is None for one in groups):
        return math.log(nature.ratio)
    before, after = (float((pace * items).sum()) for pace in paces)
    return math.log(nature.ratio * after / before)


def _populations(groups: tuple[Group, ...]) -> tuple[Population, ...]:
    return tuple(Population(f"g{number}", one.population) for number, one in enumerate(groups))


def _sample(rows: Rows, populations: tuple[Population, ...]) -> Sample:
    place, cells = rows.owner * DAYS + rows.day, len(rows.names) * DAYS
    y = np.bincount(place, weights=rows.minutes, minlength=cells).reshape(-1, DAYS)
    x = np.bincount(place, minlength=cells).reshape(-1, DAYS).astype(np.float64)
    squares = [(one * other).sum(axis=1).tolist() for one, other in ((y, y), (x, y), (x, x))]
    sums = [one.sum(axis=1).tolist() for one in (y, x)]
    units = (x > 0).sum(axis=1).tolist()
    employees = tuple(
        EmployeeTotals(f"g{group}", f"e{name}", int(items), minutes, items, yy, xy, xx, days)
        for group, name, minutes, items, yy, xy, xx, days in zip(
            rows.group.tolist(), rows.names.tolist(), *sums, *squares, units, strict=True
        )
    )
    return Sample(RoundTotals(employees, int((x.sum(axis=0) > 0).sum())), populations)
