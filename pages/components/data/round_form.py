"""The parts of the page of the measurement rounds."""

from __future__ import annotations

import streamlit as st

from analysis import planning
from analysis.language.formats import number, period
from analysis.language.sentences import choice_word, round_name
from analysis.model.agreements import Conduct
from analysis.model.choices import Denominator
from analysis.model.plan import Round
from analysis.planning import Plan
from analysis.planning.rounds.round_states import RoundState, conduct_of, round_state
from analysis.report.table import Column, Table
from pages.components.data.round_fields import population_field, system_count_field, window_field
from pages.components.exhibits import is_narrow, show_table
from pages.components.forms import by_me
from pages.components.plan.entry_form import edit_fields, names_in
from pages.components.plan.saving import forget_unless_drawn, is_stored, of_field, show_refusal
from pages.components.session import language, project_id, say, store, today

BADGES = {
    RoundState.PLANNED: ("gray", ":material/event:"),
    RoundState.MEASURING: ("orange", ":material/timer:"),
    RoundState.CLOSED: ("blue", ":material/inventory:"),
    RoundState.ASSESSED: ("green", ":material/check_circle:"),
}
COLUMNS = ("round", "period", "state", "planned", "measured_by", "effort", "participants", "municipality")
DETAILS = COLUMNS[3:]


def choose_round(plan: Plan) -> Round:
    """One of the project's rounds; at first the one that is still to be assessed."""
    by_id = {one.round_id: one for one in plan.rounds}
    open_ones = [one.round_id for one in plan.rounds if round_state(plan, one.round_id) is not RoundState.ASSESSED]
    kept = st.session_state.get("round-in-hand")
    first = kept if kept in by_id else (open_ones or list(by_id))[0 if open_ones else -1]
    chosen = st.selectbox(
        say("rounds.choose"),
        list(by_id),
        list(by_id).index(first),
        format_func=lambda one: round_label(by_id[one]),
    )
    st.session_state["round-in-hand"] = chosen
    return by_id[chosen]


def round_label(one: Round) -> str:
    return f"{round_name(one.number, language())}, {period(language(), one.starts_on, one.ends_on)}"


def show_state(plan: Plan, one: Round) -> None:
    state = round_state(plan, one.round_id)
    colour, icon = BADGES[state]
    st.badge(choice_word(state, language()), icon=icon, color=colour)  # type: ignore[arg-type]


def show_rounds(plan: Plan) -> None:
    """A column in which nothing stands is left out."""
    rows = [row_of(plan, one) for one in plan.rounds]
    filled = [place for place in range(len(COLUMNS)) if any(row[place] for row in rows)]
    columns = tuple(column(COLUMNS[place]) for place in filled)
    table = Table(columns, tuple(tuple(row[place] for place in filled) for row in rows))
    show_table(table.without_details if is_narrow() else table, say("rounds.table"))


def column(name: str) -> Column:
    return Column(say(f"rounds.column.{name}"), is_number=name == "effort", is_detail=name in DETAILS)


def row_of(plan: Plan, one: Round) -> tuple[str, ...]:
    conduct, names = conduct_of(plan, one.round_id), names_in(plan)
    return (
        round_name(one.number, language()),
        period(language(), one.starts_on, one.ends_on),
        choice_word(round_state(plan, one.round_id), language()),
        planned_period(conduct) if is_moved(one, conduct) else "",
        ", ".join(names[person] for person in conduct.measured_by),
        "" if conduct.effort_hours is None else number(language(), conduct.effort_hours),
        *(choice_word(view, language()) if view else "" for view in (conduct.participants, conduct.municipality)),
    )


def is_moved(one: Round, conduct: Conduct) -> bool:
    return (conduct.planned_starts_on, conduct.planned_ends_on) not in ((None, None), (one.starts_on, one.ends_on))


def planned_period(conduct: Conduct) -> str:
    if conduct.planned_starts_on is None or conduct.planned_ends_on is None:
        return ""
    return period(language(), conduct.planned_starts_on, conduct.planned_ends_on)


def plan_next(plan: Plan) -> None:
    """The proposal is one click away, and can be changed as any round."""
    forget_unless_drawn("plan-next")
    proposal = planning.next_round(plan, today())
    if not proposal.populations:
        listed = planning.staff_numbers(store(), project_id())
        proposal = planning.with_staff_numbers(proposal, listed)
    words = {
        "name": round_name(proposal.number, language()).lower(),
        "period": period(language(), proposal.starts_on, proposal.ends_on),
    }
    st.button(
        say("rounds.plan_next", **words),
        key="plan-next",
        type="secondary" if plan.rounds else "primary",
        on_click=add_round,
        args=(proposal,),
    )
    show_refusal("plan-next", of_field)


def add_round(proposal: Round) -> None:
    outcome = planning.save_round(store(), by_me(), project_id(), proposal)
    if is_stored("plan-next", outcome) and isinstance(outcome, Round):
        st.session_state["round-in-hand"] = outcome.round_id


def edit_round(plan: Plan, one: Round) -> None:
    """The window, the populations and what systems counted."""
    window_field(one)
    conduct = conduct_of(plan, one.round_id)
    if is_moved(one, conduct):
        st.caption(say("rounds.moved", period=planned_period(conduct)))
    st.markdown(f"**{say('rounds.populations')}**", help=say("rounds.populations_help"))
    for row in range(0, len(plan.target_groups), 2):
        for place, group in zip(st.columns(2), plan.target_groups[row : row + 2], strict=False):
            with place:
                population_field(one, group.name, group.target_group_id)
    cases = {(count.goal_id, count.round_id): count.cases for count in plan.system_counts}
    for goal in plan.goals:
        if goal.denominator is Denominator.SYSTEM_COUNT:
            system_count_field(one, goal, cases.get((goal.goal_id, one.round_id)))


def edit_conduct(plan: Plan, one: Round) -> None:
    conduct = conduct_of(plan, one.round_id)
    edit_fields(plan, conduct, "measured_by", "effort_hours", "deviation")
    edit_fields(plan, conduct, "participants", "municipality")


def remove_this(one: Round) -> None:
    key = f"remove-{one.round_id}"
    forget_unless_drawn(key)
    st.button(say("rounds.remove"), key=key, on_click=remove, args=(key, one), icon=":material/delete:")
    show_refusal(key, of_field)


def remove(key: str, one: Round) -> None:
    is_stored(key, planning.remove_round(store(), by_me(), project_id(), one.round_id))
