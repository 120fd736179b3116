"""Workbooks: what their cells mean, what they hide, and what is meant to harm."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from time import monotonic, sleep

import pytest
from xlsxwriter.workbook import Workbook

from analysis.ingest import ReadOptions, Refusal, Rejection
from analysis.ingest.values.cells import FAULT
from analysis.ingest.workbooks.ods import cell_text
from analysis.ingest.workbooks.xls import read_xls
from analysis.model.kinds import Measurement
from analysis.model.upload import Ingested, Refused
from tests.ingest.conftest import ReadBytes
from tests.ingest.old_workbooks import NEW, OLD
from tests.ingest.registration_files import (
    EVERYTHING,
    FILES,
    HEADER,
    REGISTRATIONS,
    doubt_codes,
    left_after,
    rejected_lines,
    summary_of,
)
from tests.ingest.workbook_files import Fill, html, ods, raw_xlsx, sheet, shown_as, with_part, xlsx

BEGIN_OF_WORKBOOK, PASSWORD_RECORD = b"\x09\x08\x10\x00\x00\x06\x05\x00", b"\x2f\x00"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HERE = Path(__file__).parent
EMPLOYEES = sorted({one.employee for one in REGISTRATIONS})
NAMED_TIME = [*HEADER[:4], "Varighed", "antal"]
WHOLE_MINUTES = [replace(one, seconds=one.seconds // 60 * 60) for one in REGISTRATIONS]


def by_week(book: Workbook) -> None:
    """A sheet for each week, and one that is not filled yet."""
    for week in (2, 3, 4, 5):
        sheet(book, f"Uge {week}", [one for one in REGISTRATIONS if one.day.isocalendar().week == week])


def forms(book: Workbook) -> None:
    """A form for each employee, named in its title."""
    for number, employee in enumerate(EMPLOYEES, start=1):
        own = [one for one in REGISTRATIONS if one.employee == employee]
        page = sheet(book, f"Ark{number}", own, top=3, header=[HEADER[0], "", *HEADER[2:]])
        page.write_row(0, 0, ["Medarbejder:", employee])
        for row in range(len(own)):
            page.write(row + 4, 1, "")


def clock(book: Workbook) -> None:
    """Start and end as times of Excel with their day."""
    page = book.add_worksheet()
    page.write_row(0, 0, ["start", "slut", *HEADER[1:4], "antal"])
    moments = book.add_format({"num_format": "dd-mm-yyyy hh:mm"})
    for row, one in enumerate(REGISTRATIONS, start=1):
        begin = (one.day - date(1899, 12, 30)).days + 8 / 24
        page.write_number(row, 0, begin, moments)
        page.write_number(row, 1, begin + one.seconds / 86400, moments)
        page.write_row(row, 2, [one.employee, one.target_group, one.workflow, one.count])


def serials(is_1904: bool) -> Fill:
    """Days as bare numbers."""

    def fill(book: Workbook) -> None:
        page = sheet(book)
        for row, one in enumerate(REGISTRATIONS, start=1):
            page.write_number(row, 0, (one.day - (date(1904, 1, 1) if is_1904 else date(1899, 12, 30))).days)

    return fill


def merged_employees(book: Workbook) -> None:
    """The employee stands once over all rows of the first five."""
    sheet(book).merge_range(1, 1, 5, 1, REGISTRATIONS[0].employee)


SAME: dict[str, bytes] = {
    "calendar of 1904": xlsx(sheet, is_1904=True),
    "bare days": xlsx(serials(False)),
    "bare days of 1904": xlsx(serials(True), is_1904=True),
    "not in the corner": xlsx(lambda book: sheet(book, top=7, left=3)),
    "american day format": xlsx(lambda book: sheet(book, day_format="[$-409]mmmm d, yyyy;@")),
    "times": xlsx(lambda book: sheet(book, header=NAMED_TIME, time_format="hh:mm:ss")),
    "minutes beyond the hour": xlsx(lambda book: sheet(book, header=HEADER, time_format="[mm]:ss")),
    "start and end": xlsx(clock),
    "weeks": xlsx(by_week),
    "forms": xlsx(forms),
    "opendocument": ods(),
    "hours that the format shows": xlsx(shown_as('0.0" t"', "Tid", 3600)),
    "some hours that the format shows": xlsx(shown_as("0.0\\ \\t", HEADER[4], 3600, rows=3)),
    "seconds that the format shows": xlsx(shown_as('[Red]#,##0" sek.";-0" sek."', "varighed", 1)),
    "minutes that the format shows too": xlsx(shown_as('0.0 "(min)"', HEADER[4], 60, rows=50)),
    "hours that opendocument shows": ods([*HEADER[:4], "Tid", "antal"], "1,5 timer", 3600),
    "html": html(),
}


@pytest.mark.parametrize("name", SAME)
def test_the_same_registrations_are_read(name: str, read_bytes: ReadBytes) -> None:
    result = read_bytes(SAME[name], name="maaling.xls")
    assert isinstance(result, Ingested), result
    assert (result.summary, result.rejected) == (EVERYTHING, ())


def test_the_old_binary_format_is_read(read_bytes: ReadBytes) -> None:
    result = read_bytes((HERE / "workbooks" / "maaling.xls").read_bytes())
    assert isinstance(result, Ingested)
    assert (result.source.kind, result.summary.rows, result.summary.milliseconds) == ("xls", 400, 2_954_265_000)


@pytest.mark.parametrize("ending", ["xls", "xlsx", "xlsm", "ods"])
def test_the_old_format_is_told_by_its_bytes(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"maaling.{ending}"
    path.write_bytes((HERE / "workbooks" / "maaling.xls").read_bytes())
    assert len(read_xls(path, tmp_path).sheets) == 1


@pytest.mark.parametrize("name", NEW)
def test_the_old_format_reads_like_the_new_one(name: str, read_bytes: ReadBytes) -> None:
    options = ReadOptions(measurement=Measurement.SERIES if name == "indicator" else Measurement.TIME)
    new, old = (read_bytes(content, options) for content in (NEW[name], (OLD / f"{name}.xls").read_bytes()))
    assert isinstance(new, Ingested)
    assert isinstance(old, Ingested)
    assert (old.source.kind, old.summary, old.rejected, old.doubts, old.first_rows) == (
        "xls",
        new.summary,
        new.rejected,
        new.doubts,
        new.first_rows,
    )


def test_an_old_workbook_with_a_password_is_told(read_bytes: ReadBytes) -> None:
    content = (HERE / "workbooks" / "maaling.xls").read_bytes()
    behind_first = content.index(BEGIN_OF_WORKBOOK) + 4 + BEGIN_OF_WORKBOOK[2]
    result = read_bytes(content[:behind_first] + PASSWORD_RECORD + content[behind_first + 2 :])
    assert isinstance(result, Refused)
    assert result.reason == Refusal.ENCRYPTED


def test_hours_and_minutes_of_excel_are_read(read_bytes: ReadBytes) -> None:
    result = read_bytes(
        xlsx(
            lambda book: sheet(book, "Data", WHOLE_MINUTES, header=[*HEADER[:4], "Timer", "antal"], time_format="h:mm")
        )
    )
    assert isinstance(result, Ingested)
    assert result.summary == summary_of(WHOLE_MINUTES)


def odd(book: Workbook) -> None:
    """Faults that a value alone does not show: one in each of the first rows."""
    page = sheet(book)
    page.write_formula(1, 4, "=F2*2", None, "")
    page.write_formula(2, 4, "=1/0", None, "#DIV/0!")
    page.write_number(3, 4, 0.0625, book.add_format({"num_format": "hh:mm"}))
    page.write_datetime(4, 4, datetime(2026, 5, 1), book.add_format({"num_format": "dd-mmm"}))
    page.write_datetime(5, 1, datetime(2026, 5, 1), book.add_format({"num_format": "dd-mmm"}))
    page.write_number(6, 4, 0.5, book.add_format({"num_format": "0%"}))
    page.write_string(7, 3, "Parts\x07høring")
    page.write_boolean(8, 4, True)
    page.write(1048575, 16383, "x")


def test_a_faulty_cell_costs_its_row(read_bytes: ReadBytes) -> None:
    result = read_bytes(xlsx(odd))
    assert isinstance(result, Ingested)
    assert rejected_lines(result) == {
        2: Rejection.UNCALCULATED_FORMULA,
        3: Rejection.EXCEL_ERROR,
        4: Rejection.AMBIGUOUS_DURATION,
        5: Rejection.INVALID_NUMBER,
        6: Rejection.INVALID_NAME,
        7: Rejection.INVALID_NUMBER,
        8: Rejection.INVALID_CHARACTERS,
        9: Rejection.INVALID_NUMBER,
        1048576: Rejection.TOO_MANY_FIELDS,
    }
    assert result.summary == left_after(*range(2, 10))


def test_a_formula_that_was_never_calculated_is_not_zero(read_bytes: ReadBytes) -> None:
    result = read_bytes(xlsx(lambda book: sheet(book).write_formula(1, 4, "=F2*2")))
    assert isinstance(result, Ingested)
    assert rejected_lines(result) == {2: Rejection.UNCALCULATED_FORMULA}


def test_prepared_rows_of_formulas_are_left_out(read_bytes: ReadBytes) -> None:
    def fill(book: Workbook) -> None:
        page = sheet(book)
        days = book.add_format({"num_format": "dd-mm-yyyy"})
        for row in range(100, 400):
            page.write_datetime(row, 0, datetime(2026, 4, 1), days)
            page.write_formula(row, 4, "=0", None, 0.0)

    result = read_bytes(xlsx(fill))
    assert isinstance(result, Ingested), result
    assert (result.summary, result.rejected) == (EVERYTHING, ())
    assert [doubt.rows for doubt in result.doubts if doubt.code == "unfilled_rows"] == [300]


def test_a_merged_name_stands_in_every_row_and_a_merged_number_once(read_bytes: ReadBytes) -> None:
    def merged(book: Workbook) -> None:
        merged_employees(book)
        book.get_worksheet_by_name("Data").merge_range(10, 4, 11, 4, REGISTRATIONS[9].seconds / 60)

    result = read_bytes(xlsx(merged))
    assert isinstance(result, Ingested)
    first = REGISTRATIONS[0].employee
    expected = [replace(one, employee=first) if line <= 6 else one for line, one in enumerate(REGISTRATIONS, start=2)]
    assert result.summary == summary_of([one for line, one in enumerate(expected, start=2) if line != 12])
    assert rejected_lines(result) == {12: Rejection.MISSING_VALUE}
    assert "merged_cells" in doubt_codes(result)


@pytest.mark.parametrize("amount", ["90", "90 min", "1,5"])
def test_a_merged_amount_that_is_text_stands_once(amount: str, read_bytes: ReadBytes) -> None:
    result = read_bytes(xlsx(lambda book: sheet(book).merge_range(10, 4, 12, 4, amount)))
    assert isinstance(result, Ingested)
    assert rejected_lines(result) == {12: Rejection.MISSING_VALUE, 13: Rejection.MISSING_VALUE}


@pytest.mark.parametrize("mark", ['"', "do.", "〃", "?"])
def test_a_ditto_mark_is_no_name(mark: str, read_bytes: ReadBytes) -> None:
    result = read_bytes(xlsx(lambda book: sheet(book).write_string(3, 1, mark)))
    assert isinstance(result, Ingested)
    assert (rejected_lines(result), result.summary) == ({4: Rejection.INVALID_NAME}, left_after(4))


@pytest.mark.parametrize("name", ["Gennemsnit", "Normtid", "Flexsaldo", "Alle sager"])
def test_a_computed_row_is_no_registration(name: str, read_bytes: ReadBytes) -> None:
    result = read_bytes(xlsx(lambda book: sheet(book).write_string(3, 3, name)))
    assert isinstance(result, Ingested)
    assert (rejected_lines(result), result.summary) == ({4: Rejection.TOTAL_LIKE}, left_after(4))


def test_a_bare_number_among_times_of_excel_is_not_guessed_at(read_bytes: ReadBytes) -> None:
    timed = [*HEADER[:4], "Timer", "antal"]
    content = xlsx(lambda book: sheet(book, header=timed, time_format="hh:mm:ss").write_number(3, 4, 0.25))
    result = read_bytes(content)
    assert isinstance(result, Ingested)
    assert rejected_lines(result) == {4: Rejection.AMBIGUOUS_DURATION}


def test_what_is_hidden_is_named(read_bytes: ReadBytes) -> None:
    def hidden(book: Workbook) -> None:
        page = sheet(book)
        page.set_row(5, None, None, {"hidden": True})
        page.set_column(4, 4, None, None, {"hidden": True})
        sheet(book, "Gammel", REGISTRATIONS[:5]).hide()

    result = read_bytes(xlsx(hidden))
    assert isinstance(result, Ingested)
    assert result.summary == EVERYTHING
    assert {"hidden_rows", "hidden_column", "hidden_sheet"} <= doubt_codes(result)


def beside_each_other(book: Workbook) -> None:
    """A second table to the right."""
    page = sheet(book)
    page.write_row(0, 8, HEADER)


def continued(book: Workbook) -> None:
    """The rest on a sheet without a header."""
    sheet(book, "Data", REGISTRATIONS[:40])
    sheet(book, "Data (2)", REGISTRATIONS[40:], header=[])


def swapped_days(book: Workbook) -> None:
    """5 January opened as 1 May, and 13 January left as text."""
    page, days = sheet(book), book.add_format({"num_format": "dd-mm-yyyy"})
    for row, one in enumerate(REGISTRATIONS, start=1):
        if one.day.day > 12:
            page.write_string(row, 0, one.day.strftime("%d-%m-%Y"))
        else:
            page.write_datetime(row, 0, datetime(one.day.year, one.day.day, one.day.month), days)


def summed_by_day(book: Workbook) -> None:
    """A second sheet with the rows of the first, added up for each employee and day."""
    sheet(book, "Data", [replace(one, seconds=one.seconds // 2) for one in REGISTRATIONS])
    sheet(book, "Pr. dag")


def weeks_below_each_other(book: Workbook) -> None:
    """A block of five days for each week, all in one sheet."""
    page, days = book.add_worksheet("ABJ"), book.add_format({"num_format": "dd-mm-yyyy"})
    for week in range(3):
        page.write_row(week * 3, 0, ["Medarbejder", "Opgave"])
        for day in range(5):
            page.write_datetime(week * 3, 2 + day, datetime(2026, 1, 5 + 7 * week + day), days)
        page.write_row(week * 3 + 1, 0, ["ABJ", "Visitation", *(30.5 + day for day in range(5))])


def titled_blocks(*titles: str) -> Fill:
    """A block for each employee, all in one sheet."""

    def fill(book: Workbook) -> None:
        page = book.add_worksheet()
        for block, title in enumerate(titles):
            page.write(block * 4, 0, title)
            page.write_row(block * 4 + 1, 0, ["Dato", "Arbejdsgang", "Minutter"])
            page.write_row(block * 4 + 2, 0, ["05-01-2026", "Visitation", 30])

    return fill


def named_sheets(*names: str) -> Fill:
    """Sheets without an employee column."""

    def fill(book: Workbook) -> None:
        for name in names:
            page = book.add_worksheet(name)
            page.write_row(0, 0, ["Dato", "Arbejdsgang", "Minutter"])
            page.write_row(1, 0, ["05-01-2026", "Visitation", 30])

    return fill


def somebody_elses_title(book: Workbook) -> None:
    """Forms of which the second still bears the title of the first that it was copied from."""
    for name, title in (("ABJ", "ABJ"), ("KNØ", "ABJ"), ("LÅR", "LÅR")):
        page = book.add_worksheet(name)
        page.write_row(0, 0, ["Medarbejder:", title])
        page.write_row(2, 0, ["Dato", "Arbejdsgang", "Minutter"])
        page.write_row(3, 0, ["05-01-2026", "Visitation", 30 + len(title)])


def pairs(*names: str) -> Fill:
    """Minutes and counts below each name; in the third row only a count."""

    def fill(book: Workbook) -> None:
        page = book.add_worksheet()
        page.write_row(0, 0, ["Dato", "Medarbejder", *(text for name in names for text in (name, ""))])
        page.write_row(1, 2, ["Antal", "Minutter"] * len(names))
        page.write_row(2, 0, ["05-01-2026", "ABJ", *[2, 30] * len(names)])
        page.write_row(3, 0, ["05-01-2026", "KNØ", 2])

    return fill


def hours(numbers: Sequence[float]) -> Fill:
    """Hours as bare numbers."""

    def fill(book: Workbook) -> None:
        page = sheet(book, header=[*HEADER[:4], "timer", "antal"])
        for row in range(len(REGISTRATIONS)):
            page.write_number(row + 1, 4, numbers[row % len(numbers)])

    return fill


REFUSED: dict[str, tuple[bytes, Refusal]] = {
    "day for month": (xlsx(swapped_days), Refusal.SWAPPED_DATES),
    "summed by day": (xlsx(summed_by_day), Refusal.SEVERAL_SHEETS),
    "an example": (
        xlsx(lambda book: (sheet(book, "Eksempel", REGISTRATIONS[:2]), sheet(book))),
        Refusal.SEVERAL_SHEETS,
    ),
    "weeks below each other": (xlsx(weeks_below_each_other), Refusal.SEVERAL_TABLES),
    "employees below each other": (xlsx(titled_blocks("Medarbejder: ABJ", "Medarbejder: CDK")), Refusal.SEVERAL_TABLES),
    "names below each other": (xlsx(titled_blocks("Medarbejder: ABJ", "CDK")), Refusal.SEVERAL_TABLES),
    "a copy of somebody": (xlsx(named_sheets("ABJ", "ABJ (2)", "KNØ")), Refusal.SEVERAL_SHEETS),
    "somebody else's title": (xlsx(somebody_elses_title), Refusal.SEVERAL_SHEETS),
    "weeks over pairs": (xlsx(pairs("Uge 2", "Uge 3")), Refusal.WIDE_LAYOUT),
    "months over pairs": (xlsx(pairs("Januar", "Februar 2026", "Marts")), Refusal.WIDE_LAYOUT),
    "months": (xlsx(named_sheets("JAN", "FEB")), Refusal.MISSING_COLUMN),
    "numbered weeks": (xlsx(named_sheets("UGE2", "UGE3")), Refusal.MISSING_COLUMN),
    "measurements": (xlsx(named_sheets("Første Måling", "Anden Måling")), Refusal.MISSING_COLUMN),
    "hours shown among minutes": (xlsx(shown_as('0.0" t"', HEADER[4], 3600)), Refusal.UNKNOWN_UNIT),
    "minutes shown among hours": (ods([*HEADER[:4], "Timer", "antal"], "90 min.", 60), Refusal.UNKNOWN_UNIT),
    "hours and minutes behind one number": (xlsx(shown_as('0" t "00" min"', "Tid", 60)), Refusal.MOSTLY_REJECTED),
    "parts of a day": (xlsx(hours([0.0625, 0.03125, 0.25])), Refusal.AMBIGUOUS_DURATION),
    "minutes behind the point": (xlsx(hours([7.3, 1.45, 0.15])), Refusal.AMBIGUOUS_DURATION),
    "beside each other": (xlsx(beside_each_other), Refusal.SEVERAL_COLUMNS),
    "continued without header": (xlsx(continued), Refusal.SEVERAL_SHEETS),
    "minutes and hours": (
        xlsx(lambda book: (sheet(book, "A"), sheet(book, "B", header=[*HEADER[:4], "timer", "antal"]))),
        Refusal.SEVERAL_SHEETS,
    ),
    "header only": (xlsx(lambda book: sheet(book, "Data", [])), Refusal.HEADER_ONLY),
    "no sheet with rows": (xlsx(lambda book: book.add_worksheet()), Refusal.NO_HEADER),
    "cut off": (xlsx(sheet)[:5000], Refusal.DAMAGED),
    "a document": (xlsx(sheet).replace(b"xl/workbook.xml", b"word/docume.xml"), Refusal.NOT_A_TABLE),
    "corner to corner": (
        raw_xlsx('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        Refusal.NO_HEADER,
    ),
    "wide and long": (
        raw_xlsx("".join(f'<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>' for row in range(1, 20_000))),
        Refusal.TOO_LARGE,
    ),
    "entities": (
        raw_xlsx('<row r="1"><c t="str"><v>&a;</v></c></row>', '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">]>'),
        Refusal.DAMAGED,
    ),
    "a cell twice": (
        raw_xlsx('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
        Refusal.DAMAGED,
    ),
    "a part twice": (with_part(xlsx(sheet), "XL/Worksheets/sheet1.xml"), Refusal.DAMAGED),
    "rows out of order": (raw_xlsx('<row r="5"/><row r="2"/>'), Refusal.DAMAGED),
    "a text that is not there": (raw_xlsx('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'), Refusal.DAMAGED),
    "everything merged": (
        raw_xlsx(
            '<row r="1"><c r="A1" t="str"><v>x</v></c></row>',
            after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        ),
        Refusal.NO_HEADER,
    ),
    "unpacks to zeros": (raw_xlsx(" " * 50_000_000), Refusal.ZIP_BOMB),
    "an old document": (OLD_OFFICE + bytes(4000), Refusal.NOT_A_TABLE),
    "an old workbook in shreds": (OLD_OFFICE + "Workbook".encode("utf-16-le") + bytes(4000), Refusal.DAMAGED),
    "a password": (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le") + bytes(4000), Refusal.ENCRYPTED),
    "a workbook of Excel 2003": (
        b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Table></Table></Workbook>',
        Refusal.UNSUPPORTED_WORKBOOK,
    ),
    "a page with its parts": (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html><body><table>",
        Refusal.UNSUPPORTED_WORKBOOK,
    ),
    "binary workbook": (xlsx(sheet).replace(b"xl/workbook.xml", b"xl/workbook.bin"), Refusal.UNSUPPORTED_WORKBOOK),
}


@pytest.mark.parametrize("name", REFUSED)
def test_the_workbook_is_refused_for_its_reason(name: str, read_bytes: ReadBytes) -> None:
    content, reason = REFUSED[name]
    result = read_bytes(content)
    assert isinstance(result, Refused), result.summary
    assert result.reason == reason


def test_a_count_without_minutes_names_its_column(read_bytes: ReadBytes) -> None:
    result = read_bytes(xlsx(pairs("Visitation", "Partshøring")))
    assert isinstance(result, Ingested)
    faults = [(row.row, row.column, row.reason) for row in result.rejected]
    assert (result.summary.rows, faults) == (2, [(4, "Visitation", Rejection.MISSING_VALUE)])


CUT_OFF = {
    "after a row": (6, "</td></tr>", {}),
    "after a name": (4, "</td>", {21: Rejection.TOO_FEW_FIELDS}),
    "in an amount": (5, "", {21: Rejection.INVALID_CHARACTERS}),
}


@pytest.mark.parametrize("name", CUT_OFF)
def test_a_page_that_is_cut_off_says_so(name: str, read_bytes: ReadBytes) -> None:
    kept, end, rejected = CUT_OFF[name]
    *rows, last = html().split(b"<tr>")[:22]
    cells = last.removesuffix(b"</td></tr>").split(b"</td><td>")[:kept]
    result = read_bytes(b"<tr>".join([*rows, b"</td><td>".join(cells) + end.encode()]))
    assert isinstance(result, Ingested)
    assert (rejected_lines(result), "truncated_file" in doubt_codes(result)) == (rejected, True)


@pytest.mark.parametrize("text", ["#DIV/0!", "Err:502", "Fejl:502"])
def test_a_formula_in_error_is_told_by_what_it_shows(text: str) -> None:
    cell = {"value-type": "string", "string-value": "", "formula": "of:=1/0"}
    assert cell_text(cell, text) == FAULT + text


def test_every_row_names_its_sheet(read_bytes: ReadBytes) -> None:
    def fill(book: Workbook) -> None:
        by_week(book)
        book.get_worksheet_by_name("Uge 3").write_string(1, 4, "tolv")

    result = read_bytes(xlsx(fill))
    assert isinstance(result, Ingested)
    assert [(row.sheet, row.row, row.column, row.value) for row in result.rejected] == [
        ("Uge 3", 2, "minutter", "tolv")
    ]


def test_hints_for_pronunciation_are_no_text(read_bytes: ReadBytes) -> None:
    cells = ("05-01-2026", "ABJ", "Visitation</t><rPh><t>visi</t></rPh><t>")
    header = ("dato", "medarbejder", "arbejdsgang", "minutter")
    rows = [
        "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) for row in (header, (*cells, "30 min"))
    ]
    result = read_bytes(raw_xlsx("".join(f"<row>{row}</row>" for row in rows)))
    assert isinstance(result, Ingested)
    assert result.summary.workflows == ("Visitation",)


def test_a_line_break_in_a_page_parts_words(read_bytes: ReadBytes) -> None:
    result = read_bytes(html().replace(b" &amp; ", b"<br>&amp;<br>"))
    assert isinstance(result, Ingested)
    assert result.summary == EVERYTHING


def test_a_page_that_is_one_long_line_is_read_whole(read_bytes: ReadBytes) -> None:
    head, row, rest = html().replace(b"\n", b"").partition(b"<tr><td>2026")
    many = (row + rest.partition(b"<tr>")[0]) * 6000
    assert len(head + many) > 1_000_000
    result = read_bytes(head + many + row + rest)
    assert isinstance(result, Ingested)
    assert result.summary.rows == 6000 + len(REGISTRATIONS)


def test_a_zip_bomb_is_refused_from_its_directory(read_bytes: ReadBytes) -> None:
    result = read_bytes((FILES / "xlsx_zip_bomb__bombe.xlsx").read_bytes())
    assert isinstance(result, Refused)
    assert result.reason == Refusal.ZIP_BOMB


def test_a_line_break_in_an_odd_cell_shifts_no_row_number(read_bytes: ReadBytes) -> None:
    def row(*texts: str, odd: str = "") -> str:
        cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
        return f"<row>{cells}{odd}</row>"

    error, number = '<c t="e"><v>#N/A&#10;</v></c>', "<c><v>3&#10;4</v></c>"
    header, work = row("dato", "medarbejder", "arbejdsgang", "tid", "note"), ("ABJ", "Visitation", "30 min")
    read = [row(f"0{day}-01-2026", *work, odd=odd) for day, odd in ((5, ""), (6, error), (7, number), (8, ""))]
    rows = [*read, row("99-01-2026", *work)]
    result = read_bytes(raw_xlsx("".join([header, *rows])))
    assert isinstance(result, Ingested)
    assert [(one.row, one.reason) for one in result.rejected] == [(6, Rejection.INVALID_DATE)]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the child ends with its work")
def test_the_process_that_opens_a_workbook_ends_with_the_one_that_started_it(tmp_path: Path) -> None:
    fifo = tmp_path / "never.html"
    os.mkfifo(fifo)
    start = (
        "import subprocess, sys\nfrom analysis.ingest.workbooks.parent import COMMAND\n"
        "child = subprocess.Popen([*COMMAND, 'html', sys.argv[1], sys.argv[2]])\n"
        "print(child.pid, flush=True)\nchild.wait()"
    )
    command = [sys.executable, "-c", start, str(fifo), str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=FILES.parents[2]) as parent:
        assert parent.stdout
        child = Path("/proc") / parent.stdout.readline().strip() / "stat"
        held = opened_by_reader(fifo)
        parent.kill()
    ended = wait_until(lambda: not child.exists() or child.read_text().split()[2] == "Z")
    os.close(held)
    assert ended


def opened_by_reader(fifo: Path) -> int:
    """The writing end, once somebody reads: whoever does waits for ever."""
    held: list[int] = []

    def is_open() -> bool:
        with suppress(OSError):
            held.append(os.open(fifo, os.O_WRONLY | os.O_NONBLOCK))
        return bool(held)

    assert wait_until(is_open)
    return held[0]


def wait_until(is_so: Callable[[], bool], seconds: float = 30) -> bool:
    """Whether it came to be so within that time."""
    end = monotonic() + seconds
    while not (so := is_so()) and monotonic() < end:
        sleep(0.05)
    return so
