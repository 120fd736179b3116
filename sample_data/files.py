"""The registrations as files, the way Danish Excel leaves them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from work import Registration

COLUMNS = ("Dato", "Medarbejder", "Målgruppe", "Arbejdsgang", "Minutter", "Antal")


def write_csv(path: Path, rows: Sequence[Registration], encoding: str) -> None:
    """A semicolon file with decimal commas."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        count = "" if row.count is None else row.count
        minutes = f"{row.minutes:g}".replace(".", ",")
        writer.writerow((f"{row.day:%d-%m-%Y}", row.employee, row.target_group, row.workflow, minutes, count))
    path.write_bytes(text.getvalue().encode(encoding))


def write_workbook(path: Path, rows: Sequence[Registration], title: str, made_on: date) -> None:
    """A sheet with a title, an empty row, the table and its total."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": datetime.combine(made_on, datetime.min.time())})
        sheet = workbook.add_worksheet("Registreringer")
        day_format = workbook.add_format({"num_format": "dd-mm-yyyy"})
        sheet.write(0, 0, title)
        sheet.write_row(2, 0, COLUMNS)
        for place, row in enumerate(rows, start=3):
            sheet.write_datetime(place, 0, datetime.combine(row.day, datetime.min.time()), day_format)
            sheet.write_row(place, 1, (row.employee, row.target_group, row.workflow, row.minutes, row.count))
        totals = sum(row.minutes for row in rows), sum(row.count or 0 for row in rows)
        sheet.write_row(len(rows) + 3, 0, ("I alt", None, None, None, *totals))
    path.write_bytes(uncompressed(content.getvalue()))


def uncompressed(content: bytes) -> bytes:
    """The workbook's bytes, the same on every machine."""
    # Compressed bytes differ from one zlib to the next and the system is noted per member: leave both out.
    plain = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(plain, "w") as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name)
            member.create_system = 0
            target.writestr(member, source.read(name))
    return plain.getvalue()
