"""The target groups stand below all, each with its number, its words and its mark."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.charts import theme
from analysis.charts.forest import forest_alt_text, forest_chart
from analysis.language import Language
from analysis.language.sentences import headline, status_word
from analysis.model.status import GoalReport, Status
from analysis.report.tables import groups_table
from tests import reports
from tests.charts.drawn import margin, picture, rows, texts, title


def drawn(report: GoalReport, language: Language = Language.DANISH, *, picture: bool = False, compact: bool = False):
    return forest_chart(report, language, title=picture, width=390 if compact else 1000, compact=compact)


def plain(words: list[str]) -> list[str]:
    return [word.replace("\u00a0", " ").replace("\n", " ") for word in words]


def test_all_stands_first_and_n_is_employees() -> None:
    names = [word for word in plain(texts(drawn(reports.undecided_goal()))) if "(n = " in word]
    assert names == [
        "Alle (n = 36)",
        "Sagsbehandlere på ydelsescentrene (n = 14)",
        "Sagsbehandlere uden for ydelsescentrene (n = 12)",
        "Superbrugere (n = 8)",
        "Ledere på ydelsesområdet (n = 2)",
    ]


def test_each_shown_group_has_its_estimate_and_the_mark_of_its_status() -> None:
    report = reports.undecided_goal()
    marks = {mark["name"].split("\u00a0")[0]: mark for mark in rows(drawn(report), "point", size=210)}
    assert len(marks) == 4
    for group in report.groups[:3]:
        mark = next(mark for name, mark in marks.items() if name.startswith(group.target_group))
        assert mark["x"] == group.change.improvement
        assert mark["shape"] == theme.STATUS_MARKS[group.status].path
        assert mark["colour"] == theme.STATUS_MARKS[group.status].colour


def test_a_group_too_small_has_words_and_no_mark() -> None:
    chart = drawn(reports.undecided_goal())
    assert not [mark for mark in rows(chart, "point", size=210) if mark["name"].startswith("Ledere")]
    assert "vises ikke" in texts(chart)
    assert "For få målinger" in texts(chart)


@pytest.mark.parametrize("language", Language)
def test_the_texts_are_those_of_the_table(language: Language) -> None:
    report = reports.undecided_goal()
    shown = texts(drawn(report, language))
    for row in groups_table(report, language).rows[:3]:
        change, interval, word = row[-3:]
        assert f"{change} ({interval})" in shown
        assert word in shown


def test_the_requirement_in_force_is_the_dashed_line() -> None:
    chart = drawn(reports.regressed_goal())
    assert {line["x"] for line in rows(chart, "rule", strokeDash=[8, 5])} == {0.1}
    assert "Delmål: −10 %" in plain(texts(chart))
    assert {line["x"] for line in rows(chart, "rule", strokeWidth=2)} == {0.0}


def test_before_the_first_milestone_nothing_is_required() -> None:
    report = reports.undecided_goal()
    first = replace(report.follow_ups[0], requirement=replace(report.follow_ups[0].requirement, milestone=0.0))
    chart = drawn(replace(report, follow_ups=(first,)))
    assert rows(chart, "rule", strokeDash=[8, 5]) == []


def test_an_interval_outside_the_plot_ends_in_an_arrow() -> None:
    chart = drawn(reports.regressed_goal())
    arrows = [mark for mark in rows(chart, "point", size=210) if mark["shape"] == theme.ARROW_LEFT]
    assert [arrow["x"] for arrow in arrows] == [-1.0]
    assert min(bar["x"] for bar in rows(chart, "rule", strokeWidth=3)) == -1.0


def test_numbers_carry_the_sign_of_the_change() -> None:
    shown = plain(texts(drawn(reports.regressed_goal())))
    assert {"+38 % (15–66 %)", "+90 % (39–160 %)", "+8 % (−10 til +30 %)"} <= set(shown)


@pytest.mark.parametrize("make", [reports.undecided_goal, reports.permits_goal, reports.regressed_goal])
@pytest.mark.parametrize("compact", [False, True])
def test_nothing_is_cut_off(make, compact: bool) -> None:
    image = picture(drawn(make(), compact=compact))
    assert image.width == (390 if compact else 1000)
    assert margin(image) >= 1


@pytest.mark.parametrize("language", Language)
def test_title_alternative_text_and_status_agree(language: Language) -> None:
    report = reports.undecided_goal()
    said = " ".join(headline(report, language))
    assert title(drawn(report, language, picture=True)) == said
    spoken = forest_alt_text(report, language)
    assert said in spoken
    assert status_word(Status.REACHED, report.goal, language) in spoken


def test_without_a_follow_up_there_is_no_chart_of_groups() -> None:
    with pytest.raises(ValueError, match="follow-up"):
        drawn(reports.baseline_only_goal())
