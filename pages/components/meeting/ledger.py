"""The conversion ledger: a picture of the gap, and the lines that were written down."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from analysis import planning
from analysis.charts.ledger import ledger_alt_text, ledger_chart, ledger_guide
from analysis.language.formats import whole
from analysis.language.sentences import ledger_sentence
from analysis.model.entries import Conversion
from analysis.model.realisation import LedgerOfGoal
from analysis.model.worth import FreedTime
from analysis.planning import Plan
from analysis.report.ledger_table import ledger_table
from pages.components.exhibits import show_chart
from pages.components.forms import by_me
from pages.components.plan.entry_form import card, edit_fields, remove_button, tidy
from pages.components.plan.saving import is_stored, of_entry, refused
from pages.components.session import language, project_id, say, store, today
from pages.components.words import plain

FORM = "new-conversion"


def show_ledger(ledger: Sequence[LedgerOfGoal]) -> None:
    for one in ledger:
        st.markdown(f"**{plain(one.goal.name)}.** {plain(ledger_sentence(one, language()))}")
    if not any(one.conversions or isinstance(one.freed, FreedTime) for one in ledger):
        return
    show_chart(
        "ledger",
        partial(ledger_chart, ledger, language()),
        ledger_guide(ledger, language())[:1],
        ledger_table(ledger, language()),
        ledger_alt_text(ledger, language()),
    )


def edit_lines(plan: Plan, ledger: Sequence[LedgerOfGoal]) -> None:
    """The lines of every goal to change, and a form for the next one."""
    st.markdown(f"**{say('realisation.lines')}**")
    for one in ledger:
        for line in one.conversions:
            title = f"{plain(one.goal.name)}: {whole(language(), line.hours_per_year)}, {plain(line.where)}"
            if (box := card(line, title)).open:
                with box:
                    edit_fields(plan, line)
                    remove_button(line)
    with st.form(FORM):
        st.markdown(f"**{say('realisation.new_line')}**")
        names = {one.goal.goal_id: one.goal.name for one in ledger}
        st.selectbox(say("field.conversion.goal"), list(names), format_func=names.__getitem__, key=f"{FORM}-goal")
        hours, where = st.columns([1, 2])
        hours.number_input(say("field.conversion.hours_per_year"), 0.0, step=50.0, format="%.0f", key=f"{FORM}-hours")
        where.text_input(say("field.conversion.where"), key=f"{FORM}-where")
        for fault in refused().get(FORM, ()):
            beside = hours if fault.field == "hours_per_year" else where
            beside.error(of_entry(fault))
        st.form_submit_button(say("realisation.add"), on_click=add_line)


def add_line() -> None:
    goal, hours, where = (st.session_state[f"{FORM}-{name}"] for name in ("goal", "hours", "where"))
    line = Conversion(0, goal, hours, tidy(where), on=today())
    if is_stored(FORM, planning.save_entry(store(), by_me(), project_id(), line)):
        st.session_state.update({f"{FORM}-hours": 0.0, f"{FORM}-where": ""})
