"""Timesheets kept by hand, where a date or a name stands once above the rows it holds for."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from analysis.ingest import ReadOptions, Refusal, Rejection
from analysis.model.kinds import Measurement
from analysis.model.upload import Ingested, Refused
from tests.ingest.conftest import ReadBytes
from tests.ingest.registration_files import (
    EVERYTHING,
    HEADER,
    PLAIN_ROWS,
    REGISTRATIONS,
    doubt_codes,
    plain_row,
    rejected_lines,
    summary_of,
    text_file,
)
from tests.ingest.workbook_files import sheet, xlsx

YES, NO = ReadOptions(same_as_above=True), ReadOptions(same_as_above=False)
BY_EMPLOYEE = [plain_row(one) for one in sorted(REGISTRATIONS, key=lambda one: (one.employee, one.day))]


def once(rows: Sequence[Sequence[str]], *columns: int) -> list[list[str]]:
    """The rows with the columns filled in where one of them begins something new."""
    written, above = [], None
    for row in rows:
        key = tuple(row[column] for column in columns)
        same = [column for at, column in enumerate(columns) if above and key[: at + 1] == above[: at + 1]]
        written.append(["" if column in same else cell for column, cell in enumerate(row)])
        above = key
    return written


def asked_then(content: bytes, read_bytes: ReadBytes, options: ReadOptions) -> Ingested:
    """The file as it reads after its question is answered."""
    asked = read_bytes(content)
    assert isinstance(asked, Refused), asked
    assert (asked.reason, asked.needs_answer) == (Refusal.SAME_AS_ABOVE, True)
    result = read_bytes(content, options)
    assert isinstance(result, Ingested), result
    return result


@pytest.mark.parametrize("columns", [(0,), (1,), (1, 2), (1, 0), (1, 0, 2)])
def test_what_stands_once_holds_until_the_next(columns: tuple[int, ...], read_bytes: ReadBytes) -> None:
    order = [columns[0], *columns[1:], *(at for at in range(6) if at not in columns)]
    rows = sorted(BY_EMPLOYEE, key=lambda row: tuple(row[at] for at in columns))
    arranged = [[row[at] for at in order] for row in once(rows, *columns)]
    result = asked_then(text_file(arranged, [HEADER[at] for at in order]).encode(), read_bytes, YES)
    assert (result.summary, result.rejected) == (EVERYTHING, ())
    assert "same_as_above" in doubt_codes(result)


def test_the_question_names_the_columns(read_bytes: ReadBytes) -> None:
    asked = read_bytes(text_file(once(BY_EMPLOYEE, 1)).encode())
    assert isinstance(asked, Refused)
    assert asked.found == ("medarbejder",)


def test_what_is_missing_costs_its_rows(read_bytes: ReadBytes) -> None:
    rows = [
        ["" if column == 1 and line % 3 else cell for column, cell in enumerate(row)]
        for line, row in enumerate(PLAIN_ROWS[:30])
    ]
    result = read_bytes(text_file([*rows, *PLAIN_ROWS[30:]]).encode(), NO)
    assert isinstance(result, Ingested)
    assert set(rejected_lines(result).values()) == {Rejection.MISSING_VALUE}
    assert len(result.rejected) == 20


def test_a_few_forgotten_cells_are_no_question(read_bytes: ReadBytes) -> None:
    rows = [
        ["" if column == 1 and line in (4, 9, 22) else cell for column, cell in enumerate(row)]
        for line, row in enumerate(PLAIN_ROWS)
    ]
    result = read_bytes(text_file(rows).encode())
    assert isinstance(result, Ingested)
    assert list(rejected_lines(result)) == [6, 11, 24]


def test_a_target_group_that_many_rows_do_without_is_no_question(read_bytes: ReadBytes) -> None:
    rows = [
        ["" if column == 2 and line % 2 else cell for column, cell in enumerate(row)]
        for line, row in enumerate(PLAIN_ROWS)
    ]
    result = read_bytes(text_file(rows).encode())
    assert isinstance(result, Ingested)
    assert [doubt.rows for doubt in result.doubts if doubt.code == "target_group_missing"] == [40]


def test_a_sum_below_a_block_is_nobodys_work(read_bytes: ReadBytes) -> None:
    rows: list[Sequence[str]] = []
    for name in EVERYTHING.employees:
        own = [row for row in BY_EMPLOYEE if row[1] == name]
        minutes = sum(one.seconds for one in REGISTRATIONS if one.employee == name) / 60
        rows += [*once(own, 1), ["", "", "", "", f"{minutes:.4f}".replace(".", ","), ""], [""] * 6]
    result = asked_then(text_file(rows).encode(), read_bytes, YES)
    assert (result.summary, result.rejected) == (EVERYTHING, ())
    assert "total_rows" in doubt_codes(result)


def test_rows_with_sums_between_them_are_no_question(read_bytes: ReadBytes) -> None:
    rows: list[Sequence[str]] = []
    for row in PLAIN_ROWS[:20]:
        rows += [row, ["", "", "", "I alt", row[4], ""]]
    result = read_bytes(text_file(rows).encode())
    assert isinstance(result, Ingested), result
    assert result.summary == summary_of(REGISTRATIONS[:20])


def test_a_new_name_takes_no_group_from_another(read_bytes: ReadBytes) -> None:
    rows = [[row[1], row[2], row[0], *row[3:]] for row in once(BY_EMPLOYEE, 1, 2)]
    second = next(line for line, row in enumerate(rows) if line and row[0])
    until = next((line for line, row in enumerate(rows) if line > second and (row[0] or row[1])), len(rows))
    rows[second][1] = ""
    result = asked_then(text_file(rows, ["medarbejder", "målgruppe", "dato", *HEADER[3:]]).encode(), read_bytes, YES)
    lacking = [doubt for doubt in result.doubts if doubt.code == "target_group_missing"]
    assert [doubt.rows for doubt in lacking] == [until - second]


def test_a_line_that_is_not_understood_may_have_named_somebody_else(read_bytes: ReadBytes) -> None:
    rows = once(BY_EMPLOYEE, 1)
    rows[3][3] = '"Sag'
    below = [line + 2 for line in range(3, next(line for line, row in enumerate(rows) if line > 3 and row[1]))]
    result = asked_then(text_file(rows).encode(), read_bytes, YES)
    assert list(rejected_lines(result)) == below


def test_a_repeated_header_is_nobodys_name(read_bytes: ReadBytes) -> None:
    rows = once(BY_EMPLOYEE, 1)
    result = asked_then(text_file([*rows[:3], HEADER, *rows[3:]]).encode(), read_bytes, YES)
    assert "medarbejder" not in result.summary.employees


def test_sheets_hold_nothing_from_each_other(read_bytes: ReadBytes) -> None:
    def fill(book: object) -> None:
        for number in (1, 2):
            page = sheet(book, f"Uge {number}", REGISTRATIONS[40 * number - 40 : 40 * number])
            for row in range(1 if number == 2 else 2, 41):
                page.write_string(row, 1, "")

    result = asked_then(xlsx(fill), read_bytes, YES)
    assert result.summary.employees == (REGISTRATIONS[0].employee,)
    assert len(result.rejected) == 40


def test_a_system_extract_with_one_month_over_its_rows(read_bytes: ReadBytes) -> None:
    rows = ("05-01-2026;Breve;3", ";Opkald;4", ";Besøg;2", "06-01-2026;Breve;5", ";Opkald;1", ";Besøg;2")
    content = "\r\n".join(("dato;arbejdsgang;antal", *rows, "")).encode()
    asked = read_bytes(content, ReadOptions(measurement=Measurement.EXTRACT))
    result = read_bytes(content, ReadOptions(measurement=Measurement.EXTRACT, same_as_above=True))
    assert isinstance(asked, Refused)
    assert isinstance(result, Ingested)
    assert (asked.reason, result.summary.rows, result.summary.count) == (Refusal.SAME_AS_ABOVE, 6, 17)


def test_a_staff_list_by_group(read_bytes: ReadBytes) -> None:
    rows = ("Sygedagpenge;ABJ", ";KNØ", ";HNI", "Ressourceforløb;LÅR", ";MSO")
    content = "\r\n".join(("målgruppe;medarbejder", *rows, "")).encode()
    asked = read_bytes(content, ReadOptions(measurement=Measurement.STAFF))
    result = read_bytes(content, ReadOptions(measurement=Measurement.STAFF, same_as_above=True))
    assert isinstance(asked, Refused)
    assert isinstance(result, Ingested)
    assert [(row.target_group, row.employee) for row in result.first_rows] == [
        ("Sygedagpenge", "ABJ"),
        ("Sygedagpenge", "KNØ"),
        ("Sygedagpenge", "HNI"),
        ("Ressourceforløb", "LÅR"),
        ("Ressourceforløb", "MSO"),
    ]
