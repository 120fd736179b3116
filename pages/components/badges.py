"""A status on screen: shape, word and colour from the one table of statuses."""

from __future__ import annotations

from base64 import b64encode

from analysis.charts.theme import AFTER, BEHIND, STATUS_MARKS
from analysis.language.sentences import status_word
from analysis.model.plan import Goal
from analysis.model.status import Status
from pages.components.session import language

COLOUR_NAMES = {AFTER: "blue", BEHIND: "orange"}


def status_badge(status: Status, goal: Goal) -> str:
    """Markdown of the status mark and its word."""
    colour = COLOUR_NAMES.get(STATUS_MARKS[status].colour, "gray")
    word = status_word(status, goal, language())
    return f"{picture(status)} :{colour}[**{word}**]"


def picture(status: Status) -> str:
    """Markdown of the status mark alone."""
    mark = STATUS_MARKS[status]
    return f"![]({svg_address(mark.path, mark.colour)})"


def svg_address(path: str, colour: str) -> str:
    """The mark as a picture inside the page."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1.2 -1.2 2.4 2.4" width="18" height="18">'
        f'<path d="{path}" fill="{colour}"/></svg>'
    )
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()
