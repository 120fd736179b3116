"""Damaged files in any number: ``python -m tests.ingest.fuzz --runs 3000``.

Every fourth is a real file of which whole lines must keep their meaning; the others are files of all kinds of
measurement, each read twice.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.ingest import ReadOptions, read
from analysis.model.kinds import MEASURED
from analysis.model.upload import Ingested, Refused
from tests.ingest.accidents import damaged
from tests.ingest.second_reading import compared, sound, sums_agree
from tests.ingest.staging import MemoryStaging, memory_staging
from tests.ingest.whole_lines import SOURCES, misread, sound_file

EVERY = 4
"""One in so many is a real file."""


@dataclass(frozen=True)
class Outcome:
    """One damaged file: ``accepted`` or the reason of its refusal, and what was misread."""

    verdict: str
    lines: int = 0
    faults: tuple[str, ...] = ()


def run(seed: int, staging: MemoryStaging) -> Outcome:
    """Damage one file and look for what is misread."""
    return run_real(seed, staging) if seed % EVERY == 0 else run_written(seed, staging)


def run_real(seed: int, staging: MemoryStaging) -> Outcome:
    """A real file: whole lines keep their meaning."""
    chance = random.Random(seed)
    file = sound_file(chance.choice(SOURCES), staging)
    content = damaged(file.content, chance)
    result = read_bytes(content, staging, ReadOptions())
    if isinstance(result, Refused):
        return Outcome(result.reason)
    lines = misread(file, content, result, staging)
    staging.cursor.execute(f"DROP VIEW {result.table}")
    return Outcome("accepted", len(file.rows), tuple(f"seed {seed}: {line!r}" for line in lines))


def run_written(seed: int, staging: MemoryStaging) -> Outcome:
    """A file of some kind of measurement: a second reading agrees."""
    chance = random.Random(seed)
    kind = chance.choice(MEASURED)
    content = damaged(sound(kind, chance), chance)
    result = read_bytes(content, staging, ReadOptions(measurement=kind))
    if isinstance(result, Refused):
        return Outcome(result.reason)
    comparison = compared(content, kind, result, staging)
    faults = [f"seed {seed}, {kind}, line {at}: meant {meant}, read {got}" for at, meant, got in comparison.differing]
    faults += [] if sums_agree(result, staging) else [f"seed {seed}, {kind}: the summary is not that of the rows"]
    staging.cursor.execute(f"DROP VIEW {result.table}")
    return Outcome("accepted", comparison.lines, tuple(faults))


def read_bytes(content: bytes, staging: MemoryStaging, options: ReadOptions) -> Ingested | Refused:
    path = staging.folder / "upload"
    path.write_bytes(content)
    return read(path, "fil.csv", staging, options)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.ingest.fuzz", description=__doc__)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, memory_staging(Path(folder)) as staging:
        outcomes = [run(seed, staging) for seed in range(chosen.seed, chosen.seed + chosen.runs)]
    for verdict, number in Counter(outcome.verdict for outcome in outcomes).most_common():
        print(f"{number:6} {verdict}")
    print(f"{sum(outcome.lines for outcome in outcomes)} lines compared")
    faults = [fault for outcome in outcomes for fault in outcome.faults]
    print("\n".join(faults) or "no line misread")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
