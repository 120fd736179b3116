"""All goals of a project: how far each has come on its own way from the baseline to the target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import altair as alt

from analysis.charts import theme
from analysis.charts.changes import NO_NUMBER, change_text
from analysis.charts.dressing import bare, nominal_width, titled
from analysis.charts.guides import milestone_in_force, portfolio_guide
from analysis.charts.row_layers import HEADING_AT, RowLayers
from analysis.charts.rows import Headings, Layout, Row, drawn
from analysis.language import Language
from analysis.language.amounts import change_number
from analysis.language.catalogue import text
from analysis.language.formats import short_date
from analysis.language.sentences import portfolio_headline, status_word
from analysis.model.status import GoalReport, StatusReport

FURTHEST_BACK, FURTHEST_AHEAD = -0.25, 1.75
"""Goals that lie further out are shown by an arrow: the ways of the others must stay readable."""


def portfolio_chart(
    report: StatusReport, language: Language, *, title: bool, width: int | None = None, compact: bool = False
) -> alt.LayerChart:
    """One row a goal, in the order of the report."""
    nominal = nominal_width(width, title=title, compact=compact)
    chart = layered(report.goals, goal_layout(report, language, nominal, compact), language)
    if not title:
        return bare(chart, language, width)
    return titled(chart, language, nominal, [portfolio_headline(report, language)], portfolio_guide(report, language))


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of the chart that fits on a page, and its alternative text."""

    chart: alt.LayerChart
    alt_text: str


def portfolio_pieces(report: StatusReport, language: Language, *, width: int, height: float) -> tuple[Piece, ...]:
    """The chart cut between goals into pieces of at most ``height`` pixels, all on the same scale."""
    layout = goal_layout(report, language, width, compact=False)
    pieces = []
    for start, end in cuts(layout.heights, height):
        part, goals = replace(layout, rows=layout.rows[start:end]), report.goals[start:end]
        chart = bare(layered(goals, part, language), language, width)
        pieces.append(Piece(chart, portfolio_alt_text(replace(report, goals=goals), language)))
    return tuple(pieces)


def cuts(heights: Sequence[float], most: float) -> Iterator[tuple[int, int]]:
    """From which row to which each piece goes; a row that is too tall alone stands alone.

    >>> list(cuts([40, 40, 60, 90], 100))
    [(0, 2), (2, 3), (3, 4)]
    """
    start = 0
    for end in range(1, len(heights) + 1):
        if end == len(heights) or sum(heights[start : end + 1]) > most:
            yield start, end
            start = end


def goal_layout(report: StatusReport, language: Language, width: float, compact: bool) -> Layout:
    rows = tuple(goal_row(goal, language) for goal in report.goals)
    headings = Headings(*(text(language, f"chart.{key}") for key in ("target_and_deadline", "change", "status")))
    low = min([-0.05, *(row.drawn.lowest for row in rows if row.drawn)])
    high = max([1.05, *(row.drawn.highest for row in rows if row.drawn)])
    return Layout(rows, headings, max(low, FURTHEST_BACK), min(high, FURTHEST_AHEAD), width, compact)


def layered(goals: Sequence[GoalReport], layout: Layout, language: Language) -> alt.LayerChart:
    layers = RowLayers(layout, axis=None)
    drawn_layers = [*ways(layers, goals), *heading(layers, language), *layers.all()]
    return alt.LayerChart(layer=drawn_layers).properties(height=layout.height)


def goal_row(report: GoalReport, language: Language) -> Row:
    goal, latest = report.goal, report.latest
    asked = change_number(goal, goal.target_improvement, language), short_date(language, report.deadline)
    in_force = latest.requirement.milestone if latest and latest.requirement else None
    change = latest.change if latest else None
    return Row(
        name=goal.name,
        details="\n".join(asked),
        drawn=drawn(change, whole=goal.target_improvement),
        number=change_text(goal, change, language, in_force) if latest else next_measurement(report, language),
        status=report.status,
        word=status_word(report.status, goal, language),
    )


def next_measurement(report: GoalReport, language: Language) -> str:
    """When a goal without a follow-up gets its next one."""
    if not report.planned:
        return NO_NUMBER
    return text(language, "chart.next", date=short_date(language, report.planned[0].ends_on))


def ways(layers: RowLayers, goals: Sequence[GoalReport]) -> Iterator[alt.Chart]:
    """Behind each row the way from the baseline to the target, the target, and the milestone that was in force."""
    layout = layers.layout
    reach = 14 if layout.compact else 19
    rows = zip(goals, layout.rows, layout.centres, strict=True)
    places = [(goal, y) for goal, row, y in rows if row.drawn or not layout.compact]
    way = [{"x": 0.0, "x2": 1.0, "y": y, "colour": theme.ZONE} for _, y in places]
    yield layers.at(way, x2="x2:Q").mark_rule(strokeWidth=1.4 * reach)
    target = [{"x": 1.0, "y": y - reach, "y2": y + reach, "colour": theme.TARGET} for _, y in places]
    yield layers.at(target, y2="y2:Q").mark_rule(strokeWidth=6)
    milestones = [
        {"x": in_force / goal.goal.target_improvement, "y": y - reach, "y2": y + reach, "colour": theme.INK}
        for goal, y in places
        if (in_force := milestone_in_force(goal)) is not None
    ]
    if milestones:
        yield layers.at(milestones, y2="y2:Q").mark_rule(strokeWidth=2.5)


def heading(layers: RowLayers, language: Language) -> Iterator[alt.Chart]:
    """Over the start of the ways; in a narrow chart the texts above each way leave no room for it."""
    if not layers.layout.compact:
        row = {"x": 0.0, "y": HEADING_AT, "text": text(language, "chart.progress"), "colour": theme.BEFORE_TEXT}
        yield layers.at([row], text="text:N").mark_text(align="left", dy=-1, fontSize=layers.layout.size)


def portfolio_alt_text(report: StatusReport, language: Language) -> str:
    """The kind of chart, the message, and the first goals; the others are in the table beside it."""
    rows = [goal_row(goal, language) for goal in report.goals[:3]]
    return text(
        language,
        "chart.alt.portfolio",
        organisation=report.project.organisation,
        system=report.project.system,
        message=portfolio_headline(report, language),
        numbers=" ".join(f"{row.name}: {row.number}, {row.word}." for row in rows),
    ).strip()
