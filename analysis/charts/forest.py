"""The change of each target group below that of all, against what is required now."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import altair as alt

from analysis.charts import theme
from analysis.charts.changes import change_text
from analysis.charts.dressing import bare, nominal_width, titled
from analysis.charts.frame import tick_step
from analysis.charts.guides import forest_guide
from analysis.charts.row_layers import HEADING_AT, RowLayers
from analysis.charts.rows import Headings, Layout, Row, drawn
from analysis.language import Language
from analysis.language.amounts import unit_sign
from analysis.language.catalogue import text
from analysis.language.formats import whole
from analysis.language.sentences import headline, requirement_text, status_word
from analysis.model.choices import Direction, TargetUnit
from analysis.model.plan import Goal
from analysis.model.status import GoalReport, Requirement, RoundResult

SMALLEST_STEP = {TargetUnit.RELATIVE: 0.2, TargetUnit.POINTS: 0.01}
AIR = 0.06
FURTHEST_BACK, FURTHEST_AHEAD = -1.0, 3.0
"""More than twice the time is shown by an arrow: the groups near the target must stay readable."""


def forest_chart(
    report: GoalReport, language: Language, *, title: bool, width: int | None = None, compact: bool = False
) -> alt.LayerChart:
    """The target groups in the latest follow-up."""
    latest, requirement = judged(report)
    rows = group_rows(report, language)
    scale = scale_of(report.goal, rows, requirement)
    headings = Headings("", text(language, "chart.change"), text(language, "chart.status"))
    nominal = nominal_width(width, title=title, compact=compact)
    layout = Layout(rows, headings, scale.low, scale.high, nominal, compact)
    layers = RowLayers(layout, axis(report, language, scale, layout))
    lines = reference_lines(layers, requirement_text(requirement, report.goal, language), requirement.milestone)
    chart = alt.LayerChart(layer=[*lines, *layers.all()]).properties(height=layout.height)
    if not title:
        return bare(chart, language, width)
    return titled(chart, language, nominal, headline(report, language), forest_guide(latest, language))


def judged(report: GoalReport) -> tuple[RoundResult, Requirement]:
    """The latest follow-up and what is required of it; without one there is no chart of groups."""
    latest = report.latest
    if latest is None or latest.requirement is None:
        raise ValueError("report must have a follow-up, got none")
    return latest, latest.requirement


def group_rows(report: GoalReport, language: Language) -> tuple[Row, ...]:
    """All first, then the groups as the report orders them."""
    latest, requirement = judged(report)
    everyone = (text(language, "chart.all"), latest.employees, latest.change, report.status)
    groups = [(group.target_group, group.employees, group.change, group.status) for group in report.groups]
    return tuple(
        Row(
            name=text(language, "chart.employees", name=name, employees=whole(language, employees)),
            details="",
            drawn=drawn(change),
            number=change_text(report.goal, change, language, requirement.milestone),
            status=status,
            word=status_word(status, report.goal, language),
        )
        for name, employees, change, status in (everyone, *groups)
    )


@dataclass(frozen=True, slots=True)
class Scale:
    """The improvements from edge to edge, with a label at each ``step``."""

    low: float
    high: float
    step: float

    @property
    def values(self) -> list[float]:
        first, last = (round(edge / self.step) for edge in (self.low, self.high))
        return [round(self.step * number, 10) for number in range(first, last + 1)]


def scale_of(goal: Goal, rows: tuple[Row, ...], requirement: Requirement) -> Scale:
    """Round numbers with zero and the requirement inside."""
    seen = [row.drawn for row in rows if row.drawn]
    low = max(min([0.0, *(estimate.lowest for estimate in seen)]), FURTHEST_BACK)
    asked = requirement.milestone * (1 + AIR)
    high = max([asked, *(min(estimate.highest, furthest_ahead(goal)) for estimate in seen)])
    step = max(SMALLEST_STEP[goal.target_unit], tick_step(high - low))
    edges = step * math.floor(low / step + 1e-9), step * math.ceil(high / step - 1e-9)
    return Scale(edges[0], min(edges[1], furthest_ahead(goal)), step)


def furthest_ahead(goal: Goal) -> float:
    """Nothing can fall by more than all of it, and no share can change by more than one."""
    is_open = goal.direction is Direction.MORE and goal.target_unit is TargetUnit.RELATIVE
    return FURTHEST_AHEAD if is_open else 1.0


def axis(report: GoalReport, language: Language, scale: Scale, layout: Layout) -> alt.Axis:
    """Labels as changes, like all numbers of the product; what is wanted lies to the right."""
    goal = report.goal
    change = "datum.value" if goal.direction is Direction.MORE else "-datum.value"
    sign, unit = "datum.value == 0 ? '.0f' : '+.0f'", unit_sign(goal.target_unit, language)
    return alt.Axis(
        values=scale.values,
        labelExpr=f"format(100 * {change}, {sign}) + '{unit}'",
        labelFlush=False,
        labelSeparation=12,
        labelFontSize=layout.size,
        title=text(language, f"chart.change_axis.{goal.measure}", item=goal.item),
        titlePadding=6 if layout.compact else 12,
        titleFontSize=layout.size,
        grid=not layout.compact,
    )


def reference_lines(layers: RowLayers, required: str, milestone: float) -> Iterator[alt.Chart]:
    """No change in grey, the requirement dashed and named above the plot."""
    lines = layers.verticals(half_height=13)
    zero = [{"x": 0.0, "y": top, "y2": bottom, "colour": theme.BEFORE} for top, bottom in lines]
    yield layers.at(zero, y2="y2:Q").mark_rule(strokeWidth=2)
    if milestone > 0:
        asked = [{"x": milestone, "y": top, "y2": bottom, "colour": theme.TARGET} for top, bottom in lines]
        yield layers.at(asked, y2="y2:Q").mark_rule(strokeWidth=2.5, strokeDash=[8, 5])
        name = [{"x": milestone, "y": HEADING_AT, "colour": theme.TARGET, "text": required}]
        late = milestone > layers.layout.low + 0.75 * (layers.layout.high - layers.layout.low)
        yield layers.at(name, text="text:N").mark_text(
            align="right" if late else "center", dx=8 if late else 0, fontWeight=theme.BOLD, fontSize=layers.layout.size
        )


def forest_alt_text(report: GoalReport, language: Language) -> str:
    """The kind of chart, the message, and all, the furthest and the least far group."""
    everyone, *groups = group_rows(report, language)
    known = sorted((row for row in groups if row.drawn), key=lambda row: row.drawn.value if row.drawn else 0)
    chosen = dict.fromkeys([everyone, *known[-1:], *known[:1]])
    numbers = " ".join(f"{row.name}: {row.number}, {row.word}." for row in chosen)
    message = " ".join(headline(report, language))
    return text(language, "chart.alt.groups", goal=report.goal.name, message=message, numbers=numbers)
