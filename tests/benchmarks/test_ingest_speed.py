"""The benchmark runs, and both readers find the same in the same file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.benchmarks import ingest_speed
from tests.benchmarks.registration_file import PREAMBLE_LINES, write_registrations


@pytest.mark.parametrize("more", [[], ["--remarks"]], ids=["every column has a role", "and one has none"])
def test_both_readers_find_the_same_and_are_compared(
    more: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["ingest_speed", "--rows", "3000", "--repeats", "1", *more])
    ingest_speed.main()
    printed = capsys.readouterr().out
    assert "3,000 rows" in printed
    assert re.search(
        r"read_csv(?: \| \d+\.\d\d \| 1\.00){2} \| [\d,]+ \|\n\| Gevinst's read(?: \| \d+\.\d\d){4} \| [\d,]+ \|",
        printed,
    )


def test_the_file_has_as_many_rows_as_asked_for_and_is_made_alike_each_time(tmp_path: Path) -> None:
    paths = [tmp_path / "one.csv", tmp_path / "two.csv"]
    for path in paths:
        write_registrations(path, 500)
    lines = paths[0].read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == PREAMBLE_LINES + 1 + 500
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert sum(map(len, lines)) / len(lines) == pytest.approx(69, abs=5)
