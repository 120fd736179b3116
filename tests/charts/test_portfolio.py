"""All goals in one chart: progress is the reduction as a part of the target, neither clamped nor flattered."""

from __future__ import annotations

import pytest

from analysis.charts import theme
from analysis.charts.guides import portfolio_guide
from analysis.charts.portfolio import portfolio_alt_text, portfolio_chart, portfolio_pieces
from analysis.language import Language
from analysis.language.sentences import portfolio_headline
from analysis.model.status import StatusReport
from analysis.report.tables import goals_table
from tests import reports
from tests.charts.drawn import margin, picture, rows, texts, title


def drawn(report: StatusReport, language: Language = Language.DANISH, *, picture: bool = False, compact: bool = False):
    return portfolio_chart(report, language, title=picture, width=390 if compact else 1000, compact=compact)


def test_progress_is_the_reduction_as_a_part_of_the_target() -> None:
    marks = rows(drawn(reports.example_report()), "point", size=210)
    assert [(mark["name"], pytest.approx(mark["x"])) for mark in marks] == [
        ("Journalisering og fordeling af dokumenter", 0.79 / 0.85),
        ("Oprettelse af sager", 0.44 / 0.3),
    ]


def test_a_goal_far_behind_its_baseline_is_an_arrow_at_the_edge_and_no_zero() -> None:
    chart = drawn(reports.regressed_report())
    (arrow,) = rows(chart, "point", size=210)
    low = chart.to_dict()["layer"][0]["encoding"]["x"]["scale"]["domain"][0]
    assert (arrow["shape"], arrow["x"]) == (theme.ARROW_LEFT, low)
    assert low < 0


def test_the_thin_tick_is_what_the_latest_follow_up_was_judged_against() -> None:
    (tick,) = rows(drawn(reports.regressed_report()), "rule", strokeWidth=2.5)
    assert tick["x"] == pytest.approx(0.1 / 0.25)
    assert rows(drawn(reports.example_report()), "rule", strokeWidth=2.5) == []


def test_the_guide_tells_of_the_thin_tick_only_where_there_is_one() -> None:
    told = "Tynd lodret streg: delmålet ved seneste måling."
    assert told in portfolio_guide(reports.regressed_report(), Language.DANISH)
    assert told not in portfolio_guide(reports.example_report(), Language.DANISH)


def test_every_goal_has_its_target() -> None:
    targets = rows(drawn(reports.crowded_report()), "rule", strokeWidth=6)
    assert [target["x"] for target in targets] == [1.0] * 12


@pytest.mark.parametrize("language", Language)
def test_the_texts_are_those_of_the_table(language: Language) -> None:
    report = reports.example_report()
    shown = texts(drawn(report, language))
    for row in goals_table(report, language).rows[:2]:
        assert f"{row[5]} ({row[6]})" in shown
        assert row[-1] in shown
        assert f"{row[1]}\n{row[2]}" in shown


def test_a_goal_without_a_follow_up_says_when_it_is_measured() -> None:
    shown = texts(drawn(reports.example_report()))
    assert "måles 4. okt. 2026" in shown
    assert "Ikke målt" in shown


@pytest.mark.parametrize("make", [reports.example_report, reports.crowded_report, reports.permits_report])
@pytest.mark.parametrize("compact", [False, True])
def test_nothing_is_cut_off(make, compact: bool) -> None:
    image = picture(drawn(make(), compact=compact))
    assert image.width == (390 if compact else 1000)
    assert margin(image) >= 1


def test_pieces_hold_every_goal_once_on_one_scale() -> None:
    report = reports.crowded_report()
    pieces = portfolio_pieces(report, Language.DANISH, width=1000, height=400)
    specs = [piece.chart.to_dict() for piece in pieces]
    assert sum(len(rows(piece.chart, "rule", strokeWidth=6)) for piece in pieces) == 12
    assert all(spec["height"] <= 400 for spec in specs)
    assert len({tuple(spec["layer"][0]["encoding"]["x"]["scale"]["domain"]) for spec in specs}) == 1


@pytest.mark.parametrize("language", Language)
def test_title_and_alternative_text_carry_the_message(language: Language) -> None:
    report = reports.example_report()
    said = portfolio_headline(report, language)
    assert title(drawn(report, language, picture=True)) == said
    assert said in portfolio_alt_text(report, language)
