"""Equal rows: two facts where a row is a piece of work, one written twice where it is a day."""

from __future__ import annotations

from analysis.ingest import ReadOptions, Rejection
from analysis.model.upload import Doubt, Grain, Ingested
from tests.ingest.conftest import ReadBytes
from tests.ingest.registration_files import EVERYTHING, rejected_lines, text_file

LINES = text_file().splitlines()
TWICE = "\n".join([*LINES, LINES[3], LINES[7]]).encode()


def test_events_count_and_are_named(read_bytes: ReadBytes) -> None:
    result = read_bytes(TWICE)
    assert isinstance(result, Ingested)
    assert (result.summary.rows, result.rejected) == (EVERYTHING.rows + 2, ())
    assert Doubt("duplicate", 2, (82, 83)) in result.doubts


def test_days_are_set_aside(read_bytes: ReadBytes) -> None:
    result = read_bytes(TWICE, ReadOptions(grain=Grain.DAY))
    assert isinstance(result, Ingested)
    assert result.summary == EVERYTHING
    assert rejected_lines(result) == {82: Rejection.DUPLICATE, 83: Rejection.DUPLICATE}
    assert result.grain is Grain.DAY


def test_the_analyst_can_set_equal_events_aside(read_bytes: ReadBytes) -> None:
    result = read_bytes(TWICE, ReadOptions(set_duplicates_aside=True))
    assert isinstance(result, Ingested)
    assert (result.summary, result.grain) == (EVERYTHING, Grain.EVENT)


def test_equal_rows_without_count_or_group_are_equal(read_bytes: ReadBytes) -> None:
    row = "2026-01-05;ABJ;;Journalisering;12;\n"
    result = read_bytes(
        ("dato;medarbejder;målgruppe;arbejdsgang;minutter;antal\n" + row + row).encode(), ReadOptions(grain=Grain.DAY)
    )
    assert isinstance(result, Ingested)
    assert (result.summary.rows, rejected_lines(result)) == (1, {3: Rejection.DUPLICATE})
