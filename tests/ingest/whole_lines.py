"""Real files, and what each of their lines counts as: a line that is left whole must keep its meaning.

The check does not know how files are read.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from analysis.ingest import read
from analysis.model.upload import Ingested
from tests.ingest.accidents import lines_of
from tests.ingest.registration_files import FILES
from tests.ingest.staging import MemoryStaging

SOURCES = (
    "enc_cp1252_excel__tidsregistrering.csv",
    "enc_utf8_bom__tidsregistrering_utf8.csv",
    "num_thousands_dot__tusindtal.csv",
    "num_mixed_decimals__blandede_decimaler.csv",
    "dur_mixed_units__dur_mixed_units.csv",
    "dur_decimal_hours__dur_decimal_hours.csv",
    "dur_two_columns_h_m__timer_og_min.csv",
    "date_mixed_formats__blandede_datoer.csv",
    "date_slash_dmy__skraastreg.csv",
    "delim_comma_quoted_decimal_comma__harvest_style.csv",
    "str_quoted_newlines__linjeskift_i_celle.csv",
    "str_preamble_total__rapport_med_titel.csv",
    "wide_days_csv__bredt_dage.csv",
)
LINES_KEPT = 40
Rows = dict[int, Counter[tuple[object, ...]]]


@dataclass(frozen=True)
class Sound:
    """A sound file and what each of its lines counts as."""

    content: bytes
    rows: Rows


def rows_of(result: Ingested, staging: MemoryStaging) -> Rows:
    """What counts, by line."""
    found: Rows = {}
    values = "work_date, employee, target_group, workflow, duration_ms, count"
    for line, *row in staging.cursor.execute(f"SELECT source_row, {values} FROM {result.table}").fetchall():
        found.setdefault(line, Counter())[tuple(row)] += 1
    return found


@cache
def content_of(source: str) -> bytes:
    """The first lines of a file."""
    return b"".join((FILES / source).read_bytes().splitlines(keepends=True)[:LINES_KEPT])


def sound_file(source: str, staging: MemoryStaging) -> Sound:
    """The file as it is read while nothing is wrong with it."""
    path = staging.folder / "upload"
    path.write_bytes(content_of(source))
    result = read(path, "fil.csv", staging)
    assert isinstance(result, Ingested)
    rows = rows_of(result, staging)
    staging.cursor.execute(f"DROP VIEW {result.table}")
    return Sound(content_of(source), rows)


def misread(sound: Sound, hurt: bytes, result: Ingested, staging: MemoryStaging) -> list[bytes]:
    """The whole lines that count as something else, or neither count nor are rejected."""
    meant = {line: sound.rows[at] for at, line in enumerate(sound.content.split(b"\n"), start=1) if at in sound.rows}
    found, rejected = rows_of(result, staging), {row.row for row in result.rejected}
    return [
        line
        for at, line in enumerate(lines_of(hurt), start=1)
        if line in meant and at not in rejected and found.get(at) != meant[line]
    ]
