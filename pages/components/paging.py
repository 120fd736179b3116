"""A long table, a page at a time."""

from __future__ import annotations

from math import ceil

import streamlit as st

from analysis.report.table import Table
from pages.components.exhibits import show_table
from pages.components.session import say

ROWS = 25


def show_page_of(table: Table, key: str) -> None:
    if not table.rows:
        st.markdown(say("history.nothing"))
        return
    pages = ceil(len(table.rows) / ROWS)
    page = min(st.session_state.get(f"{key}-page", 1), pages)
    show_table(Table(table.columns, table.rows[(page - 1) * ROWS : page * ROWS]), say(f"{key}.changes"))
    if pages > 1:
        st.pagination(pages, key=f"{key}-page")
