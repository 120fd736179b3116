"""How often an interval that claims 95 % holds, by how it is made: the picture of the help page."""

from __future__ import annotations

from dataclasses import dataclass

import altair as alt

from analysis.charts import theme
from analysis.charts.dressing import bare, nominal_width, titled
from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import percent

CLAIMED = 0.95
ROW_HEIGHT = 46


@dataclass(frozen=True, slots=True)
class Method:
    """A way to make an interval, and how often it held with six employees in each round."""

    name: str
    held: float


METHODS = (
    Method("gevinst", 0.965),
    Method("taylor", 0.878),
    Method("employee_bootstrap", 0.868),
    Method("welch", 0.726),
)
"""Mean coverage with six employees, from the table of docs/statistics.md; a test holds the two together."""


def coverage_chart(
    language: Language, *, title: bool, width: int | None = None, compact: bool = False
) -> alt.LayerChart:
    """A bar for each method, the claim as a line."""
    nominal = nominal_width(width, title=title, compact=compact)
    size = theme.SMALL_TEXT_SIZE if compact else theme.TEXT_SIZE
    rows = [
        {
            "name": text(language, f"trust.method.{method.name}"),
            "held": method.held,
            "label": percent(language, method.held),
            "colour": theme.AFTER if method.held >= CLAIMED else theme.BEFORE_TEXT,
        }
        for method in METHODS
    ]
    data = alt.InlineData(rows)
    y = alt.Y("name:N", sort=None, title=None, axis=alt.Axis(labelLimit=nominal // 2, labelFontSize=size, ticks=False))
    x = alt.X("held:Q", scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%", title=None, values=[0, 0.5, 1]))
    bars = alt.Chart(data).mark_bar(height=22).encode(x=x, y=y, color=alt.Color("colour:N", scale=None))
    numbers = alt.Chart(data).mark_text(align="right", dx=-24, color="white", fontWeight=theme.BOLD, fontSize=size)
    claim = alt.Chart(alt.InlineData([{"claim": CLAIMED}])).mark_rule(
        color=theme.TARGET, strokeWidth=2.5, strokeDash=[8, 5]
    )
    layers = [bars, numbers.encode(x=x, y=y, text="label:N"), claim.encode(x="claim:Q")]
    chart = alt.LayerChart(layer=layers).properties(height=ROW_HEIGHT * len(rows))
    if not title:
        return bare(chart, language, width)
    return titled(chart, language, nominal, [text(language, "trust.message")], coverage_guide(language))


def coverage_guide(language: Language) -> tuple[str, ...]:
    return (text(language, "trust.guide"),)


def coverage_alt_text(language: Language) -> str:
    """The message and every number of the picture."""
    numbers = "; ".join(
        f"{text(language, f'trust.method.{method.name}')}: {percent(language, method.held)}" for method in METHODS
    )
    return f"{text(language, 'trust.message')} {numbers}."
