"""The same question asked of survey packages: ``python -m tests.benchmarks.survey_packages``.

Needs ``tests/benchmarks/requirements.txt`` for svy, and R with ``survey`` (Debian: r-cran-survey) for R's part; what is
not installed is left out. Every package starts from rows that are in memory already, and no start of a program counts.
"""

from __future__ import annotations

import argparse
import importlib.util
import math
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from analysis.model.outcome import Interval
from analysis.statistics import Contrast, Design, Sample, contrast
from analysis.store.opening import open_store
from analysis.store.store import Store
from tests.benchmarks.statistics_speed import Aggregate, by_pandas, fill
from tests.store.filed import make_plan

R_SCRIPT = Path(__file__).with_name("survey_packages.R")
_ROWS = """
SELECT (round_id > (SELECT min(round_id) FROM live_registration))::TINYINT AS wave, employee,
       duration_ms / 60000 AS minutes
FROM live_registration
"""


@dataclass(frozen=True)
class Timed:
    """What a package took, and the interval of the reduction that it found."""

    name: str
    seconds: float
    interval: Interval


def main() -> None:
    """Print the table of docs/performance.md."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.survey_packages", description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000_000])
    parser.add_argument("--repeats", type=int, default=3)
    asked = parser.parse_args()
    for rows in asked.rows:
        with tempfile.TemporaryDirectory() as folder:
            store = open_store(Path(folder) / "data")
            assert isinstance(store, Store)
            print(
                f"\n### {rows:,} registrations\n\n| from rows to an interval | s | reduction |\n|---|---|---|",
                flush=True,
            )
            for one in measured(store, rows, asked.repeats, Path(folder)):
                low, high = one.interval.low, one.interval.high
                print(f"| {one.name} | {one.seconds:.3f} | {low:.5f} to {high:.5f} |", flush=True)
            store.close()


def measured(store: Store, rows: int, repeats: int, folder: Path) -> Iterator[Timed]:
    """The packages on the same rows, one after the other."""
    plan = make_plan(store)
    fill(store, plan, rows)
    aggregate = Aggregate(store, plan)
    with store.read() as cursor:
        frame = cursor.execute(_ROWS).df()
    yield fastest("Gevinst", repeats, lambda: by_gevinst(aggregate()))
    named = frame.rename(columns={"wave": "round_id"})
    yield fastest("pandas + `scipy.stats.bootstrap` of employees", repeats, lambda: by_pandas(named))
    if importlib.util.find_spec("svy"):
        yield by_svy(frame, repeats)
    if shutil.which("Rscript"):
        yield from by_r(frame, repeats, folder)


def fastest(name: str, repeats: int, found: Callable[[], Interval]) -> Timed:
    seconds = []
    for _ in range(repeats + 1):
        start = time.perf_counter()
        interval = found()
        seconds.append(time.perf_counter() - start)
    return Timed(name, min(seconds[1:]), interval)


def by_gevinst(samples: tuple[Sample, Sample]) -> Interval:
    result = contrast(*samples, Design())
    assert isinstance(result, Contrast)
    interval = result.interval()
    assert isinstance(interval, Interval)
    return interval


def by_svy(frame: pd.DataFrame, repeats: int) -> Timed:
    """Taylor linearisation: the ratio of each round, their covariance, the logarithm of their quotient."""
    import polars
    import svy

    rows = polars.from_pandas(frame.assign(item=1.0, wave=frame["wave"].map({0: "before", 1: "after"})))

    def interval() -> Interval:
        sample = svy.Sample(rows, svy.Design(psu="employee"))
        ratios = sample.estimation.ratio("minutes", "item", by="wave")
        change = (svy.estd("after") / svy.estd("before")).log()
        (found,) = ratios.contrast(change).to_dicts()
        return Interval(1 - math.exp(found["uci"]), 1 - math.exp(found["lci"]), 0.95)

    return fastest(f"svy {svy.__version__}, Taylor", repeats, interval)


def by_r(frame: pd.DataFrame, repeats: int, folder: Path) -> Iterator[Timed]:
    """R reads the rows, then takes the time itself."""
    file = folder / "rows.csv"
    frame.to_csv(file, index=False)
    called = ["Rscript", "--vanilla", str(R_SCRIPT), str(file), str(repeats)]
    answer = subprocess.run(called, check=True, stdout=subprocess.PIPE, text=True)
    for line in answer.stdout.splitlines():
        name, seconds, low, high = line.split("\t")
        yield Timed(name, float(seconds), Interval(float(low), float(high), 0.95))


if __name__ == "__main__":
    main()
