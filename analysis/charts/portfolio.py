"""All goals of a project: how far each has come on its own way from the baseline to the target."""

from __future__ import annotations

from collections.abc import Iterator

import altair as alt

from analysis.charts import theme
from analysis.charts.guides import portfolio_guide
from analysis.charts.row_layers import HEADING_AT, RowLayers
from analysis.charts.rows import Headings, Layout, Row, drawn
from analysis.charts.wording import NO_NUMBER, change_text, titled
from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import short_date, signed_percent
from analysis.language.sentences import portfolio_headline, status_word
from analysis.model.status import GoalReport, StatusReport

FURTHEST_BACK, FURTHEST_AHEAD = -0.25, 1.75
"""Goals that lie further out are shown by an arrow: the ways of the others must stay readable."""


def portfolio_chart(
    report: StatusReport, language: Language, *, title: bool, width: int | None = None, compact: bool = False
) -> alt.LayerChart:
    """One row a goal, in the order of the report."""
    rows = tuple(goal_row(goal, language) for goal in report.goals)
    headings = Headings(*(text(language, f"chart.{key}") for key in ("target_and_deadline", "change", "status")))
    nominal = width or (theme.NARROW_WIDTH if compact else theme.SCREEN_WIDTH)
    low = min([-0.05, *(row.drawn.lowest for row in rows if row.drawn)])
    high = max([1.05, *(row.drawn.highest for row in rows if row.drawn)])
    layout = Layout(rows, headings, max(low, FURTHEST_BACK), min(high, FURTHEST_AHEAD), nominal, compact)
    layers = RowLayers(layout, axis=None)
    drawn_layers = [*ways(layers, report), *heading(layers, language), *layers.all()]
    chart = alt.LayerChart(layer=drawn_layers).properties(height=layout.height)
    if title:
        chart = titled(chart, nominal, [portfolio_headline(report, language)], [portfolio_guide(report, language)])
    return theme.finished(chart, language, width)


def goal_row(report: GoalReport, language: Language) -> Row:
    target, latest = report.goal.target_reduction, report.latest
    asked = signed_percent(language, target), short_date(language, report.deadline)
    in_force = latest.requirement.milestone if latest and latest.requirement else None
    change = latest.change if latest else None
    return Row(
        name=report.goal.name,
        details="\n".join(asked),
        drawn=drawn(change, whole=target),
        number=change_text(change, language, in_force) if latest else next_measurement(report, language),
        status=report.status,
        word=status_word(report.status, report.goal, language),
    )


def next_measurement(report: GoalReport, language: Language) -> str:
    """When a goal without a follow-up gets its next one."""
    if not report.planned:
        return NO_NUMBER
    return text(language, "chart.next", date=short_date(language, report.planned[0].ends_on))


def ways(layers: RowLayers, report: StatusReport) -> Iterator[alt.Chart]:
    """Behind each row the way from the baseline to the target, the target, and the milestone that was in force."""
    places = list(zip(report.goals, layers.layout.centres, strict=True))
    way = [{"x": 0.0, "x2": 1.0, "y": y, "colour": theme.ZONE} for _, y in places]
    yield layers.at(way, x2="x2:Q").mark_rule(strokeWidth=26)
    target = [{"x": 1.0, "y": y - 19, "y2": y + 19, "colour": theme.TARGET} for _, y in places]
    yield layers.at(target, y2="y2:Q").mark_rule(strokeWidth=6)
    milestones = [
        {"x": in_force / goal.goal.target_reduction, "y": y - 17, "y2": y + 17, "colour": theme.INK}
        for goal, y in places
        if (in_force := milestone_in_force(goal)) is not None
    ]
    if milestones:
        yield layers.at(milestones, y2="y2:Q").mark_rule(strokeWidth=2.5)


def heading(layers: RowLayers, language: Language) -> Iterator[alt.Chart]:
    """Over the start of the ways; in a narrow chart the texts above each way leave no room for it."""
    if not layers.layout.compact:
        words = {"x": 0.0, "y": HEADING_AT, "text": text(language, "chart.progress"), "colour": theme.BEFORE_TEXT}
        yield layers.at([words], text="text:N").mark_text(align="left", fontSize=layers.layout.size)


def milestone_in_force(report: GoalReport) -> float | None:
    """What the latest follow-up was judged against, where that is less than the target."""
    requirement = report.latest.requirement if report.latest else None
    return requirement.milestone if requirement and 0 < requirement.milestone < requirement.target else None


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
