"""The look that all charts share: colours, type, number and time formats, and the mark of each status."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt
import vl_convert

from analysis.language import Language
from analysis.model.status import Status

FONT = "IBM Plex Sans, sans-serif"
"""Ends with a generic family: vl-convert drops all text of a font list in which no family is found."""
TITLE_SIZE, TEXT_SIZE, SMALL_TEXT_SIZE = 21, 15, 13
PICTURE_WIDTH, SCREEN_WIDTH, NARROW_WIDTH = 1000, 760, 390
"""Over all: a picture of its own, and what a chart expects of its container on a laptop and on a telephone."""
BOLD: Final = 600
NORMAL: Final = "normal"

BEFORE = "#8A9299"
BEFORE_TEXT = "#5B6770"
AFTER = "#12436D"
AFTER_PALE = "#6F9BC3"
TARGET = "#801650"
BEHIND = "#C2500A"
ZONE = "#E9EFF5"
INK = "#1F2A33"
GRID = "#E4E8EB"

# Paths in a square from -1 to 1, as Vega wants them: the fonts of the exports have no such glyphs.
CIRCLE = "M0.95,0A0.95,0.95,0,1,1,-0.95,0A0.95,0.95,0,1,1,0.95,0Z"
DIAMOND = "M0,-1.1L1.1,0L0,1.1L-1.1,0Z"
TRIANGLE_UP = "M0,-0.95L1.05,0.85L-1.05,0.85Z"
TRIANGLE_DOWN = "M0,0.95L1.05,-0.85L-1.05,-0.85Z"
TRIANGLE_DOWN_WITH_BAR = "M0,1.1L1,-0.3L-1,-0.3ZM-1,-1L1,-1L1,-0.6L-1,-0.6Z"
DASH = "M-1,-0.2L1,-0.2L1,0.2L-1,0.2Z"
ARROW_LEFT = "M-1.1,0L0.7,-0.9L0.7,0.9Z"
ARROW_RIGHT = "M1.1,0L-0.7,-0.9L-0.7,0.9Z"
SQUARE = "M-0.8,-0.8L0.8,-0.8L0.8,0.8L-0.8,0.8Z"


@dataclass(frozen=True, slots=True)
class StatusMark:
    """How a status is drawn beside its word: a path between -1 and 1, and a colour."""

    path: str
    colour: str


STATUS_MARKS = {
    Status.REACHED: StatusMark(CIRCLE, AFTER),
    Status.CONFIRMED: StatusMark(CIRCLE, AFTER),
    Status.ON_TRACK: StatusMark(TRIANGLE_UP, AFTER),
    Status.UNDECIDED: StatusMark(DIAMOND, BEFORE_TEXT),
    Status.BEHIND: StatusMark(TRIANGLE_DOWN, BEHIND),
    Status.NOT_REACHED: StatusMark(TRIANGLE_DOWN, BEHIND),
    Status.REGRESSED: StatusMark(TRIANGLE_DOWN_WITH_BAR, BEHIND),
    Status.TOO_FEW: StatusMark(DASH, BEFORE_TEXT),
    Status.NOT_MEASURED: StatusMark(DASH, BEFORE_TEXT),
    Status.NOT_COMPARABLE: StatusMark(DASH, BEFORE_TEXT),
}


@alt.theme.register("gevinst", enable=True)
def gevinst_theme() -> alt.theme.ThemeConfig:
    """The look without its language: the language is set per chart, since a theme is shared by all sessions."""
    label = {"labelFont": FONT, "labelFontSize": TEXT_SIZE, "labelColor": INK}
    title = {"titleFont": FONT, "titleFontSize": TEXT_SIZE, "titleColor": INK, "titleFontWeight": "normal"}
    config: Any = {
        "background": "white",
        "font": FONT,
        "view": {"stroke": None},
        "axis": {
            **label,
            **title,
            "gridColor": GRID,
            "domainColor": BEFORE,
            "tickColor": BEFORE,
            "labelPadding": 6,
            "aria": False,
        },
        "text": {"font": FONT, "fontSize": TEXT_SIZE, "color": INK},
        "title": {
            "font": FONT,
            "fontSize": TITLE_SIZE,
            "fontWeight": BOLD,
            "color": INK,
            "anchor": "start",
            "frame": "bounds",
            "offset": 22,
            "lineHeight": 28,
            "subtitleFont": FONT,
            "subtitleFontSize": TEXT_SIZE,
            "subtitleColor": BEFORE_TEXT,
            "subtitlePadding": 8,
            "subtitleLineHeight": 21,
        },
        "mark": {"aria": False},
    }
    return {"config": config}


@cache
def locale(language: Language) -> alt.Locale:
    name: Any = {Language.DANISH: "da-DK", Language.ENGLISH: "en-GB"}[language]
    percent = {Language.DANISH: "\u00a0%", Language.ENGLISH: "%"}[language]
    return alt.Locale(
        number=alt.NumberLocale(**vl_convert.get_format_locale(name), percent=percent),
        time=alt.TimeLocale(**vl_convert.get_time_format_locale(name)),
    )
