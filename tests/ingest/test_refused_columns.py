"""A refused file tells its columns and its rows, so that an answer, or a repair, can let it be read."""

from __future__ import annotations

import pytest

from analysis.ingest import ReadOptions, Refusal, Rejection, RoleAnswer, check_line
from analysis.model.kinds import Measurement, Role
from analysis.model.upload import Ingested, Refused
from tests.ingest.conftest import ReadBytes

HEADER = "dato;medarbejder;arbejdsgang;minutter;antal"
ROWS = ["05-01-2026;ABJ;A;5,5;1", "06-01-2026;KNØ;A;7;2", "07-01-2026;LÅR;B;9;3"]


def text(header: str, rows: list[str] = ROWS) -> bytes:
    return "\n".join([header, *rows, ""]).encode()


def refused(outcome: Ingested | Refused) -> Refused:
    assert isinstance(outcome, Refused), outcome
    return outcome


def test_a_missing_column_is_told_with_all_that_are_there(read_bytes: ReadBytes) -> None:
    outcome = refused(read_bytes(text(HEADER.replace("medarbejder", "hvem"))))
    assert (outcome.reason, outcome.missing, outcome.can_be_mapped) == ("missing_column", (Role.EMPLOYEE,), True)
    assert [(one.header, one.role, one.place) for one in outcome.columns[:2]] == [
        ("dato", "date", 0),
        ("hvem", None, 1),
    ]
    assert outcome.columns[1].examples == ("ABJ", "KNØ", "LÅR")
    assert check_line(outcome)["status"] == "refused"


@pytest.mark.parametrize("kept", [4, 5])
def test_two_columns_of_one_name_are_told_apart_by_their_place(read_bytes: ReadBytes, kept: int) -> None:
    content = text(f"{HEADER};antal", [f"{row};7" for row in ROWS])
    outcome = refused(read_bytes(content))
    assert [one.place for one in outcome.columns if one.header in outcome.found] == [4, 5]
    told = RoleAnswer("antal", None, 9 - kept)
    read = read_bytes(content, options=ReadOptions(roles=(told,)))
    assert isinstance(read, Ingested)
    assert read.summary.count == (6 if kept == 4 else 21)


def test_an_empty_column_is_there_and_yet_missing(read_bytes: ReadBytes) -> None:
    outcome = refused(read_bytes(text(HEADER, [row.replace(";A;", ";;").replace(";B;", ";;") for row in ROWS])))
    assert (outcome.reason, outcome.missing) == ("missing_column", (Role.WORKFLOW,))
    assert outcome.found == tuple(HEADER.split(";"))
    assert outcome.columns[2].role is Role.WORKFLOW


@pytest.mark.parametrize("row", ["05-01-2026;ABJ;A;;", ";ABJ;A;;", ";;A;;"])
def test_prepared_rows_are_not_filled_in(read_bytes: ReadBytes, row: str) -> None:
    assert refused(read_bytes(text(HEADER, [row, row.replace("A;;", "B;;")]))).reason == Refusal.NOT_FILLED_IN


def test_names_that_nobody_knows_are_columns_all_the_same(read_bytes: ReadBytes) -> None:
    outcome = refused(read_bytes(text("d;hvem;hvad;hvor længe;stk")))
    assert (outcome.reason, outcome.can_be_mapped) == ("no_header", True)
    assert [one.header for one in outcome.columns] == ["d", "hvem", "hvad", "hvor længe", "stk"]
    assert not refused(read_bytes("\n".join(ROWS).encode())).columns, "a row of values is no header"


def test_what_the_file_has_all_columns_for_is_told(read_bytes: ReadBytes) -> None:
    tally = text("dato;medarbejder;arbejdsgang;antal", [f"0{day}-01-2026;ABJ;A;4" for day in (5, 6, 7)])
    assert refused(read_bytes(tally)).fits == (Measurement.TALLY,)
    without_names = text(HEADER.replace("medarbejder", "hvem"))
    assert refused(read_bytes(without_names)).fits == (), "an extract has no minutes"


def test_failing_rows_are_handed_over_with_their_reasons(read_bytes: ReadBytes) -> None:
    failing = [f"{day}-01;ABJ;A;5;1" for day in range(10, 31)] + ["08-01-2026;;A;5;1"]
    outcome = refused(read_bytes(text(HEADER, [*ROWS, *failing])))
    assert outcome.rejects
    assert (outcome.rejects.rows, outcome.rejects.all_rows) == (22, 25)
    assert [(one.reason, one.rows) for one in outcome.rejects.reasons] == [("invalid_date", 21), ("missing_value", 1)]
    assert [(row.row, row.value) for row in outcome.rejects.first[:2]] == [(5, "10-01"), (6, "11-01")]


def test_other_programs_are_told_the_codes_that_they_know(read_bytes: ReadBytes) -> None:
    read = read_bytes(text(HEADER, [*ROWS, "05-01-2026;ABJ;A;5;3,5", "05-01-2026;ABJ;A;5;300000"]))
    assert isinstance(read, Ingested)
    assert [row.reason for row in read.rejected] == [Rejection.NOT_WHOLE, Rejection.IMPLAUSIBLE_COUNT]
    printed = check_line(read)["rejected"]
    assert isinstance(printed, list)
    assert [row["reason"] for row in printed] == ["invalid_number", "implausible"]
