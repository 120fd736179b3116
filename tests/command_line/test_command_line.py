"""The commands as a user types them: what is printed, where faults go, and the exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample_data"
ORACLE = ROOT / "tests" / "statistics" / "oracle"


def run(*arguments: object, status: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "analysis", *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == status, done.stderr
    return done


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the first command fills with the example."""
    folder = tmp_path_factory.mktemp("data") / "gevinst"
    run("status", "--data", folder)
    return folder


def test_check_tells_what_would_count_and_needs_no_data(tmp_path: Path) -> None:
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


def test_status_speaks_both_languages_and_json(data: Path) -> None:
    danish = run("status", "--data", data, "--on", "2026-09-10").stdout.replace("\u00a0", " ")
    assert "Journalisering og fordeling: Uafklaret" in danish
    assert "faldet 79 % siden baselinemålingen" in danish
    assert "between 70% and 86%" in run("status", "--data", data, "--language", "en").stdout
    report = json.loads(run("status", "--json", "--data", data).stdout)
    statuses = [goal["status"] for goal in report["goals"]]
    assert statuses == ["undecided", "confirmed", "not_measured", "confirmed", "not_reached"]
    assert report["goals"][2]["baseline"]["level"]["value"] == pytest.approx(24.0, abs=0.1)


def test_status_of_an_earlier_day_knows_less(data: Path) -> None:
    early = json.loads(run("status", "--json", "--data", data, "--on", "2026-05-03").stdout)
    assert len(early["goals"][0]["follow_ups"]) == 1
    assert early["data_until"] <= "2026-05-03"


def test_report_writes_pdf_and_one_picture_a_page(data: Path, tmp_path: Path) -> None:
    run("report", "--data", data, "--pdf", tmp_path / "status.pdf", "--png", tmp_path / "png", "--language", "en")
    pages = PdfReader(tmp_path / "status.pdf").pages
    assert "We do not know yet whether the target of 85% is reached" in " ".join(pages[1].extract_text().split())
    assert len(list((tmp_path / "png").glob("*.png"))) == len(pages) == 6
    assert "--pdf" in run("report", "--data", data, status=2).stderr


def test_load_stores_a_file_once_and_names_what_the_plan_lacks(data: Path, tmp_path: Path) -> None:
    again = run("load", "--data", data, "--round", 0, SAMPLE / "baseline.csv", status=1)
    assert "allerede indlæst" in again.stderr
    other = tmp_path / "ny.csv"
    other.write_text("dato;medarbejder;målgruppe;arbejdsgang;minutter\n12-01-2026;ABC;Superbrugere;Fakturering;5\n")
    assert "Fakturering" in run("load", "--data", data, "--round", 0, other, status=1).stderr
    assert "--round" in run("load", "--data", data, "--round", 9, other, status=2).stderr
    known = tmp_path / "kendt.csv"
    known.write_text("dato;medarbejder;målgruppe;arbejdsgang;minutter;antal\n12-01-2026;XYZ;Superbrugere;Scan;5;1\n")
    assert "1 række" in run("load", "--data", data, "--round", 0, known).stdout


def test_estimate_prints_every_number_of_a_case() -> None:
    case = ORACLE / "v4_partial_overlap_fpc"
    found = json.loads(run("estimate", case / "data.csv", "--settings", case / "case.json", "--json").stdout)
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    for name in ("log_ratio", "se_log_ratio", "df", "reduction"):
        assert found[name] == pytest.approx(expected[name], rel=1e-8)
    assert found["ci_reduction_95"] == pytest.approx(expected["ci_reduction_95"], rel=1e-8)
    assert found["status"] == expected["status"]


def test_estimate_says_what_is_wrong_with_a_file(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("wave,employee\nbaseline,a\n", encoding="utf-8")
    assert "minutes" in run("estimate", wrong, status=2).stderr
    assert run("estimate", tmp_path / "none.csv", status=2).stderr


def test_two_processes_cannot_have_the_same_folder(data: Path) -> None:
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
def test_help_explains_every_option(command: str) -> None:
    words = run(command, "--help").stdout
    assert "--language" in words
    assert words.count("\n") > 5


def test_wrong_usage_is_status_2() -> None:
    run("chekc", status=2)
    run("check", status=2)
