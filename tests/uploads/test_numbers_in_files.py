"""A file in which a personal number stands anywhere, read or not, is never kept."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from analysis import uploads
from analysis.store.projects import change_project
from analysis.uploads import ReadFile, ReadOptions
from analysis.uploads.storing import original
from tests.ingest.workbook_files import ods, xlsx
from tests.own_project import BY, HEADER, OwnProject, csv_file, days_of_work
from tests.uploads.conftest import WINDOW

CPR = "251248-9996"
ROWS = days_of_work(WINDOW[0], {"ABC": [10, 12], "DEF": [14, 9]})
CONTENT = csv_file(ROWS)
NOTE = f"Borger {CPR}"
OLD_FILE = (Path(__file__).parents[1] / "ingest" / "workbooks" / "maaling.xls").read_bytes()


def workbook(add: Callable[[Workbook, Worksheet], object]) -> bytes:
    """The rows on a sheet, and something else in the file."""

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet("Data")
        for number, row in enumerate([HEADER, *ROWS]):
            sheet.write_row(number, 0, row)
        add(book, sheet)

    return xlsx(fill)


def other_sheet(book: Workbook, sheet: Worksheet) -> None:
    book.add_worksheet("Borgere").write_column(0, 0, ["Borger", CPR])


def declared(book: Workbook, sheet: Worksheet) -> None:
    book.add_worksheet("Borgere").write_column(0, 0, ["CPR", "0101701234"])


def parted(book: Workbook, sheet: Worksheet) -> None:
    sheet.write_rich_string(40, 0, "Sag ", book.add_format({"bold": True}), CPR[:4], CPR[4:])


def chart(book: Workbook, sheet: Worksheet) -> None:
    line = book.add_chart({"type": "line"})
    line.add_series({"values": "=Data!$E$2:$E$5", "name": f"Sag {CPR}"})
    sheet.insert_chart("K2", line)


def with_member(content: bytes, name: str, member: bytes) -> bytes:
    file = io.BytesIO(content)
    with ZipFile(file, "a") as archive:
        archive.writestr(name, member)
    return file.getvalue()


def page(text: str) -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in [HEADER, *ROWS])
    return f"<html><body>{text}<table>{rows}</table></body></html>".encode()


def ods_with(old: str, new: str) -> bytes:
    file = io.BytesIO()
    with ZipFile(io.BytesIO(ods())) as source, ZipFile(file, "w") as target:
        target.writestr("mimetype", source.read("mimetype"))
        target.writestr("content.xml", source.read("content.xml").decode().replace(old, new, 1))
    return file.getvalue()


PLAIN_BOOK = workbook(lambda book, sheet: None)
PLACES = {
    "a visible sheet that is left out": workbook(other_sheet),
    "a left out column that says so": workbook(declared),
    "a text box": workbook(lambda book, sheet: sheet.insert_textbox(1, 10, NOTE)),
    "a header": workbook(lambda book, sheet: sheet.set_header(f"&LSag {CPR}")),
    "a document property": workbook(lambda book, sheet: book.set_properties({"comments": NOTE})),
    "a defined name": workbook(lambda book, sheet: book.define_name("x", f'="{CPR}"')),
    "a validation list": workbook(
        lambda book, sheet: sheet.data_validation(1, 9, 3, 9, {"validate": "list", "source": [CPR, "x"]})
    ),
    "the message of a validation": workbook(
        lambda book, sheet: sheet.data_validation(1, 9, 3, 9, {"validate": "any", "input_message": NOTE})
    ),
    "a text in two looks": workbook(parted),
    "a chart": workbook(chart),
    "a comment": workbook(lambda book, sheet: sheet.write_comment(1, 1, NOTE)),
    "rows that were in a pivot table": with_member(
        PLAIN_BOOK, "xl/pivotCache/pivotCacheRecords1.xml", f'<r><s v="{CPR}"/></r>'.encode()
    ),
    "an embedded document": with_member(PLAIN_BOOK, "xl/embeddings/book.xlsx", workbook(other_sheet)),
    "an embedded old document": with_member(PLAIN_BOOK, "xl/embeddings/o.bin", b"\0" + CPR.encode("utf-16-le")),
    "a comment of .ods": ods_with("husk", NOTE),
    "the text above a page's table": page(f"<p>{NOTE}</p>"),
    "a page with a long dash": page("<p>251248&#8209;9996</p>"),
    "the end of a page that is one line": page("<p>" + "x " * 400_000 + NOTE + "</p>"),
    "an over-long line": CONTENT
    + b"2026-01-12,ABC,Team,Sag,3,"
    + b"x" * 400_000
    + CPR.encode()
    + b"y" * 400_000
    + b"\n",
    "a column of .csv beside case numbers": csv_file(
        [(*row, "2000123456", CPR) for row in ROWS], (*HEADER, "sagsnr", "sag")
    ),
    "a remark with a long dash": csv_file([(*row, "251248–9996") for row in ROWS], (*HEADER, "note")),
}
"""Files with a number in a place that is read or not."""


def read_to_keep(project: OwnProject, content: bytes) -> ReadFile:
    with project.store.write(BY.who, BY.at) as writing:
        change_project(writing, replace(project.plan.project, keeps_files=True))
    file = uploads.read(project.store, project.plan, project.plan.rounds[0], "f", content, ReadOptions())
    assert isinstance(file, ReadFile), file
    return file


@pytest.mark.parametrize("content", PLACES.values(), ids=PLACES)
def test_wherever_a_number_stands_the_file_is_not_kept(project: OwnProject, content: bytes) -> None:
    file = read_to_keep(project, content)
    assert "cpr_like" in {doubt.code for doubt in file.ingested.doubts}
    assert original(file) is None


@pytest.mark.parametrize(
    "content",
    [
        PLAIN_BOOK,
        workbook(lambda book, sheet: sheet.insert_textbox(1, 10, "12.01.2026 kl. 0830")),
        with_member(
            PLAIN_BOOK, "customXml/item1.xml", b'<a id="0x0101002512"/><b>{AB251248-9996-4000-8000-0123456789AB}</b>'
        ),
        ods(),
        OLD_FILE,
        page("<p>Udskrevet 12.01.2026 08.30</p>"),
        CONTENT + b"2026-01-12,ABC,Team,Sag,3," + b"x" * 400_000 + b"\n",
    ],
    ids=["xlsx", "text box", "identifiers", "ods", "xls", "html", "long line"],
)
def test_files_without_numbers_are_kept(project: OwnProject, content: bytes) -> None:
    file = read_to_keep(project, content)
    assert original(file) == content
