"""Rows that could count by themselves, and that the other rows give away: sums, examples, shifted values, other units.

Each was found by somebody who wrote files without knowing the reader: it had been accepted without a word.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from analysis.ingest import ReadOptions, Refusal, Rejection, Warn
from analysis.language import Language
from analysis.language.sentences import refusal_sentence
from analysis.model.kinds import Measurement
from analysis.model.upload import Ingested, Refused
from tests.ingest.conftest import ReadBytes
from tests.ingest.registration_files import doubt_codes, rejected_lines

HEADER = "dato;medarbejder;arbejdsgang;minutter;antal"
DAYS = ("05-01-2026", "06-01-2026", "07-01-2026")


def days(*rows: str) -> list[str]:
    """The rows once for every day."""
    return [f"{day};{row}" for day in DAYS for row in rows]


def lines(*rows: str, header: str = HEADER) -> bytes:
    return "\n".join([header, *rows, ""]).encode()


WORDS = (
    "Dagsum,Dags-sum,Ugetotal,Månedssum,Sumdag,Delresultat,Mellemtotal,I-alt,Iallt,lalt,Σ,Tot.,TTL,Tilsammen"
    ",Dagens samlede tid,Samlet tidsforbrug,Total hours,Timer i alt uge 10,Subtotal Mette"
)


@pytest.mark.parametrize("word", WORDS.split(","))
def test_a_sum_is_known_by_many_words(word: str, read_bytes: ReadBytes) -> None:
    result = read_bytes(lines(*days("ABJ;Visitation;30;2", "ABJ;Partshøring;45;1", f"ABJ;{word};75;3")))
    assert isinstance(result, Ingested)
    assert (result.summary.rows, result.summary.milliseconds) == (6, 3 * 75 * 60_000)
    assert result.summary.workflows == ("Partshøring", "Visitation")
    assert "total_rows" in doubt_codes(result)


@pytest.mark.parametrize("workflow", ["Visitation", "Sum"])
def test_a_complete_row_named_as_a_sum_is_named_where_it_is_none(workflow: str, read_bytes: ReadBytes) -> None:
    result = read_bytes(lines(*days("ABJ;Visitation;30;2"), f"05-01-2026;SUM;{workflow};17;1"))
    assert isinstance(result, Ingested)
    assert rejected_lines(result) == {5: Rejection.TOTAL_LIKE}


SUMS = {
    "a team beside its members": (
        Measurement.TALLY,
        "dato;medarbejder;arbejdsgang;antal",
        ("ABJ;Opkald;5", "KNØ;Opkald;8", "Team Nord;Opkald;13"),
        "Team Nord",
    ),
    "a workflow for the whole day": (
        Measurement.TIME,
        HEADER,
        ("ABJ;Post;30;1", "ABJ;Sag;45;1", "ABJ;Dagen;75;2"),
        "Dagen",
    ),
    "all channels": (Measurement.EXTRACT, "dato;arbejdsgang;antal", ("Breve;5", "Opkald;8", "Begge;13"), "Begge"),
}


@pytest.mark.parametrize("name", SUMS)
def test_rows_that_are_each_time_the_sum_of_others_are_asked_about(name: str, read_bytes: ReadBytes) -> None:
    kind, header, rows, label = SUMS[name]
    content = lines(*days(*rows), header=header)
    asked = read_bytes(content, ReadOptions(measurement=kind))
    assert isinstance(asked, Refused)
    assert (asked.reason, asked.found, asked.needs_answer) == (Refusal.SUMS_AMONG_ROWS, (label,), True)
    left_out = read_bytes(content, ReadOptions(measurement=kind, sums_count=False))
    assert isinstance(left_out, Ingested)
    assert rejected_lines(left_out) == dict.fromkeys((4, 7, 10), Rejection.TOTAL_LIKE)
    counted = read_bytes(content, ReadOptions(measurement=kind, sums_count=True))
    assert isinstance(counted, Ingested)
    assert (counted.summary.rows, counted.rejected) == (9, ())


def test_a_last_row_that_sums_the_others_is_asked_about(read_bytes: ReadBytes) -> None:
    rows = [f"{10 + day:02}-01-2026;Sag;{number}" for day, number in enumerate((12, 17, 9, 21))]
    content = lines(*rows, "16-01-2026;Uge 3;59", header="dato;arbejdsgang;antal")
    result = read_bytes(content, ReadOptions(measurement=Measurement.EXTRACT))
    assert isinstance(result, Refused)
    assert (result.reason, result.found) == (Refusal.SUMS_AMONG_ROWS, ("Uge 3",))


def test_a_row_that_happens_to_be_the_sum_of_two_others_counts(read_bytes: ReadBytes) -> None:
    rows = ("05-01-2026;ABJ;Post;30;1", "05-01-2026;ABJ;Sag;45;1", "05-01-2026;ABJ;Møde;75;1")
    others = ("06-01-2026;ABJ;Post;20;1", "06-01-2026;ABJ;Sag;15;1", "06-01-2026;ABJ;Møde;70;1")
    result = read_bytes(lines(*rows, *others))
    assert isinstance(result, Ingested)
    assert (result.summary.rows, result.rejected, result.doubts) == (6, (), ())


@pytest.mark.parametrize(
    ("remark", "reason"),
    [
        ("I alt", Rejection.TOTAL_LIKE),
        ("Sum for dagen", Rejection.TOTAL_LIKE),
        ("EKSEMPEL - slet før brug", Rejection.EXAMPLE_LIKE),
    ],
)
def test_a_remark_in_a_column_without_a_role_gives_a_row_away(
    remark: str, reason: Rejection, read_bytes: ReadBytes
) -> None:
    rows = ("05-01-2026;ABJ;Post;30;1;", "05-01-2026;ABJ;Sag;45;1;ring", f"06-01-2026;ABJ;Post;11;3;{remark}")
    result = read_bytes(lines(*rows, header=f"{HEADER};bemærkning"))
    assert isinstance(result, Ingested)
    assert rejected_lines(result) == {4: reason}


def test_a_remark_that_all_rows_bear_tells_nothing(read_bytes: ReadBytes) -> None:
    rows = [f"{row};I alt" for row in days("ABJ;Post;30;1", "KNØ;Sag;45;1")]
    result = read_bytes(lines(*rows, header=f"{HEADER};kanal"))
    assert isinstance(result, Ingested)
    assert (result.summary.rows, result.rejected) == (6, ())


@pytest.mark.parametrize("name", ["EKSEMPEL", "Eksempel: ABJ", "fx ABJ", "(indsæt initialer)", "XXX"])
def test_the_example_of_a_template_is_nobodys_work(name: str, read_bytes: ReadBytes) -> None:
    result = read_bytes(lines(f"01-01-2026;{name};Post;10;1", *days("ABJ;Post;30;1")))
    assert isinstance(result, Ingested)
    assert rejected_lines(result) == {2: Rejection.EXAMPLE_LIKE}
    assert result.summary.employees == ("ABJ",)


def test_parts_of_other_rows_are_pointed_out(read_bytes: ReadBytes) -> None:
    result = read_bytes(lines(*days("ABJ;Opkald;30;4", "ABJ;heraf telefon;10;1")))
    assert isinstance(result, Ingested)
    (doubt,) = (one for one in result.doubts if one.code == Warn.PART_NAMES)
    assert (doubt.rows, doubt.examples) == (3, (3,))


SHIFTED = {
    "a field too many behind the last": (
        f"{HEADER.replace(';minutter', ';note;minutter')}",
        "ABJ;Sag;sag 3;4;30;",
        "ABJ;Sag;;30;2",
    ),
    "the only value below no name": (
        f"{HEADER.replace(';minutter', ';note;minutter')};",
        "ABJ;Sag;sag 3;4;30;7",
        "ABJ;Sag;;30;2;",
    ),
    "one empty field more than the others": (
        f"{HEADER.replace(';minutter', ';note;minutter')};;;",
        "ABJ;Sag;sag 3;4;30;;;;",
        "ABJ;Sag;;30;2;;;",
    ),
}


@pytest.mark.parametrize("name", SHIFTED)
def test_a_row_that_a_separator_has_shifted_is_named(name: str, read_bytes: ReadBytes) -> None:
    header, shifted, sound = SHIFTED[name]
    result = read_bytes(lines(*days(sound), f"08-01-2026;{shifted}", header=header))
    assert isinstance(result, Ingested)
    assert rejected_lines(result) == {5: Rejection.TOO_MANY_FIELDS}
    assert (result.summary.rows, result.summary.count) == (3, 6)


def test_empty_fields_behind_many_rows_are_how_excel_writes(read_bytes: ReadBytes) -> None:
    rows = days(*(f"AB{letter};Sag;30;2" for letter in "CDEFGH"))
    result = read_bytes(lines(*(row + ";" * (place % 3 == 0) for place, row in enumerate(rows))))
    assert isinstance(result, Ingested)
    assert (result.summary.rows, result.rejected) == (18, ())


@dataclass(frozen=True)
class Unit:
    """A file that tells two units, and what it ends in."""

    content: bytes
    reason: str


TWO_UNITS = {
    "a sentence above": Unit(
        b"OBS: tiden er angivet i timer\n\n" + lines(*days("ABJ;Sag;1,5;2")), Refusal.UNKNOWN_UNIT
    ),
    "a row of units": Unit(lines(";;;timer;stk", *days("ABJ;Sag;1,5;2")), Refusal.UNKNOWN_UNIT),
    "a remark among the rows": Unit(
        lines(*days("ABJ;Sag;1,5;2"), "Herunder er tiden i sekunder", "08-01-2026;ABJ;Sag;90;1"), Refusal.UNKNOWN_UNIT
    ),
    "a column of another unit": Unit(
        lines(*(f"{row};timer" for row in days("ABJ;Sag;1,5;2")), header=f"{HEADER};enhed"), Refusal.UNKNOWN_UNIT
    ),
    "a column of several units": Unit(
        lines(*days("ABJ;Sag;30;2;min", "KNØ;Sag;1,5;2;timer"), header=f"{HEADER};enhed"), Refusal.SEVERAL_UNITS
    ),
    "more hours than a day has": Unit(
        lines(*days("ABJ;Sag;30;2", "KNØ;Sag;45;2"), header=HEADER.replace("minutter", "timer")), Refusal.UNKNOWN_UNIT
    ),
}


@pytest.mark.parametrize("name", TWO_UNITS)
def test_a_unit_that_something_else_contradicts_is_asked_about(name: str, read_bytes: ReadBytes) -> None:
    result = read_bytes(TWO_UNITS[name].content)
    assert isinstance(result, Refused)
    assert result.reason == TWO_UNITS[name].reason


def test_a_column_of_the_same_unit_is_no_question(read_bytes: ReadBytes) -> None:
    result = read_bytes(lines(*(f"{row};min." for row in days("ABJ;Sag;30;2")), header=f"{HEADER};enhed"))
    assert isinstance(result, Ingested)
    assert result.summary.milliseconds == 3 * 30 * 60_000


def test_quarters_of_an_hour_among_minutes_are_pointed_out(read_bytes: ReadBytes) -> None:
    result = read_bytes(
        lines(
            *days(
                "ABJ;Sag;30;2", "ABJ;Post;15;2", "ABJ;Møde;45;2", "KNØ;Sag;0,25;2", "KNØ;Post;1,5;2", "KNØ;Møde;3,75;2"
            )
        )
    )
    assert isinstance(result, Ingested)
    (doubt,) = (one for one in result.doubts if one.code == Warn.UNIT_DOUBTED)
    assert doubt.rows == 9


@pytest.mark.parametrize(
    ("unit", "cells", "faulty"),
    [("minutter", ("15", "0,0104166667", "17"), "0,0104166667"), ("timer", ("0,75", "1,5", "1.30"), "1.30")],
)
def test_a_lone_number_in_another_notation_is_named(
    unit: str, cells: tuple[str, ...], faulty: str, read_bytes: ReadBytes
) -> None:
    rows = [f"{day};ABJ;Sag;{cell};1" for day, cell in zip(DAYS, cells, strict=True)]
    result = read_bytes(lines(*rows, header=HEADER.replace("minutter", unit)))
    assert isinstance(result, Ingested)
    (row,) = result.rejected
    assert (row.value, row.reason) == (faulty, Rejection.AMBIGUOUS_DURATION)


def test_letters_that_became_question_marks_make_no_names(read_bytes: ReadBytes) -> None:
    result = read_bytes(
        lines(*days("ABJ;Visitation;30;2"), "08-01-2026;S?R;Visitation;10;1", "08-01-2026;ABJ;F?rste samtale;10;1")
    )
    assert isinstance(result, Ingested)
    assert rejected_lines(result) == dict.fromkeys((5, 6), Rejection.INVALID_CHARACTERS)


def test_letters_written_for_a_browser_are_read(read_bytes: ReadBytes) -> None:
    result = read_bytes(lines(*days("KN&Oslash;\tSag\t30")).replace(b";", b"\t").replace(b"&Oslash\t", b"&Oslash;"))
    assert isinstance(result, Ingested)
    assert result.summary.employees == ("KNØ",)
    assert "encoding_repaired" in doubt_codes(result)


@pytest.mark.parametrize(
    ("kind", "header", "rows"),
    [
        (Measurement.BEST_GUESS, "medarbejder;arbejdsgang;minutter", ("KNØ;Sag;15", "KNØ;Sag;25")),
        (Measurement.EXTRACT, "dato;arbejdsgang;antal", ("05-01-2026;Sag;15", "05-01-2026;Sag;19")),
    ],
)
def test_two_values_where_there_is_one_are_pointed_out(
    kind: Measurement, header: str, rows: tuple[str, ...], read_bytes: ReadBytes
) -> None:
    result = read_bytes(lines(*rows, header=header), ReadOptions(measurement=kind))
    assert isinstance(result, Ingested)
    assert "conflicting_values" in doubt_codes(result)


def test_some_who_do_not_know_do_not_refuse_a_survey(read_bytes: ReadBytes) -> None:
    rows = [f"E{number:03};Sag;{'ved ikke' if number % 8 == 0 else 10 + number % 7}" for number in range(200)]
    result = read_bytes(
        lines(*rows, header="medarbejder;arbejdsgang;minutter"), ReadOptions(measurement=Measurement.BEST_GUESS)
    )
    assert isinstance(result, Ingested)
    assert (result.summary.rows, len(result.rejected)) == (175, 25)


def test_dates_that_begin_with_the_year_and_go_on_with_the_day_are_refused(read_bytes: ReadBytes) -> None:
    dates = ("2026-02-02", "2026-05-02", "2026-12-02", "2026-16-02", "2026-20-02")
    result = read_bytes(lines(*(f"{day};ABJ;Sag;30;2" for day in dates)))
    assert isinstance(result, Refused)
    assert result.reason == Refusal.YEAR_DAY_MONTH


def test_one_impossible_date_is_a_row_and_no_order(read_bytes: ReadBytes) -> None:
    dates = ("2026-02-02", "2026-05-02", "2026-13-02")
    result = read_bytes(lines(*(f"{day};ABJ;Sag;30;2" for day in dates)))
    assert isinstance(result, Ingested)
    assert rejected_lines(result) == {4: Rejection.INVALID_DATE}


def test_a_column_called_a_count_that_holds_other_numbers_is_not_used(read_bytes: ReadBytes) -> None:
    rows = [f"{day};ABJ;Sag;30;{number}" for day, number in zip(DAYS, ("1,5", "2,25", "3"), strict=True)]
    result = read_bytes(lines(*rows))
    assert isinstance(result, Ingested)
    assert (result.summary.rows, result.summary.count) == (3, None)
    assert "not_counts" in doubt_codes(result)


def test_a_point_and_a_comma_may_be_a_thousand_or_one(read_bytes: ReadBytes) -> None:
    rows = [f"{day};ABJ;Sag;30;{number}" for day, number in zip(DAYS, ("1", "12", "1,250"), strict=True)]
    result = read_bytes(lines(*(row.replace("1,250", '"1,250"') for row in rows)))
    assert isinstance(result, Refused)
    assert result.reason == Refusal.AMBIGUOUS_NUMBER


def test_a_file_of_which_nothing_is_understood_is_refused_from_its_numbers(read_bytes: ReadBytes) -> None:
    rows = [f"engang {number};ABJ;Sag;30;1" for number in range(25_000)]
    result = read_bytes(lines(*days("ABJ;Sag;30;2"), *rows))
    assert isinstance(result, Refused)
    sentence = refusal_sentence(result, Measurement.TIME, Language.ENGLISH)
    assert sentence.startswith("25,000 rows cannot be read; the file has 25,003 rows in all.")
