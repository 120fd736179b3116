"""``check`` as a user types it, for other kinds of measurement than time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.command_line.parser import run


def test_the_kind_of_measurement_decides_what_a_file_needs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "andel.csv"
    file.write_text("dato;arbejdsgang;heraf;antal\n05-01-2026;Breve;3;40\n", encoding="utf-8")
    assert run(["check", "--json", "--measurement", "share", str(file)]) == 0
    share = json.loads(capsys.readouterr().out)
    assert (share["measurement"], share["count"], share["total"], share["seconds"]) == ("share", 3, 40, 0)
    assert run(["check", "--json", "--measurement", "tally", str(file)]) == 1
    assert json.loads(capsys.readouterr().out)["missing"] == ["employee"]


def test_a_share_is_told_in_words_without_minutes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "andel.csv"
    file.write_text("dato;arbejdsgang;heraf;antal\n05-01-2026;Breve;3;40\n", encoding="utf-8")
    assert run(["check", "--language", "da", "--measurement", "share", str(file)]) == 0
    assert "1 række, antal: 3, antal i alt: 40," in capsys.readouterr().out
