"""The product's own cells for as long as there is time, in rounds over all of them so that none is favoured."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import numpy as np

from tests.benchmarks.coverage.rivals import Method
from tests.benchmarks.coverage.running import Cell, Outcome, outcomes

STUDIES_A_ROUND = 1000


def rounds(
    chosen: tuple[Cell, ...], method: Method, minutes: float, most_studies: int
) -> Iterator[tuple[Outcome, ...]]:
    """What is known of every cell after each round, until time or studies have run out."""
    end, done = time.monotonic() + 60 * minutes, list[tuple[Outcome, ...]]()
    for number in count(1):
        seeds = (1000 * number + place for place in range(len(chosen)))
        found = [outcomes(cell, (method,), STUDIES_A_ROUND, seed) for cell, seed in zip(chosen, seeds, strict=True)]
        done.append(tuple(own for (own,) in found))
        yield tuple(pooled(same) for same in zip(*done, strict=True))
        if time.monotonic() > end or number * STUDIES_A_ROUND >= most_studies:
            return


def pooled(same: tuple[Outcome, ...]) -> Outcome:
    """Runs of one cell with as many studies each; the width is the mean of their medians."""
    return replace(
        same[0],
        studies=sum(one.studies for one in same),
        covered=float(np.mean([one.covered for one in same])),
        below=float(np.mean([one.below for one in same])),
        above=float(np.mean([one.above for one in same])),
        width=float(np.mean([one.width for one in same])),
    )
