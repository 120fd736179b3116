"""``check`` as a user types it, for other kinds of measurement than time."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic, sleep

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


ROOT = Path(__file__).parents[2]


def stopped_while_reading(folder: Path, how: signal.Signals) -> list[Path]:
    """What a check that was stopped in the middle leaves in the folder for temporary files."""
    file, temporary = folder / "tid.csv", folder / "tmp"
    temporary.mkdir(exist_ok=True)
    rows = "".join(f"05-01-2026;Anna Berg {row % 50};Sag {row};{row % 60},5\n" for row in range(400_000))
    file.write_text("dato;medarbejder;arbejdsgang;minutter\n" + rows, encoding="utf-8")
    command = [sys.executable, "-m", "analysis", "check", str(file)]

    # under nohup a child would ignore the signal, and rightly so
    def as_usual() -> None:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)

    own = os.environ | {"TMPDIR": str(temporary)}
    with subprocess.Popen(command, cwd=ROOT, env=own, stdout=subprocess.DEVNULL, preexec_fn=as_usual) as child:
        until = monotonic() + 60
        while not list(temporary.glob("gevinst-*/ingest-*/sheet0.txt")) and monotonic() < until:
            sleep(0.01)
        child.send_signal(how)
    assert child.returncode in (-how, 128 + how), "it was reading when it was stopped"
    return list(temporary.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows stops a process without asking")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP])
def test_a_check_that_is_told_to_end_leaves_nothing(tmp_path: Path, how: signal.Signals) -> None:
    assert stopped_while_reading(tmp_path, how) == []


@pytest.mark.skipif(sys.platform == "win32", reason="not tried there")
def test_what_a_killed_check_left_goes_when_the_next_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (left,) = stopped_while_reading(tmp_path, signal.SIGKILL)
    beside = left.parent / "gevinst-notes"
    living = left.parent / f"gevinst-{os.getppid()}-x"
    for folder in (beside, living):
        folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(left.parent))
    file = tmp_path / "tid.csv"
    file.write_text("dato;medarbejder;arbejdsgang;minutter\n05-01-2026;Anna;Sag;3,5\n", encoding="utf-8")
    assert run(["check", str(file)]) == 0
    assert set(left.parent.iterdir()) == {beside, living}
