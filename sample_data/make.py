"""Make the files of the worked example: ``python sample_data/make.py [FOLDER]``."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent))

from case import PROJECT, ROUNDS  # noqa: E402
from conduct import whole_plan  # noqa: E402
from counts import (  # noqa: E402
    applications,
    calls,
    indicators,
    write_applications,
    write_calls,
    write_indicators,
)
from files import uncompressed, write_csv, write_workbook  # noqa: E402
from work import registrations  # noqa: E402

from analysis.example import COUNTED, INDICATORS, TIMES, WORKBOOK  # noqa: E402
from analysis.language import Language  # noqa: E402
from analysis.model.kinds import Measurement  # noqa: E402
from analysis.workbook import plan_workbook  # noqa: E402

ENCODINGS = {"baseline.csv": "cp1252", "eftermaaling-1.csv": "utf-8-sig"}


def main(folder: Path) -> None:
    """Write the plan as the framework workbook, and the files of every round in it."""
    written_at = datetime.combine(PROJECT.go_live, datetime.min.time(), UTC)
    (folder / WORKBOOK.name).write_bytes(uncompressed(plan_workbook(whole_plan(), Language.DANISH, written_at)))
    for one, name in zip(ROUNDS, TIMES, strict=True):
        window, of_round = (one.starts_on, one.ends_on), f"{Path(name).stem}.csv"
        write_round(folder / name, one.number, *window)
        write_calls(folder / f"{COUNTED[Measurement.EXTRACT]}-{of_round}", calls(one.number, *window))
        write_applications(folder / f"{COUNTED[Measurement.SHARE]}-{of_round}", applications(one.number, *window))
    write_indicators(folder / INDICATORS, indicators(PROJECT.go_live, ROUNDS[-1].ends_on))


def write_round(path: Path, number: int, starts_on: date, ends_on: date) -> None:
    """Write one round as the kind of file that the name asks for."""
    rows = registrations(number, starts_on, ends_on)
    if path.suffix == ".csv":
        write_csv(path, rows, ENCODINGS[path.name])
    else:
        title = f"Tidsregistrering, eftermåling {number}: {starts_on:%d-%m-%Y} til {ends_on:%d-%m-%Y}"
        write_workbook(path, rows, title, made_on=ends_on)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
