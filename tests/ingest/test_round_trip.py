"""Any table of valid registrations, written in any dialect, reads back to the same sums, or asks and then does."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.ingest import NEEDS_ANSWER, ClockForm, DateOrder, ReadOptions, Unit, read
from analysis.model.upload import Ingested, Refused
from tests.ingest.registration_files import Registration, minutes_text, summary_of
from tests.ingest.staging import MemoryStaging, memory_staging

EMPLOYEES = ("ABJ", "KNØ", "LÅR", "Mette Sørensen", "41205")
GROUPS = ("Sygedagpenge", "Førtidspension", "Uddannelseshjælp (åbenlyst parat)")
WORKFLOWS = ("Journalisering", "Partshøring", "Møde, internt", 'Sag "hurtig"', "Klage/genvurdering")
FIRST_DAY = date(2025, 12, 1)


@dataclass(frozen=True)
class Writing:
    """A way to write one kind of value, under a header where it needs one, and what it means if it is asked."""

    write: Callable[[int], str]
    header: str = ""
    answer: ReadOptions = ReadOptions()


DAYS: dict[str, tuple[Callable[[date], str], DateOrder | None]] = {
    "danish": (lambda day: day.strftime("%d-%m-%Y"), DateOrder.DMY),
    "short": (lambda day: f"{day.day}-{day.month}-{day.year % 100}", DateOrder.DMY),
    "slashes": (lambda day: day.strftime("%d/%m/%Y"), DateOrder.DMY),
    "american": (lambda day: day.strftime("%m/%d/%Y"), DateOrder.MDY),
    "points": (lambda day: day.strftime("%d.%m.%Y"), DateOrder.DMY),
    "iso": (lambda day: day.isoformat(), None),
    "compact": (lambda day: day.strftime("%Y%m%d"), None),
    "serial": (lambda day: str((day - date(1899, 12, 30)).days), None),
    "english": (lambda day: day.strftime("%d %B %Y"), None),
    "with a time": (lambda day: day.strftime("%Y-%m-%d 08:15:00"), None),
}
TIMES = {
    "minutes": Writing(minutes_text, "minutter"),
    "minutes with points": Writing(lambda seconds: minutes_text(seconds).replace(",", "."), "minutter"),
    "four decimals": Writing(lambda seconds: f"{seconds / 60:.4f}".replace(".", ","), "tid (min)"),
    "grouped": Writing(lambda seconds: f"{seconds / 60:,.2f}".translate(str.maketrans(",.", ".,")), "Minutter"),
    "seconds": Writing(str, "Sekunder"),
    "unit behind": Writing(lambda seconds: f"{minutes_text(seconds)} min.", "Tidsforbrug"),
    "clock": Writing(lambda seconds: f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}", "Varighed"),
    "minutes and seconds": Writing(
        lambda seconds: f"{seconds // 60}:{seconds % 60:02d}",
        "Varighed",
        ReadOptions(clock_form=ClockForm.MINUTES_SECONDS),
    ),
    "iso": Writing(lambda seconds: f"PT{seconds // 3600}H{seconds // 60 % 60}M{seconds % 60}S", "duration"),
    "no unit": Writing(minutes_text, "Tidsforbrug", ReadOptions(unit=Unit.MINUTES)),
}
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "cp865", "cp850", "mac_roman")


@dataclass(frozen=True)
class Dialect:
    """One way to write a whole file."""

    encoding: str
    delimiter: str
    line_end: str
    quoting: int
    day: str
    time: str
    last_line_end: bool


registrations = st.lists(
    st.builds(
        Registration,
        st.integers(0, 90).map(lambda days: FIRST_DAY + timedelta(days=days)),
        st.sampled_from(EMPLOYEES),
        st.sampled_from(GROUPS),
        st.sampled_from(WORKFLOWS),
        st.integers(1, 1920).map(lambda quarters: quarters * 15),
        st.one_of(st.none(), st.integers(0, 3000)),
    ),
    min_size=1,
    max_size=25,
)
dialects = st.builds(
    Dialect,
    st.sampled_from(ENCODINGS),
    st.sampled_from(";,\t|"),
    st.sampled_from(("\r\n", "\n")),
    st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)),
    st.sampled_from(sorted(DAYS)),
    st.sampled_from(sorted(TIMES)),
    st.booleans(),
)


def written(rows: list[Registration], dialect: Dialect) -> bytes:
    """The registrations in the dialect."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=dialect.delimiter, lineterminator=dialect.line_end, quoting=dialect.quoting)
    writer.writerow(["dato", "medarbejder", "målgruppe", "arbejdsgang", TIMES[dialect.time].header, "antal"])
    for one in rows:
        day, time = DAYS[dialect.day][0](one.day), TIMES[dialect.time].write(one.seconds)
        writer.writerow(
            [day, one.employee, one.target_group, one.workflow, time, "" if one.count is None else one.count]
        )
    text = file.getvalue()
    return (text if dialect.last_line_end else text.rstrip("\r\n")).encode(dialect.encoding)


def truth_told(dialect: Dialect) -> ReadOptions:
    """Every answer an analyst who knows the file could give."""
    told = TIMES[dialect.time].answer
    sign = "." if dialect.time == "minutes with points" else ","
    codec = dialect.encoding if dialect.encoding.startswith(("cp", "mac")) else None
    return ReadOptions(
        encoding=codec, date_order=DAYS[dialect.day][1], decimal_sign=sign, unit=told.unit, clock_form=told.clock_form
    )


@pytest.fixture(scope="module")
def place() -> Iterator[MemoryStaging]:
    """One staging place for all examples."""
    with tempfile.TemporaryDirectory() as folder, memory_staging(Path(folder)) as staging:
        yield staging


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=registrations, dialect=dialects)
def test_every_dialect_reads_back(rows: list[Registration], dialect: Dialect, place: MemoryStaging) -> None:
    path = place.folder / "upload"
    path.write_bytes(written(rows, dialect))
    result = read(path, "fil.csv", place)
    if isinstance(result, Refused):
        assert result.reason in NEEDS_ANSWER
        result = read(path, "fil.csv", place, truth_told(dialect))
    assert isinstance(result, Ingested), result
    assert result.rejected == ()
    assert result.summary == summary_of(rows)
    place.cursor.execute(f"DROP VIEW {result.table}")


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=registrations, dialect=dialects)
def test_what_is_known_is_never_misread(rows: list[Registration], dialect: Dialect, place: MemoryStaging) -> None:
    path = place.folder / "upload"
    path.write_bytes(written(rows, dialect))
    result = read(path, "fil.csv", place, truth_told(dialect))
    assert isinstance(result, Ingested), result
    assert (result.summary, result.rejected) == (summary_of(rows), ())
    place.cursor.execute(f"DROP VIEW {result.table}")
