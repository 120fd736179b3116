"""The commands as a user types them: what is printed, where faults go, and the exit status."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader

from analysis.command_line import parser

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample_data"
ORACLE = ROOT / "tests" / "statistics" / "oracle"


@dataclass(frozen=True, slots=True)
class Printed:
    stdout: str
    stderr: str


Run = Callable[..., Printed]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The program without a process of its own, which takes seconds to start."""

    def run(*arguments: object, status: int = 0) -> Printed:
        try:
            ended = parser.run([*map(str, arguments)])
        except SystemExit as wrong_usage:
            ended = wrong_usage.code
        printed = Printed(*capsys.readouterr())
        assert ended == status, printed.stderr
        return printed

    return run


@pytest.fixture
def data(example_data: Path, tmp_path: Path) -> Path:
    return shutil.copytree(example_data, tmp_path / "gevinst")


def test_the_first_command_on_a_new_folder_finds_the_example(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "analysis", "status", "--data", str(tmp_path / "new"), "--on", "2026-09-10"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert "Journalisering og fordeling: Uafklaret" in done.stdout.replace("\u00a0", " ")
    wrong = subprocess.run([*command[:3], "chekc"], cwd=ROOT, capture_output=True, check=False)
    assert wrong.returncode == 2


def test_check_tells_what_would_count_and_needs_no_data(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "tom.csv"
    broken.write_bytes(b"")
    answers = [
        json.loads(line)
        for line in run("check", "--json", SAMPLE / "baseline.csv", broken, status=1).stdout.splitlines()
    ]
    assert answers[0]["status"] in ("accepted", "accepted_with_warnings")
    assert answers[0]["employees"] == 26
    assert (answers[1]["status"], answers[1]["reason"]) == ("refused", "empty_file")
    words = run("check", "--language", "da", SAMPLE / "baseline.csv").stdout
    assert "26 medarbejdere" in words


def test_status_speaks_both_languages_and_json(run: Run, data: Path) -> None:
    danish = run("status", "--data", data, "--on", "2026-09-10").stdout.replace("\u00a0", " ")
    assert "Journalisering og fordeling: Uafklaret" in danish
    assert "faldet 79 % siden baselinemålingen" in danish
    assert "between 70% and 86%" in run("status", "--data", data, "--language", "en").stdout
    report = json.loads(run("status", "--json", "--data", data).stdout)
    statuses = [goal["status"] for goal in report["goals"]]
    assert statuses == ["undecided", "confirmed", "not_measured", "confirmed", "not_reached"]
    assert report["goals"][2]["baseline"]["level"]["value"] == pytest.approx(24.0, abs=0.1)


def test_status_of_an_earlier_day_knows_less(run: Run, data: Path) -> None:
    early = json.loads(run("status", "--json", "--data", data, "--on", "2026-05-03").stdout)
    assert len(early["goals"][0]["follow_ups"]) == 1
    assert early["data_until"] <= "2026-05-03"


def test_report_writes_pdf_and_one_picture_a_page(run: Run, data: Path, tmp_path: Path) -> None:
    run("report", "--data", data, "--pdf", tmp_path / "status.pdf", "--png", tmp_path / "png", "--language", "en")
    pages = PdfReader(tmp_path / "status.pdf").pages
    assert "We do not know yet whether the target of 85% is reached" in " ".join(pages[1].extract_text().split())
    assert len(list((tmp_path / "png").glob("*.png"))) == len(pages) == 7
    assert "--pdf" in run("report", "--data", data, status=2).stderr


def test_load_stores_a_file_once_and_names_what_the_plan_lacks(run: Run, data: Path, tmp_path: Path) -> None:
    again = run("load", "--data", data, "--round", 0, SAMPLE / "baseline.csv", status=1)
    assert "allerede indlæst" in again.stderr
    other = tmp_path / "ny.csv"
    other.write_text("dato;medarbejder;målgruppe;arbejdsgang;minutter\n12-01-2026;ABC;Superbrugere;Fakturering;5\n")
    assert "Fakturering" in run("load", "--data", data, "--round", 0, other, status=1).stderr
    assert "--round" in run("load", "--data", data, "--round", 9, other, status=2).stderr
    known = tmp_path / "kendt.csv"
    known.write_text("dato;medarbejder;målgruppe;arbejdsgang;minutter;antal\n12-01-2026;XYZ;Superbrugere;Scan;5;1\n")
    assert "1 række" in run("load", "--data", data, "--round", 0, known).stdout


def test_estimate_prints_every_number_of_a_case(run: Run) -> None:
    case = ORACLE / "v4_partial_overlap_fpc"
    found = json.loads(run("estimate", case / "data.csv", "--settings", case / "case.json", "--json").stdout)
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    for name in ("log_ratio", "se_log_ratio", "df", "reduction"):
        assert found[name] == pytest.approx(expected[name], rel=1e-8)
    assert found["ci_reduction_95"] == pytest.approx(expected["ci_reduction_95"], rel=1e-8)
    assert found["status"] == expected["status"]


def test_estimate_says_what_is_wrong_with_a_file(run: Run, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("wave,employee\nbaseline,a\n", encoding="utf-8")
    assert "minutes" in run("estimate", wrong, status=2).stderr
    assert run("estimate", tmp_path / "none.csv", status=2).stderr


def test_two_processes_cannot_have_the_same_folder(run: Run, data: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD.format(folder=str(data))], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout
    assert holder.stdin
    holder.stdout.readline()
    busy = run("status", "--data", data, status=2)
    assert f"proces {holder.pid}" in busy.stderr
    assert "Traceback" not in busy.stderr
    holder.communicate(b"\n")


HOLD = """
from pathlib import Path
from analysis.store.opening import open_store
store = open_store(Path({folder!r}))
print("open", flush=True)
input()
"""


@pytest.mark.parametrize("command", ["check", "load", "status", "report", "estimate"])
def test_help_explains_every_option(run: Run, command: str) -> None:
    words = run(command, "--help").stdout
    assert "--language" in words
    assert words.count("\n") > 5


def test_wrong_usage_is_status_2(run: Run) -> None:
    run("chekc", status=2)
    run("check", status=2)
