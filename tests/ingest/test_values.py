"""Single values: numbers, dates and durations as people write them, and headers as they name columns."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.ingest import ClockForm, DateOrder, Rejection, Unit
from analysis.ingest.columns.date_column import Habit, read_order
from analysis.ingest.layout.synonyms import match_header
from analysis.ingest.values.cells import MOMENT, NUMBER, SPAN, is_excel_error
from analysis.ingest.values.dates import DateStyle, parse_date
from analysis.ingest.values.durations import parse_duration
from analysis.ingest.values.numerals import Signs, infer_signs, parse_number
from analysis.ingest.values.periods import Span, pair_of, period_of
from analysis.ingest.values.sum_words import is_total
from analysis.model.kinds import Role

COMMA, POINT, BOTH = (Signs(frozenset(signs)) for signs in (",", ".", ",."))


@pytest.mark.parametrize(
    ("text", "signs", "value"),
    [
        ("12,5", COMMA, "12.5"),
        ("1.234,5", COMMA, "1234.5"),
        ("1.234", COMMA, "1234"),
        ("1,234", COMMA, "1.234"),
        ("1,234", POINT, "1234"),
        ("1 234,5", COMMA, "1234.5"),
        ("1\u00a0234\u00a0567", COMMA, "1234567"),
        ("1'234.5", POINT, "1234.5"),
        ("0,250", COMMA, "0.25"),
        (",5", COMMA, "0.5"),
        ("−15", COMMA, "-15"),
        ("15-", COMMA, "-15"),
        ("1e3", POINT, "1000"),
        (NUMBER + "5.48", COMMA, "5.48"),
        ("1.234", BOTH, Rejection.AMBIGUOUS_NUMBER),
        ("12.5", COMMA, Rejection.AMBIGUOUS_NUMBER),
        ("1,234,567", COMMA, Rejection.AMBIGUOUS_NUMBER),
        ("12.34,5", COMMA, Rejection.INVALID_NUMBER),
        ("tolv", COMMA, Rejection.INVALID_NUMBER),
        ("1e999999999", POINT, Rejection.INVALID_NUMBER),
        ("9" * 60, COMMA, Rejection.INVALID_NUMBER),
        ("(15)", COMMA, Rejection.INVALID_NUMBER),
        ("kr. 12", COMMA, Rejection.INVALID_NUMBER),
    ],
)
def test_numbers(text: str, signs: Signs, value: str) -> None:
    assert parse_number(text, signs) == (value if isinstance(value, Rejection) else Decimal(value))


@given(st.decimals(0, 99_999, places=2), st.sampled_from(",."))
def test_a_number_reads_back_in_either_notation(value: Decimal, decimal: str) -> None:
    thousands = "." if decimal == "," else ","
    text = f"{value:,.2f}".translate(str.maketrans({",": thousands, ".": decimal}))
    assert parse_number(text, infer_signs([text])) == value


@pytest.mark.parametrize(
    ("texts", "whole", "decimal", "undecided"),
    [
        (["1.059", "82,5"], False, ",", False),
        (["1.059", "654"], False, "", True),
        (["1.059", "654"], True, "", False),
        (["1,000", "5,000"], True, "", True),
        (["12,5", "12.5"], False, ",.", False),
        (["0.125", "1.125"], False, ".", False),
    ],
)
def test_signs_are_a_property_of_the_column(texts: list[str], whole: bool, decimal: str, undecided: bool) -> None:
    assert infer_signs(texts, whole=whole) == Signs(frozenset(decimal), undecided)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("05-01-2026", date(2026, 1, 5)),
        ("5/1-26", date(2026, 1, 5)),
        ("2026-01-05T23:59:59Z", date(2026, 1, 5)),
        ("20260105", date(2026, 1, 5)),
        ("05012026", date(2026, 1, 5)),
        ("46027", date(2026, 1, 5)),
        ("46027,75", date(2026, 1, 5)),
        ("mandag den 5. januar 2026", date(2026, 1, 5)),
        ("man. d. 5. jan. 2026", date(2026, 1, 5)),
        ("Man. 05.01.26", date(2026, 1, 5)),
        ("den 5/1-2026 kl. 08.15", date(2026, 1, 5)),
        ("January 5th, 2026", date(2026, 1, 5)),
        ("2026-W02-1", date(2026, 1, 5)),
        (MOMENT + "2026-01-05T08:00:00", date(2026, 1, 5)),
        ("31-02-2026", None),
        ("00-00-0000", None),
        ("05-01-2206", None),
        ("30-12-1899", None),
        ("5-1-026", None),
        ("05-01-0026", None),
        ("0026-01-05", None),
        ("05-01", None),
        ("uge 2", None),
        ("99999", None),
    ],
)
def test_dates(text: str, day: date | None) -> None:
    assert parse_date(text, DateStyle(DateOrder.DMY)) == day


@pytest.mark.parametrize(
    ("text", "span", "day"),
    [
        ("jan 2026", Span.MONTH, date(2026, 1, 1)),
        ("Januar 2026", Span.MONTH, date(2026, 1, 1)),
        ("sept. 2026", Span.MONTH, date(2026, 9, 1)),
        ("2026M03", Span.MONTH, date(2026, 3, 1)),
        ("uge 3 2026", Span.WEEK, date(2026, 1, 12)),
        ("Uge 1, 2026", Span.WEEK, date(2025, 12, 29)),
        ("2026-W03", Span.WEEK, date(2026, 1, 12)),
        ("2026U03", Span.WEEK, date(2026, 1, 12)),
        ("2026K1", Span.QUARTER, date(2026, 1, 1)),
        ("Q2 2026", Span.QUARTER, date(2026, 4, 1)),
        ("4. kvartal 2026", Span.QUARTER, date(2026, 10, 1)),
    ],
)
def test_periods_by_their_first_day(text: str, span: Span, day: date) -> None:
    found = period_of(text)
    assert found is not None
    assert (found.span, found.first) == (span, day)


@pytest.mark.parametrize(
    "text",
    ["2026", "2603", "1-26", "jan-26", "uge 3", "januar", "2025W53", "2026K5", "2026M13", "uge 12026", "2026-01-05"]
    + [MOMENT + "2026-03-01T00:00:00", NUMBER + "1.2026", "202603", "2026.1", "05-01-2026", "jan 2026 - mar 2026"],
)
def test_what_is_no_period_or_may_be_another(text: str) -> None:
    assert (period_of(text), pair_of(text)) == (None, None)


@pytest.mark.parametrize(
    ("texts", "danish", "order", "is_open"),
    [
        (["05/01/2026", "27/03/2026"], True, DateOrder.DMY, False),
        (["01/05/2026", "03/27/2026"], True, DateOrder.MDY, False),
        (["05/01/2026", "06/01/2026"], True, None, True),
        (["05-01-2026", "06-01-2026"], True, DateOrder.DMY, False),
        (["05-01-2026", "06-01-2026"], False, None, True),
        (["05.01.2026", "06.01.2026"], False, DateOrder.DMY, False),
        (["13-01-2026", "01-13-2026"], True, None, True),
        (["26-01-05", "26-02-05"], False, None, True),
        (["26-01-05", "26-02-31", "26-01-31"], False, None, True),
        (["26-01-05", "31-01-05"], False, DateOrder.DMY, False),
        (["5-1-26", "27-3-26"], False, DateOrder.DMY, False),
        (["2026-01-05"], False, None, False),
    ],
)
def test_the_order_of_a_column(texts: list[str], danish: bool, order: DateOrder | None, is_open: bool) -> None:
    reading = read_order(texts, Habit(danish=danish))
    assert (reading.order, reading.is_open) == (order, is_open)


@pytest.mark.parametrize(
    ("text", "milliseconds"),
    [
        ("4,1853", 251_118),
        ("90 sek", 90_000),
        ("1 t 30 min", 5_400_000),
        ("1t30m15s", 5_415_000),
        ("1 time og 30 minutter", 5_400_000),
        ("1,5 t", 5_400_000),
        ("1:30", 5_400_000),
        ("00:01:30", 90_000),
        ("00:01:30,5", 90_500),
        ("PT1H5M30.5S", 3_930_500),
        ("P1DT1H", Rejection.AMBIGUOUS_DURATION),
        ("P0DT1H5M", 3_900_000),
        ("1t30", 5_400_000),
        ("0 days 00:01:30", 90_000),
        (SPAN + "90000", 90_000),
        ("-15", -900_000),
        ("-1 t 30 min", -5_400_000),
        ("30 min 1 t", Rejection.INVALID_NUMBER),
        ("1 t -30 min", Rejection.INVALID_NUMBER),
        ("1:75", Rejection.INVALID_NUMBER),
        ("12 kr", Rejection.INVALID_NUMBER),
        ("P", Rejection.INVALID_NUMBER),
        ("2 dage", Rejection.INVALID_NUMBER),
        ("--", Rejection.INVALID_NUMBER),
    ],
)
def test_durations(text: str, milliseconds: int | Rejection) -> None:
    assert parse_duration(text, COMMA, Unit.MINUTES, ClockForm.HOURS_MINUTES) == milliseconds


@pytest.mark.parametrize(
    ("header", "role", "unit"),
    [
        ("Tidsforbrug (min)", Role.DURATION, Unit.MINUTES),
        ("Tid i timer", Role.DURATION, Unit.HOURS),
        ("Varighed, sek.", Role.DURATION, Unit.SECONDS),
        ("Antal timer", Role.DURATION, Unit.HOURS),
        ("antal", Role.COUNT, None),
        ("Antal breve", Role.COUNT, None),
        ("Arb.gang", Role.WORKFLOW, None),
        ("MAALGRUPPE:", Role.TARGET_GROUP, None),
        ("Medarbejder-ID", Role.EMPLOYEE, None),
        ("Registreringsdato", Role.DATE, None),
    ],
)
def test_headers(header: str, role: Role, unit: Unit | None) -> None:
    match = match_header(header)
    assert match is not None
    assert (match.role, match.unit) == (role, unit)


@pytest.mark.parametrize(
    "header",
    [
        "Employee?",
        "Antal (timer)",
        "Antal medarbejdere",
        "Minutter pr. sag",
        "Minutter (%)",
        "Timer (pr. uge)",
        "Sagsnr",
    ],
)
def test_headers_of_something_else(header: str) -> None:
    assert match_header(header) is None


@pytest.mark.parametrize(
    "text", ["I alt", "TJE i alt", "Hovedtotal", "Sum:", "ABJ Total", "Total for uge 3", "I alt 400", "Høring (total)"]
)
def test_names_of_sums(text: str) -> None:
    assert is_total(text)


@pytest.mark.parametrize(
    "text", ["Totalt nyt", "Summering", "Samlet vurdering", "Total gennemgang", "Journalisering", "=SUM(A1:A9)"]
)
def test_names_of_work(text: str) -> None:
    assert not is_total(text)


@pytest.mark.parametrize("text", ["#N/A", "#I/T", "#VÆRDI!", "#DIVISION/0!", "#NAVN?", "#####"])
def test_errors_of_excel(text: str) -> None:
    assert is_excel_error(text)
    assert not is_excel_error("#1")
