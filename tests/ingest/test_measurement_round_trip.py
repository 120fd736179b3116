"""Any table of valid rows of any kind of measurement, written in several dialects, reads back to the same totals."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.ingest import NEEDS_ANSWER, DateOrder, ReadOptions, read
from analysis.model.kinds import MEASURED, Measurement, Role
from analysis.model.upload import Ingested, Refused
from tests.ingest.staging import MemoryStaging, memory_staging

FIRST_DAY = date(2025, 12, 1)
EMPLOYEES, GROUPS = ("ABJ", "KNØ", "Mette Sørensen"), ("Nord", "Øst & Vest")
WORKFLOWS = ("Journalisering", "Partshøring", "Møde, internt")
LABELS = {Role.EMPLOYEE: EMPLOYEES, Role.TARGET_GROUP: GROUPS, Role.WORKFLOW: WORKFLOWS}
HEADERS = {
    Role.DATE: ("dato", "Date"),
    Role.EMPLOYEE: ("medarbejder", "Employee"),
    Role.TARGET_GROUP: ("målgruppe", "Target group"),
    Role.WORKFLOW: ("arbejdsgang", "Workflow"),
    Role.DURATION: ("minutter", "Minutes"),
    Role.COUNT: ("antal", "Count"),
    Role.TOTAL: ("antal i alt", "Total"),
    Role.VALUE: ("værdi", "Value"),
}
MOST = {Measurement.EXTRACT: 10_000_000, Measurement.SHARE: 10_000_000}
Totals = tuple[object, ...]


@dataclass(frozen=True)
class Entry:
    """One row as it is meant: numbers whole, so that every way of writing them is exact."""

    day: date
    labels: tuple[str, ...]
    quarter_seconds: int
    part: int
    rest: int
    thousandths: int


@dataclass(frozen=True)
class Dialect:
    """One way to write a whole file."""

    is_danish: bool
    delimiter: str
    encoding: str
    groups_thousands: bool
    percent: bool


entries = st.lists(
    st.builds(
        Entry,
        st.integers(0, 90).map(lambda days: FIRST_DAY + timedelta(days=days)),
        st.tuples(*(st.sampled_from(LABELS[role]) for role in LABELS)),
        st.integers(1, 3840),
        st.integers(0, 100_000),
        st.integers(0, 9_900_000),
        st.integers(-10_000_000, 10_000_000),
    ),
    min_size=1,
    max_size=20,
)
dialects = st.builds(
    Dialect,
    st.booleans(),
    st.sampled_from(";,\t"),
    st.sampled_from(("utf-8", "utf-8-sig", "cp1252", "utf-16")),
    st.booleans(),
    st.booleans(),
)


def roles_of(kind: Measurement) -> list[Role]:
    return [role for role in HEADERS if role in (*kind.needed, *kind.optional)]


def cell(role: Role, entry: Entry, dialect: Dialect) -> str:
    """One value in the dialect."""
    if role is Role.DATE:
        return entry.day.strftime("%d-%m-%Y") if dialect.is_danish else entry.day.isoformat()
    if role in LABELS:
        return entry.labels[list(LABELS).index(role)]
    if role is Role.DURATION:
        return decimal(entry.quarter_seconds * 25 / 100, 2, dialect)
    if role is Role.VALUE:
        return decimal(entry.thousandths / 1000, 3, dialect) + (" %" if dialect.percent else "")
    return decimal(entry.part + (entry.rest if role is Role.TOTAL else 0), 0, dialect)


def decimal(value: float, decimals: int, dialect: Dialect) -> str:
    text = f"{value:,.{decimals}f}" if dialect.groups_thousands else f"{value:.{decimals}f}"
    return text.translate(str.maketrans(",.", ".,")) if dialect.is_danish else text


def written(kind: Measurement, rows: list[Entry], dialect: Dialect) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=dialect.delimiter, lineterminator="\r\n")
    writer.writerow([HEADERS[role][0 if dialect.is_danish else 1] for role in roles_of(kind)])
    writer.writerows([cell(role, entry, dialect) for role in roles_of(kind)] for entry in rows)
    return file.getvalue().encode(dialect.encoding)


def totals_meant(kind: Measurement, rows: list[Entry]) -> Totals:
    has = roles_of(kind)
    days = [entry.day for entry in rows] if Role.DATE in has else [None]
    return (
        len(rows),
        sum(entry.quarter_seconds for entry in rows) * 15_000 if Role.DURATION in has else 0,
        sum(entry.part for entry in rows) if Role.COUNT in has else None,
        sum(entry.part + entry.rest for entry in rows) if Role.TOTAL in has else None,
        [entry.thousandths / 1000 for entry in rows] if Role.VALUE in has else [None] * len(rows),
        (min(days, key=str), max(days, key=str)),
        *(tuple(sorted({cell(role, one, PLAIN) for one in rows})) if role in has else () for role in LABELS),
    )


PLAIN = Dialect(is_danish=True, delimiter=";", encoding="utf-8", groups_thousands=False, percent=False)


def totals_read(result: Ingested, place: MemoryStaging) -> Totals:
    found = result.summary
    values = place.cursor.execute(f"SELECT value FROM {result.table} ORDER BY source_row").fetchall()
    return (
        found.rows,
        found.milliseconds,
        found.count,
        found.total,
        [value for (value,) in values],
        (found.first_date, found.last_date),
        found.employees,
        found.target_groups,
        found.workflows,
    )


@pytest.fixture(scope="module")
def place() -> Iterator[MemoryStaging]:
    """One staging place for all examples."""
    with tempfile.TemporaryDirectory() as folder, memory_staging(Path(folder)) as staging:
        yield staging


@settings(max_examples=70, deadline=None)
@given(kind=st.sampled_from(MEASURED), rows=entries, dialect=dialects)
def test_every_kind_reads_back(kind: Measurement, rows: list[Entry], dialect: Dialect, place: MemoryStaging) -> None:
    path, options = place.folder / "upload", ReadOptions(measurement=kind)
    path.write_bytes(written(kind, rows, dialect))
    result = read(path, "fil.csv", place, options)
    if isinstance(result, Refused):
        assert result.reason in NEEDS_ANSWER
        codec = dialect.encoding if dialect.encoding == "cp1252" else None
        sign, order = ("," if dialect.is_danish else "."), DateOrder.DMY if dialect.is_danish else None
        result = read(path, "fil.csv", place, replace(options, encoding=codec, decimal_sign=sign, date_order=order))
    assert isinstance(result, Ingested), result
    assert result.rejected == ()
    assert totals_read(result, place) == totals_meant(kind, rows)
    place.cursor.execute(f"DROP VIEW {result.table}")
