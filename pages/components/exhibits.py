"""A chart with its numbers, downloads and words for those who cannot see it; the reservations beside a result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

import altair as alt
import pandas as pd
import streamlit as st

from analysis.charts.export import png, svg
from analysis.language.sentences import advice_sentence, caveat_sentences, method_sentences, not_covered_sentence
from analysis.model.status import GoalReport
from analysis.report.csv_file import csv_bytes
from analysis.report.table import Table
from pages.components.session import language, say
from pages.components.words import plain

MOST_OPEN = 15
"""A longer table is folded: the chart above it says the same."""


class Draw(Protocol):
    """A chart of numbers and a language that are fixed: bare on screen, with its title in the downloads."""

    def __call__(self, *, title: bool, compact: bool) -> alt.TopLevelMixin: ...


def show_chart(name: str, draw: Draw, guide: Sequence[str], table: Table, words: str) -> None:
    """A download is made outside the visit, where nobody knows its language: all that it needs is bound here."""
    st.altair_chart(draw(title=False, compact=is_narrow()), width="stretch", theme=None, key=name, alt=words)
    st.caption(plain(" ".join(guide)))
    if table.rows:
        is_long = len(table.rows) > MOST_OPEN
        with st.expander(say("exhibit.rows", number=len(table.rows))) if is_long else st.container():
            show_table(table.without_details if is_narrow() else table.without_fine_details, words)
    with st.container(horizontal=True):
        download(name, "csv", "text/csv", partial(csv_bytes, table, language()))
        download(name, "png", "image/png", lambda: png(draw(title=True, compact=False)))
        download(name, "svg", "image/svg+xml", lambda: svg(draw(title=True, compact=False)))


def show_table(table: Table, words: str) -> None:
    """A real table, which a screen reader can read.

    Streamlit sets a column to the right by its type, so cells of numbers hold their row and are shown as its text.
    """
    columns = {
        place: range(len(table.rows)) if column.is_number else [plain(row[place]) for row in table.rows]
        for place, column in enumerate(table.columns)
    }
    shown = pd.DataFrame(columns).style
    for place, column in enumerate(table.columns):
        if column.is_number:
            shown = shown.format(lambda row, place=place: plain(table.rows[row][place]), subset=[place])
    shown.data.columns = [plain(column.heading) for column in table.columns]
    st.table(shown, border="horizontal", hide_index=True, alt=words)


def download(name: str, ending: str, mime: str, make: Callable[[], bytes]) -> None:
    """The file is made when it is asked for; ``make`` cannot ask for the reader's language then."""
    label = say(f"exhibit.download_{ending}")
    st.download_button(
        label,
        make,
        f"gevinst-{name}.{ending}",
        mime,
        key=f"{name}-{ending}",
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
    )


def is_narrow() -> bool:
    """Whether the window was narrow when the page was opened: the browser's script leaves word of it."""
    return st.context.cookies.get("gevinst-narrow") == "1"


def show_caveats(goal: GoalReport) -> None:
    sentences = caveat_sentences(goal, language())
    if sentences:
        st.warning("\n\n".join(plain(sentence) for sentence in sentences), title=say("goal.mind"))


def show_advice(goal: GoalReport) -> None:
    if goal.advice is not None:
        st.info(f"**{say('goal.how_much_more')}** {plain(advice_sentence(goal.advice, language()))}")


def show_method(goal: GoalReport) -> None:
    """How the number was made and what its interval leaves out, always visible where there is one."""
    newest = goal.latest or goal.baseline
    if newest is None:
        return
    st.subheader(say("goal.not_in_the_interval"))
    st.markdown(plain(not_covered_sentence(language(), newest.basis)))
    st.subheader(say("goal.method"))
    known = bool(goal.groups) and all(group.population is not None for group in goal.groups)
    st.markdown(plain(" ".join(method_sentences(goal.goal, known, language(), newest.basis, goal.mode))))
