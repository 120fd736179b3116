"""Where the file leaves a question open, the analyst's answer lets it be read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

import pytest
from xlsxwriter.workbook import Workbook

from analysis.ingest import NEEDS_ANSWER, ClockForm, DateOrder, ReadOptions, Refusal, RoleAnswer, Unit
from analysis.model.kinds import Role
from analysis.model.upload import Ingested, Refused, Summary
from tests.ingest.conftest import ReadBytes
from tests.ingest.registration_files import (
    EVERYTHING,
    HEADER,
    PLAIN_ROWS,
    REGISTRATIONS,
    WITHOUT_COUNTS,
    header_without,
    minutes_text,
    summary_of,
    text_file,
    with_times,
    without_columns,
)
from tests.ingest.workbook_files import sheet, shown_as, xlsx

EARLY = [one for one in REGISTRATIONS if one.day.day <= 12]
NAMED_TIME = [*HEADER[:4], "Varighed", "antal"]


@dataclass(frozen=True)
class Question:
    """A file, what it leaves open, the answer, and what is read then."""

    content: bytes
    reason: Refusal
    answer: ReadOptions
    expected: Summary = EVERYTHING


def clock_rows(*beside: str) -> list[list[str]]:
    """Rows with start and end instead of minutes."""
    return [
        [
            *row[:4],
            "08:00",
            f"{8 + one.seconds // 3600}:{one.seconds // 60 % 60:02d}:{one.seconds % 60:02d}".zfill(8),
            *beside,
            row[5],
        ]
        for row, one in zip(PLAIN_ROWS, REGISTRATIONS, strict=True)
    ]


def by_employee() -> list[list[str]]:
    """A column for each employee, with the time of one row."""
    names = EVERYTHING.employees
    return [[row[0], row[2], row[3], *(row[4] if name == row[1] else "" for name in names)] for row in PLAIN_ROWS]


def with_sums() -> list[list[str]]:
    """A row behind all others for each employee's day, under a word that is no word for a sum."""
    sums: dict[tuple[str, str], int] = {}
    for row, one in zip(PLAIN_ROWS, REGISTRATIONS, strict=True):
        sums[row[0], row[1]] = sums.get((row[0], row[1]), 0) + one.seconds
    added = [[day, who, "Kontanthjælp", "Dagen", minutes_text(seconds), ""] for (day, who), seconds in sums.items()]
    return [*map(list, PLAIN_ROWS), *added]


def each_name_once() -> list[list[str]]:
    """The rows by employee, each named in the first row only."""
    rows = sorted(PLAIN_ROWS, key=lambda row: row[1])
    first = {row[1]: row for row in reversed(rows)}
    return [[*row[:1], row[1] if row is first[row[1]] else "", *row[2:]] for row in rows]


def weekly_sheet(book: Workbook) -> None:
    """A column for each day of a week, below the employee and the week."""
    page, days = book.add_worksheet(), book.add_format({"num_format": "dd-mm-yyyy"})
    page.write_row(0, 0, ["Medarbejder:", "ABJ"])
    page.write_row(1, 0, ["Uge", 2])
    page.write_row(3, 0, ["Arbejdsgang", "", "", "I alt"])
    for column, day in enumerate((5, 6), start=1):
        page.write_datetime(3, column, datetime(2026, 1, day), days)
    page.write_row(4, 0, ["Visitation", 15, 80, 95])
    page.write_row(5, 0, ["Partshøring", 40, "", 40])


QUESTIONS = {
    "sums of other rows": Question(
        text_file(with_sums()).encode(), Refusal.SUMS_AMONG_ROWS, ReadOptions(sums_count=False)
    ),
    "empty cells": Question(
        text_file(each_name_once()).encode(), Refusal.SAME_AS_ABOVE, ReadOptions(same_as_above=True)
    ),
    "alphabet": Question(
        text_file().encode("cp1252").replace(b"\x96", b"\x81"),
        Refusal.UNCERTAIN_ENCODING,
        ReadOptions(encoding="cp1252"),
        summary_of([one for one in REGISTRATIONS if "–" not in one.workflow]),
    ),
    "order of days": Question(
        text_file(
            [
                [one.day.strftime("%m/%d/%Y"), *row[1:]]
                for one, row in zip(REGISTRATIONS, PLAIN_ROWS, strict=True)
                if one in EARLY
            ]
        ).encode(),
        Refusal.AMBIGUOUS_DATE,
        ReadOptions(date_order=DateOrder.MDY),
        summary_of(EARLY),
    ),
    "decimal sign": Question(
        text_file(with_times(lambda seconds: f"{seconds // 60 + 1}.125")).encode(),
        Refusal.AMBIGUOUS_NUMBER,
        ReadOptions(decimal_sign="."),
        replace(EVERYTHING, milliseconds=sum((one.seconds // 60 + 1) * 60_000 + 7_500 for one in REGISTRATIONS)),
    ),
    "clock": Question(
        text_file(with_times(lambda seconds: f"{seconds // 3600}:{seconds // 60 % 60:02d}"), NAMED_TIME).encode(),
        Refusal.AMBIGUOUS_DURATION,
        ReadOptions(clock_form=ClockForm.HOURS_MINUTES),
        replace(EVERYTHING, milliseconds=sum(one.seconds // 60 * 60_000 for one in REGISTRATIONS)),
    ),
    "hours with a point": Question(
        text_file(
            with_times(lambda seconds: f"{seconds // 3600},{seconds // 60 % 60:02d}"), [*HEADER[:4], "Timer", "antal"]
        ).encode(),
        Refusal.AMBIGUOUS_DURATION,
        ReadOptions(unit=Unit.HOURS),
        replace(
            EVERYTHING,
            milliseconds=sum(
                one.seconds // 3600 * 3_600_000 + one.seconds // 60 % 60 * 36_000 for one in REGISTRATIONS
            ),
        ),
    ),
    "unit": Question(text_file(header=NAMED_TIME).encode(), Refusal.UNKNOWN_UNIT, ReadOptions(unit=Unit.MINUTES)),
    "another unit in the cells": Question(
        xlsx(shown_as('0.0" t"', "Minutter", 60)), Refusal.UNKNOWN_UNIT, ReadOptions(unit=Unit.MINUTES)
    ),
    "two dates": Question(
        text_file([[*row, "01-05-2026"] for row in PLAIN_ROWS], [*HEADER, "date"]).encode(),
        Refusal.SEVERAL_COLUMNS,
        ReadOptions(roles=(RoleAnswer("date", None),)),
    ),
    "a name of its own": Question(
        text_file(header=["dato", "hvem", *HEADER[2:]]).encode(),
        Refusal.MISSING_COLUMN,
        ReadOptions(roles=(RoleAnswer("hvem", Role.EMPLOYEE),)),
    ),
    "two times": Question(
        text_file(
            [[*row[:4], "7,4", *row[4:]] for row in PLAIN_ROWS], [*HEADER[:4], "timer", "minutter", "antal"]
        ).encode(),
        Refusal.SEVERAL_DURATION_COLUMNS,
        ReadOptions(roles=(RoleAnswer("timer", None),)),
    ),
    "breaks": Question(
        text_file(clock_rows("30"), [*HEADER[:4], "start", "slut", "pause", "antal"]).encode(),
        Refusal.BREAKS_NOT_SUBTRACTED,
        ReadOptions(ignore_breaks=True),
    ),
    "a column for each employee": Question(
        text_file(by_employee(), ["dato", "målgruppe", "arbejdsgang", *EVERYTHING.employees]).encode(),
        Refusal.WIDE_LAYOUT,
        ReadOptions(wide=Role.EMPLOYEE, unit=Unit.MINUTES),
        WITHOUT_COUNTS,
    ),
    "a weekly sheet": Question(
        xlsx(weekly_sheet),
        Refusal.UNKNOWN_UNIT,
        ReadOptions(unit=Unit.MINUTES),
        Summary(
            rows=3,
            milliseconds=135 * 60_000,
            count=None,
            count_missing=3,
            total=None,
            first_date=date(2026, 1, 5),
            last_date=date(2026, 1, 6),
            employees=("ABJ",),
            workflows=("Partshøring", "Visitation"),
            target_groups=(),
        ),
    ),
    "sheets that repeat each other": Question(
        xlsx(lambda book: (sheet(book, "Alle"), sheet(book, "Kopi"))),
        Refusal.SEVERAL_SHEETS,
        ReadOptions(sheets=("Alle",)),
    ),
    "a sheet of somebody": Question(
        xlsx(lambda book: sheet(book, "Vagt 1", header=["dato", "x", *HEADER[2:]])),
        Refusal.MISSING_COLUMN,
        ReadOptions(sheets_are=Role.EMPLOYEE),
        replace(EVERYTHING, employees=("Vagt 1",)),
    ),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_an_answer_lets_the_file_be_read(name: str, read_bytes: ReadBytes) -> None:
    question = QUESTIONS[name]
    asked = read_bytes(question.content)
    assert isinstance(asked, Refused), asked.summary
    assert asked.reason == question.reason
    result = read_bytes(question.content, question.answer)
    assert isinstance(result, Ingested), result
    assert result.summary == question.expected


def test_every_question_has_an_answer_here() -> None:
    assert {question.reason for question in QUESTIONS.values()} >= NEEDS_ANSWER


@pytest.mark.parametrize("answer", [{"encoding": "utf-16"}, {"decimal_sign": ";"}])
def test_an_answer_that_is_none_is_a_programmers_error(answer: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="must be"):
        ReadOptions(**answer)


def test_an_answer_is_told_in_the_column_match(read_bytes: ReadBytes) -> None:
    result = read_bytes(QUESTIONS["a name of its own"].content, QUESTIONS["a name of its own"].answer)
    assert isinstance(result, Ingested)
    assert [(column.role, column.evidence) for column in result.columns if column.header == "hvem"] == [
        ("employee", "answer")
    ]


def test_a_workflow_column_is_kept_where_one_workflow_is_given(read_bytes: ReadBytes) -> None:
    result = read_bytes(text_file().encode(), ReadOptions(default_workflow="Andet"))
    assert isinstance(result, Ingested)
    assert result.summary == EVERYTHING


def test_one_workflow_for_a_file_without_dates_is_not_enough(read_bytes: ReadBytes) -> None:
    content = text_file(without_columns(0, 3), header_without(0, 3)).encode()
    result = read_bytes(content, ReadOptions(default_workflow="Andet"))
    assert isinstance(result, Refused)
    assert result.missing == (Role.DATE,)
