"""A chart bare on a page that says the rest, or with its message above it as a picture of its own."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

import altair as alt

from analysis.charts import theme
from analysis.charts.placement import LETTER_WIDTH
from analysis.language import Language

TITLE_LINE = 75
"""Letters that can be read on a wall without losing the line."""
BARE_PADDING, PICTURE_PADDING = 4, 28


def nominal_width(width: int | None, *, title: bool, compact: bool) -> int:
    """The width to lay texts out for where none is given."""
    usual = theme.NARROW_WIDTH if compact else theme.PICTURE_WIDTH if title else theme.SCREEN_WIDTH
    return width or usual


def bare(chart: alt.LayerChart, language: Language, width: int | None) -> alt.LayerChart:
    """The chart at ``width`` pixels over all; ``None`` fills its container."""
    return dressed(chart, language, width or "container", BARE_PADDING)


def titled(
    chart: alt.LayerChart, language: Language, width: int, title: Iterable[str], subtitle: Iterable[str]
) -> alt.LayerChart:
    """The chart as a picture that speaks for itself, its message in lines that fit ``width``."""
    room = width - 2 * PICTURE_PADDING
    long, small = (int(room / (LETTER_WIDTH * size)) for size in (theme.TITLE_SIZE, theme.TEXT_SIZE))
    lines = [line for sentence in title for line in wrap(sentence, min(long, TITLE_LINE))]
    spoken = chart.properties(title=alt.TitleParams(lines, subtitle=packed(subtitle, small)))
    return dressed(spoken, language, width, PICTURE_PADDING)


def dressed(chart: alt.LayerChart, language: Language, width: int | str, padding: int) -> alt.LayerChart:
    """The chart with its axes in the language; its width holds the texts beside the plot as well."""
    fitted = alt.AutoSizeParams(type="fit-x", contains="padding")
    # Streamlit writes into the padding, so it must be one number a side.
    sides = dict.fromkeys(("left", "top", "right", "bottom"), padding)
    sized = chart.properties(width=width, autosize=fitted, padding=sides)
    written: alt.LayerChart = sized.configure(locale=theme.locale(language))
    return written


def packed(sentences: Iterable[str], letters: int) -> list[str]:
    """Lines of whole sentences as far as they fit.

    >>> packed(["Stiplet: delmål og mål.", "Åben cirkel: planlagt.", "n = 38."], 32)
    ['Stiplet: delmål og mål.', 'Åben cirkel: planlagt. n = 38.']
    """
    lines: list[str] = []
    for sentence in sentences:
        joined = f"{lines[-1]} {sentence}" if lines else sentence
        lines[-1:] = [joined] if len(joined) <= letters else [*lines[-1:], *wrap(sentence, letters)]
    return lines
