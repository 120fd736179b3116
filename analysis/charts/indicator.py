"""An early indicator over time, with go-live marked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import altair as alt

from analysis.charts import theme
from analysis.charts.dressing import bare, nominal_width, titled
from analysis.charts.frame import month_starts
from analysis.charts.trajectory_layers import moment
from analysis.language import Language
from analysis.language.amounts import indicator_value
from analysis.language.catalogue import text
from analysis.language.formats import long_date
from analysis.model.measurement import IndicatorSeries

HEIGHT = 220
AIR_DAYS = 7


def indicator_chart(
    series: IndicatorSeries,
    language: Language,
    *,
    go_live: date,
    title: bool,
    width: int | None = None,
    height: int = HEIGHT,
    compact: bool = False,
) -> alt.LayerChart:
    """A line through the values of each day, and a rule at go-live."""
    nominal = nominal_width(width, title=title, compact=compact)
    size = theme.SMALL_TEXT_SIZE if compact else theme.TEXT_SIZE
    days = axis_of_days(series, go_live, size, most=int(nominal // (7 * size)))
    chart = alt.LayerChart(layer=list(layers(series, language, go_live, days, size))).properties(height=height)
    if not title:
        return bare(chart, language, width)
    return titled(chart, language, nominal, [series.name], told(series, language))


def layers(series: IndicatorSeries, language: Language, go_live: date, days: alt.X, size: float) -> Iterator[alt.Chart]:
    values = [{"day": point.day.isoformat(), "value": point.value} for point in series.points]
    axis = alt.Axis(title=None, labelFontSize=size, tickCount=5, domain=False, ticks=False)
    line = alt.Chart(alt.InlineData(values)).encode(x=days, y=alt.Y("value:Q", axis=axis))
    yield line.mark_line(color=theme.AFTER, strokeWidth=2.5)
    yield line.mark_point(color=theme.AFTER, filled=True, size=50, opacity=1)
    start = alt.Chart(alt.InlineData([{"day": go_live.isoformat()}])).encode(x=days)
    yield start.mark_rule(color=theme.INK, strokeWidth=1.5)
    name: dict[str, Any] = {"y": alt.value(-4), "text": alt.value(text(language, "chart.go_live"))}
    yield start.encode(**name).mark_text(align="left", baseline="bottom", fontSize=size, color=theme.INK)


def axis_of_days(series: IndicatorSeries, go_live: date, size: float, most: int) -> alt.X:
    drawn = [go_live, *(point.day for point in series.points)]
    first, last = min(drawn) - timedelta(days=AIR_DAYS), max(drawn) + timedelta(days=AIR_DAYS)
    ticks = [moment(day) for day in month_starts(first, last, most)]
    axis = alt.Axis(title=None, grid=False, format="%b %Y", values=ticks, labelFontSize=size)
    return alt.X("day:T", scale=alt.Scale(type="utc", domain=[moment(first), moment(last)], nice=False), axis=axis)


def told(series: IndicatorSeries, language: Language) -> Iterator[str]:
    """The first and the latest value with their days."""
    for point in dict.fromkeys([*series.points[:1], *series.points[-1:]]):
        value = indicator_value(series, point.value, language)
        yield text(language, "chart.indicator_value", day=long_date(language, point.day), value=value)


def indicator_alt_text(series: IndicatorSeries, language: Language, *, go_live: date) -> str:
    """The kind of chart, its first and latest value, and go-live."""
    said, started = " ".join(told(series, language)), long_date(language, go_live)
    return text(language, "chart.alt.indicator", name=series.name, said=said, go_live=started)
