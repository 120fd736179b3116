"""How long a large file takes to read: ``python -m tests.benchmarks.ingest_speed``.

Every reading has a process of its own, so that its peak memory is its own, and reads a small file before the clock
starts. The two readers take turns; ratios are of the fastest of each. The processor's time counts all threads: it
hardly depends on what else the machine is doing.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb

from analysis.ingest import read
from analysis.model.upload import Ingested
from analysis.store.staging import Staging
from tests.benchmarks.registration_file import PREAMBLE_LINES, REMARK, write_registrations

SMALL = 2000
RAW, GEVINST = "DuckDB's typed read_csv", "Gevinst's read"
_RAW = f"""
CREATE OR REPLACE TABLE registration AS FROM read_csv(?, delim = ';', header = true, skip = {PREAMBLE_LINES},
    auto_detect = false, dateformat = '%d-%m-%Y', decimal_separator = ',', columns = {{'Dato': 'DATE',
    'Medarbejder': 'VARCHAR', 'Målgruppe': 'VARCHAR', 'Arbejdsgang': 'VARCHAR', 'Minutter': 'DOUBLE',
    'Antal': 'BIGINT'{{remark}}}})
"""
_RAW_TOTALS = "SELECT count(*), sum(round(Minutter * 60000))::BIGINT, sum(Antal)::BIGINT FROM registration"


@dataclass(frozen=True, slots=True)
class Totals:
    """What a reader found: both must find the same."""

    rows: int
    milliseconds: int
    count: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading in a process of its own."""

    seconds: float
    cpu_seconds: float
    peak_mebibytes: float
    totals: Totals


def main() -> None:
    """Print the tables of docs/performance.md."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.ingest_speed", description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[20_000, 1_000_000, 10_000_000])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--remarks", action="store_true", help="with a column that plays no role")
    parser.add_argument("--only", choices=list(READERS), help=argparse.SUPPRESS)
    parser.add_argument("--files", type=Path, nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.only:
        print(json.dumps(asdict(measured(READERS[asked.only], *asked.files))))
        return
    with tempfile.TemporaryDirectory() as folder:
        for rows in asked.rows:
            compare(Path(folder), rows, asked.repeats, has_remarks=asked.remarks)


def compare(folder: Path, rows: int, repeats: int, *, has_remarks: bool) -> None:
    """Both readers on one file of so many rows."""
    small, large = folder / "small.csv", folder / "large.csv"
    write_registrations(small, SMALL, has_remarks=has_remarks)
    write_registrations(large, rows, has_remarks=has_remarks)
    taken: dict[str, list[Reading]] = {name: [] for name in READERS}
    for _ in range(repeats):
        for name, readings in taken.items():
            readings.append(in_a_process(name, small, large))
    found = {reading.totals for readings in taken.values() for reading in readings}
    assert len(found) == 1, found
    print(f"\n### {rows:,} rows, {large.stat().st_size / 2**20:,.0f} MiB\n")
    print("| reader | s | ratio | CPU, s | ratio | peak, MiB |\n|---|---|---|---|---|---|")
    raw = fastest(taken[RAW])
    for name, readings in taken.items():
        one = fastest(readings)
        clock = f"{one.seconds:.2f} | {one.seconds / raw.seconds:.2f}"
        processor = f"{one.cpu_seconds:.2f} | {one.cpu_seconds / raw.cpu_seconds:.2f}"
        print(f"| {name} | {clock} | {processor} | {one.peak_mebibytes:,.0f} |", flush=True)


def fastest(readings: list[Reading]) -> Reading:
    """The least time of any of the readings, and the most memory."""
    return Reading(
        min(one.seconds for one in readings),
        min(one.cpu_seconds for one in readings),
        max(one.peak_mebibytes for one in readings),
        readings[0].totals,
    )


def in_a_process(name: str, small: Path, large: Path) -> Reading:
    command = [sys.executable, "-m", __spec__.name, "--only", name, "--files", str(small), str(large)]
    written = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    return Reading(**{**written, "totals": Totals(**written["totals"])})


def measured(reader: Callable[[Path], Totals], small: Path, large: Path) -> Reading:
    """The seconds of the second reading, and the most memory that this process ever held."""
    reader(small)
    start, cpu_start = time.perf_counter(), time.process_time()
    totals = reader(large)
    seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - cpu_start
    return Reading(seconds, cpu_seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, totals)


def read_raw(path: Path) -> Totals:
    """What no reader can do without: the rows typed, in a table, with every answer known beforehand."""
    with duckdb.connect() as connection:
        with path.open(encoding="utf-8-sig") as file:
            header = [next(file) for _ in range(PREAMBLE_LINES + 1)][-1]
        remark = f", '{REMARK}': 'VARCHAR'" if REMARK in header else ""
        connection.execute(_RAW.replace("{remark}", remark), [str(path)])
        return Totals(*connection.execute(_RAW_TOTALS).fetchall()[0])


def read_by_gevinst(path: Path) -> Totals:
    with Staging(path.parent) as staging:
        result = read(path, path.name, staging)
        assert isinstance(result, Ingested), result
        assert not result.rejected
        return Totals(result.summary.rows, result.summary.milliseconds, result.summary.count or 0)


READERS: dict[str, Callable[[Path], Totals]] = {RAW: read_raw, GEVINST: read_by_gevinst}


if __name__ == "__main__":
    main()
