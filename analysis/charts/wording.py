"""The texts of the charts: numbers with their intervals, title and subtitle, and what a listener hears instead."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

import altair as alt

from analysis.charts import theme
from analysis.charts.placement import LETTER_WIDTH
from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import interval_text, signed_percent
from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.model.status import Change

NO_NUMBER = "–"
TITLE_LINE = 75
"""Letters that can be read on a wall without losing the line."""


def change_text(change: Change | NotComputable | None, language: Language, against: float | None = None) -> str:
    """A change with its interval: ``−79 % (70–86 %)``; a dash where it is not known, and words where it is hidden."""
    if not isinstance(change, Change):
        return nothing_shown(change, language)
    number = signed_percent(language, change.reduction, against)
    if isinstance(change.interval_95, NotComputable):
        return number
    return f"{number} ({change_interval_text(change.interval_95, language, against)})"


def nothing_shown(unknown: NotComputable | None, language: Language) -> str:
    """In the place of a number: that it is hidden, or a dash."""
    return text(language, "chart.hidden") if unknown and unknown.reason is Reason.HIDDEN else NO_NUMBER


def change_interval_text(interval: Interval, language: Language, against: float | None = None) -> str:
    """The interval of a change: bare after a fall or a rise, with both signs where it may be either."""
    if interval.low >= 0:
        return interval_text(language, interval, against)
    if interval.high <= 0:
        return interval_text(language, Interval(-interval.high, -interval.low, interval.level))
    fall, rise = (signed_percent(language, end, against) for end in (interval.high, interval.low))
    return text(language, "chart.either_way", fall=fall, rise=rise)


def titled(chart: alt.LayerChart, width: float, title: Iterable[str], subtitle: Iterable[str]) -> alt.LayerChart:
    """The chart with its message above it, in lines that fit ``width``."""
    long, small = (int(width / (LETTER_WIDTH * size)) for size in (theme.TITLE_SIZE, theme.TEXT_SIZE))
    lines = [line for sentence in title for line in even_lines(sentence, min(long, TITLE_LINE))]
    explained = [line for sentence in subtitle for line in even_lines(sentence, small)]
    return chart.properties(title=alt.TitleParams(lines, subtitle=explained))


def even_lines(sentence: str, letters: int) -> list[str]:
    """As few lines as fit, of about the same length: no word is left alone on the last one.

    >>> even_lines("Tiden er faldet siden baselinemålingen.", 30)
    ['Tiden er faldet siden', 'baselinemålingen.']
    """
    fewest = len(wrap(sentence, letters))
    return next(lines for width in range(1, letters + 1) if len(lines := wrap(sentence, width)) == fewest)
