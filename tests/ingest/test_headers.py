"""What a column header says: many words for the same thing, and words that make it another thing."""

from __future__ import annotations

import pytest

from analysis.ingest import Refusal, Unit
from analysis.ingest.layout.synonyms import match_header
from analysis.model.kinds import Measurement, Role
from analysis.model.upload import Ingested, Refused
from tests.ingest.conftest import ReadBytes

SAME = {
    Role.DATE: "Dato,#dato,1. dato,RegDato,Dato (dd-mm-åååå),Udført dato,Behandlingsdato",
    Role.EMPLOYEE: "Medarbejder-ID,MEDARB_INIT,Medarbejder (initialer),Author,Udført af",
    Role.TARGET_GROUP: "Målgr.,mål gruppe",
    Role.WORKFLOW: "Arb.gang,arbejds-gang,arbejds gang,Arbejdsgang (trin),Issue summary",
    Role.DURATION: "Minutter i alt,Samlet tid (min),Faktisk tid,Anvendt tid (min.),Tim.,TidMinutter,Minutter<br>",
    Role.COUNT: "# sager,Antal (stk.),Antal behandlede sager",
    Role.BREAK: "Pause (min),Pause i minutter,Pausetid,Spisepause,Lunch Start,Unpaid break,Afbrydelser (min),Fradrag",
    Role.START: "Start 2,Påbegyndt",
    Role.END_DATE: "Slut dato",
}
NOT_THE_SAME = (
    "Timer (norm),Minutter (planlagt),Minutter (forventet),Minutter [norm],Minutter, mål,Minutter (x10)"
    ";Dato (frist),Dato (oprettet),Dato, næste opfølgning;Medarbejder (leder),Medarbejder (godkendt af)"
    ";Antal akk.,Antal (akkumuleret),Antal ÅTD,Antal i alt til dato,Antal sidste år,Antal i kø,Antal kvarter"
)


@pytest.mark.parametrize(
    ("role", "header"), [(role, header) for role, headers in SAME.items() for header in headers.split(",")]
)
def test_many_words_name_a_role(role: Role, header: str) -> None:
    match = match_header(header)
    assert match is not None
    assert match.role is role


@pytest.mark.parametrize(
    "header", [header for part in NOT_THE_SAME.split(";") for header in part.replace(", ", "¤").split(",")]
)
def test_a_word_beside_it_makes_a_column_another_one(header: str) -> None:
    assert match_header(header.replace("¤", ", ")) is None


@pytest.mark.parametrize("header", ["Antal digitale i pct.", "Antal analoge i alt"])
def test_a_percentage_is_no_count_and_a_part_no_whole(header: str) -> None:
    match = match_header(header, Measurement.SHARE)
    assert match is None or match.role is not Role.TOTAL


def read_with(header: str, row: str, read_bytes: ReadBytes) -> Ingested | Refused:
    rows = [f"{day:02}-01-2026;ABJ;Sag;{row}" for day in range(5, 9)]
    return read_bytes("\n".join([f"dato;medarbejder;arbejdsgang;{header}", *rows, ""]).encode())


@pytest.mark.parametrize(
    ("header", "row", "minutes"),
    [("Tim.;Min.", "1;5", 65), ("Tid timer;Tid min", "2;10", 130), ("Timer (norm);Faktiske timer", "7,4;0,5", 30)],
)
def test_columns_of_time_are_taken_together_or_told_apart(
    header: str, row: str, minutes: int, read_bytes: ReadBytes
) -> None:
    result = read_with(header, row, read_bytes)
    assert isinstance(result, Ingested)
    assert result.summary.milliseconds == 4 * minutes * 60_000


@pytest.mark.parametrize(
    ("header", "row", "reason"),
    [
        ("Minutter;Efterbehandling (min)", "30;5", Refusal.SEVERAL_DURATION_COLUMNS),
        ("Minutter;Minutter 2", "30;5", Refusal.SEVERAL_DURATION_COLUMNS),
        ("Start;Slut;Start 2;Slut 2", "08:00;10:00;12:00;12:30", Refusal.SEVERAL_COLUMNS),
        ("Start;Slut;Pausetid", "08:00;12:00;30", Refusal.BREAKS_NOT_SUBTRACTED),
        ("Min;Sandsynlig;Maks", "5;10;30", Refusal.MISSING_COLUMN),
        ("Work date;Minutter", "09-01-2026;30", Refusal.SEVERAL_COLUMNS),
    ],
)
def test_a_column_that_may_count_too_is_asked_about(
    header: str, row: str, reason: Refusal, read_bytes: ReadBytes
) -> None:
    result = read_with(header, row, read_bytes)
    assert isinstance(result, Refused)
    assert result.reason == reason


@pytest.mark.parametrize(
    "header", ["Normtid (min)", "Ventetid (min)", "Planlagte timer", "Timer pr. uge", "Fakturerbare timer"]
)
def test_a_column_of_another_time_is_left_alone(header: str, read_bytes: ReadBytes) -> None:
    result = read_with(f"Minutter;{header}", "30;7", read_bytes)
    assert isinstance(result, Ingested)
    assert result.summary.milliseconds == 4 * 30 * 60_000


def test_another_date_than_the_works_is_asked_about(read_bytes: ReadBytes) -> None:
    rows = ["04-03-2026;29-02-2024;ABJ;Sag;30", "05-03-2026;28-02-2024;ABJ;Sag;30"]
    header = "Startdato;Hvilken dag arbejdede du?;medarbejder;arbejdsgang;minutter"
    result = read_bytes("\n".join([header, *rows, ""]).encode())
    assert isinstance(result, Refused)
    assert (result.reason, result.found) == (Refusal.SEVERAL_COLUMNS, ("Startdato", "Hvilken dag arbejdede du?"))


def test_first_and_last_names_are_one_name(read_bytes: ReadBytes) -> None:
    rows = ["05-01-2026;Anne;Jensen;Sag;30", "05-01-2026;Anne;Hansen;Sag;20"]
    result = read_bytes("\n".join(["dato;navn;efternavn;arbejdsgang;minutter", *rows, ""]).encode())
    assert isinstance(result, Ingested)
    assert result.summary.employees == ("Anne Hansen", "Anne Jensen")


def test_the_unit_of_a_header_is_that_of_its_words() -> None:
    units = {header: match.unit for header in ("Tim.", "Min.", "Sek. i alt") if (match := match_header(header))}
    assert list(units.values()) == [Unit.HOURS, Unit.MINUTES, Unit.SECONDS]
