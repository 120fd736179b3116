"""The picture on the help page says what the published table says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis.charts.coverage import CLAIMED, METHODS, coverage_alt_text, coverage_chart
from analysis.charts.export import svg
from analysis.language import Language

PUBLISHED = (Path(__file__).parents[2] / "docs" / "statistics.md").read_text(encoding="utf-8")
ROW_OF = {
    "gevinst": "**Gevinst**",
    "taylor": "Taylor, t(employees - strata): R `survey`",
    "employee_bootstrap": "employee bootstrap, percentile",
    "welch": "rows independent, Welch",
}


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
def test_every_bar_is_the_published_coverage_with_six_employees(method) -> None:
    row = next(line for line in PUBLISHED.splitlines() if line.startswith(f"| {ROW_OF[method.name]} |"))
    with_six = row.split("|")[3]
    assert float(re.match(r" ([\d.]+) ", with_six)[1]) == pytest.approx(100 * method.held, abs=0.05)


def test_only_gevinst_keeps_the_promise() -> None:
    assert [method.name for method in METHODS if method.held >= CLAIMED] == ["gevinst"]


@pytest.mark.parametrize(("language", "number"), [(Language.DANISH, "96\u00a0%"), (Language.ENGLISH, "96%")])
def test_the_picture_and_its_words_show_the_same_numbers(language: Language, number: str) -> None:
    assert number in coverage_alt_text(language)
    assert number in svg(coverage_chart(language, title=True)).decode()
