"""The old binary .xls, by python-calamine: it tells values and hidden sheets, not hidden rows."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from analysis.ingest.values.cells import HOUR_SPAN, MOMENT, NUMBER, SPAN
from analysis.ingest.workbooks.sheet_file import Area, SheetFile, SheetNotes, Workbook, fill_merged, text_cell

FIRST_YEAR = 1905
"""A date before is a length of time of more than a day."""


def read_xls(path: Path, folder: Path) -> Workbook:
    """Every sheet as a file in the folder."""
    with path.open("rb") as file:
        # by a path, its ending would decide what is tried
        source = CalamineWorkbook.from_filelike(file)
    book = Workbook()
    for number, metadata in enumerate(source.sheets_metadata):
        hidden = metadata.visible is not SheetVisibleEnum.Visible
        notes = SheetNotes(metadata.name, f"sheet{number}.txt", hidden)
        _write(source.get_sheet_by_index(number), folder / notes.file, notes)
        book.add(notes)
    return book


def _write(sheet: CalamineSheet, path: Path, notes: SheetNotes) -> None:
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        target = SheetFile(file)
        for row, values in enumerate(sheet.to_python(skip_empty_area=False), start=1):
            target.write(row, {index: text for index, value in enumerate(values) if (text := cell_text(value))})
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or []:
        notes.merged.append(Area(top + 1, bottom + 1, left, right))
    fill_merged(path, notes.merged)


def cell_text(value: object) -> str:
    """The cell's string.

    >>> cell_text(176.5) == NUMBER + "176.5", cell_text(time(1, 30)) == HOUR_SPAN + "5400000"
    (True, True)
    """
    if isinstance(value, datetime):
        return MOMENT + value.isoformat(timespec="milliseconds") if value.year >= FIRST_YEAR else text_cell(str(value))
    if isinstance(value, date):
        return MOMENT + value.isoformat() if value.year >= FIRST_YEAR else text_cell(str(value))
    if isinstance(value, time):
        value = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second, microseconds=value.microsecond)
    if isinstance(value, timedelta):
        return (SPAN if value.seconds % 60 else HOUR_SPAN) + str(round(value / timedelta(milliseconds=1)))
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return NUMBER + f"{value:.15g}"
    return text_cell(str(value))
