"""What the caller of ``read`` relies on: the staged table, progress, cancelling, and a clean place afterwards."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from analysis.ingest import ReadOptions, read
from analysis.ingest.options import Progress
from analysis.ingest.steps import COLUMNS_FROM, LINES_FROM
from analysis.ingest.watched import Watched
from analysis.model.upload import Ingested
from analysis.store.staging import memory_staging as store_staging
from tests.ingest.conftest import ReadBytes
from tests.ingest.registration_files import EVERYTHING, REGISTRATIONS, text_file
from tests.ingest.staging import MemoryStaging
from tests.ingest.workbook_files import sheet, xlsx


def tables(staging: MemoryStaging) -> list[str]:
    """The tables and views that are left."""
    query = "SELECT table_name FROM duckdb_tables() UNION SELECT view_name FROM duckdb_views() WHERE NOT internal"
    return [name for (name,) in staging.cursor.execute(query).fetchall()]


def test_the_table_holds_every_registration_with_its_line(read_bytes: ReadBytes, staging: MemoryStaging) -> None:
    result = read_bytes(text_file().encode())
    assert isinstance(result, Ingested)
    rows = staging.cursor.execute(f"SELECT * EXCLUDE place FROM {result.table} ORDER BY source_row").fetchall()
    assert rows == [
        (line, None, one.day, one.employee, one.target_group, one.workflow, one.seconds * 1000, one.count, None, None)
        for line, one in enumerate(REGISTRATIONS, start=2)
    ]
    columns = [name for name, *_ in staging.cursor.execute(f"DESCRIBE {result.table}").fetchall()]
    assert columns == [
        "source_row",
        "sheet",
        "work_date",
        "employee",
        "target_group",
        "workflow",
        "duration_ms",
        "count",
        "total",
        "value",
        "place",
    ]


def test_the_first_bytes_decide_and_not_the_name(read_bytes: ReadBytes) -> None:
    result = read_bytes(text_file().encode(), name="maaling.xlsx")
    assert isinstance(result, Ingested)
    assert (result.source.kind, result.source.name, result.source.size_bytes) == (
        "csv",
        "maaling.xlsx",
        len(text_file().encode()),
    )


def test_a_header_that_begins_as_a_zip_file_is_text(read_bytes: ReadBytes) -> None:
    content = "PK;" + text_file().replace("\r\n", "\r\n1;")
    result = read_bytes(content.encode())
    assert isinstance(result, Ingested)
    assert result.summary == EVERYTHING


def test_progress_goes_forward(read_bytes: ReadBytes) -> None:
    steps: list[tuple[float, str]] = []
    read_bytes(text_file().encode(), ReadOptions(progress=lambda fraction, step: steps.append((fraction, step))))
    assert list(dict.fromkeys(step for _, step in steps)) == ["bytes", "lines", "columns", "rows", "summary"]
    assert [fraction for fraction, _ in steps] == sorted(fraction for fraction, _ in steps)


class CancelledError(Exception):
    """Raised by whoever watches the progress."""


@pytest.mark.parametrize("content", [text_file().encode(), xlsx(sheet)], ids=["text", "workbook"])
def test_cancelling_at_any_moment_leaves_nothing_behind(
    content: bytes, tmp_path: Path, staging: MemoryStaging, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.ingest.text.encoding.CHUNK_BYTES", 1000)
    monkeypatch.setattr("analysis.ingest.watched.BEAT_SECONDS", 0.0001)
    path = tmp_path / "upload"
    path.write_bytes(content)
    heard: list[str] = []
    read(path, "fil.csv", staging, ReadOptions(progress=lambda fraction, step: heard.append(step)))
    view, rows = sorted(tables(staging))
    staging.cursor.execute(f"DROP VIEW {view}; DROP TABLE {rows}")
    for last in sorted({heard.index(step) for step in heard} | set(range(0, len(heard), len(heard) // 6))):
        with pytest.raises(CancelledError):
            read(path, "fil.csv", staging, ReadOptions(progress=stopped_after(last)))
        assert (tables(staging), list(staging.folder.iterdir())) == ([], [])


def stopped_after(last: int) -> Progress:
    """Raises where it is called for the last time."""
    calls = count()

    def cancel(fraction: float, step: str) -> None:
        if next(calls) >= last or step == "summary":
            raise CancelledError

    return cancel


def test_a_long_statement_is_stopped(staging: MemoryStaging) -> None:
    def cancel(fraction: float, step: str) -> None:
        raise CancelledError

    endless = "SELECT count(*) FROM range(10000000) AS a, range(10000000) AS b WHERE hash(a.range, b.range) = 7"
    with pytest.raises(CancelledError):
        Watched(staging.cursor, cancel).execute(endless)
    assert staging.cursor.execute("SELECT 1").fetchall() == [(1,)]


def test_a_long_statement_tells_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.ingest.watched.BEAT_SECONDS", 0.001)
    heard: list[float] = []
    with store_staging() as place:
        place.cursor.execute("CREATE TABLE numbers AS SELECT range AS number FROM range(3_000_000)")
        watched = Watched(place.cursor, lambda fraction, step: heard.append(fraction))
        watched.progress(LINES_FROM, "lines")
        watched.execute("CREATE TABLE texts AS SELECT hash(number::VARCHAR)::VARCHAR AS text FROM numbers")
    assert len({fraction for fraction in heard if LINES_FROM < fraction < COLUMNS_FROM}) > 1
    assert heard == sorted(heard)


def test_progress_grows_with_the_bytes_read(read_bytes: ReadBytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.ingest.text.encoding.CHUNK_BYTES", 500)
    fractions: list[float] = []
    read_bytes(text_file().encode(), ReadOptions(progress=lambda fraction, step: fractions.append(fraction)))
    assert fractions == sorted(fractions)
    assert len({fraction for fraction in fractions if fraction < 0.35}) > 8


def test_a_refused_file_leaves_nothing_behind(read_bytes: ReadBytes, staging: MemoryStaging) -> None:
    read_bytes(text_file().replace(",", ":").encode())
    assert (tables(staging), list(staging.folder.iterdir())) == ([], [])


def test_inside_a_transaction_lines_keep_their_numbers(read_bytes: ReadBytes, staging: MemoryStaging) -> None:
    staging.cursor.execute("BEGIN")
    result = read_bytes(text_file().replace("176,5", "tolv", 1).encode())
    assert isinstance(result, Ingested)
    assert [row.row for row in result.rejected] == [2]


def test_twenty_thousand_rows_in_several_chunks(read_bytes: ReadBytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.ingest.text.encoding.CHUNK_BYTES", 10_000)
    lines = [line + ';"to\nlinjer"' for line in text_file().splitlines()[1:]]
    header = text_file().splitlines()[0] + ";note"
    result = read_bytes("\n".join([header, *lines * 250]).encode())
    assert isinstance(result, Ingested)
    assert (result.summary.rows, result.rejected) == (20_000, ())
    assert result.summary.milliseconds == 250 * EVERYTHING.milliseconds
