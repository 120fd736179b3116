"""The expected path of a goal: what its plan alone asks for, before anything is measured."""

from __future__ import annotations

from datetime import date

import altair as alt

from analysis.charts import theme
from analysis.charts.course import Course, plan, plan_anchor, plan_unit
from analysis.charts.dressing import bare, nominal_width
from analysis.charts.frame import frame
from analysis.charts.geometry import Geometry
from analysis.charts.labels import Labels
from analysis.charts.trajectory import Y_AXIS_WIDTH
from analysis.charts.trajectory_layers import TrajectoryLayers
from analysis.charts.words import Words
from analysis.language import Language
from analysis.language.amounts import change_number
from analysis.language.catalogue import text
from analysis.language.formats import long_date
from analysis.model.plan import Goal, add_months

HEIGHT = 220


def expected_path_chart(goal: Goal, language: Language, *, go_live: date, compact: bool = False) -> alt.LayerChart:
    """The plan as steps from go-live over the milestones to the target."""
    drawn = expected_course(goal, go_live)
    size = theme.SMALL_TEXT_SIZE if compact else theme.TEXT_SIZE
    nominal = nominal_width(None, title=False, compact=compact)
    before_go_live, after_deadline = (2 * size, 7 * size) if compact else (4 * size, 11 * size)
    plot = frame(drawn, nominal - Y_AXIS_WIDTH, HEIGHT, left=before_go_live, right=after_deadline)
    layers = TrajectoryLayers(drawn, plot, language, size)
    labels = Labels(goal, Geometry(drawn, plot), Words(drawn, language, compact), size).placed()
    chart = alt.LayerChart(layer=[*layers.plan(), *map(layers.label, labels)])
    return bare(chart.properties(height=HEIGHT), language, None)


def expected_course(goal: Goal, go_live: date) -> Course:
    """The course of a goal of which nothing is measured, against the baseline to come."""
    deadline, anchor = add_months(go_live, goal.months_to_deadline), plan_anchor(goal)
    return Course(
        goal=goal,
        unit=plan_unit(goal),
        anchor=anchor,
        baseline=None,
        follow_ups=(),
        treads=plan(goal, go_live, deadline, anchor),
        unseen=(),
        planned=(),
        go_live=go_live,
        deadline=deadline,
    )


def expected_path_alt_text(goal: Goal, language: Language, *, go_live: date) -> str:
    """The steps in words."""
    first, *steps = expected_course(goal, go_live).treads
    said = [text(language, "smart.path.start", day=long_date(language, first.first))]
    for tread in steps:
        change, day = change_number(goal, tread.improvement, language), long_date(language, tread.first)
        said.append(text(language, "smart.path.step", change=change, day=day))
    return text(language, "smart.path.alt", goal=goal.name, steps=" ".join(said))
