"""The goal trajectory: the baseline, the plan as steps down to the target, and each follow-up with its interval."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import altair as alt

from analysis.charts import theme
from analysis.charts.changes import change_text
from analysis.charts.course import course
from analysis.charts.dressing import bare, nominal_width, titled
from analysis.charts.frame import frame
from analysis.charts.geometry import Geometry
from analysis.charts.guides import asked_and_measured, trajectory_guide
from analysis.charts.labels import Labels
from analysis.charts.trajectory_layers import TrajectoryLayers
from analysis.charts.words import Words
from analysis.language import Language
from analysis.language.amounts import change_number, level_text
from analysis.language.catalogue import text
from analysis.language.sentences import headline, round_name
from analysis.model.levels import Level
from analysis.model.status import GoalReport

HEIGHT = 400
Y_AXIS_WIDTH = 60


def trajectory_chart(
    report: GoalReport,
    language: Language,
    *,
    go_live: date,
    title: bool,
    width: int | None = None,
    height: int = HEIGHT,
    compact: bool = False,
) -> alt.LayerChart:
    """The chart of one goal; ``width`` is over all, ``height`` of the plot, ``compact`` shortens the labels."""
    drawn = course(report, go_live)
    size = theme.SMALL_TEXT_SIZE if compact else theme.TEXT_SIZE
    nominal = nominal_width(width, title=title, compact=compact)
    before_baseline, after_deadline = (4 * size, 8.5 * size) if compact else (6.5 * size, 13.5 * size)
    plot = frame(drawn, nominal - Y_AXIS_WIDTH, height, left=before_baseline, right=after_deadline)
    layers = TrajectoryLayers(drawn, plot, language, size)
    labels = Labels(report.goal, Geometry(drawn, plot), Words(drawn, language, compact), size).placed()
    chart = alt.LayerChart(layer=[*layers.plan(), *layers.measured(), *map(layers.label, labels)])
    chart = chart.properties(height=height)
    if not title:
        return bare(chart, language, width)
    guide = (*asked_and_measured(report, language), *trajectory_guide(report, language, go_live=go_live))
    return titled(chart, language, nominal, headline(report, language), guide)


def trajectory_alt_text(report: GoalReport, language: Language) -> str:
    """The kind of chart, the message, and the numbers that carry it."""
    message = " ".join(headline(report, language))
    numbers = " ".join(told(report, language))
    return text(language, "chart.alt.trajectory", goal=report.goal.name, message=message, numbers=numbers).strip()


def told(report: GoalReport, language: Language) -> Iterator[str]:
    if report.baseline and isinstance(report.baseline.level, Level):
        yield f"{round_name(0, language)}: {level_text(report.goal, report.baseline.level.value, language)}."
    latest = report.latest
    if latest and latest.requirement:
        change = change_text(report.goal, latest.change, language, latest.requirement.milestone)
        yield f"{round_name(latest.round.number, language)}: {change}."
    asked = change_number(report.goal, report.goal.target_improvement, language)
    yield text(language, "requirement.target", change=asked) + "."
