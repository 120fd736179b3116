"""Make the measurement files of the worked example: ``python sample_data/make.py [FOLDER]``."""

from __future__ import annotations

import sys
import tomllib
from datetime import date
from pathlib import Path

from counts import applications, calls, write_applications, write_calls
from files import write_csv, write_workbook
from work import registrations

HERE = Path(__file__).parent
ENCODINGS = {"baseline.csv": "cp1252", "eftermaaling-1.csv": "utf-8-sig"}


def main(folder: Path) -> None:
    """Write the file of every round in the plan."""
    plan = tomllib.loads((HERE / "plan.toml").read_text(encoding="utf-8"))
    for number, measured in enumerate(plan["rounds"]):
        window = measured["starts_on"], measured["ends_on"]
        write_round(folder / measured["file"], number, *window)
        write_calls(folder / measured["extract"], calls(number, *window))
        write_applications(folder / measured["share"], applications(number, *window))


def write_round(path: Path, number: int, starts_on: date, ends_on: date) -> None:
    """Write one round as the kind of file that the plan names."""
    rows = registrations(number, starts_on, ends_on)
    if path.suffix == ".csv":
        write_csv(path, rows, ENCODINGS[path.name])
    else:
        title = f"Tidsregistrering, eftermåling {number}: {starts_on:%d-%m-%Y} til {ends_on:%d-%m-%Y}"
        write_workbook(path, rows, title, made_on=ends_on)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
