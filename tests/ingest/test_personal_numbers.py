"""CPR numbers are found wherever they stand, and never kept or shown."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.ingest import ReadOptions, Refusal, Rejection, check_line
from analysis.ingest.values.cpr import is_cpr_column, is_cpr_like, masked
from analysis.model.upload import Doubt, Ingested, Refused
from tests.ingest.conftest import ReadBytes
from tests.ingest.registration_files import (
    EVERYTHING,
    HEADER,
    PLAIN_ROWS,
    doubt_codes,
    rejected_lines,
    text_file,
    with_column,
)
from tests.ingest.staging import MemoryStaging
from tests.ingest.workbook_files import sheet, xlsx

DASHED, PLAIN = "251248-9996", "0101500012"
"""A number that was never issued, and ten digits that pass modulus 11."""


SPELLINGS = {
    "en dash": "251248–9996",
    "dash that keeps together": "251248\u20119996",
    "minus": "251248−9996",
    "fixed space": "251248\u00a09996",
    "two spaces": "251248  9996",
    "spaces around": "251248 - 9996",
    "fixed spaces around": "251248\u00a0–\u00a09996",
    "points": "25.12.48-9996",
    "pairs": "25 12 48 9996",
    "pairs with fixed spaces": "25\u00a012\u00a048\u00a09996",
    "dashes": "25-12-48-9996",
    "slash": "251248/9996",
    "wide digits": "２５１２４８-９９９６",
    "soft hyphen": "251248\u00ad9996",
}


def staged(staging: MemoryStaging) -> str:
    """All that lies in the database's tables."""
    tables = staging.cursor.execute("SELECT table_name FROM duckdb_tables()").fetchall()
    return repr([staging.cursor.execute(f"FROM {table}").fetchall() for (table,) in tables])


def leaks(result: Ingested | Refused, staging: MemoryStaging) -> bool:
    """Whether either number is anywhere in what reading gives back or leaves in the database."""
    texts = [repr(result), json.dumps(check_line(result)), staged(staging)]
    return any(number in text for number in (DASHED, DASHED.replace("-", ""), PLAIN) for text in texts)


@pytest.mark.parametrize("number", [DASHED, PLAIN])
def test_a_number_among_names_costs_its_row(number: str, read_bytes: ReadBytes, staging: MemoryStaging) -> None:
    result = read_bytes(text_file().replace(";HNI;", f";{number};", 1).encode())
    assert isinstance(result, Ingested)
    assert rejected_lines(result) == {2: Rejection.CPR_LIKE}
    assert not leaks(result, staging)


def test_digits_of_the_municipalitys_own_can_be_kept(read_bytes: ReadBytes) -> None:
    result = read_bytes(text_file().replace(";HNI;", f";{PLAIN};", 1).encode(), ReadOptions(numbers_are_not_cpr=True))
    assert isinstance(result, Ingested)
    assert (PLAIN in result.summary.employees, result.rejected) == (True, ())


@pytest.mark.parametrize(
    "content",
    [
        text_file([[*row, f"Borger {DASHED} ringede"] for row in PLAIN_ROWS], [*HEADER, "bemærkning"]),
        text_file([[*row, PLAIN] for row in PLAIN_ROWS], [*HEADER, "sag"]),
        f"Udtræk for {DASHED}\n" + text_file(),
        text_file([[*row, "x"] for row in PLAIN_ROWS], [*HEADER, f"note {DASHED}"]),
    ],
    ids=["remark", "case number", "title", "header"],
)
def test_elsewhere_it_is_counted_and_left_out(content: str, read_bytes: ReadBytes, staging: MemoryStaging) -> None:
    result = read_bytes(content.encode())
    assert isinstance(result, Ingested)
    assert result.summary == EVERYTHING
    assert "cpr_like" in doubt_codes(result)
    assert not leaks(result, staging)


@pytest.mark.parametrize("number", SPELLINGS.values(), ids=SPELLINGS)
def test_another_spelling_is_found_wherever_it_stands(
    number: str, read_bytes: ReadBytes, staging: MemoryStaging
) -> None:
    remark = read_bytes(
        text_file([[*row, f"Borger {number} ringede"] for row in PLAIN_ROWS], [*HEADER, "note"]).encode()
    )
    label = read_bytes(text_file().replace(";HNI;", f";Sag {number};", 1).encode(), name=f"Uge {number}.csv")
    numbers = {name: number.replace(number[:2], str(10 + at)) for at, name in enumerate(EVERYTHING.employees)}
    column = read_bytes(text_file(with_column(1, numbers.__getitem__)).encode())
    workbook = read_bytes(xlsx(lambda book: sheet(book, f"Uge {number}".replace("/", "-"))))
    for result in (remark, label, workbook):
        assert isinstance(result, Ingested)
        assert "cpr_like" in doubt_codes(result)
    assert isinstance(label, Ingested)
    assert rejected_lines(label) == {2: Rejection.CPR_LIKE}
    assert label.source.name == "Uge ••••••-••••.csv"
    assert isinstance(column, Refused)
    assert column.reason == Refusal.CPR_IN_NEEDED_COLUMN
    assert number[-4:] not in repr((remark, label, column, workbook))


@pytest.mark.parametrize("neighbour", ["2000123456", "0101010101 ", "12"])
def test_a_number_beside_another_of_its_shape_is_found(neighbour: str, read_bytes: ReadBytes) -> None:
    rows = [[*row, neighbour, DASHED] for row in PLAIN_ROWS]
    result = read_bytes(text_file(rows, [*HEADER, "sagsnr", "sag"]).encode())
    assert isinstance(result, Ingested)
    assert [doubt.rows for doubt in result.doubts if doubt.code == "cpr_like"] == [len(PLAIN_ROWS)]


@pytest.mark.parametrize("text", ["05-01-26 0830", "2026-01-05 0830", "05.01.26 1430-1500", "46027.2512489996"])
def test_moments_and_decimals_are_no_numbers(text: str) -> None:
    assert not is_cpr_like(text)


@pytest.mark.parametrize("at", range(len(HEADER) + 1))
@pytest.mark.parametrize("header", [HEADER, (*HEADER, "")], ids=["as many names", "one name less"])
def test_one_cell_anywhere_is_found(
    at: int, header: tuple[str, ...], read_bytes: ReadBytes, staging: MemoryStaging
) -> None:
    first = [*PLAIN_ROWS[0], *[""] * (len(HEADER) < max(at + 1, len(header)))]
    first[at] = DASHED
    result = read_bytes(text_file([first, *PLAIN_ROWS[1:]], header).encode())
    assert isinstance(result, Ingested)
    assert [doubt for doubt in result.doubts if doubt.code == "cpr_like"] == [Doubt("cpr_like", 1, (2,))]
    assert not leaks(result, staging)


def test_a_number_in_a_line_that_names_an_empty_column(read_bytes: ReadBytes) -> None:
    content = f"Ansvarlig: {DASHED};;;;;\r\n" + text_file()
    assert "cpr_like" in doubt_codes(read_bytes(content.encode()))


def test_a_column_of_numbers_refuses_the_file(read_bytes: ReadBytes, staging: MemoryStaging) -> None:
    numbers = {name: f"{10 + at}1248-999{at}" for at, name in enumerate(EVERYTHING.employees)}
    result = read_bytes(text_file(with_column(1, numbers.__getitem__)).encode())
    assert isinstance(result, Refused)
    assert (result.reason, result.missing) == (Refusal.CPR_IN_NEEDED_COLUMN, ("employee",))
    assert not leaks(result, staging)


def test_a_refusal_shows_no_header_with_a_number(read_bytes: ReadBytes, staging: MemoryStaging) -> None:
    result = read_bytes(text_file(header=["dato", DASHED, *HEADER[2:]]).encode(), name=f"{DASHED}.csv")
    assert isinstance(result, Refused)
    assert not leaks(result, staging)


def test_comments_hidden_sheets_and_sheet_names(read_bytes: ReadBytes, staging: MemoryStaging) -> None:
    def fill(book: object) -> None:
        sheet(book, f"Uge {DASHED}").write_comment(2, 2, f"Borger {DASHED}")
        hidden = book.add_worksheet("Gammel")
        hidden.write(0, 0, f"Borger {DASHED}")
        hidden.hide()

    result = read_bytes(xlsx(fill))
    assert isinstance(result, Ingested)
    assert [doubt.rows for doubt in result.doubts if doubt.code == "cpr_like"] == [3]
    assert not leaks(result, staging)


def test_free_text_is_never_staged(read_bytes: ReadBytes, staging: MemoryStaging) -> None:
    result = read_bytes(text_file([[*row, "privat@example.org"] for row in PLAIN_ROWS], [*HEADER, "e-mail"]).encode())
    assert isinstance(result, Ingested)
    assert PLAIN_ROWS[0][1] in staged(staging)
    assert "privat" not in staged(staging)


@given(st.integers(0, 9_999_999_999))
def test_a_mask_leaves_no_possible_number(number: int) -> None:
    text = f"sag {number:010d} / {number // 10_000:06d}-{number % 10_000:04d}"
    assert not is_cpr_like(masked(text))
    assert not re.search(r"\d{6}-?\d{4}", masked(text)) or not is_cpr_like(text)


def test_case_numbers_are_no_cpr_column() -> None:
    assert not is_cpr_column((f"26{number:08d}" for number in range(3000)), "sagsnr")


def test_timestamps_are_possible_but_pass_the_check_by_chance_only() -> None:
    assert is_cpr_column(("0101501234", "0202601234", "0303701234", "0404801234"), "medarbejder")
    assert is_cpr_column(("0101501234",), "CPR-nr.")
    assert not is_cpr_column(("0101501234",), "medarbejder")
