"""Fields of the plan: what was typed, the sentence beside it where a rule is broken, and who typed it."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from datetime import date, datetime

import pandas as pd
import streamlit as st

from analysis.model.faults import PlanFault
from analysis.planning import By
from pages.components.session import say

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2035, 12, 31)
"""The days that a measurement file may hold; a calendar alone goes ten years back from the day it stands on."""


def by_me() -> By:
    """The change log names the computer's user: on a laptop there is no other sign-in."""
    return By(getpass.getuser(), datetime.now().astimezone())


def keep(faults: object) -> bool:
    """Remember the faults of a save for the next drawing; whether there were none."""
    found = faults if isinstance(faults, tuple) else ()
    st.session_state["faults"] = found
    return not found


def show_faults(*fields: str) -> None:
    """The sentences of these fields, where they stand."""
    kept: Sequence[PlanFault] = st.session_state.get("faults", ())
    for fault in kept:
        if fault.field in fields:
            st.error(say(f"fault.{fault.field}.{fault.rule}", number=fault.number))


def forget_faults() -> None:
    """What was wrong with one form says nothing about the next."""
    st.session_state.pop("faults", None)


def saved(message: str, **chosen: object) -> None:
    """Say once, after the page is drawn anew, that it is stored; ``chosen`` is what its fields then stand on."""
    st.session_state["saved"] = message
    st.session_state["choose-next"] = chosen
    st.rerun()


def show_saved() -> None:
    message = st.session_state.pop("saved", None)
    if message:
        st.success(message)


def edit_rows(rows: pd.DataFrame, columns: dict[str, object], key: str, *, fixed: bool, words: str) -> pd.DataFrame:
    """A small table to type in; rows that are left empty are dropped."""
    edited = st.data_editor(
        rows,
        column_config=columns,
        num_rows="fixed" if fixed else "dynamic",
        hide_index=True,
        key=key,
        alt=words,
        width="stretch",
        placeholder="",
    )
    return edited.dropna(how="all")
