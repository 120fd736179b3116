"""The example's files read by hand, apart from the product's own reader: an oracle for what lies in them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl

from analysis.example import COUNTED, TIMES, sample_plan

FOLDER = Path(__file__).parents[2] / "sample_data"
PLAN = sample_plan()
FILES = TIMES
EXTRACTS, SHARES = (tuple(f"{start}-{Path(name).stem}.csv" for name in TIMES) for start in COUNTED.values())
COUNTS = (*EXTRACTS, *SHARES)
"""What systems counted, round by round."""
HEADER = ("Dato", "Medarbejder", "Målgruppe", "Arbejdsgang", "Minutter", "Antal")
ENCODINGS = {"baseline.csv": "cp1252", "eftermaaling-1.csv": "utf-8-sig"}


@dataclass(frozen=True, slots=True)
class Row:
    day: date
    employee: str
    target_group: str
    workflow: str
    minutes: float
    count: int | None


@cache
def rows_of(file: str) -> tuple[Row, ...]:
    return _csv_rows(file) if file in ENCODINGS else tuple(_workbook_row(cells) for cells in cells_of(file)[3:-1])


def cells_of(file: str) -> list[tuple[Any, ...]]:
    """Every row of the workbook's sheet, title and total included."""
    return list(openpyxl.load_workbook(FOLDER / file).active.iter_rows(values_only=True))


def _csv_rows(file: str) -> tuple[Row, ...]:
    with (FOLDER / file).open(encoding=ENCODINGS[file], newline="") as lines:
        header, *table = csv.reader(lines, delimiter=";")
    assert tuple(header) == HEADER
    return tuple(
        Row(
            datetime.strptime(day, "%d-%m-%Y").date(),
            employee,
            target_group,
            workflow,
            float(minutes.replace(",", ".")),
            int(count) if count else None,
        )
        for day, employee, target_group, workflow, minutes, count in table
    )


def _workbook_row(cells: tuple[Any, ...]) -> Row:
    day, *rest = cells
    return Row(day.date(), *rest)
