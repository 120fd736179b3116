"""Cells and lines that once ended a reading with an error, or cost minutes; and numbers that a cut had hidden."""

from __future__ import annotations

import pytest

from analysis.ingest import ReadOptions, Rejection
from analysis.model.upload import Ingested, Refused
from tests.ingest.conftest import ReadBytes
from tests.ingest.registration_files import EVERYTHING, HEADER, PLAIN_ROWS, doubt_codes, rejected_lines, text_file
from tests.ingest.workbook_files import sheet, xlsx

HURT = {
    "more fields than a small number holds": ("x" + ";" * 65_535, None),
    "a number that is no letter": ("15-01-2026\tABJ\tA\ta &amp; &#" + "1" * 5000 + ";\t10\t1", "\t"),
}


@pytest.mark.parametrize(("line", "delimiter"), HURT.values(), ids=HURT)
def test_a_hostile_line_costs_itself_only(line: str, delimiter: str | None, read_bytes: ReadBytes) -> None:
    result = read_bytes((text_file(delimiter=delimiter or ";") + line + "\r\n").encode())
    assert isinstance(result, Ingested)
    assert result.summary == EVERYTHING
    assert list(rejected_lines(result)) == [82]


def test_hundreds_of_columns_of_breaks_are_no_error(read_bytes: ReadBytes) -> None:
    header = (*HEADER[:4], "start", "slut", *["pause"] * 600)
    rows = [[*row[:4], "08:00", "09:00", *["0"] * 600] for row in PLAIN_ROWS[:3]]
    assert isinstance(read_bytes(text_file(rows, header).encode(), ReadOptions(ignore_breaks=True)), Ingested | Refused)


@pytest.mark.parametrize("before", range(2))
def test_letters_encoded_twice_may_be_cut_anywhere(before: int, read_bytes: ReadBytes) -> None:
    rows = [["x" * before + "Ã¸" * 400_000, *PLAIN_ROWS[0][1:]], *[[*row[:1], "BÃ¸rn", *row[2:]] for row in PLAIN_ROWS]]
    assert isinstance(read_bytes(text_file(rows).encode()), Ingested | Refused)


def test_a_return_within_a_very_long_line_ends_no_line(read_bytes: ReadBytes) -> None:
    lines = text_file().splitlines(keepends=True)
    long = "x" * 300_000 + "\r" + "x" * 300_000 + "\r\n"
    result = read_bytes("".join([*lines[:41], long, *lines[41:-1], lines[-1].replace(";", "\r;", 1)]).encode())
    assert isinstance(result, Ingested)
    assert rejected_lines(result) == {42: Rejection.LINE_TOO_LONG}
    assert result.summary == EVERYTHING


def test_a_number_at_the_end_of_what_is_shown_is_covered_whole(read_bytes: ReadBytes) -> None:
    cell = "x" * 70 + " 251248-9996"
    for column in range(6):
        hurt = [cell if at == column else text for at, text in enumerate(PLAIN_ROWS[0])]
        result = read_bytes(text_file([hurt, *PLAIN_ROWS[1:]]).encode())
        assert "251248" not in repr(result)
        assert "cpr_like" in doubt_codes(result)


def test_one_date_beyond_the_calendar_costs_its_row(read_bytes: ReadBytes) -> None:
    def fill(book: object) -> None:
        sheet(book).write_number(1, 0, 2_958_000, book.add_format({"num_format": "dd-mm-yyyy"}))

    result = read_bytes(xlsx(fill, is_1904=True))
    assert isinstance(result, Ingested)
    assert rejected_lines(result) == {2: Rejection.INVALID_DATE}


def test_hundreds_of_columns_without_a_role_are_looked_through_at_once(read_bytes: ReadBytes) -> None:
    header = (*HEADER, *(f"sp{number}" for number in range(300)), "note")
    rows = [[*row, *["x"] * 300, "I alt" if line == 5 else ""] for line, row in enumerate(PLAIN_ROWS)]
    result = read_bytes(text_file(rows, header).encode())
    assert isinstance(result, Ingested)
    assert result.summary.rows == 79


@pytest.mark.parametrize("code", ["000000-0000", '000000"-"0000', "000000\\-0000"])
def test_a_number_that_is_only_shown_as_a_personal_one_is_found(code: str, read_bytes: ReadBytes) -> None:
    def fill(book: object) -> None:
        page, shown = sheet(book), book.add_format({"num_format": code})
        page.write(0, 6, "sag")
        page.write_number(1, 6, 101500012, shown)
        page.write_number(2, 6, 2512489996, shown)

    result = read_bytes(xlsx(fill))
    assert isinstance(result, Ingested)
    assert [doubt.rows for doubt in result.doubts if doubt.code == "cpr_like"] == [2]
    assert "251248" not in repr(result)
