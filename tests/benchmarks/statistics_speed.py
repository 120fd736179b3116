"""How long numbers take, from registrations to intervals: ``python -m tests.benchmarks.statistics_speed``.

Ratios are of the fastest of several times within one run, the parts taking turns: the machine's own speed cancels,
and so does most of what others do on it meanwhile.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import stats

from analysis.decomposition import MeasuredTime, decompose
from analysis.model.measurement import RoundTotals
from analysis.model.outcome import Interval
from analysis.model.plan import Population, Volume
from analysis.statistics import Contrast, Design, Sample, contrast, level, reduction_without_one
from analysis.status.evidence import Evidence
from analysis.status.goals import goal_report
from analysis.store.aggregate import goal_totals
from analysis.store.opening import open_store
from analysis.store.store import Store
from tests.status.held import TIME, evidence, measured
from tests.store.filed import NOW, Plan, make_plan

EMPLOYEES, WORKING_DAYS = 400, 10
RESAMPLES = 9999
_UPLOAD = """
INSERT INTO upload BY NAME
SELECT $upload AS upload_id, $round AS round_id, 'made' AS name, repeat($upload::VARCHAR, 16) AS sha256,
       0 AS size_bytes, 'csv' AS kind, 'event' AS grain, '{}' AS mapping, $now AS uploaded_at, $rows AS rows,
       $employees AS employees, $first AS first_date
"""
_REGISTRATIONS = """
INSERT INTO registration BY NAME
SELECT $upload AS upload_id, number AS source_row, $first + (random() * ($days - 1))::INTEGER AS work_date,
       'e' || number % $employees AS employee, $target_group AS target_group_id, $workflow AS workflow_id,
       (60000 * $pace * exp(random() + random() + random() + number % $employees / 400.0))::BIGINT AS duration_ms
FROM generate_series(1, $rows) AS made(number)
"""
_PER_EMPLOYEE = "SELECT round_id, employee, count(*), sum(duration_ms) FROM live_registration GROUP BY ALL"
_PER_DAY = """
SELECT round_id, target_group_id, employee, work_date, count(*), sum(duration_ms) FROM live_registration GROUP BY ALL
"""
_ROWS = "SELECT round_id, employee, work_date, duration_ms / 60000 AS minutes FROM live_registration"


def main() -> None:
    """Print the tables of docs/performance.md."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.statistics_speed", description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000_000, 10_000_000])
    parser.add_argument("--repeats", type=int, default=9)
    asked = parser.parse_args()
    for rows in asked.rows:
        with tempfile.TemporaryDirectory() as folder:
            store = open_store(Path(folder) / "data")
            assert isinstance(store, Store)
            print_tables(store, rows, asked.repeats)
            store.close()


def print_tables(store: Store, rows: int, repeats: int) -> None:
    """Everything, for so many registrations in an empty store."""
    plan = make_plan(store)
    fill(store, plan, rows)
    print(f"\n### {rows:,} registrations of {EMPLOYEES} employees in two rounds\n")
    with store.read() as cursor:
        aggregate = Aggregate(store, plan)
        grouped = _alternating(
            repeats,
            lambda: cursor.execute(_PER_EMPLOYEE).fetchall(),
            lambda: cursor.execute(_PER_DAY).fetchall(),
            aggregate,
        )
        frame = cursor.execute(_ROWS).df()
    names = (
        "bare GROUP BY employee",
        "bare GROUP BY target group, employee and day",
        "the store's aggregate of both rounds",
    )
    _print("database", zip(names, grouped, strict=True), grouped[1])
    samples = aggregate()
    in_python = _in_python(samples)
    python = _alternating(3 * repeats, *in_python.values(), clock=time.process_time)
    _print("Python (processor time)", zip(in_python, python, strict=True), python[0])
    whole = _alternating(repeats, lambda: _reduction(aggregate()), lambda: by_pandas(frame))
    names = ("Gevinst: aggregate, contrast, interval", f"pandas groupby + scipy.stats.bootstrap (BCa, {RESAMPLES})")
    _print("from rows to an interval", zip(names, whole, strict=True), whole[0])
    print(f"\nreduction {_words(_reduction(samples))} by Gevinst, {_words(by_pandas(frame))} by pandas and SciPy")


class Aggregate:
    """Both rounds as the product reads them."""

    def __init__(self, store: Store, plan: Plan) -> None:
        self._store, self._plan = store, plan

    def __call__(self) -> tuple[Sample, Sample]:
        with self._store.read() as cursor:
            totals: list[RoundTotals] = [
                goal_totals(cursor, self._plan.goal, one) for one in (self._plan.baseline, self._plan.follow_up)
            ]
        return Sample(totals[0]), Sample(totals[1])


def fill(store: Store, plan: Plan, rows: int) -> None:
    """Half of the rows in each of two rounds, in a compacted file as after the next start."""
    with store.write("Mette", NOW) as writing:
        workflow = writing.cursor.execute("SELECT min(workflow_id) FROM goal_workflow").fetchall()[0][0]
        writing.cursor.execute("SELECT setseed(0.5)").fetchall()
        for upload, (measured, pace) in enumerate(((plan.baseline, 1.0), (plan.follow_up, 0.3)), start=1000):
            of_upload = {"upload": upload, "rows": rows // 2, "employees": EMPLOYEES}
            of_file = {"round": measured.round_id, "now": writing.at, "first": measured.starts_on}
            writing.cursor.execute(_UPLOAD, {**of_upload, **of_file})
            of_rows = {"first": measured.starts_on, "days": WORKING_DAYS, "pace": pace, "workflow": workflow}
            group = {"target_group": plan.group.target_group_id}
            writing.cursor.execute(_REGISTRATIONS, {**of_upload, **of_rows, **group})
    store.compact()


def _in_python(samples: tuple[Sample, Sample]) -> dict[str, Callable[[], object]]:
    design = Design()
    times = tuple(MeasuredTime(sample, volumes=(Volume("Sagsbehandlere", 6000),)) for sample in samples)
    whole = in_two_groups(samples)
    return {
        "contrast of two rounds and its interval": lambda: _reduction(samples),
        "level of one round and its interval": lambda: level(samples[0], design),
        "range without one employee": lambda: reduction_without_one(*samples, design),
        "decomposition": lambda: decompose(times[0], times[1]),
        "everything in the status of a goal: three rounds, two target groups": lambda: goal_report(whole),
    }


def in_two_groups(samples: tuple[Sample, Sample]) -> Evidence:
    """A goal with fixed volumes and known populations, whose second follow-up is like the first."""
    groups, size = ("a", "b"), len(samples[0].totals.employees)
    rounds = [
        Sample(
            replace(
                sample.totals,
                employees=tuple(
                    replace(one, target_group=groups[place % 2]) for place, one in enumerate(sample.totals.employees)
                ),
            ),
            tuple(Population(group, size) for group in groups),
        )
        for sample in (samples[0], samples[1], samples[1])
    ]
    goal = replace(TIME, volumes=tuple(Volume(group, 6000) for group in groups))
    return evidence(goal, *(measured(number, sample) for number, sample in enumerate(rounds)))


def _reduction(samples: tuple[Sample, Sample]) -> Interval:
    result = contrast(*samples, Design())
    assert isinstance(result, Contrast)
    interval = result.interval()
    assert isinstance(interval, Interval)
    return interval


def by_pandas(frame: pd.DataFrame) -> Interval:
    """Totals per employee and round, then employees drawn anew: the same question with the usual tools."""
    totals = frame.groupby(["round_id", "employee"])["minutes"].agg(["sum", "size"]).unstack("round_id")
    found = stats.bootstrap(
        tuple(totals[column].to_numpy(dtype=np.float64) for column in totals.columns),
        lambda y1, y2, x1, x2, axis: 1 - y2.sum(axis) / x2.sum(axis) * x1.sum(axis) / y1.sum(axis),
        paired=True,
        vectorized=True,
        n_resamples=RESAMPLES,
        rng=np.random.default_rng(1),
    ).confidence_interval
    return Interval(float(found.low), float(found.high), 0.95)


def _alternating(
    repeats: int, *calls: Callable[[], object], clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    """The fewest seconds of each, taking turns after a first round that does not count."""
    seconds: list[list[float]] = [[] for _ in calls]
    for _ in range(repeats + 1):
        for call, own in zip(calls, seconds, strict=True):
            start = clock()
            call()
            own.append(clock() - start)
    return [min(own[1:]) for own in seconds]


def _print(title: str, rows: Iterable[tuple[str, float]], unit: float) -> None:
    print(f"\n| {title} | ms | ratio |\n|---|---|---|")
    for name, seconds in rows:
        print(f"| {name} | {1e3 * seconds:.1f} | {seconds / unit:.2f} |")


def _words(interval: Interval) -> str:
    return f"{interval.low:.3f} to {interval.high:.3f}"


if __name__ == "__main__":
    main()
