"""Workbooks that LibreOffice has saved in the old binary format: ``python -m tests.ingest.old_workbooks`` makes them.

Each is kept beside what it was made from, so that a test can ask whether both read alike.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from xlsxwriter.workbook import Workbook

from tests.ingest.registration_files import HEADER, REGISTRATIONS
from tests.ingest.workbook_files import sheet, shown_as, xlsx

OLD = Path(__file__).parent / "workbooks" / "old"


def hidden(book: Workbook) -> None:
    """A row, a column and a sheet that nobody sees."""
    page = sheet(book)
    page.set_row(5, None, None, {"hidden": True})
    page.set_column(4, 4, None, None, {"hidden": True})
    sheet(book, "Gammel", REGISTRATIONS[:5]).hide()


def faulty(book: Workbook) -> None:
    """Cells that are not what their column is, one a row."""
    page = sheet(book)
    page.write_formula(2, 4, "=1/0", None, "#DIV/0!")
    page.write_number(3, 4, 0.0625, book.add_format({"num_format": "hh:mm"}))
    page.write_datetime(4, 4, datetime(2026, 5, 1), book.add_format({"num_format": "dd-mmm"}))
    page.write_datetime(5, 1, datetime(2026, 5, 1), book.add_format({"num_format": "dd-mmm"}))
    page.write_number(6, 4, 0.5, book.add_format({"num_format": "0%"}))
    page.write_boolean(7, 4, True)
    page.write_formula(8, 3, "=NA()", None, "#N/A")


def merged(book: Workbook) -> None:
    """A name over five rows, and an amount over two."""
    page = sheet(book)
    page.merge_range(1, 1, 5, 1, REGISTRATIONS[0].employee)
    page.merge_range(10, 4, 11, 4, REGISTRATIONS[9].seconds / 60)


def indicator(book: Workbook) -> None:
    """Shares that only their number format shows as percentages."""
    page = book.add_worksheet("Data")
    page.write_row(0, 0, ["dato", "indikator", "værdi"])
    days, percent = (book.add_format({"num_format": code}) for code in ("dd-mm-yyyy", "0.0%"))
    for month, share in enumerate((0.853, 0.861, 0.9), start=1):
        page.write_datetime(month, 0, datetime(2026, month, 1), days)
        page.write_string(month, 1, "Rettidighed")
        page.write_number(month, 2, share, percent)


NEW: dict[str, bytes] = {
    "hidden": xlsx(hidden),
    "faulty": xlsx(faulty),
    "merged": xlsx(merged),
    "indicator": xlsx(indicator),
    "days_of_1904": xlsx(sheet, is_1904=True),
    "times": xlsx(lambda book: sheet(book, header=[*HEADER[:4], "Varighed", "antal"], time_format="hh:mm:ss")),
    "hours_by_format": xlsx(shown_as('0.0" t"', "Tid", 3600)),
}


def main() -> None:
    """Save each in the old format."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in NEW.items():
            path = Path(folder) / f"{name}.xlsx"
            path.write_bytes(content)
            command = ["soffice", "--headless", "--convert-to", "xls:MS Excel 97", "--outdir", str(OLD), str(path)]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main())
