"""Many sheets cost what their rows cost, and sheets that are laid out differently are each read by their own header."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from xlsxwriter.workbook import Workbook

from analysis.ingest import ReadOptions, Refusal, Rejection, read
from analysis.ingest.options import Cursor
from analysis.ingest.text.whole_lines import MAX_LINE
from analysis.ingest.workbooks.sheet_file import MAX_SHEETS
from analysis.model.kinds import Role
from analysis.model.upload import Ingested, Refused
from tests.ingest.conftest import ReadBytes
from tests.ingest.registration_files import EVERYTHING, REGISTRATIONS
from tests.ingest.staging import MemoryStaging
from tests.ingest.workbook_files import raw_xlsx, sheet, xlsx

BY_SHEET = ReadOptions(sheets_are=Role.EMPLOYEE)


@dataclass
class Counting:
    """A staging place that counts the statements."""

    cursor: Any
    folder: Path
    statements: list[str] = field(default_factory=list)

    def execute(self, query: str, parameters: Sequence[Any] = (), /) -> Cursor:
        self.statements.append(query)
        executed: Cursor = self.cursor.execute(query, parameters)
        return executed

    def __getattr__(self, name: str) -> Any:
        return getattr(self.cursor, name)


@dataclass(frozen=True)
class CountingStaging:
    cursor: Counting
    folder: Path


def _statements(sheets: int, staging: MemoryStaging) -> int:
    """How many statements a workbook of so many employees takes."""

    def fill(book: Workbook) -> None:
        for number in range(sheets):
            page = book.add_worksheet(f"AB{number:03d}")
            page.write_row(0, 0, ["dato", "arbejdsgang", "minutter", "bemærkning"])
            for day in range(1, 13):
                page.write_row(day, 0, [f"{day:02d}-01-2026", "Scan", number + 1, "fin"])
            page.write_row(13, 0, ["13-01-2026", "Scan", "x", "fin"])
            page.write_row(14, 0, ["I alt", "", 12 * (number + 1), ""])

    counting = CountingStaging(Counting(staging.cursor, staging.folder), staging.folder)
    path = staging.folder / "upload"
    path.write_bytes(xlsx(fill))
    result = read(path, "fil.xlsx", counting, BY_SHEET)
    assert isinstance(result, Ingested)
    assert result.summary.milliseconds == 12 * sum(range(1, sheets + 1)) * 60_000
    assert (len(result.summary.employees), len(result.rejected)) == (sheets, sheets)
    return len(counting.cursor.statements)


def test_more_sheets_take_no_more_statements(staging: MemoryStaging) -> None:
    assert _statements(40, staging) == _statements(2, staging)


def test_every_sheet_is_read_by_its_own_header(read_bytes: ReadBytes, staging: MemoryStaging) -> None:
    """Another order, another first row, a title that names the employee, no count; each with its own faults."""

    def fill(book: Workbook) -> None:
        one = book.add_worksheet("Uge 1")
        one.write_row(0, 0, ["dato", "medarbejder", "arbejdsgang", "minutter", "antal"])
        one.write_row(1, 0, ["05-01-2026", "ABC", "Scan", 10, 1])
        one.write_row(2, 0, ["05-01-2026", "ABC", "Scan", "?", 1])
        two = book.add_worksheet("Uge 2")
        two.write_row(0, 0, ["Medarbejder: KNØ"])
        two.write_row(3, 0, ["minutter", "arbejdsgang", "antal", "dato"])
        two.write_row(4, 0, [20, "Klage", 2, "12-01-2026"])
        two.write_row(5, 0, [21, "Klage", 2, "13-01-2026", "", "", "for meget"])
        three = book.add_worksheet("Uge 3")
        three.write_row(1, 0, ["arbejdsgang", "dato", "medarbejder", "minutter"])
        three.write_row(2, 0, ["Møde", "19-01-2026", "Bo's", 30])
        three.write_row(3, 0, ["I alt", "", "", 30])

    result = read_bytes(xlsx(fill))
    assert isinstance(result, Ingested)
    assert [(row.sheet, row.row, row.reason) for row in result.rejected] == [
        ("Uge 1", 3, Rejection.INVALID_NUMBER),
        ("Uge 2", 6, Rejection.TOO_MANY_FIELDS),
    ]
    values = "source_row, sheet, work_date, employee, workflow, duration_ms / 60000, count"
    assert staging.cursor.execute(f"SELECT {values} FROM {result.table} ORDER BY sheet").fetchall() == [
        (2, "Uge 1", date(2026, 1, 5), "ABC", "Scan", 10, 1),
        (5, "Uge 2", date(2026, 1, 12), "KNØ", "Klage", 20, 2),
        (3, "Uge 3", date(2026, 1, 19), "Bo's", "Møde", 30, None),
    ]


def test_wide_sheets_have_days_of_their_own(read_bytes: ReadBytes, staging: MemoryStaging) -> None:
    def fill(book: Workbook) -> None:
        for month, days in (("01", 3), ("02", 2)):
            page = book.add_worksheet(f"Måned {month}")
            page.write_row(
                0, 0, ["medarbejder", "arbejdsgang", *(f"{day + 1:02d}-{month}-2026" for day in range(days))]
            )
            page.write_row(1, 0, ["ABC", "Scan", *(f"{int(month) * 10 + day} min" for day in range(days))])

    result = read_bytes(xlsx(fill))
    assert isinstance(result, Ingested)
    rows = staging.cursor.execute(f"SELECT work_date, duration_ms / 60000 FROM {result.table} ORDER BY ALL").fetchall()
    january = [(date(2026, 1, 1 + day), 10 + day) for day in range(3)]
    assert rows == january + [(date(2026, 2, 1), 20), (date(2026, 2, 2), 21)]


def test_one_part_listed_as_ten_thousand_sheets_is_refused(read_bytes: ReadBytes) -> None:
    one = raw_xlsx("<row><c t='inlineStr'><is><t>dato</t></is></c></row>")
    file = io.BytesIO()
    with ZipFile(io.BytesIO(one)) as before, ZipFile(file, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name).decode()
            entry = '<sheet name="A" r:id="r1"/>'
            after.writestr(name, text.replace(entry, entry * (10 * MAX_SHEETS)))
    result = read_bytes(file.getvalue())
    assert isinstance(result, Refused)
    assert result.reason == Refusal.TOO_LARGE


@pytest.mark.parametrize("is_merged", [False, True])
def test_a_row_of_long_cells_is_rejected_without_its_text(is_merged: bool, read_bytes: ReadBytes) -> None:
    """Excel's cells hold 32,767 letters: twenty of them are more than the database takes as a line."""
    note = "251248-9996 " + "a" * 32_000

    def fill(book: Workbook) -> None:
        page = sheet(book)
        if is_merged:
            page.merge_range(len(REGISTRATIONS) + 1, 0, len(REGISTRATIONS) + 1, 19, note)
        else:
            page.write_row(len(REGISTRATIONS) + 1, 0, [note] * 20)

    result = read_bytes(xlsx(fill))
    assert 20 * len(note) > 8 * MAX_LINE
    assert isinstance(result, Ingested)
    assert result.summary == EVERYTHING
    assert [(row.row, row.value, row.reason) for row in result.rejected] == [
        (len(REGISTRATIONS) + 2, "", Rejection.LINE_TOO_LONG)
    ]
