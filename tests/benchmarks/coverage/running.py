"""One cell of the table: many studies, and how often each method's interval holds the truth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tests.benchmarks.coverage.nature import Group, Nature, study
from tests.benchmarks.coverage.rivals import Method


@dataclass(frozen=True)
class Cell:
    """What is simulated."""

    name: str
    nature: Nature
    groups: tuple[Group, ...]

    @property
    def employees(self) -> int:
        """Per round."""
        return sum(group.baseline for group in self.groups)

    @property
    def overlap(self) -> float:
        """The part of the employees who are in both rounds."""
        return sum(group.both for group in self.groups) / self.employees


@dataclass(frozen=True)
class Outcome:
    """What a method did in a cell: parts of the studies, and the median width on the log scale."""

    cell: Cell
    method: str
    studies: int
    covered: float
    below: float
    """The truth lay below the interval: the reduction is larger than any it holds."""
    above: float
    width: float


def outcomes(cell: Cell, methods: tuple[Method, ...], studies: int, seed: int) -> list[Outcome]:
    """All methods on the same studies; one that finds no interval has not covered the truth."""
    noise = np.random.default_rng(seed)
    where = np.full((len(methods), studies), np.nan)
    widths = np.full((len(methods), studies), np.nan)
    for number in range(studies):
        drawn = study(cell.nature, cell.groups, noise)
        for place, method in enumerate(methods):
            found = method.interval(drawn, noise)
            if found is not None:
                where[place, number] = (drawn.truth > found.high) - (drawn.truth < found.low)
                widths[place, number] = found.high - found.low
    return [
        Outcome(
            cell,
            method.name,
            studies,
            covered=float((side == 0).mean()),
            below=float((side < 0).mean()),
            above=float((side > 0).mean()),
            width=float(np.nanmedian(width)),
        )
        for method, side, width in zip(methods, where, widths, strict=True)
    ]
