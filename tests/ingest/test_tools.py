"""Exports with the column names that time tools and survey tools really write."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from analysis.ingest import Refusal
from analysis.model.kinds import Measurement
from analysis.model.upload import Ingested, Refused
from tests.ingest.conftest import ReadBytes
from tests.ingest.test_measurements import lines, of


@dataclass(frozen=True)
class Export:
    """A tool's header and a row of an hour and ten seconds."""

    header: str
    row: str


EXPORTS = {
    "kimai": Export(
        "Date;From;To;Duration;Price;Currency;User;Name;Customer;Project;Activity;Description;Account",
        "2026-01-13;08:00;09:00;1:00:10;0;DKK;abj;;Kommune;Nord;Visitation;;",
    ),
    "clockify, all in one": Export(
        "User;Date;Task;Time (h);Time (decimal);Amount (USD)", "abj;01/13/2026;Visitation;01:00:10;1.00;0"
    ),
    "toggl": Export(
        "User;Email;Client;Project;Task;Description;Billable;Start date;Start time;End date;End time;Duration;Tags",
        "abj;a@b.dk;;Nord;Visitation;;No;2026-01-13;08:00:00;2026-01-13;09:00:10;01:00:10;",
    ),
}


@pytest.mark.parametrize("tool", EXPORTS)
def test_an_export_is_read_to_the_second(tool: str, read_bytes: ReadBytes) -> None:
    result = read_bytes(lines(EXPORTS[tool].header, EXPORTS[tool].row))
    assert isinstance(result, Ingested), result
    summary = result.summary
    assert (summary.milliseconds, summary.employees, summary.workflows) == (3_610_000, ("abj",), ("Visitation",))


def test_the_day_of_an_answer_is_not_the_day_of_the_work(read_bytes: ReadBytes) -> None:
    header = "ID;Starttidspunkt;Fuldførelsestidspunkt;Mail;Medarbejder;Arbejdsgang;Minutter"
    result = read_bytes(lines(header, "1;13-01-2026 08:00:00;13-01-2026 08:05:00;a@b.dk;abj;Visitation;30"))
    assert isinstance(result, Refused)
    assert (result.reason, result.missing) == (Refusal.MISSING_COLUMN, ("date",))


def test_the_whole_country_is_not_counted_beside_its_parts(read_bytes: ReadBytes) -> None:
    rows = ("13-01-2026;Hele landet;Breve;30", "13-01-2026;Nord;Breve;20", "13-01-2026;Syd;Breve;10")
    result = read_bytes(lines("dato;område;arbejdsgang;antal", *rows), of(Measurement.EXTRACT))
    assert isinstance(result, Refused)
    assert (result.reason, result.found) == (Refusal.TOTALS_AMONG_PARTS, ("område",))
