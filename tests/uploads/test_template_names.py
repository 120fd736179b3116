"""Names that a file cannot hold are told before a template with them is filled in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from analysis.ingest import read
from analysis.language import Language
from analysis.model.kinds import Measurement, Role
from analysis.model.upload import Ingested
from analysis.report.template import StaffMember, TemplateWords, template_csv
from analysis.uploads import ReadOptions, unreadable_names
from tests.ingest.staging import memory_staging

ROWS = 12
GOOD = ("Journalisering", "Partshøring", "- heraf hastesager", "15-20 min samtale")
BAD = ("I alt", "Kontrol (sum)", "?", "NA", "0101901234")
NUMBERS = ("10", "112")


@pytest.mark.parametrize(
    ("role", "lost"),
    [
        (Role.WORKFLOW, {*BAD, *NUMBERS}),
        (Role.TARGET_GROUP, {*BAD, *NUMBERS}),
        (Role.EMPLOYEE, {*BAD, "Alle medarbejdere"} - {"0101901234"}),
    ],
)
def test_names_that_look_like_something_else_are_named(role: Role, lost: set[str]) -> None:
    names = (*GOOD, *lost)
    assert set(unreadable_names(names, role, Measurement.TALLY)) == lost


def test_an_indicator_may_be_called_a_total() -> None:
    assert unreadable_names(("Kø i alt", "Fejl"), Role.WORKFLOW, Measurement.SERIES) == ()


def test_numbers_are_names_where_all_are_numbers() -> None:
    assert unreadable_names(NUMBERS, Role.WORKFLOW, Measurement.TALLY) == ()


@pytest.mark.parametrize("name", [*GOOD, *BAD, *NUMBERS, "Sum af breve", "Oprettelse i alt", "Alle opgaver", "SUM"])
def test_what_is_told_is_what_reading_does(name: str, tmp_path: Path) -> None:
    staff = tuple(StaffMember(f"MA{number}", "Nord") for number in range(ROWS))
    words = TemplateWords(("Journalisering", "Partshøring"), ("Nord",), staff, date(2026, 3, 2))
    template = template_csv(words, Measurement.TALLY, Language.DANISH).decode("utf-8-sig").splitlines()
    odd = template_csv(
        TemplateWords((name,), ("Nord",), staff[:1], date(2026, 3, 2)), Measurement.TALLY, Language.DANISH
    )
    lines = [*template, *odd.decode("utf-8-sig").splitlines()[1:]]
    (tmp_path / "a.csv").write_text("\n".join([lines[0], *(f"{line}7" for line in lines[1:]), ""]), encoding="utf-8")
    (tmp_path / "staging").mkdir()
    with memory_staging(tmp_path / "staging") as staging:
        result = read(tmp_path / "a.csv", "a.csv", staging, ReadOptions(measurement=Measurement.TALLY))
    comes_back = isinstance(result, Ingested) and name in result.summary.workflows
    assert comes_back == (name not in unreadable_names((*words.workflows, name), Role.WORKFLOW, Measurement.TALLY))
