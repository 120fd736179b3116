"""A round's checklist: ticks with name and date, what the program sees beside them, and the acts they open."""

from __future__ import annotations

import streamlit as st

from analysis import planning
from analysis.language.formats import long_date, whole
from analysis.language.sentences import choice_word
from analysis.model.choices import Act, PlanRole
from analysis.model.entries import Person, Signature
from analysis.model.faults import PlanFault, PlanRule
from analysis.planning import Plan
from analysis.planning.rounds.checklist_hints import hints
from analysis.planning.rounds.checklists import CheckPoint, checklist_of, tick_of, unticked
from analysis.planning.rounds.round_states import REACHED_BY
from analysis.planning.rounds.sights import Hint, Looked
from pages.components.forms import by_me
from pages.components.plan.entry_form import names_in
from pages.components.plan.saving import forget_unless_drawn, is_stored, of_field, refused, show_refusal
from pages.components.plan.signing import show_signature, sign_here
from pages.components.session import language, project_id, say, say_count, store, today
from pages.components.words import plain

NOBODY = PlanFault("who", PlanRule.EMPTY)
"""A tick has a name."""


def who_are_you(plan: Plan) -> int | None:
    """Chosen once, and remembered during the visit."""
    people = {one.entry_id: f"{one.name}, {choice_word(one.role, language())}" for one in plan.of(Person)}
    if not people:
        st.markdown(say("signing.nobody"))
        st.page_link("pages/plan/roles.py", label=say("signing.to_roles"), icon=":material/arrow_forward:")
        return None
    kept = st.session_state.get("who-i-am")
    chosen = st.selectbox(
        say("checklist.who"),
        list(people),
        list(people).index(kept) if kept in people else None,
        format_func=people.__getitem__,
        placeholder=say("checklist.choose_who"),
        help=say("checklist.who_help"),
    )
    st.session_state["who-i-am"] = chosen
    return chosen


def show_phase(looked: Looked, act: Act, who: int | None) -> None:
    """The points before an act, and the act itself; those of an act that is done are folded together."""
    plan, one = looked.plan, looked.round
    points = checklist_of(one)[act]
    signed = plan.signatures(one.round_id, act)
    with st.container(border=True):
        st.subheader(say(f"checklist.phase.{act}"))
        if signed:
            show_acts(plan, one.round_id, act, signed)
        left = len(unticked(plan, one, act))
        st.markdown(f"**{say_count('checklist.left', left) if left else say('checklist.none_left')}**")
        with st.expander(say("checklist.points")) if signed else st.container():
            for point in points:
                show_point(looked, point, who)
        if act is next_act(plan, one.round_id) and plan.of(Person):
            sign_here(plan, one.round_id, act, PlanRole.PROJECT_MANAGER)


def next_act(plan: Plan, round_id: int) -> Act | None:
    return next((act for act in REACHED_BY if not plan.signatures(round_id, act)), None)


def show_acts(plan: Plan, round_id: int, act: Act, signed: tuple[Signature, ...]) -> None:
    """How a round went is written while it goes: only a change after the assessment is worth a warning."""
    older = planning.signatures_on_older_words(store(), project_id(), round_id) if act is Act.ASSESSED else ()
    for one in signed:
        show_signature(plan, one, is_older=one in older)


def show_point(looked: Looked, point: CheckPoint, who: int | None) -> None:
    round_id = looked.round.round_id
    tick, key = tick_of(looked.plan, round_id, point), f"tick-{round_id}-{point}"
    forget_unless_drawn(key)
    st.session_state[key] = tick is not None
    label = f"**{choice_word(point, language())}.** {say(f'checklist.point.{point}')}"
    lines = [say("checklist.because", why=say(f"checklist.why.{point}"))]
    lines += [hint_line(hint) for hint in hints(looked, point)]
    if tick:
        lines.append(f":material/edit: {signature_line(looked.plan, tick)}")
    with st.container(gap="xxsmall"):
        st.checkbox(label, key=key, on_change=turn, args=(key, round_id, point, tick, who))
        if who is None or NOBODY not in refused().get(key, ()):
            show_refusal(key, of_field)
        st.caption("  \n".join(lines))


def hint_line(hint: Hint) -> str:
    """What the program sees; the mark and the words say whether it speaks for the tick."""
    icon = ":material/visibility:" if hint.is_fine else ":material/warning:"
    numbers = {"number": whole(language(), hint.number), "of": whole(language(), hint.of)}
    return f"{icon} {say(f'checklist.sees.{hint.sight}', words=plain(', '.join(hint.words)), **numbers)}"


def signature_line(plan: Plan, tick: Signature) -> str:
    person = plain(names_in(plan)[tick.person])
    return say("checklist.signature", person=person, day=long_date(language(), tick.on))


def turn(key: str, round_id: int, point: CheckPoint, tick: Signature | None, who: int | None) -> None:
    """Put a tick, or take it back; the history keeps both. A colleague's tick of a moment ago stands."""
    outcome: object = (NOBODY,)
    if tick is not None:
        outcome = planning.remove_entry(store(), by_me(), project_id(), tick.entry_id)
    elif who is not None:
        signature = Signature(0, round_id, Act.TICKED, who, today(), point)
        outcome = planning.sign(store(), by_me(), project_id(), signature)
    faults = outcome if isinstance(outcome, tuple) else ()
    is_stored(key, tuple(fault for fault in faults if fault.rule is not PlanRule.ONLY_ONE))
