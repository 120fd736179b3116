"""The charts of hours a year: what freed them and what became of them, drawn as the numbers say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.charts.ledger import ledger_alt_text, ledger_chart
from analysis.charts.why import why_alt_text, why_chart
from analysis.language import Language
from analysis.model.decomposition import Decomposition
from analysis.model.entries import Conversion
from analysis.model.outcome import Interval
from analysis.model.realisation import LedgerOfGoal
from analysis.model.worth import FreedTime, Yearly
from tests import reports
from tests.charts.drawn import rows, texts

FREED = FreedTime(Yearly(1000, Interval(800, 1250, 0.95)), None, None, 1000, 0.7)
LINES = (Conversion(1, 1, 200, "Vakant stilling"), Conversion(2, 1, 150, "Færre vikarer"))
LEDGER = (
    LedgerOfGoal(reports.goal(name="Journalisering"), FREED, LINES),
    LedgerOfGoal(reports.goal(name="Forberedelse af opfølgningssamtale"), None, ()),
)


def test_each_goal_has_its_documented_hours_as_a_bar_and_the_measured_ones_with_their_interval() -> None:
    chart = ledger_chart(LEDGER, Language.DANISH, title=False)
    assert [(row["x"], row["x2"]) for row in rows(chart, "bar")] == [(0, 350), (0, 0)]
    assert [(row["x"], row["x2"]) for row in rows(chart, "rule")] == [(800, 1250)]
    assert [row["x"] for row in rows(chart, "point")] == [1000]


def test_a_narrow_chart_breaks_names_between_words() -> None:
    chart = ledger_chart(LEDGER, Language.DANISH, title=False, compact=True)
    assert [row["name"] for row in rows(chart, "bar")] == ["Journalisering", "Forberedelse af\nopfølgningssamtale"]


def test_the_ledger_in_words_tells_each_goals_gap() -> None:
    words = ledger_alt_text(LEDGER, Language.DANISH).replace("\u00a0", " ")
    assert "Journalisering: Der er målt 1.000 timer fri om året" in words
    assert "650 timer er frigjort, men ikke omsat." in words
    assert "Forberedelse af opfølgningssamtale: Der er ikke målt efter idriftsættelsen" in words


@pytest.mark.parametrize("language", Language)
def test_the_factors_lead_from_the_hours_before_to_the_hours_after(language: Language) -> None:
    report = reports.explained_goal()
    assert isinstance(report.why, Decomposition)
    chart = why_chart(report, language, title=False)
    bars = rows(chart, "bar")
    first, *factors, last = bars
    assert (first["x"], first["x2"]) == (0, report.why.hours_before)
    assert [bar["x"] for bar in factors] == pytest.approx([first["x2"], *(bar["x2"] for bar in factors[:-1])])
    assert factors[-1]["x2"] == pytest.approx(last["x2"]) == pytest.approx(report.why.hours_after)
    assert len(texts(chart)) == len(bars)
    assert str(report.goal.item) in why_alt_text(report, language)


def test_without_a_decomposition_there_is_no_such_chart() -> None:
    with pytest.raises(ValueError, match="decomposition"):
        why_chart(replace(reports.undecided_goal(), why=None), Language.DANISH, title=False)
