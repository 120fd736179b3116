"""The plan as it was on a day, read only: a table for each kind of thing in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import streamlit as st

from analysis.language.amounts import change_number
from analysis.language.formats import long_date, period
from analysis.language.sentences import field_label, round_name, value_words
from analysis.model.choices import PlanKind
from analysis.model.fields import TYPES, fields_of
from analysis.model.plan import add_months
from analysis.planning import Plan
from analysis.report.table import Column, Table
from pages.components.exhibits import show_table
from pages.components.plan.entry_form import names_in
from pages.components.session import language, say
from pages.components.words import plain


def show_old_plan(plan: Plan | None, day: date) -> None:
    st.subheader(say("history.as_it_was", day=long_date(language(), day)))
    if plan is None:
        st.markdown(say("history.not_there"))
        return
    go_live = long_date(language(), plan.project.go_live)
    st.markdown(f"{plain(plan.project.name)}. {say('field.project.go_live')}: {go_live}.")
    for kind, table in tables(plan):
        if table.rows:
            with st.expander(f"{say(f'kind.{kind}')} ({len(table.rows)})"):
                show_table(table, say(f"kind.{kind}"))


def tables(plan: Plan) -> Iterator[tuple[PlanKind, Table]]:
    yield PlanKind.GOAL, goals(plan)
    yield PlanKind.ROUND, rounds(plan)
    for kind in TYPES:
        yield kind, entries(plan, kind)


def goals(plan: Plan) -> Table:
    headings = (say("field.goal.name"), say("field.goal.target_improvement"), say("history.deadline"))
    rows = (
        (
            goal.name,
            change_number(goal, goal.target_improvement, language()),
            long_date(language(), add_months(plan.project.go_live, goal.months_to_deadline)),
        )
        for goal in plan.goals
    )
    return Table(tuple(Column(heading) for heading in headings), tuple(rows))


def rounds(plan: Plan) -> Table:
    rows = ((round_name(one.number, language()), period(language(), one.starts_on, one.ends_on)) for one in plan.rounds)
    return Table((Column(say("kind.round")), Column(say("history.period"))), tuple(rows))


def entries(plan: Plan, kind: PlanKind) -> Table:
    """The entries of a kind by their filled fields."""
    names, found = names_in(plan), plan.of(TYPES[kind])
    used = [field for field in fields_of(kind) if any(getattr(one, field.name) not in (None, "", ()) for one in found)]
    columns = tuple(Column(field_label(kind, field.name, language())) for field in used)
    rows = (tuple(value_words(field, getattr(one, field.name), names, language()) for field in used) for one in found)
    return Table(columns, tuple(rows))
