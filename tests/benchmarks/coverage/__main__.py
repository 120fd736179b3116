"""Coverage of the product's intervals, measured: ``python -m tests.benchmarks.coverage --reduced``."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass

from analysis.statistics import Design
from tests.benchmarks.coverage import cells, long_run, of_best_guesses, of_counts, of_parts, rivals, tables
from tests.benchmarks.coverage.rivals import Method
from tests.benchmarks.coverage.running import Cell, Outcome, outcomes

GEVINST = rivals.product("**Gevinst**", Design())
UNCORRECTED = rivals.product("without correction", Design(finite_population=False))
CHEAP = (
    Method("rows independent, Welch", rivals.welch_on_rows),
    Method("Taylor, t(employees - strata): R `survey`", rivals.taylor),
    Method("our variance, t(employees - strata)", rivals.jackknife_with_default_df),
)
WITH_POPULATIONS = (
    GEVINST,
    UNCORRECTED,
    Method("R `survey`", rivals.taylor),
    Method("R `survey`, one-stage correction", rivals.taylor_with_one_stage_correction),
)


@dataclass(frozen=True)
class Effort:
    """Studies a cell, and resamples of a bootstrap."""

    main: int
    populations: int
    others: int
    employee_bootstraps: int
    employee_resamples: int
    row_bootstraps: int
    row_resamples: int


REDUCED = Effort(80, 60, 60, 40, 499, 12, 299)
MEDIUM = Effort(1000, 1000, 1000, 300, 999, 60, 499)
FULL = Effort(20_000, 20_000, 20_000, 4000, 999, 1000, 499)


def main() -> None:
    """Run the simulations and print the tables as Markdown."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.coverage", description=__doc__)
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--reduced", action="store_const", dest="effort", const=REDUCED, help="under a minute")
    size.add_argument("--full", action="store_const", dest="effort", const=FULL, help="hours")
    size.add_argument("--minutes", type=float, help="the product's own cells only, as many of the full run's studies")
    parser.set_defaults(effort=MEDIUM)
    asked = parser.parse_args()
    start = time.perf_counter()
    for title, text in _own_cells(asked.minutes) if asked.minutes else _sections(asked.effort):
        print(f"### {title}\n\n{text}\n", flush=True)
        print(f"{time.perf_counter() - start:.0f} s", file=sys.stderr)


def _sections(effort: Effort) -> Iterable[tuple[str, str]]:
    found = _run(cells.MAIN, (GEVINST, *CHEAP), effort.main)
    own = tuple(one for one in found if one.method == GEVINST.name)
    employees = Method("employee bootstrap, percentile", rivals.employee_bootstrap(effort.employee_resamples))
    found += _run(cells.MAIN, (employees,), effort.employee_bootstraps)
    rows = tuple(
        Method(f"row bootstrap, {name}", rivals.row_bootstrap(method, effort.row_resamples))
        for name, method in (("percentile", "percentile"), ("BCa", "BCa"))
    )
    found += _run(cells.OF_ROWS, rows, effort.row_bootstraps)
    yield "Methods by employees per round: mean coverage in % (lowest cell)", tables.by_size(found, GEVINST.name)
    yield "Gevinst by overlap: coverage % / median log-width", f"{tables.by_nature(own)}\n\n{tables.tails(own)}"
    small = _run(cells.SMALL, WITH_POPULATIONS, effort.populations)
    yield f"Small populations: {', '.join(cells.SMALL_NATURES)}", tables.by_name(small)
    strata = _run(cells.STRATA, WITH_POPULATIONS, effort.populations)
    yield f"Target groups: {', '.join(cells.SMALL_NATURES)}", tables.by_name(strata)
    for other in (of_counts, of_best_guesses, of_parts):
        yield other.section(effort.others)


def _own_cells(minutes: float) -> Iterable[tuple[str, str]]:
    """After each round of studies: the last is the one to publish."""
    main, small = len(cells.MAIN), len(cells.SMALL)
    for own in long_run.rounds((*cells.MAIN, *cells.SMALL, *cells.STRATA), GEVINST, minutes, FULL.main):
        text = f"{tables.by_nature(own[:main])}\n\n{tables.tails(own[:main])}"
        yield f"Gevinst by overlap, {own[0].studies:,} studies in each cell", text
        yield "Small populations", tables.by_name(own[main : main + small])
        yield "Target groups", tables.by_name(own[main + small :])


def _run(chosen: tuple[Cell, ...], methods: tuple[Method, ...], studies: int) -> tuple[Outcome, ...]:
    return tuple(one for seed, cell in enumerate(chosen) for one in outcomes(cell, methods, studies, seed))


if __name__ == "__main__":
    main()
