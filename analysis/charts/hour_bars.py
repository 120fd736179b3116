"""Rows of hours a year across, each named at its left: the ground that the charts of hours stand on."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import altair as alt

from analysis.charts import theme
from analysis.language import Language
from analysis.language.catalogue import text

NAME_LETTERS = {False: 28, True: 15}
"""Letters of a name in one line, in a wide and in a narrow chart."""


def wrapped(name: str, *, compact: bool) -> str:
    """A name in lines of whole words."""
    return "\n".join(wrap(name, NAME_LETTERS[compact], break_long_words=False))


def axes_of(names: Sequence[str], language: Language, size: float) -> dict[str, Any]:
    """Hours across and the wrapped names down, in their order."""
    title = text(language, "why.hours")
    hours = alt.Axis(
        title=title,
        labelFontSize=size,
        titleFontSize=size,
        tickCount=5,
        tickMinStep=1,
        labelOverlap=True,
        labelSeparation=10,
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
    """A layer of these rows; with ``x2`` each goes from one number of hours to another."""
    channels = axes | ({"x2": alt.X2("x2:Q")} if x2 else {})
    return alt.Chart(alt.InlineData(list(values))).encode(**channels)
