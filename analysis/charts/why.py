"""Why time changed: hours a year from before through volume, mix and time per item to after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import altair as alt

from analysis.charts import theme
from analysis.charts.dressing import bare, nominal_width, titled
from analysis.charts.guides import why_guide
from analysis.charts.hour_bars import at, axes_of, wrapped
from analysis.charts.placement import text_width
from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import signed_whole, whole
from analysis.language.sentences import agreeing_hours, why_sentences
from analysis.model.decomposition import Component, Decomposition
from analysis.model.outcome import Interval
from analysis.model.status import GoalReport

ROW_HEIGHT, BAR_HEIGHT, GAP = 44, 22, 12


@dataclass(frozen=True, slots=True)
class Bar:
    """From where to where total time goes, the interval around its end, and the number beside it."""

    name: str
    start: float
    end: float
    whisker: Interval | None
    number: str
    colour: str


def why_chart(
    report: GoalReport, language: Language, *, title: bool, width: int | None = None, compact: bool = False
) -> alt.LayerChart:
    """One bar for each factor, between the hours before and the hours after."""
    bars = why_bars(report, language)
    size = theme.SMALL_TEXT_SIZE if compact else theme.TEXT_SIZE
    chart = alt.LayerChart(layer=list(layers(bars, language, size, compact)))
    chart = chart.properties(height=ROW_HEIGHT * len(bars))
    nominal = nominal_width(width, title=title, compact=compact)
    if not title:
        return bare(chart, language, width)
    said = why_sentences(divided(report), report.goal, language)[:1]
    return titled(chart, language, nominal, said, why_guide(report, language))


def divided(report: GoalReport) -> Decomposition:
    """The decomposition; without one there is no chart of it."""
    if not isinstance(report.why, Decomposition):
        raise ValueError("report must have a decomposition, got none")
    return report.why


def why_bars(report: GoalReport, language: Language) -> tuple[Bar, ...]:
    """The hours before, what each factor adds or takes away, and the hours after."""
    why, item = divided(report), report.goal.item
    hours, at = agreeing_hours(why), why.hours_before
    bars = [edge("before", at, round(at), language)]
    for component, told in zip(why.components, hours, strict=True):
        bars.append(factor_bar(component, at, why.hours_before, signed_whole(language, told), language, item))
        at = bars[-1].end
    return (*bars, edge("after", why.hours_after, round(why.hours_before) + sum(hours), language))


def edge(key: str, hours: float, told: int, language: Language) -> Bar:
    colour = theme.BEFORE if key == "before" else theme.AFTER
    return Bar(text(language, f"why.{key}"), 0.0, hours, None, whole(language, told), colour)


def factor_bar(
    component: Component, start: float, hours_before: float, number: str, language: Language, item: str
) -> Bar:
    """The interval is that of the part, which holds all that is uncertain."""
    hours, part = component.effect.hours.value, component.effect.part.interval
    ends = (start + hours_before * part.low, start + hours_before * part.high) if isinstance(part, Interval) else None
    whisker = Interval(*ends, 0.95) if ends else None
    name = text(language, f"why.factor.{component.factor}", item=item)
    return Bar(name, start, start + hours, whisker, number, theme.AFTER_PALE if hours < 0 else theme.BEHIND)


def layers(bars: Sequence[Bar], language: Language, size: float, compact: bool) -> Iterator[alt.Chart]:
    names = [wrapped(bar.name, compact=compact) for bar in bars]
    named = list(zip(names, bars, strict=True))
    axes = {**axes_of(names, language, size), "color": alt.Color("colour:N", scale=None)}
    drawn = [{"name": name, "x": bar.start, "x2": bar.end, "colour": bar.colour} for name, bar in named]
    yield at(drawn, axes, x2=True).mark_bar(height=BAR_HEIGHT)
    whiskers = [
        {"name": name, "x": w.low, "x2": w.high, "colour": theme.INK} for name, bar in named if (w := bar.whisker)
    ]
    if whiskers:
        yield at(whiskers, axes, x2=True).mark_rule(strokeWidth=3)
    numbers = [{"name": name, "number": bar.number, "colour": theme.INK} for name, bar in named]
    told = at(numbers, axes).encode(x=alt.value("width"), text=alt.Text("number:N"))
    room = text_width([bar.number for bar in bars], size)
    yield told.mark_text(align="right", dx=GAP + room, fontSize=size, fontWeight=theme.BOLD)


def why_alt_text(report: GoalReport, language: Language) -> str:
    """The kind of chart, and what it shows in sentences."""
    said = why_sentences(divided(report), report.goal, language)
    return text(language, "chart.alt.why", goal=report.goal.name, said=" ".join(said))
