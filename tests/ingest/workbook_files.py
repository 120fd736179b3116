"""The registrations as workbooks, and workbooks made to harm."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import datetime, time
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tests.ingest.registration_files import HEADER, REGISTRATIONS, Registration

Fill = Callable[[Workbook], None]


def xlsx(fill: Fill, *, is_1904: bool = False) -> bytes:
    """A workbook that the function fills."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"date_1904": is_1904})
    fill(book)
    book.close()
    return file.getvalue()


def sheet(
    book: Workbook,
    name: str = "Data",
    registrations: Sequence[Registration] = REGISTRATIONS,
    *,
    header: Sequence[str] = HEADER,
    day_format: str = "dd-mm-yyyy",
    time_format: str | None = None,
    top: int = 0,
    left: int = 0,
) -> Worksheet:
    """A sheet with one registration a row; with a time format, durations are times of Excel."""
    page = book.add_worksheet(name)
    page.write_row(top, left, header)
    days = book.add_format({"num_format": day_format})
    times = book.add_format({"num_format": time_format}) if time_format else None
    for row, one in enumerate(registrations, start=top + 1):
        page.write_datetime(row, left, datetime.combine(one.day, time()), days)
        page.write_row(row, left + 1, [one.employee, one.target_group, one.workflow])
        page.write_number(row, left + 4, one.seconds / 86400 if times else one.seconds / 60, times)
        page.write_number(row, left + 5, one.count or 0)
    return page


def shown_as(number_format: str, header: str, seconds_in_one: int, rows: int = len(REGISTRATIONS)) -> Fill:
    """The first rows' times in a unit that their number format shows, the others in minutes."""

    def fill(book: Workbook) -> None:
        page, shown = sheet(book, header=[*HEADER[:4], header, "antal"]), book.add_format({"num_format": number_format})
        for row, one in enumerate(REGISTRATIONS[:rows], start=1):
            page.write_number(row, 4, one.seconds / seconds_in_one, shown)
            page.write_number(row, 5, one.count or 0, shown)

    return fill


def raw_xlsx(rows: str, before: str = "", after: str = "") -> bytes:
    """A workbook of one sheet with this XML."""
    file = io.BytesIO()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", _relation(f"{kind}/officeDocument", "xl/workbook.xml"))
        archive.writestr(
            "xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>'
        )
        archive.writestr("xl/_rels/workbook.xml.rels", _relation(f"{kind}/worksheet", "worksheets/sheet1.xml"))
        archive.writestr(
            "xl/worksheets/sheet1.xml", f"{before}<worksheet><sheetData>{rows}</sheetData>{after}</worksheet>"
        )
    return file.getvalue()


def with_part(content: bytes, name: str) -> bytes:
    """The workbook with one more, empty part."""
    file = io.BytesIO(content)
    with ZipFile(file, "a", ZIP_DEFLATED) as archive:
        archive.writestr(name, "")
    return file.getvalue()


def _relation(kind: str, target: str) -> str:
    return f'<Relationships><Relationship Id="r1" Type="{kind}" Target="{target}"/></Relationships>'


def ods(header: Sequence[str] = HEADER, shown: str = "?", seconds_in_one: int = 60) -> bytes:
    """An OpenDocument sheet with the empty rows and columns that LibreOffice repeats, its numbers shown so."""
    rows = "".join(_ods_row(one, shown, seconds_in_one) for one in REGISTRATIONS)
    names = "".join(
        f"<table:table-cell office:value-type='string'><text:p>{name}</text:p></table:table-cell>" for name in header
    )
    spaces = " ".join(f'xmlns:{name}="{name}"' for name in ("office", "table", "text", "calcext"))
    body = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name='Data'>"
        f"<table:table-row>{names}</table:table-row>{rows}<table:table-row table:number-rows-repeated='1048000'>"
        "<table:table-cell table:number-columns-repeated='1024'/></table:table-row></table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", body)
    return file.getvalue()


def _ods_row(one: Registration, shown: str, seconds_in_one: int) -> str:
    dated = f"office:value-type='date' office:date-value='{one.day}'"
    cells = [f"<table:table-cell {dated}><text:p>x</text:p></table:table-cell>"]
    first, rest = one.workflow[:4].replace("&", "&amp;"), one.workflow[4:].replace("&", "&amp;")
    note = "<office:annotation><text:p>husk</text:p></office:annotation>"
    for text in (one.employee, one.target_group, f"{note}{first}<text:span>{rest}</text:span>"):
        cells.append(f"<table:table-cell office:value-type='string'><text:p>{text}</text:p></table:table-cell>")
    for value in (one.seconds / seconds_in_one, one.count):
        number = f"<table:table-cell office:value-type='float' office:value='{value}'>"
        cells.append(f"{number}<text:p>{shown}</text:p></table:table-cell>")
    return (
        f"<table:table-row>{''.join(cells)}<table:table-cell table:number-columns-repeated='1018'/></table:table-row>"
    )


def html(registrations: Sequence[Registration] = REGISTRATIONS) -> bytes:
    """A page that calls itself .xls."""
    rows = [
        HEADER,
        *(
            (
                one.day.isoformat(),
                one.employee,
                one.target_group,
                one.workflow.replace("&", "&amp;"),
                f"{one.seconds / 60:.2f}",
                str(one.count),
            )
            for one in registrations
        ),
    ]
    cells = "".join("<tr>" + "".join(f"<td>{cell}&nbsp;</td>" for cell in row) + "</tr>" for row in rows)
    title = "<tr><td colspan='6'>Rapport</td></tr>"
    return f"<html><head><meta charset='utf-8'></head><body><table>{title}{cells}</table>".encode()
