"""The expected path is the plan alone, in the same steps as the trajectory, and in words for those who see no chart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.charts import theme
from analysis.charts.expected_path import expected_path_alt_text, expected_path_chart
from analysis.language import Language
from analysis.model.choices import Direction, Measure, TargetUnit
from tests import reports
from tests.charts.drawn import margin, picture, rows, texts

GOAL = reports.unmeasured_goal().goal
POINTS = replace(GOAL, measure=Measure.SHARE, direction=Direction.MORE, target_unit=TargetUnit.POINTS)


def test_the_steps_are_the_milestones_and_the_target() -> None:
    chart = expected_path_chart(GOAL, Language.DANISH, go_live=reports.GO_LIVE)
    steps = rows(chart, "line", color=theme.TARGET)
    assert [step["value"] for step in steps] == pytest.approx([100, 60, 40, 15, 15])
    assert {"Delmål: −40 %", "Delmål: −60 %", "Mål: −85 %"} <= {each.replace("\u00a0", " ") for each in texts(chart)}


def test_the_steps_are_told_in_words() -> None:
    said = expected_path_alt_text(GOAL, Language.DANISH, go_live=reports.GO_LIVE).replace("\u00a0", " ")
    assert "Fra idriftsættelsen den 2. marts 2026" in said
    assert "−40 % senest den 2. maj 2026." in said
    assert "−85 % senest den 2. september 2026." in said


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("goal", [GOAL, POINTS, replace(GOAL, milestones=())], ids=["per cent", "points", "no steps"])
def test_nothing_is_cut_off(goal, compact: bool) -> None:
    chart = expected_path_chart(goal, Language.ENGLISH, go_live=reports.GO_LIVE, compact=compact)
    width = 390 if compact else 760
    assert margin(picture(chart.properties(width=width))) >= 2
