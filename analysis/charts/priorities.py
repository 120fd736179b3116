"""What there is to win beside how easy it is: a row for each goal, the largest potential on top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import altair as alt

from analysis.charts import theme
from analysis.charts.dressing import bare, nominal_width, titled
from analysis.charts.priority_rows import BAR, WHOLE, Sheet, eases
from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.sentences import hours_words, priorities_sentence
from analysis.model.choices import Ease
from analysis.model.priorities import Priority
from analysis.model.worth import Yearly


def priorities_chart(
    priorities: Sequence[Priority],
    language: Language,
    *,
    title: bool,
    width: int | None = None,
    compact: bool = False,
) -> alt.LayerChart:
    nominal = nominal_width(width, title=title, compact=compact)
    sheet = Sheet(priorities, language, nominal, compact)
    chart = alt.LayerChart(layer=list(layers(sheet))).properties(height=sheet.height)
    if not title:
        return bare(chart, language, width)
    return titled(chart, language, nominal, [priorities_sentence(priorities, language)], priorities_guide(language))


def priorities_guide(language: Language) -> tuple[str, ...]:
    return (text(language, "priorities.guide_bars"), text(language, "priorities.guide_ease"))


def priorities_alt_text(priorities: Sequence[Priority], language: Language) -> str:
    """The kind of picture, its message, and each goal's three values."""
    each = (
        text(
            language, "priorities.alt_row", name=one.goal.name, hours=hours_words(one, language), **eases(one, language)
        )
        for one in priorities
    )
    return " ".join([text(language, "priorities.alt"), priorities_sentence(priorities, language), *each])


def layers(sheet: Sheet) -> Iterator[alt.Chart]:
    yield from headings(sheet)
    yield texts(
        [{"x": 0.0, "y": y, "text": name} for name, y in zip(sheet.names, sheet.tops, strict=True)], sheet, bold=True
    )
    yield from bars(sheet)
    for place, field in zip(sheet.columns, ("data_ease", "follow_up_ease"), strict=True):
        yield from dots(sheet, place, [getattr(one, field) for one in sheet.priorities])


def headings(sheet: Sheet) -> Iterator[alt.Chart]:
    places = zip((0.0, *sheet.columns), ("potential", "data", "follow_up"), strict=True)
    heads = [{"x": x, "y": 0.0, "text": text(sheet.language, f"priorities.head.{key}")} for x, key in places]
    yield texts(heads, sheet, colour=theme.BEFORE_TEXT)


def bars(sheet: Sheet) -> Iterator[alt.Chart]:
    """The potential, blue where it is easy to measure and to follow, with its words."""
    placed = list(zip(sheet.priorities, sheet.reaches, sheet.middles, strict=True))
    solid = [
        {"x": 0.0, "x2": reach, "y": y, "colour": theme.AFTER if one.is_easy else theme.BEFORE}
        for one, reach, y in placed
        if isinstance(one.hours, Yearly)
    ]
    yield at(solid, x2="x2:Q", color=alt.Color("colour:N", scale=None)).mark_rule(strokeWidth=BAR)
    for is_known, dx in ((True, 8), (False, 0)):
        words = [
            {"x": reach, "y": y - BAR / 2, "text": hours_words(one, sheet.language)}
            for one, reach, y in placed
            if isinstance(one.hours, Yearly) is is_known
        ]
        yield texts(words, sheet, dx=dx, colour=theme.INK if is_known else theme.BEFORE_TEXT)


def dots(sheet: Sheet, place: float, given: Sequence[Ease | None]) -> Iterator[alt.Chart]:
    """Three circles, so many of them filled as it is easy, and the word where there is room."""
    placed = list(zip(given, sheet.middles, strict=True))
    for number in Ease:
        circles = [
            {"x": place, "y": y, "fill": theme.AFTER if ease >= number else "white"}
            for ease, y in placed
            if ease is not None
        ]
        offset = sheet.dot_step * (number - 0.5)
        yield at(circles, fill=alt.Fill("fill:N", scale=None)).mark_point(
            shape="circle", size=sheet.dot_step * 8, stroke=theme.AFTER, strokeWidth=1.5, opacity=1, xOffset=offset
        )
    words = [
        {"x": place, "y": y - BAR / 2, "text": sheet.ease_word(ease), "is_said": ease is not None} for ease, y in placed
    ]
    said = [word for word in words if word["is_said"] and not sheet.compact]
    yield texts(said, sheet, dx=3 * sheet.dot_step + 8)
    yield texts([word for word in words if not word["is_said"]], sheet, colour=theme.BEFORE_TEXT)


def texts(
    rows: Sequence[dict[str, Any]], sheet: Sheet, *, dx: float = 0, bold: bool = False, colour: str = theme.INK
) -> alt.Chart:
    drawn: alt.Chart = at(rows, text=alt.Text("text:N")).mark_text(
        align="left",
        baseline="top",
        dx=dx,
        dy=3,
        color=colour,
        fontSize=sheet.size,
        fontWeight=theme.BOLD if bold else theme.NORMAL,
        lineBreak="\n",
        lineHeight=sheet.line,
    )
    return drawn


def at(values: Sequence[dict[str, Any]], **channels: Any) -> alt.Chart:
    """A layer whose data give a hundredth of the width across and pixels down."""
    across = alt.X("x:Q", scale=alt.Scale(domain=[0, WHOLE], nice=False), axis=None)
    return alt.Chart(alt.InlineData(list(values))).encode(x=across, y=alt.Y("y:Q", scale=None, axis=None), **channels)
