"""The designs whose coverage is published."""

from __future__ import annotations

from itertools import product

from tests.benchmarks.coverage.nature import Group, Nature
from tests.benchmarks.coverage.running import Cell

SIZES = (4, 6, 10, 20, 40)
OVERLAPS = (0.0, 0.5, 1.0)
NATURES = {
    "all faster, ICC .1": Nature(0.1),
    "all faster, ICC .3": Nature(0.3),
    "all faster, ICC .5": Nature(0.5),
    "automation, ICC .1": Nature(0.1, automation=True),
    "automation, ICC .3": Nature(0.3, automation=True),
    "automation, ICC .5": Nature(0.5, automation=True),
}
MAIN = tuple(
    Cell(name, nature, (Group(size, size, int(size * overlap)),))
    for (name, nature), size, overlap in product(NATURES.items(), SIZES, OVERLAPS)
)
"""No end of employees: 6 natures, 5 sizes, 3 overlaps."""
OF_ROWS = tuple(cell for cell in MAIN if cell.nature.icc == 0.3 and cell.employees < 40)
"""Where the bootstrap of rows is tried, which is slow: 2 natures, 4 sizes, 3 overlaps."""

SMALL_NATURES = {
    "ICC .1": Nature(0.1),
    "ICC .5": Nature(0.5),
    "ICC .5, persistence .95": Nature(0.5, persistence=0.95),
    "automation, ICC .3": Nature(0.3, automation=True),
}
SMALL_GROUPS = {
    "6 of 8, all the same": Group(6, 6, 6, 8),
    "6 of 8, 4 the same": Group(6, 6, 4, 8),
    "8 of 8": Group(8, 8, 8, 8),
    "4 of 5, all the same": Group(4, 4, 4, 5),
    "6 of 12, 3 the same": Group(6, 6, 3, 12),
    "6 of 12, none the same": Group(6, 6, 0, 12),
    "20 of 25, all the same": Group(20, 20, 20, 25),
    "10 of 200, all the same": Group(10, 10, 10, 200),
}
SMALL = tuple(
    Cell(name, nature, (group,)) for (name, group), nature in product(SMALL_GROUPS.items(), SMALL_NATURES.values())
)
"""Populations that have an end: 8 samples, 4 natures."""

STRATA_GROUPS = {
    "N 10 and 150, n 10 and 4": (Group(10, 10, 10, 10), Group(4, 4, 4, 150, pace=2.0)),
    "the same, others asked": (Group(10, 10, 10, 10), Group(4, 4, 0, 150, pace=2.0)),
    "N 8, 30 and 100, n 4, 5 and 8": (Group(4, 4, 4, 8), Group(5, 5, 5, 30, pace=0.5), Group(8, 8, 8, 100, pace=2.0)),
    "N 20 and 60, n 5 to 10 and 20 to 5": (Group(5, 10, 3, 20), Group(20, 5, 5, 60, pace=3.0)),
}
STRATA = tuple(
    Cell(name, nature, groups) for (name, groups), nature in product(STRATA_GROUPS.items(), SMALL_NATURES.values())
)
"""Two and three target groups with known populations: 4 samples, 4 natures."""
