"""Damaged files never raise, and no line that was left whole is ever read as something else or lost.

The check does not know how files are read: a line whose bytes are those of the sound file must count with the same
values, or be rejected by its number, or the file be refused.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from analysis.model.upload import Ingested, Refused
from tests.ingest.conftest import ReadBytes
from tests.ingest.registration_files import FILES, text_file
from tests.ingest.staging import MemoryStaging
from tests.ingest.workbook_files import html, ods, sheet, xlsx

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
NASTY = (b'"', b";", b",", b".", b"\n", b"\r", b"\0", b"-", b"1", b"\xc3", b"\xe6", b"\xff", b"=", b" ")
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


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The content after one to four accidents."""
    accidents: list[Callable[[bytes, random.Random], bytes]] = [
        _byte,
        _insertion,
        _gap,
        _copy,
        _swap,
        _separators,
        _end,
    ]
    for _ in range(chance.choice((1, 1, 2, 4))):
        content = chance.choice(accidents)(content, chance)
    return content


def _byte(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]


def _insertion(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(NASTY) + content[at + chance.randrange(2) :]


def _gap(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + content[at + chance.randrange(150) :]


def _copy(content: bytes, chance: random.Random) -> bytes:
    at, start = chance.randrange(len(content) + 1), chance.randrange(len(content) + 1)
    return content[:at] + content[start : start + chance.randrange(90)] + content[at:]


def _swap(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _separators(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    at = chance.randrange(len(lines))
    lines[at] = lines[at].replace(b";", chance.choice((b",", b"\t", b";;", b"")))
    return b"\n".join(lines)


def _end(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) // 2, len(content) + 1)]


@pytest.mark.parametrize("source", SOURCES)
def test_whole_lines_keep_their_meaning(source: str, read_bytes: ReadBytes, staging: MemoryStaging) -> None:
    content = b"".join((FILES / source).read_bytes().splitlines(keepends=True)[:LINES_KEPT])
    first = read_bytes(content)
    assert isinstance(first, Ingested)
    sound = Sound(content, rows_of(first, staging))
    for seed in range(16):
        hurt = damaged(content, random.Random(f"{source} {seed}"))
        result = read_bytes(hurt)
        if isinstance(result, Ingested):
            assert not misread(sound, hurt, result, staging), f"{source}, seed {seed}"
        staging.cursor.execute("DROP TABLE IF EXISTS " + getattr(result, "table", "none"))


def misread(sound: Sound, hurt: bytes, result: Ingested, staging: MemoryStaging) -> list[bytes]:
    """The whole lines that count as something else, or neither count nor are rejected."""
    meant = {line: sound.rows[at] for at, line in enumerate(sound.content.split(b"\n"), start=1) if at in sound.rows}
    found, rejected = rows_of(result, staging), {row.row for row in result.rejected}
    return [
        line
        for at, line in enumerate(hurt.split(b"\n"), start=1)
        if line in meant and at not in rejected and found.get(at) != meant[line]
    ]


@pytest.mark.parametrize("seed", range(40))
def test_random_bytes_are_refused(seed: int, read_bytes: ReadBytes) -> None:
    chance = random.Random(seed)
    start = chance.choice(
        (b"", b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html><table>", b"\xff\xfe", b"sep=;\n")
    )
    letters = bytes(range(256)) if seed % 2 else b'dato;medarbejder;"\n\r,.0123456789 \xe6\xf8\xe5\xc3\xa6'
    result = read_bytes(start + bytes(chance.choices(letters, k=chance.randrange(4000))))
    assert isinstance(result, Refused)


@pytest.mark.parametrize("content", [xlsx(sheet), ods(), html()], ids=["xlsx", "ods", "html"])
def test_damaged_workbooks_lose_no_row_in_silence(content: bytes, read_bytes: ReadBytes) -> None:
    first = read_bytes(content)
    assert isinstance(first, Ingested)
    for seed in range(6):
        result = read_bytes(_gap(_byte(content, random.Random(seed)), random.Random(-seed)))
        if isinstance(result, Ingested):
            assert result.summary.rows + len(result.rejected) >= first.summary.rows - 6


def test_a_file_that_is_read_twice_is_the_same(read_bytes: ReadBytes, staging: MemoryStaging) -> None:
    results = [read_bytes(text_file().encode()) for _ in range(2)]
    assert results[0] == results[1]
