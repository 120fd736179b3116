"""Hours measured free beside hours documented as converted: the gap between them is the message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any

import altair as alt

from analysis.charts import theme
from analysis.charts.dressing import bare, nominal_width, titled
from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.sentences import ledger_sentence
from analysis.model.outcome import Interval
from analysis.model.realisation import LedgerOfGoal
from analysis.model.worth import FreedTime

ROW_HEIGHT, BAR_HEIGHT = 64, 24
NAME_LETTERS = {False: 28, True: 15}


def ledger_chart(
    ledger: Sequence[LedgerOfGoal], language: Language, *, title: bool, width: int | None = None, compact: bool = False
) -> alt.LayerChart:
    """A bar of documented hours for each goal, the measured hours as a point with its interval over it."""
    size = theme.SMALL_TEXT_SIZE if compact else theme.TEXT_SIZE
    named = [("\n".join(wrap(one.goal.name, NAME_LETTERS[compact], break_long_words=False)), one) for one in ledger]
    chart = alt.LayerChart(layer=list(layers(named, language, size))).properties(height=ROW_HEIGHT * len(named))
    if not title:
        return bare(chart, language, width)
    said = [text(language, "realisation.ledger")]
    return titled(
        chart, language, nominal_width(width, title=title, compact=compact), said, ledger_guide(ledger, language)
    )


def ledger_guide(ledger: Sequence[LedgerOfGoal], language: Language) -> tuple[str, ...]:
    """What bar and point are, then each goal in a sentence."""
    each = (f"{one.goal.name}: {ledger_sentence(one, language)}" for one in ledger)
    return (text(language, "realisation.chart_guide"), *each)


def ledger_alt_text(ledger: Sequence[LedgerOfGoal], language: Language) -> str:
    return text(language, "realisation.chart_words", said=" ".join(ledger_guide(ledger, language)[1:]))


def layers(named: Sequence[tuple[str, LedgerOfGoal]], language: Language, size: float) -> Iterator[alt.Chart]:
    axes = axes_of([name for name, _ in named], language, size)
    bars = [{"name": name, "x": 0.0, "x2": one.documented_hours} for name, one in named]
    yield at(bars, axes, x2=True).mark_bar(height=BAR_HEIGHT, color=theme.AFTER_PALE)
    freed = [(name, one.freed.hours) for name, one in named if isinstance(one.freed, FreedTime)]
    lines = [
        {"name": name, "x": around.low, "x2": around.high}
        for name, hours in freed
        if isinstance(around := hours.interval_95, Interval)
    ]
    yield at(lines, axes, x2=True).mark_rule(strokeWidth=3, color=theme.INK)
    points = [{"name": name, "x": hours.amount} for name, hours in freed]
    yield at(points, axes).mark_point(filled=True, size=110, opacity=1, color=theme.INK)


def axes_of(names: Sequence[str], language: Language, size: float) -> dict[str, Any]:
    hours = alt.Axis(
        title=text(language, "realisation.hours_axis"),
        labelFontSize=size,
        titleFontSize=size,
        tickCount=5,
        tickMinStep=1,
    )
    rows = alt.Axis(
        title=None,
        labelExpr="split(datum.label, '\\n')",
        labelFontSize=size,
        labelFontWeight=theme.BOLD,
        labelLimit=0,
        domain=False,
        ticks=False,
    )
    return {
        "x": alt.X("x:Q", axis=hours, scale=alt.Scale(zero=True)),
        "y": alt.Y("name:N", sort=list(names), axis=rows),
    }


def at(values: Sequence[dict[str, Any]], axes: dict[str, Any], *, x2: bool = False) -> alt.Chart:
    channels = axes | ({"x2": alt.X2("x2:Q")} if x2 else {})
    return alt.Chart(alt.InlineData(list(values))).encode(**channels)
