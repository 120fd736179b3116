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


def sheet_of(header: str, *lines: str) -> bytes:
    """A file with semicolons."""
    return "\r\n".join((header, *lines, "")).encode()


def test_a_new_name_takes_no_group_from_another(read_bytes: ReadBytes) -> None:
    content = sheet_of(
        "medarbejder;målgruppe;dato;arbejdsgang;minutter",
        "ABJ;SDP;05-01-2026;Breve;30",
        ";;06-01-2026;Opkald;21",
        ";;07-01-2026;Møde;22",
        "HNI;;05-01-2026;Breve;31",
        ";;06-01-2026;Opkald;24",
        ";RES;07-01-2026;Møde;27",
        ";;08-01-2026;Breve;29",
    )
    groups = [(row.employee, row.target_group) for row in asked_then(content, read_bytes, YES).first_rows]
    assert groups == [("ABJ", "SDP"), ("ABJ", "SDP"), ("ABJ", "SDP"), ("HNI", None), ("HNI", None)]


BLOCKS = "medarbejder;dato;arbejdsgang;minutter"
ABJ, KNO = ("ABJ;05-01-2026;Breve;30", ";;Opkald;20"), ("KNØ;05-01-2026;Breve;31", ";;Opkald;24", ";;Møde;27")
ENDS = {
    "a sum in other words": ";;Sum mandag;50",
    "a sum with a name": ";;I alt ABJ;50",
    "a sum under another workflow": ";;Dagen;50",
    "an aside": "Var til møde hele eftermiddagen;;;",
    "a header in capitals": "MEDARBEJDER;DATO;ARBEJDSGANG;MINUTTER",
    "somebody else, in another column": ";;HNI;",
    "somebody else, under the dates": ";HNI;;",
    "a sum beside the name": "I alt;;;50",
    "an empty line": ";;;",
    "an open mark": ';;"Sag;10',
}


@pytest.mark.parametrize("line", ENDS.values(), ids=ENDS)
def test_what_may_be_another_block_ends_the_one_above(line: str, read_bytes: ReadBytes) -> None:
    content = sheet_of(BLOCKS, *ABJ, line, ";;Journal;26", *KNO, "HNI;06-01-2026;Breve;22", ";;Opkald;23")
    result = asked_then(content, read_bytes, YES)
    assert result.summary.employees == ("ABJ", "HNI", "KNØ")
    is_sum = line == ";;Dagen;50"
    assert result.summary.rows == 7 + is_sum
    assert result.summary.milliseconds == (30 + 20 + 31 + 24 + 27 + 22 + 23 + 26 * is_sum) * 60_000
    assert is_sum or 5 in rejected_lines(result)


def test_bare_sums_with_a_date_of_their_own_are_no_work(read_bytes: ReadBytes) -> None:
    content = sheet_of(
        "medarbejder;arbejdsgang;dato;minutter",
        "ABJ;Breve;05-01-2026;30",
        ";;06-01-2026;20",
        ";;07-01-2026;50",
        ";Opkald;05-01-2026;30",
        ";;06-01-2026;21",
        ";;07-01-2026;51",
        "KNØ;Breve;05-01-2026;31",
        ";;06-01-2026;20",
        ";;07-01-2026;51",
    )
    result = asked_then(content, read_bytes, YES)
    assert result.summary.milliseconds == (30 + 20 + 30 + 21 + 31 + 20) * 60_000
    assert [doubt.examples for doubt in result.doubts if doubt.code == "total_rows"] == [(4, 7, 10)]


def test_names_below_their_rows_are_not_those_of_the_rows_that_follow(read_bytes: ReadBytes) -> None:
    content = sheet_of(
        BLOCKS,
        ";05-01-2026;Breve;30",
        ";05-01-2026;Opkald;20",
        "ABJ;;;50",
        ";05-01-2026;Breve;31",
        ";05-01-2026;Opkald;24",
        "KNØ;;;55",
    )
    assert isinstance(read_bytes(content, YES), Refused)


def test_names_that_some_rows_lack_beside_dates_that_most_do_are_forgotten(read_bytes: ReadBytes) -> None:
    rows = [[row[0], "" if line in (11, 31, 62) else row[1], *row[2:]] for line, row in enumerate(once(PLAIN_ROWS, 0))]
    result = asked_then(text_file(rows).encode(), read_bytes, YES)
    assert list(rejected_lines(result)) == [13, 33, 64]


def test_a_dash_is_something_written(read_bytes: ReadBytes) -> None:
    rows = ("05-01-2026;ABJ;SDP;Breve;30", ";ABJ;-;Fællesmøde;20", ";ABJ;-;Opkald;21", ";ABJ;-;Møde;22")
    content = sheet_of("dato;medarbejder;målgruppe;arbejdsgang;minutter", *rows)
    groups = [row.target_group for row in asked_then(content, read_bytes, YES).first_rows]
    assert groups == ["SDP", None, None, None]


def test_a_group_is_not_handed_on_to_another_person(read_bytes: ReadBytes) -> None:
    rows = ("05-01-2026;SDP;ABJ;Breve;30", ";;ABJ;Opkald;20", ";;HNI;Opkald;21", ";;HNI;Møde;22")
    content = sheet_of("dato;målgruppe;medarbejder;arbejdsgang;minutter", *rows)
    groups = [row.target_group for row in asked_then(content, read_bytes, YES).first_rows]
    assert groups == ["SDP", "SDP", None, None]


def test_a_short_line_of_a_staff_list_is_told(read_bytes: ReadBytes) -> None:
    content = sheet_of("målgruppe;medarbejder", "SDP;ABJ", "SDP;KNØ", "Uden målgruppe", "SDP;LÅR")
    result = read_bytes(content, ReadOptions(measurement=Measurement.STAFF))
    assert isinstance(result, Ingested)
    assert result.summary.rows == 3


@pytest.mark.parametrize("name", ["0", "som ovenfor", "ditto.", "samme dag"])
def test_a_name_of_nothing_costs_its_rows(name: str, read_bytes: ReadBytes) -> None:
    rows = [[*row[:3], name if line % 2 else row[3], *row[4:]] for line, row in enumerate(PLAIN_ROWS[:10])]
    result = read_bytes(text_file(rows).encode())
    assert isinstance(result, Ingested)
    assert set(rejected_lines(result).values()) == {Rejection.INVALID_NAME}


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
