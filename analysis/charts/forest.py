"""The change of each target group below that of all, against what is required now."""

from __future__ import annotations

import math
from collections.abc import Iterator

import altair as alt

from analysis.charts import theme
from analysis.charts.changes import change_text
from analysis.charts.dressing import bare, nominal_width, titled
from analysis.charts.guides import forest_guide
from analysis.charts.row_layers import HEADING_AT, RowLayers
from analysis.charts.rows import Headings, Layout, Row, drawn
from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import whole
from analysis.language.sentences import headline, requirement_text, status_word
from analysis.model.outcome import Interval
from analysis.model.status import GoalReport, Requirement, RoundResult

STEP = 0.2
FURTHEST_BACK = -1.0
"""More than twice the time is shown by an arrow: the groups near the target must stay readable."""


def forest_chart(
    report: GoalReport, language: Language, *, title: bool, width: int | None = None, compact: bool = False
) -> alt.LayerChart:
    """The target groups in the latest follow-up."""
    latest, requirement = judged(report)
    rows = group_rows(report, language)
    edges = domain(rows, requirement)
    headings = Headings("", text(language, "chart.change"), text(language, "chart.status"))
    nominal = nominal_width(width, title=title, compact=compact)
    layout = Layout(rows, headings, edges.low, edges.high, nominal, compact)
    layers = RowLayers(layout, axis(report, language, edges, layout))
    lines = reference_lines(layers, requirement_text(requirement, language), requirement.milestone)
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
            number=change_text(change, language, requirement.milestone),
            status=status,
            word=status_word(status, report.goal, language),
        )
        for name, employees, change, status in (everyone, *groups)
    )


def domain(rows: tuple[Row, ...], requirement: Requirement) -> Interval:
    """The reductions from edge to edge, on round numbers, with zero and the requirement inside."""
    seen = [row.drawn for row in rows if row.drawn]
    low = max(min([0.0, *(estimate.lowest for estimate in seen)]), FURTHEST_BACK)
    high = max([requirement.milestone + 0.05, *(estimate.highest for estimate in seen)])
    return Interval(STEP * math.floor(low / STEP + 1e-9), min(STEP * math.ceil(high / STEP - 1e-9), 1.0), level=0.95)


def axis(report: GoalReport, language: Language, edges: Interval, layout: Layout) -> alt.Axis:
    """Labels as changes, like all numbers of the product: less time is negative and lies to the right."""
    steps = range(round(edges.low / STEP), round(edges.high / STEP) + 1)
    return alt.Axis(
        values=[round(STEP * step, 1) for step in steps],
        labelExpr="format(-datum.value, datum.value == 0 ? '.0%' : '+.0%')",
        labelFlush=False,
        labelSeparation=12,
        labelFontSize=layout.size,
        title=text(language, "chart.change_axis", item=report.goal.item),
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
