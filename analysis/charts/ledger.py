"""Hours measured free beside hours documented as converted: the gap between them is the message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import altair as alt

from analysis.charts import theme
from analysis.charts.dressing import bare, nominal_width, titled
from analysis.charts.hour_bars import at, axes_of, wrapped
from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.sentences import ledger_sentence
from analysis.model.outcome import Interval
from analysis.model.realisation import LedgerOfGoal
from analysis.model.worth import FreedTime

ROW_HEIGHT, BAR_HEIGHT = 64, 24


def ledger_chart(
    ledger: Sequence[LedgerOfGoal], language: Language, *, title: bool, width: int | None = None, compact: bool = False
) -> alt.LayerChart:
    """A bar of documented hours for each goal, the measured hours as a point with its interval over it."""
    size = theme.SMALL_TEXT_SIZE if compact else theme.TEXT_SIZE
    named = [(wrapped(one.goal.name, compact=compact), one) for one in ledger]
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
