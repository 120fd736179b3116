"""Texts and tables made (or broken) so that reading them would take minutes, much memory, or end in an error.

Each of these took minutes, or raised, before its limit was set: a time limit is not needed to notice its loss.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from analysis.ingest import ReadOptions, Refusal, Rejection, Warn
from analysis.ingest.rows import hopeless, registrations
from analysis.ingest.text.quoting import Dialect, cleaned
from analysis.ingest.text.whole_lines import MAX_LINE
from analysis.model.upload import Ingested, Refused
from tests.ingest.conftest import ReadBytes
from tests.ingest.registration_files import EVERYTHING, PLAIN_ROWS, left_after, rejected_lines, text_file

LONG = 60_000
CELLS = {
    "commas": "," * LONG,
    "digits": "1" * LONG,
    "numbers": "1," * (LONG // 2),
    "dashes": "-" * LONG,
    "letters": "T" * LONG,
    "words": "x " * (LONG // 2),
    "accents": "a" + "\u0316" * (LONG // 2) + "\u0301" * (LONG // 2),
    "brackets": "[" * LONG,
}
CLOCK_HEADER = ("dato", "medarbejder", "målgruppe", "arbejdsgang", "start", "slut")
CLOCK_ROWS = tuple((*row[:4], "08:00", "09:30") for row in PLAIN_ROWS)


@pytest.mark.parametrize("cell", CELLS.values(), ids=CELLS.keys())
def test_a_long_run_of_one_sign_costs_its_row(cell: str, read_bytes: ReadBytes) -> None:
    hurt = [[cell if at == column else text for at, text in enumerate(PLAIN_ROWS[-1])] for column in range(6)]
    result = read_bytes(text_file([*PLAIN_ROWS, *hurt]).encode())
    assert isinstance(result, Ingested)
    assert list(rejected_lines(result)) == [len(PLAIN_ROWS) + 2 + column for column in range(6)]


@pytest.mark.parametrize("cell", CELLS.values(), ids=CELLS.keys())
def test_a_long_run_of_one_sign_is_no_time_of_day(cell: str, read_bytes: ReadBytes) -> None:
    rows = [*CLOCK_ROWS[:-1], (*CLOCK_ROWS[-1][:4], cell, "09:30")]
    result = read_bytes(text_file(rows, CLOCK_HEADER).encode())
    assert isinstance(result, Ingested)
    assert list(rejected_lines(result)) == [len(CLOCK_ROWS) + 1]


@pytest.mark.parametrize("cell", CELLS.values(), ids=CELLS.keys())
def test_a_long_run_of_one_sign_heads_no_column(cell: str, read_bytes: ReadBytes) -> None:
    header = ("dato", "medarbejder", "målgruppe", "arbejdsgang", "minutter", cell)
    result = read_bytes(text_file(header=header).encode())
    assert isinstance(result, Ingested)
    assert result.summary.rows == len(PLAIN_ROWS)


@pytest.mark.parametrize("sign", ["\r", "\n", "\r\n", " ", "<span", '"', "\ufeff", ";"], ids=repr)
@pytest.mark.parametrize("feed", ["\n", "\r\n"], ids=repr)
def test_a_long_run_between_two_lines_costs_no_more_than_its_row(sign: str, feed: str, read_bytes: ReadBytes) -> None:
    lines = text_file().replace("\r\n", feed).splitlines(keepends=True)
    result = read_bytes("".join([*lines[:41], sign * 4 * LONG, feed, *lines[41:]]).encode())
    assert isinstance(result, Ingested)
    assert result.summary == EVERYTHING


@pytest.mark.parametrize("start", ["[", '{"a":', "\n["])
def test_brackets_without_end_are_no_table(start: str, read_bytes: ReadBytes) -> None:
    result = read_bytes((start * 20_000).encode())
    assert isinstance(result, Refused)


def test_a_quotation_mark_cannot_make_a_row_longer_than_a_line(read_bytes: ReadBytes) -> None:
    opened = '05-01-2026;Ingeborg Quist;Nord;Scan;"251248-9996 ' + "a" * (MAX_LINE - 100)
    swallowed = ["b" * 60 + '";"' + "c" * (MAX_LINE - 100) for _ in range(12)]
    text = "\n".join([opened, *swallowed, 'd"', ""])
    assert max(map(len, b"".join(cleaned([text.encode()], Dialect(";", 6))).split(b"\n"))) <= MAX_LINE + 1
    result = read_bytes(text_file().encode() + text.encode())
    assert isinstance(result, Ingested)
    assert rejected_lines(result)[len(PLAIN_ROWS) + 2] == Rejection.UNBALANCED_QUOTE
    assert result.summary == left_after()


def test_a_thousand_days_side_by_side_are_read(read_bytes: ReadBytes) -> None:
    days = [(date(2024, 1, 1) + timedelta(days=number)).strftime("%d-%m-%Y") for number in range(1000)]
    header = ("medarbejder", "arbejdsgang", *days)
    rows = [(f"AB{number}", "Scan", *("30 min" for _ in days)) for number in range(20)]
    rows[3] = ("AB3", "Scan", "1 min", *("" for _ in days[1:]))
    result = read_bytes(text_file(rows, header).encode())
    assert isinstance(result, Ingested)
    assert (result.summary.rows, result.summary.milliseconds) == (19_001, (19_000 * 30 + 1) * 60_000)
    assert (result.summary.first_date, result.summary.last_date) == (date(2024, 1, 1), date(2026, 9, 26))


def test_thousands_of_sums_are_each_compared(read_bytes: ReadBytes) -> None:
    sums = 10_000
    blocks = (("05-01-2026", f"AB{number % 4}", "Nord", "Scan", f"{number % 50 + 1},5", "1") for number in range(sums))
    rows = [row for block in blocks for row in (block, ("I alt", "", "", "", *block[4:]))]
    rows[-1] = ("I alt", "", "", "", "999", "1")
    result = read_bytes(text_file(rows).encode())
    assert isinstance(result, Ingested)
    told = {doubt.code: doubt.rows for doubt in result.doubts}
    assert (result.summary.rows, told[Warn.TOTAL_ROWS], told[Warn.TOTAL_DIFFERS]) == (sums, sums, 1)


def _many(rows: int, day: str) -> bytes:
    return text_file([(day, "ABC", "Nord", "Scan", "3,5", "1")] * rows).encode()


def test_a_file_that_is_not_understood_is_refused_without_a_look_at_every_row(
    read_bytes: ReadBytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[object] = []
    monkeypatch.setattr(registrations, "kind_of_row", _noting(looked, registrations.kind_of_row))
    result = read_bytes(_many(hopeless.MOST_FOREIGN + 1, "05-13-x026"))
    assert isinstance(result, Refused)
    assert (result.reason, result.found) == (Refusal.MOSTLY_REJECTED, (Rejection.INVALID_DATE,))
    assert not looked


def _noting(looked: list[object], function: Callable[..., object]) -> Callable[..., object]:
    def noting(row: object) -> object:
        looked.append(row)
        return function(row)

    return noting


def test_sorting_rows_that_cannot_count_can_be_cancelled(
    read_bytes: ReadBytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[object] = []
    monkeypatch.setattr(registrations, "kind_of_row", _noting(looked, registrations.kind_of_row))

    def cancel(fraction: float, step: str) -> None:
        if len(looked) >= registrations.BEAT_ROWS:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        read_bytes(_many(10 * registrations.BEAT_ROWS, "05-13-x026"), ReadOptions(progress=cancel))
    assert len(looked) == registrations.BEAT_ROWS
