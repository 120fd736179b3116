"""Changes and the activities of the action plan: a table of each with what is late, and a card for each."""

from __future__ import annotations

from datetime import date

import streamlit as st

from analysis import planning
from analysis.language.formats import short_date
from analysis.language.sentences import choice_word
from analysis.model.chain import Chain
from analysis.model.choices import Progress, Trigger
from analysis.model.entries import Activity, Change
from analysis.planning import Plan
from analysis.report.table import Column, Table
from pages.components.exhibits import is_narrow, show_table
from pages.components.plan.benefit_cards import show_gaps
from pages.components.plan.entry_form import card, edit_fields, names_in, remove_button
from pages.components.session import language, say, say_count, today
from pages.components.words import plain

LATE, KEY = ":material/schedule:", ":material/key:"


def show_late(some: tuple[Change, ...] | tuple[Activity, ...]) -> None:
    """How many are late, before the table that says which."""
    late = sum(planning.lateness(one, today()) is not None for one in some)
    if late:
        st.warning(say_count("changes.summary.late", late), icon=LATE)
    else:
        st.markdown(say("changes.summary.on_time"))


def show_changes_table(plan: Plan, chain: Chain) -> None:
    keys = ("change", "status", "starts_on", "activities", "note")
    columns = tuple(
        Column(say(f"changes.column.{key}"), key == "activities", key in ("starts_on", "activities")) for key in keys
    )
    show(Table(columns, tuple(change_row(plan, one) for one in chain.changes)), say("changes.table"))


def change_row(plan: Plan, one: Change) -> tuple[str, ...]:
    activities = sum(each.change == one.entry_id for each in plan.of(Activity))
    key = say("changes.key") if one.is_key else ""
    return (
        one.name,
        choice_word(one.status, language()),
        day(one.starts_on),
        str(activities),
        "; ".join(filter(None, (key, late_words(one)))),
    )


def show_activities_table(plan: Plan) -> None:
    keys = ("activity", "change", "responsible", "starts_on", "ends_on", "status", "note")
    details = ("change", "responsible", "starts_on", "ends_on")
    columns = tuple(Column(say(f"changes.column.{key}"), is_detail=key in details) for key in keys)
    show(Table(columns, tuple(activity_row(plan, one) for one in plan.of(Activity))), say("changes.activities_table"))


def activity_row(plan: Plan, one: Activity) -> tuple[str, ...]:
    names = names_in(plan)
    return (
        one.name,
        names.get(one.change or 0, say("changes.none")),
        names.get(one.responsible or 0, say("changes.none")),
        day(one.starts_on),
        day(one.ends_on),
        choice_word(one.status, language()),
        late_words(one) or waiting_words(one),
    )


def show(table: Table, words: str) -> None:
    show_table(table.without_details if is_narrow() else table, words)


def day(on: date | None) -> str:
    return short_date(language(), on) if on else say("changes.no_date")


def late_words(one: Change | Activity) -> str:
    late = planning.lateness(one, today())
    return say(f"changes.late.{late}") if late else ""


def waiting_words(one: Activity) -> str:
    """What an activity waits for that was agreed for the case that a follow-up shows too little."""
    waits = one.trigger is Trigger.IF_BEHIND and one.status is Progress.PLANNED
    return choice_word(one.trigger, language()) if waits else ""


def icon(one: Change | Activity) -> str | None:
    if planning.lateness(one, today()):
        return LATE
    return KEY if isinstance(one, Change) and one.is_key else None


def title(one: Change | Activity) -> str:
    return plain(f"{one.name} · {late_words(one) or choice_word(one.status, language())}")


def show_change(plan: Plan, chain: Chain, one: Change) -> None:
    box = card(one, title(one), icon(one))
    if not box.open:
        return
    with box:
        show_gaps(chain, one.entry_id)
        edit_fields(plan, one, "name", "benefits", "is_key", "status", "starts_on")
        edit_fields(plan, one, "requires", "counteracting_factor", "measuring_point")
        goals = ", ".join(goal.name for goal in chain.goals_after(one.entry_id))
        if goals:
            st.markdown(say("benefits.shown_by", names=plain(goals)))
        remove_button(one)


def show_activity(plan: Plan, one: Activity) -> None:
    box = card(one, title(one), icon(one))
    if not box.open:
        return
    with box:
        edit_fields(plan, one, "name", "change", "measuring_point")
        edit_fields(plan, one, "responsible", "status")
        edit_fields(plan, one, "starts_on", "ends_on")
        edit_fields(plan, one, "trigger", "goal")
        remove_button(one)
