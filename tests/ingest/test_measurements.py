"""Every kind of measurement, from files as they come: read exactly, each faulty row named, or refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TypeVar

import pytest
from xlsxwriter.workbook import Workbook

from analysis.ingest import ReadOptions, Refusal, Rejection, Unit, Warn, signature
from analysis.ingest.values.cells import NUMBER
from analysis.ingest.values.numerals import Signs, parse_number
from analysis.model.kinds import Measurement, Role
from analysis.model.upload import ColumnMatch, Grain, Ingested, Refused, Summary
from tests.ingest.conftest import ReadBytes
from tests.ingest.registration_files import doubt_codes, rejected_lines, text_file
from tests.ingest.staging import MemoryStaging
from tests.ingest.workbook_files import xlsx

Cell = str | int | float | date
AnyCell = TypeVar("AnyCell")
FIRST, LAST = date(2026, 1, 5), date(2026, 1, 6)


@dataclass(frozen=True)
class Kind:
    """A small good file of one kind of measurement, and what it holds."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    summary: Summary
    staged: tuple[tuple[object, ...], ...]
    """Date, employee, target group, workflow, milliseconds, count, total, value."""


def summary(rows: int, *labels: tuple[str, ...], **numbers: int | None) -> Summary:
    """A summary of two days, with employees, workflows and target groups as given."""
    employees, workflows, groups = (*labels, (), (), ())[:3]
    plain = Summary(rows, 0, None, rows, None, FIRST, LAST, employees, workflows, groups)
    return replace(plain, **numbers)  # type: ignore[arg-type]


KINDS = {
    Measurement.BEST_GUESS: Kind(
        ("medarbejder", "målgruppe", "arbejdsgang", "minutter"),
        (("ABJ", "Nord", "Journalisering", 12.5), ("KNØ", "Nord", "Partshøring", 4)),
        replace(
            summary(2, ("ABJ", "KNØ"), ("Journalisering", "Partshøring"), ("Nord",), milliseconds=990_000),
            first_date=None,
            last_date=None,
        ),
        (
            (None, "ABJ", "Nord", "Journalisering", 750_000, None, None, None),
            (None, "KNØ", "Nord", "Partshøring", 240_000, None, None, None),
        ),
    ),
    Measurement.TALLY: Kind(
        ("dato", "medarbejder", "målgruppe", "arbejdsgang", "antal sager"),
        ((FIRST, "ABJ", "Nord", "Journalisering", 12), (LAST, "KNØ", "Syd", "Journalisering", 0)),
        summary(2, ("ABJ", "KNØ"), ("Journalisering",), ("Nord", "Syd"), count=12, count_missing=0),
        (
            (FIRST, "ABJ", "Nord", "Journalisering", None, 12, None, None),
            (LAST, "KNØ", "Syd", "Journalisering", None, 0, None, None),
        ),
    ),
    Measurement.EXTRACT: Kind(
        ("dato", "sagstype", "antal"),
        ((FIRST, "Sygedagpenge", 9_999_999), (LAST, "Journalnotat", 7)),
        summary(2, (), ("Journalnotat", "Sygedagpenge"), count=10_000_006, count_missing=0),
        (
            (FIRST, None, None, "Sygedagpenge", None, 9_999_999, None, None),
            (LAST, None, None, "Journalnotat", None, 7, None, None),
        ),
    ),
    Measurement.SHARE: Kind(
        ("dato", "medarbejder", "arbejdsgang", "antal fejl", "antal i alt"),
        ((FIRST, "ABJ", "Breve", 3, 40), (LAST, "KNØ", "Breve", 0, 0)),
        summary(2, ("ABJ", "KNØ"), ("Breve",), count=3, count_missing=0, total=40),
        ((FIRST, "ABJ", None, "Breve", None, 3, 40, None), (LAST, "KNØ", None, "Breve", None, 0, 0, None)),
    ),
    Measurement.SERIES: Kind(
        ("dato", "indikator", "værdi"),
        ((FIRST, "Kø i alt", -12.75), (LAST, "Andel digitale", 0.5)),
        summary(2, (), ("Andel digitale", "Kø i alt")),
        (
            (FIRST, None, None, "Kø i alt", None, None, None, -12.75),
            (LAST, None, None, "Andel digitale", None, None, None, 0.5),
        ),
    ),
}


def danish(kind: Kind) -> bytes:
    """As Danish Excel writes CSV."""
    return text_file([[_danish(cell) for cell in row] for row in kind.rows], kind.header).encode("cp1252")


def _danish(cell: Cell) -> str:
    return cell.strftime("%d-%m-%Y") if isinstance(cell, date) else str(cell).replace(".", ",")


def international(kind: Kind) -> bytes:
    """As most programs write CSV."""
    return text_file([[str(cell) for cell in row] for row in kind.rows], kind.header, ",").encode()


def workbook(kind: Kind) -> bytes:
    def fill(book: Workbook) -> None:
        page, days = book.add_worksheet("Data"), book.add_format({"num_format": "dd-mm-yyyy"})
        page.write_row(0, 0, kind.header)
        for at, row in enumerate(kind.rows, start=1):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    page.write_datetime(at, column, datetime.combine(cell, time()), days)
                else:
                    page.write(at, column, cell)

    return xlsx(fill)


def lines(*rows: str) -> bytes:
    return "\n".join((*rows, "")).encode()


def of(kind: Measurement, **answers: object) -> ReadOptions:
    return replace(ReadOptions(measurement=kind), **answers)  # type: ignore[arg-type]


def staged(result: Ingested, staging: MemoryStaging) -> tuple[tuple[object, ...], ...]:
    values = "work_date, employee, target_group, workflow, duration_ms, count, total, value"
    return tuple(staging.cursor.execute(f"SELECT {values} FROM {result.table} ORDER BY source_row").fetchall())


def accepted(result: Ingested | Refused) -> Ingested:
    assert isinstance(result, Ingested), result
    return result


def refused(result: Ingested | Refused) -> Refused:
    assert isinstance(result, Refused), result.summary
    return result


@pytest.mark.parametrize("write", [danish, international, workbook])
@pytest.mark.parametrize("kind", KINDS)
def test_a_good_file_is_read_exactly(
    kind: Measurement, write: object, read_bytes: ReadBytes, staging: MemoryStaging
) -> None:
    assert callable(write)
    result = accepted(read_bytes(write(KINDS[kind]), of(kind)))
    assert (result.measurement, result.rejected) == (kind, ())
    assert result.summary == KINDS[kind].summary
    assert staged(result, staging) == KINDS[kind].staged


@pytest.mark.parametrize(("kind", "missing"), [(kind, role) for kind in KINDS for role in kind.needed])
def test_a_file_without_a_needed_column_is_told_which(kind: Measurement, missing: Role, read_bytes: ReadBytes) -> None:
    file = KINDS[kind]
    complete = accepted(read_bytes(danish(file), of(kind))).columns
    at = [column.role for column in complete].index(missing)
    less = replace(file, header=_without(file.header, at), rows=tuple(_without(row, at) for row in file.rows))
    result = refused(read_bytes(danish(less), of(kind)))
    assert (result.reason, result.missing) == (Refusal.MISSING_COLUMN, (missing,))


def _without(cells: Sequence[AnyCell], at: int) -> tuple[AnyCell, ...]:
    return tuple(cell for index, cell in enumerate(cells) if index != at)


@pytest.mark.parametrize("kind", KINDS)
def test_the_workflow_can_be_answered(kind: Measurement, read_bytes: ReadBytes) -> None:
    file = KINDS[kind]
    complete = accepted(read_bytes(danish(file), of(kind)))
    at = [column.role for column in complete.columns].index(Role.WORKFLOW)
    less = replace(file, header=_without(file.header, at), rows=tuple(_without(row, at) for row in file.rows))
    result = accepted(read_bytes(danish(less), of(kind, default_workflow="Breve")))
    assert result.summary == replace(file.summary, workflows=("Breve",))
    assert doubt_codes(result) == {Warn.WORKFLOW_FROM_ANSWER}


@dataclass(frozen=True)
class Faulty:
    """A file with one faulty row on line 3, between two good ones."""

    kind: Measurement
    header: str
    good: str
    bad: str
    reason: Rejection
    column: str


FAULTY = (
    Faulty(Measurement.BEST_GUESS, "medarbejder;arbejdsgang;min", "ABJ;A;5", "KNØ;A;-5", Rejection.NEGATIVE, "min"),
    Faulty(
        Measurement.BEST_GUESS, "medarbejder;arbejdsgang;min", "ABJ;A;5", "KNØ;A;1500", Rejection.IMPLAUSIBLE, "min"
    ),
    Faulty(
        Measurement.TALLY,
        "dato;init;arbejdsgang;antal",
        "05-01-2026;ABJ;A;5",
        "05-01-2026;ABJ;A;100.001",
        Rejection.IMPLAUSIBLE_COUNT,
        "antal",
    ),
    Faulty(
        Measurement.TALLY,
        "dato;init;arbejdsgang;antal",
        "05-01-2026;ABJ;A;5",
        "05-01-2026;;A;5",
        Rejection.MISSING_VALUE,
        "init",
    ),
    Faulty(
        Measurement.EXTRACT,
        "dato;arbejdsgang;antal",
        "05-01-2026;A;5",
        "05-01-2026;A;2,5",
        Rejection.NOT_WHOLE,
        "antal",
    ),
    Faulty(
        Measurement.EXTRACT,
        "dato;arbejdsgang;antal",
        "05-01-2026;A;5",
        "05-01-2026;A;10000001",
        Rejection.IMPLAUSIBLE_EXTRACT,
        "antal",
    ),
    Faulty(
        Measurement.SHARE,
        "dato;arbejdsgang;heraf;antal",
        "05-01-2026;A;5;9",
        "05-01-2026;A;10;9",
        Rejection.MORE_THAN_TOTAL,
        "heraf",
    ),
    Faulty(
        Measurement.SHARE, "dato;arbejdsgang;x;n", "05-01-2026;A;5;9", "05-01-2026;A;5;", Rejection.MISSING_VALUE, "n"
    ),
    Faulty(
        Measurement.SHARE,
        "dato;init;arbejdsgang;x;n",
        "05-01-2026;ABJ;A;5;9",
        "05-01-2026;;A;5;9",
        Rejection.MISSING_VALUE,
        "init",
    ),
    Faulty(
        Measurement.SERIES,
        "dato;indikator;værdi",
        "05-01-2026;A;5,5",
        "05-01-2026;A;høj",
        Rejection.INVALID_NUMBER,
        "værdi",
    ),
    Faulty(
        Measurement.SERIES,
        "dato;indikator;værdi",
        "05-01-2026;A;5,5",
        "2026-W03;A;5,5",
        Rejection.OTHER_PERIOD,
        "dato",
    ),
    Faulty(
        Measurement.SERIES,
        "dato;indikator;værdi",
        "05-01-2026;A;5,5",
        "uge 3;A;5,5",
        Rejection.OTHER_PERIOD,
        "dato",
    ),
    Faulty(
        Measurement.EXTRACT,
        "dato;arbejdsgang;antal",
        "05-01-2026;A;5",
        "januar 2026;A;5",
        Rejection.OTHER_PERIOD,
        "dato",
    ),
    Faulty(
        Measurement.EXTRACT,
        "måned;arbejdsgang;antal",
        "januar 2026;A;5",
        "1. kvartal 2026;A;5",
        Rejection.OTHER_PERIOD,
        "måned",
    ),
    Faulty(
        Measurement.SERIES,
        "dato;indikator;værdi",
        "05-01-2026;A;5,5",
        "2026;A;5,5",
        Rejection.INVALID_DATE,
        "dato",
    ),
    Faulty(
        Measurement.TALLY,
        "dato;init;arbejdsgang;antal",
        "05-01-2026;ABJ;A;5",
        "uge 3 2026;ABJ;A;5",
        Rejection.DAY_MISSING,
        "dato",
    ),
    Faulty(
        Measurement.SHARE,
        "dato;init;arbejdsgang;x;n",
        "05-01-2026;ABJ;A;5;9",
        "2026-03;ABJ;A;5;9",
        Rejection.DAY_MISSING,
        "dato",
    ),
)


@pytest.mark.parametrize("faulty", FAULTY, ids=lambda one: f"{one.kind} {one.bad}")
def test_a_faulty_row_is_named_and_the_others_count(faulty: Faulty, read_bytes: ReadBytes) -> None:
    result = accepted(read_bytes(lines(faulty.header, faulty.good, faulty.bad, faulty.good), of(faulty.kind)))
    assert [(row.row, row.reason, row.column) for row in result.rejected] == [(3, faulty.reason, faulty.column)]
    assert result.summary.rows == 2


@pytest.mark.parametrize(
    ("header", "cells", "days"),
    [
        ("Dato", ("jan 2026", "februar 2026"), ("2026-01-01", "2026-02-01")),
        ("Måned", ("2026M03", "2026M04"), ("2026-03-01", "2026-04-01")),
        ("Periode", ("2026-03", "2026-04"), ("2026-03-01", "2026-04-01")),
        ("Dato", ("03-2026", "12-2026"), ("2026-03-01", "2026-12-01")),
        ("Month", ("202603", "3.2026"), ("2026-03-01", "2026-03-01")),
        ("Måned", ("05-03-2026", "31-03-2026"), ("2026-03-01", "2026-03-01")),
        ("Uge", ("2026-W03", "uge 4 2026"), ("2026-01-12", "2026-01-19")),
        ("Week", ("03/2026", "14/2026"), ("2026-01-12", "2026-03-30")),
        ("Period", ("2026U03", "2026U04"), ("2026-01-12", "2026-01-19")),
        ("Kvartal", ("2026K1", "2. kvartal 2026"), ("2026-01-01", "2026-04-01")),
    ],
)
@pytest.mark.parametrize("kind", [Measurement.EXTRACT, Measurement.SERIES])
def test_what_is_counted_by_the_month_stands_on_its_first_day(
    kind: Measurement,
    header: str,
    cells: tuple[str, str],
    days: tuple[str, str],
    read_bytes: ReadBytes,
    staging: MemoryStaging,
) -> None:
    number = "værdi" if kind is Measurement.SERIES else "antal"
    content = lines(f"{header};arbejdsgang;{number}", f"{cells[0]};A;5", f"{cells[1]};B;7")
    result = accepted(read_bytes(content, of(kind)))
    assert tuple(str(row[0]) for row in staged(result, staging)) == days
    assert [(doubt.code, doubt.rows) for doubt in result.doubts] == [(Warn.PERIOD_START, 2)]


def test_months_of_a_workbook_stand_on_their_first_day(read_bytes: ReadBytes, staging: MemoryStaging) -> None:
    def fill(book: Workbook) -> None:
        page, months = book.add_worksheet(), book.add_format({"num_format": "mmm-yy"})
        page.write_row(0, 0, ["Måned", "Arbejdsgang", "Antal"])
        for at in (1, 2):
            page.write_datetime(at, 0, datetime(2026, at, 1), months)
            page.write_row(at, 1, ["A", 5])

    result = accepted(read_bytes(xlsx(fill), of(Measurement.EXTRACT)))
    assert [row[0] for row in staged(result, staging)] == [date(2026, 1, 1), date(2026, 2, 1)]
    assert doubt_codes(result) == {Warn.PERIOD_START}


def test_a_column_per_month_of_counts_is_read(read_bytes: ReadBytes) -> None:
    content = lines("arbejdsgang;jan 2026;feb 2026", "A;5;7", "B;3;2")
    result = accepted(read_bytes(content, of(Measurement.EXTRACT)))
    assert (result.summary.count, result.summary.last_date) == (17, date(2026, 2, 1))
    assert doubt_codes(result) == {Warn.PERIOD_START}


@pytest.mark.parametrize(
    ("content", "reason", "found"),
    [
        ("år;måned;arbejdsgang;antal\n2026;1;A;5\n2026;2;A;7\n", Refusal.MOSTLY_REJECTED, Rejection.YEAR_MISSING),
        ("uge;arbejdsgang;antal\nuge 3;A;5\nuge 4;A;7\n", Refusal.MOSTLY_REJECTED, Rejection.YEAR_MISSING),
        ("måned;arbejdsgang;antal\njan-26;A;5\nfeb-26;A;7\n", Refusal.MOSTLY_REJECTED, Rejection.YEAR_MISSING),
        ("periode;arbejdsgang;antal\n03-2026;A;5\n14-2026;A;7\n", Refusal.MOSTLY_REJECTED, Rejection.INVALID_DATE),
        ("dato;arbejdsgang;antal\n2026;A;5\n2025;A;7\n", Refusal.MOSTLY_REJECTED, Rejection.INVALID_DATE),
    ],
)
def test_periods_that_can_be_read_in_several_ways_are_not(
    content: str, reason: Refusal, found: Rejection, read_bytes: ReadBytes
) -> None:
    result = refused(read_bytes(content.encode(), of(Measurement.EXTRACT)))
    assert (result.reason, result.found) == (reason, (found,))


def test_what_employees_did_in_a_month_lacks_its_day(read_bytes: ReadBytes) -> None:
    rows = ("måned;medarbejder;arbejdsgang;{};{}", "01-01-2026;ABJ;A;5;9", "01-02-2026;ABJ;A;5;9")
    tally = refused(read_bytes(lines(rows[0].format("antal", "sted"), *rows[1:]), of(Measurement.TALLY)))
    assert (tally.reason, tally.found, tally.missing) == (Refusal.DAY_MISSING, ("måned",), (Role.DATE,))
    share = refused(read_bytes(lines(rows[0].format("x", "n"), *rows[1:]), of(Measurement.SHARE)))
    assert (share.reason, share.found) == (Refusal.MOSTLY_REJECTED, (Rejection.DAY_MISSING,))


def test_times_have_no_place_among_counts_but_are_shown(read_bytes: ReadBytes, staging: MemoryStaging) -> None:
    result = accepted(read_bytes(text_file().encode(), of(Measurement.EXTRACT)))
    assert [(column.header, column.role) for column in result.columns] == [
        ("dato", Role.DATE),
        ("medarbejder", None),
        ("målgruppe", None),
        ("arbejdsgang", Role.WORKFLOW),
        ("minutter", None),
        ("antal", Role.COUNT),
    ]
    assert (result.summary.employees, result.summary.milliseconds) == ((), 0)
    assert {row[4] for row in staged(result, staging)} == {None}


def test_dates_play_no_role_in_what_somebody_believes(read_bytes: ReadBytes) -> None:
    content = lines("dato;medarbejder;arbejdsgang;minutter;antal", "ikke en dato;ABJ;Journalisering;12;3")
    result = accepted(read_bytes(content, of(Measurement.BEST_GUESS)))
    assert (result.summary.first_date, result.summary.count, result.summary.milliseconds) == (None, None, 720_000)
    assert [column.role for column in result.columns] == [None, Role.EMPLOYEE, Role.WORKFLOW, Role.DURATION, None]


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("varighed", "1 t 30 min"),
        ("timer", "1,5"),
        ("varighed", "01:30:00"),
        ("sekunder", "5400"),
        ("Bedste bud (min)", "90"),
        ("Minutter pr. sag", "90"),
        ("Skønnet tid i timer", "1,5"),
        ("estimate in minutes per case", "90"),
    ],
)
def test_best_guesses_are_written_as_times_are(header: str, cell: str, read_bytes: ReadBytes) -> None:
    content = lines(f"medarbejder;arbejdsgang;{header}", f"ABJ;Breve;{cell}", f"KNØ;Breve;{cell}")
    assert accepted(read_bytes(content, of(Measurement.BEST_GUESS))).summary.milliseconds == 2 * 5_400_000


def test_a_time_per_day_is_no_guess_about_one_item(read_bytes: ReadBytes) -> None:
    content = lines("medarbejder;arbejdsgang;minutter pr. dag", "ABJ;Breve;5")
    assert refused(read_bytes(content, of(Measurement.BEST_GUESS))).missing == (Role.DURATION,)


def test_personal_numbers_in_a_column_that_plays_no_role_are_named_and_not_kept(
    read_bytes: ReadBytes, staging: MemoryStaging
) -> None:
    content = lines("dato;medarbejder;arbejdsgang;antal", "05-01-2026;010190-1234;A;5")
    result = accepted(read_bytes(content, of(Measurement.EXTRACT)))
    assert doubt_codes(result) == {Warn.CPR_LIKE}
    assert staged(result, staging) == ((FIRST, None, None, "A", None, 5, None, None),)


def test_a_best_guess_without_a_unit_asks(read_bytes: ReadBytes) -> None:
    content = lines("medarbejder;arbejdsgang;varighed", "ABJ;Breve;5")
    assert refused(read_bytes(content, of(Measurement.BEST_GUESS))).reason == Refusal.UNKNOWN_UNIT


@pytest.mark.parametrize(
    ("declared", "content", "missing"),
    [
        (Measurement.EXTRACT, "dato;medarbejder;arbejdsgang;minutter\n05-01-2026;ABJ;A;5\n", Role.COUNT),
        (Measurement.TIME, "dato;medarbejder;arbejdsgang;antal\n05-01-2026;ABJ;A;5\n", Role.DURATION),
        (Measurement.SHARE, "dato;arbejdsgang;antal\n05-01-2026;A;5\n", Role.TOTAL),
        (Measurement.SERIES, "dato;arbejdsgang;antal\n05-01-2026;A;5\n", Role.VALUE),
        (Measurement.TALLY, "dato;arbejdsgang;antal\n05-01-2026;A;5\n", Role.EMPLOYEE),
        (Measurement.BEST_GUESS, "dato;medarbejder;arbejdsgang;antal\n05-01-2026;ABJ;A;5\n", Role.DURATION),
    ],
)
def test_a_file_of_another_kind_is_told_what_it_lacks(
    declared: Measurement, content: str, missing: Role, read_bytes: ReadBytes
) -> None:
    result = refused(read_bytes(content.encode(), of(declared)))
    assert (result.reason, result.missing) == (Refusal.MISSING_COLUMN, (missing,))


@pytest.mark.parametrize(
    "header",
    ["heraf digitale;antal sager", "x;n", "antal digitale;antal i alt", "heraf;ud af", "antal;total", "count;out of"],
)
def test_the_two_numbers_of_a_share_go_by_many_names(header: str, read_bytes: ReadBytes) -> None:
    content = lines(f"dato;arbejdsgang;{header}", "05-01-2026;Breve;3;40", "06-01-2026;Breve;4;50")
    result = accepted(read_bytes(content, of(Measurement.SHARE))).summary
    assert (result.count, result.total) == (7, 90)


def test_two_counts_of_a_share_without_a_total_are_not_guessed_at(read_bytes: ReadBytes) -> None:
    content = lines("dato;arbejdsgang;antal sager;antal digitale", "05-01-2026;Breve;40;3")
    assert refused(read_bytes(content, of(Measurement.SHARE))).missing == (Role.TOTAL,)


def test_a_share_may_have_an_empty_column_of_employees(read_bytes: ReadBytes) -> None:
    content = lines("dato;medarbejder;arbejdsgang;x;n", "05-01-2026;;Breve;3;40", "06-01-2026;;Breve;4;50")
    result = accepted(read_bytes(content, of(Measurement.SHARE)))
    assert (result.summary.rows, result.summary.employees, result.rejected) == (2, (), ())


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (("12,5 %", "0", "-3 %"), (12.5, 0.0, -3.0)),
        (("1.250,5", "1.300", "−2,25"), (1250.5, 1300.0, -2.25)),
        (("1,250.5", "1,300", "7"), (1250.5, 1300.0, 7.0)),
        (("82.5", "0.5", "1e3"), (82.5, 0.5, 1000.0)),
    ],
)
def test_values_take_the_decimal_sign_of_their_column(
    cells: tuple[str, ...], values: tuple[float, ...], read_bytes: ReadBytes, staging: MemoryStaging
) -> None:
    rows = [f"0{at}-01-2026;Kø;{cell}" for at, cell in enumerate(cells, start=1)]
    result = accepted(read_bytes(lines("dato;indikator;værdi (%)", *rows), of(Measurement.SERIES)))
    assert tuple(row[-1] for row in staged(result, staging)) == values


def test_an_open_decimal_sign_asks(read_bytes: ReadBytes, staging: MemoryStaging) -> None:
    content = lines("dato;indikator;værdi", "05-01-2026;Kø;1.250", "06-01-2026;Kø;12")
    assert refused(read_bytes(content, of(Measurement.SERIES))).reason == Refusal.AMBIGUOUS_NUMBER
    result = accepted(read_bytes(content, of(Measurement.SERIES, decimal_sign=".")))
    assert [row[-1] for row in staged(result, staging)] == [1.25, 12.0]


def test_a_share_of_one_among_percentages_is_not_guessed_at(read_bytes: ReadBytes) -> None:
    content = lines("dato;indikator;værdi", "05-01-2026;Kø;12 %", "06-01-2026;Kø;13 %", "07-01-2026;Kø;0,14")
    result = accepted(read_bytes(content, of(Measurement.SERIES)))
    assert rejected_lines(result) == {4: Rejection.AMBIGUOUS_NUMBER}


def test_each_indicator_has_a_scale_of_its_own(read_bytes: ReadBytes, staging: MemoryStaging) -> None:
    rows = ("05-01-2026;Selvbetjening;41 %", "05-01-2026;Opkald;100", "12-01-2026;Selvbetjening;43 %")
    mixed = ("12-01-2026;Opkald;12 %", "19-01-2026;Opkald;0 %", "19-01-2026;Selvbetjening ;100", "26-01-2026;Opkald;9")
    result = accepted(read_bytes(lines("dato;indikator;værdi", *rows, *mixed), of(Measurement.SERIES)))
    assert [row[3::4] for row in staged(result, staging)] == [
        ("Selvbetjening", 41.0),
        ("Opkald", 100.0),
        ("Selvbetjening", 43.0),
        ("Opkald", 0.0),
        ("Opkald", 9.0),
    ]
    assert rejected_lines(result) == {5: Rejection.AMBIGUOUS_NUMBER, 7: Rejection.AMBIGUOUS_NUMBER}


def test_percentages_of_a_workbook_are_what_it_shows(read_bytes: ReadBytes, staging: MemoryStaging) -> None:
    def fill(book: Workbook) -> None:
        page = book.add_worksheet()
        page.write_row(0, 0, ["dato", "indikator", "værdi"])
        for at, share in enumerate((0.12345, 0.5, 1.25), start=1):
            page.write_row(at, 0, [f"0{at}-01-2026", "Kø"])
            page.write_number(at, 2, share, book.add_format({"num_format": "0.0%"}))

    result = accepted(read_bytes(xlsx(fill), of(Measurement.SERIES)))
    assert [row[-1] for row in staged(result, staging)] == [12.345, 50.0, 125.0]


def test_a_unit_behind_an_indicator_leaves_it_a_number(read_bytes: ReadBytes, staging: MemoryStaging) -> None:
    def fill(book: Workbook) -> None:
        page, shown = book.add_worksheet(), book.add_format({"num_format": '0.0" min"'})
        page.write_row(0, 0, ["dato", "indikator", "værdi"])
        for row in (1, 2):
            page.write_row(row, 0, [f"0{row}-01-2026", "Ventetid"])
            page.write_number(row, 2, row + 0.25, shown)

    result = accepted(read_bytes(xlsx(fill), of(Measurement.SERIES)))
    assert [row[-1] for row in staged(result, staging)] == [1.25, 2.25]


@pytest.mark.parametrize("stored", ["nan", "inf", "-inf", "12.5%", "nan t"])
def test_what_a_workbook_stores_is_a_number_only_if_it_is_one(stored: str) -> None:
    assert parse_number(NUMBER + stored, Signs(frozenset())) == Rejection.INVALID_NUMBER


def test_values_that_contradict_each_other_are_named(read_bytes: ReadBytes) -> None:
    rows = ("05-01-2026;Kø;1", "05-01-2026;Fejl;2", "05-01-2026;Kø;3", "06-01-2026;Kø;1", "06-01-2026;Kø;1")
    result = accepted(read_bytes(lines("dato;indikator;værdi", *rows), of(Measurement.SERIES)))
    doubts = {doubt.code: doubt.examples for doubt in result.doubts}
    assert (result.summary.rows, doubts) == (5, {Warn.DUPLICATE: (6,), Warn.CONFLICTING_VALUES: (2, 4)})


@dataclass(frozen=True)
class Wide:
    """A table with a column for each workflow, and the names that are left when the analyst has said so."""

    kind: Measurement
    rows: tuple[str, ...]
    workflows: tuple[str, ...]
    total: int | None


WIDE = {
    "one name": Wide(
        Measurement.BEST_GUESS, ("Medarbejder;Visitation;Breve", "ABJ;15;20", "KNØ;16;21"), ("Breve", "Visitation"), 72
    ),
    "one date": Wide(
        Measurement.EXTRACT, ("Dato;Breve;Opkald", "05-01-2026;15;20", "06-01-2026;16;21"), ("Breve", "Opkald"), 72
    ),
    "averages are indicators": Wide(
        Measurement.SERIES,
        ("Uge;Dato;Gns. ventetid;Opkald;Mål", "2;05-01-2026;1,5;20;9", "2;06-01-2026;2,5;21;9"),
        ("Gns. ventetid", "Opkald"),
        None,
    ),
    "what tells of the row": Wide(
        Measurement.BEST_GUESS,
        (
            "ID;Start time;Completion time;Name;Breve;Opkald;Hvor mange år har du arbejdet her?;Alder",
            "1;05-01-2026 08:10;05-01-2026 08:12;ABJ;15;20;3;40",
            "2;06-01-2026 08:10;06-01-2026 08:12;KNØ;16;21;4;50",
        ),
        ("Breve", "Opkald"),
        72,
    ),
    "weeks, hours and averages": Wide(
        Measurement.TALLY,
        (
            "Nr.;Uge;Dato;Medarbejder;Breve;AGE;Timer på arbejde;Gennemsnit",
            "1;2;05-01-2026;ABJ;15;20;7;17",
            "2;2;06-01-2026;KNØ;16;21;7;18",
        ),
        ("AGE", "Breve"),
        72,
    ),
}


@pytest.mark.parametrize("name", WIDE)
def test_a_column_per_workflow_is_asked_about_and_read(name: str, read_bytes: ReadBytes) -> None:
    wide = WIDE[name]
    assert refused(read_bytes(lines(*wide.rows), of(wide.kind))).reason == Refusal.WIDE_LAYOUT
    result = accepted(read_bytes(lines(*wide.rows), of(wide.kind, wide=Role.WORKFLOW, unit=Unit.MINUTES)))
    counted = result.summary.milliseconds // 60_000 or result.summary.count
    assert (result.summary.rows, result.rejected) == (4, ())
    assert (result.summary.workflows, counted) == (wide.workflows, wide.total)


@pytest.mark.parametrize("content", [("Dato", "05-01-2026"), ("Dato;Breve", "05-01-2026;5"), ("a;Dato;b", "x;y;z")])
def test_one_name_alone_is_no_header(content: tuple[str, ...], read_bytes: ReadBytes) -> None:
    assert refused(read_bytes(lines(*content), of(Measurement.EXTRACT))).reason == Refusal.NO_HEADER


@pytest.mark.parametrize("beside", ["Gns. pr. dag", "Mål", "Gennemsnit", "Uge"])
def test_what_stands_beside_the_days_is_no_question(beside: str, read_bytes: ReadBytes) -> None:
    content = lines(f"medarbejder;arbejdsgang;05-01-2026;06-01-2026;{beside}", "ABJ;A;5;7;6", "KNØ;A;;2;2")
    assert accepted(read_bytes(content, of(Measurement.TALLY))).summary.count == 14


@pytest.mark.parametrize("names", [("Modtagne", "Lukkede"), ("KSD", "KSD rettet")])
def test_sheets_of_the_same_days_are_not_added_up(names: tuple[str, str], read_bytes: ReadBytes) -> None:
    def fill(book: Workbook) -> None:
        for at, name in enumerate(names):
            page = book.add_worksheet(name)
            page.write_row(0, 0, ["Dato", "Arbejdsgang", "Antal"])
            for row in (1, 2):
                page.write_row(row, 0, [f"0{row}-01-2026", "Opkald", 5 + row + at])

    result = refused(read_bytes(xlsx(fill), of(Measurement.EXTRACT)))
    assert (result.reason, set(result.found)) == (Refusal.SEVERAL_SHEETS, set(names))
    assert accepted(read_bytes(xlsx(fill), of(Measurement.EXTRACT, sheets=names))).summary.rows == 4


def test_an_empty_cell_of_hours_and_minutes_is_nothing(read_bytes: ReadBytes) -> None:
    rows = ("ABJ;A;;15", "ABJ;B;1;", "KNØ;A;0;20", "KNØ;B;1;30")
    result = accepted(read_bytes(lines("medarbejder;arbejdsgang;timer;minutter", *rows), of(Measurement.BEST_GUESS)))
    assert (result.summary.milliseconds, result.rejected) == (185 * 60_000, ())


def test_a_total_row_of_counts_is_a_checksum(read_bytes: ReadBytes) -> None:
    rows = ("dato;arbejdsgang;antal", "05-01-2026;A;5", "06-01-2026;A;7")
    right = accepted(read_bytes(lines(*rows, "I alt;;12"), of(Measurement.EXTRACT)))
    wrong = accepted(read_bytes(lines(*rows, "I alt;;13"), of(Measurement.EXTRACT)))
    bare = accepted(read_bytes(lines(*rows, ";;12"), of(Measurement.EXTRACT)))
    assert {result.summary.count for result in (right, wrong, bare)} == {12}
    assert (doubt_codes(right), doubt_codes(bare)) == ({Warn.TOTAL_ROWS}, {Warn.TOTAL_ROWS})
    assert doubt_codes(wrong) == {Warn.TOTAL_ROWS, Warn.TOTAL_DIFFERS}


def test_a_header_of_two_columns_may_be_repeated(read_bytes: ReadBytes) -> None:
    content = lines("dato;værdi", "05-01-2026;5,5", "dato;værdi", "06-01-2026;6")
    result = accepted(read_bytes(content, of(Measurement.SERIES, default_workflow="Kø")))
    assert (result.summary.rows, result.rejected) == (2, ())


def test_equal_rows_differ_in_what_their_kind_measures(read_bytes: ReadBytes) -> None:
    content = lines("dato;indikator;værdi", *["05-01-2026;A;5,5"] * 2, "05-01-2026;A;6")
    result = accepted(read_bytes(content, of(Measurement.SERIES, grain=Grain.DAY)))
    assert (result.summary.rows, rejected_lines(result)) == (2, {3: Rejection.DUPLICATE})


def test_a_column_per_day_of_counts_is_read(read_bytes: ReadBytes) -> None:
    content = lines("medarbejder;arbejdsgang;05-01-2026;06-01-2026", "ABJ;A;5;7", "KNØ;A;;2")
    result = accepted(read_bytes(content, of(Measurement.TALLY))).summary
    assert (result.rows, result.count, result.first_date, result.last_date) == (3, 14, FIRST, LAST)


def test_the_days_over_the_columns_of_a_workbook_are_shown_as_days(read_bytes: ReadBytes) -> None:
    def fill(book: Workbook) -> None:
        page, days = book.add_worksheet(), book.add_format({"num_format": "dd-mm-yyyy"})
        page.write_row(0, 0, ["medarbejder", "arbejdsgang"])
        page.write_row(1, 0, ["ABJ", "A", 5, 7])
        for column, day in enumerate((FIRST, LAST), start=2):
            page.write_datetime(0, column, datetime.combine(day, time()), days)

    headers = ("medarbejder", "arbejdsgang", "2026-01-05", "2026-01-06")
    result = accepted(read_bytes(xlsx(fill), of(Measurement.TALLY)))
    assert tuple(column.header for column in result.columns) == headers
    assert refused(read_bytes(xlsx(fill), of(Measurement.SHARE))).found == headers


def test_the_words_of_other_kinds_mean_nothing_among_times(read_bytes: ReadBytes) -> None:
    header = ["dato", "medarbejder", "målgruppe", "arbejdsgang", "minutter", "antal", "i alt", "værdi", "n"]
    rows = [["05-01-2026", "ABJ", "Nord", "Breve", "12", "3", "4", "5", "6"]]
    result = accepted(read_bytes(text_file(rows, header).encode()))
    assert [column.role for column in result.columns][-3:] == [None, None, None]
    assert (result.measurement, result.summary.total) == (Measurement.TIME, None)


def test_files_of_one_layout_have_one_signature_that_shows_no_name() -> None:
    columns = [ColumnMatch("Mette Sørensen", None, "synonym"), ColumnMatch("Dato", Role.DATE, "synonym")]
    same = [ColumnMatch("mette  sørensen", Role.COUNT, "answer"), ColumnMatch("DATO", None, "synonym")]
    assert signature(columns) == signature(same) != signature(columns[::-1])
    assert len(signature(columns)) == 64
