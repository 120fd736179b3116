"""A chart with its numbers, downloads and words for those who cannot see it; the reservations beside a result."""

from __future__ import annotations

from collections.abc import Callable

import altair as alt
import pandas as pd
import streamlit as st

from analysis.charts.export import png, svg
from analysis.language.sentences import advice_sentence, caveat_sentences, method_sentences
from analysis.model.status import GoalReport
from analysis.report.csv_file import csv_bytes
from analysis.report.tables import Table
from pages.components.session import language, say
from pages.components.words import plain

Draw = Callable[[bool, bool], alt.TopLevelMixin]


def show_chart(name: str, draw: Draw, table: Table, words: str) -> None:
    """``draw(title, compact)`` gives the chart: bare on screen, with its title in the downloads."""
    st.altair_chart(draw(False, is_narrow()), width="stretch", theme=None, key=name, alt=words)
    with st.expander(say("exhibit.show_numbers")):
        show_table(table, words)
        with st.container(horizontal=True):
            download(name, "csv", "text/csv", lambda: csv_bytes(table, language()))
            download(name, "png", "image/png", lambda: png(draw(True, False)))
            download(name, "svg", "image/svg+xml", lambda: svg(draw(True, False)))


def show_table(table: Table, words: str) -> None:
    """A real table, which a screen reader can read."""
    rows = pd.DataFrame(list(table.rows), columns=[column.heading for column in table.columns]).map(plain)
    st.table(rows, border="horizontal", hide_index=True, alt=words)


def download(name: str, ending: str, mime: str, make: Callable[[], bytes]) -> None:
    """The file is made when it is asked for."""
    label = say(f"exhibit.download_{ending}")
    st.download_button(label, make, f"gevinst-{name}.{ending}", mime, key=f"{name}-{ending}", on_click="ignore")


def is_narrow() -> bool:
    """A telephone, by what its browser says of itself."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")


def show_caveats(goal: GoalReport) -> None:
    sentences = caveat_sentences(goal, language())
    if sentences:
        st.warning("\n\n".join(plain(sentence) for sentence in sentences), title=say("goal.mind"))


def show_advice(goal: GoalReport) -> None:
    if goal.advice is not None:
        st.info(f"**{say('goal.how_much_more')}** {plain(advice_sentence(goal.advice, language()))}")


def show_method(goal: GoalReport) -> None:
    with st.expander(say("goal.method")):
        known = all(group.population is not None for group in goal.groups)
        for sentence in method_sentences(goal.goal, known and bool(goal.groups), language()):
            st.markdown(plain(sentence))
