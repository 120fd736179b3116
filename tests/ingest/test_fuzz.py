"""Damaged files never raise, and no line that was left whole is ever read as something else or lost.

The check does not know how files are read: a line whose bytes are those of the sound file must count with the same
values, or be rejected by its number, or the file be refused.
"""

from __future__ import annotations

import random

import pytest

from analysis.model.upload import Ingested, Refused
from tests.ingest.accidents import changed_byte, changed_member, damaged, gap
from tests.ingest.conftest import ReadBytes
from tests.ingest.fuzz import run
from tests.ingest.registration_files import text_file
from tests.ingest.staging import MemoryStaging
from tests.ingest.whole_lines import SOURCES, misread, sound_file
from tests.ingest.workbook_files import html, ods, sheet, xlsx


@pytest.mark.parametrize("source", SOURCES)
def test_whole_lines_keep_their_meaning(source: str, read_bytes: ReadBytes, staging: MemoryStaging) -> None:
    sound = sound_file(source, staging)
    for seed in range(10):
        hurt = damaged(sound.content, random.Random(f"{source} {seed}"))
        result = read_bytes(hurt)
        if isinstance(result, Ingested):
            assert not misread(sound, hurt, result, staging), f"{source}, seed {seed}"
        staging.cursor.execute("DROP VIEW IF EXISTS " + getattr(result, "table", "none"))


@pytest.mark.parametrize("first", range(0, 60, 20))
def test_damaged_files_of_every_kind_agree_with_a_second_reading(first: int, staging: MemoryStaging) -> None:
    outcomes = [run(seed, staging) for seed in range(first, first + 20)]
    assert [fault for outcome in outcomes for fault in outcome.faults] == []
    assert sum(outcome.lines for outcome in outcomes) > 150


@pytest.mark.parametrize("seed", range(40))
def test_random_bytes_are_refused(seed: int, read_bytes: ReadBytes) -> None:
    chance = random.Random(seed)
    start = chance.choice(
        (b"", b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html><table>", b"\xff\xfe", b"sep=;\n")
    )
    letters = bytes(range(256)) if seed % 2 else b'dato;medarbejder;"\n\r,.0123456789 \xe6\xf8\xe5\xc3\xa6'
    result = read_bytes(start + bytes(chance.choices(letters, k=chance.randrange(4000))))
    assert isinstance(result, Refused)


@pytest.mark.parametrize(
    ("content", "member"),
    [
        (xlsx(sheet), "xl/worksheets/sheet1.xml"),
        (xlsx(sheet), "xl/sharedStrings.xml"),
        (ods(), "content.xml"),
        (html(), None),
    ],
    ids=["xlsx", "xlsx texts", "ods", "html"],
)
def test_damaged_workbooks_lose_no_row_in_silence(content: bytes, member: str | None, read_bytes: ReadBytes) -> None:
    first = read_bytes(content)
    assert isinstance(first, Ingested)
    accepted = 0
    for seed in range(5):
        chance = random.Random(seed)
        result = read_bytes(
            changed_member(content, member, chance) if member else gap(changed_byte(content, chance), chance)
        )
        if isinstance(result, Ingested):
            accepted += 1
            assert result.summary.rows + len(result.rejected) >= first.summary.rows - 6
    assert accepted >= 2


def test_a_file_that_is_read_twice_is_the_same(read_bytes: ReadBytes, staging: MemoryStaging) -> None:
    results = [read_bytes(text_file().encode()) for _ in range(2)]
    assert results[0] == results[1]
