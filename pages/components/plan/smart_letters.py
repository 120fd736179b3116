"""The five letters of a goal on screen: what each says, and what it still lacks."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis.language.sentences import goal_sentence, lack_sentence, letter_sentence, own_success_sentence
from analysis.model.choices import Act, PlanRole
from analysis.model.entries import Person
from analysis.model.smart import Letter, SmartCheck
from analysis.planning import Plan
from pages.components.plan.signing import sign_here
from pages.components.session import language, say
from pages.components.words import plain

MET, LACKING = ":material/check_circle:", ":material/radio_button_unchecked:"
SIGNED_BY = ((Act.ACCEPTED, PlanRole.BENEFIT_OWNER), (Act.APPROVED, PlanRole.BENEFIT_MANAGER))


def show_overview(check: SmartCheck) -> None:
    """The goal in one sentence, large enough to be read from the back of the room, and how far its letters are."""
    st.markdown(f"### {plain(goal_sentence(check.goal, check.go_live, language()))}")
    with st.container(horizontal=True):
        for letter in Letter:
            st.markdown(badge(check, letter), width="content")


def badge(check: SmartCheck, letter: Letter) -> str:
    word, missing = say(f"smart.letter.{letter}"), len(check.lacks_of(letter))
    if not missing:
        return f":blue-badge[{MET} {word}]"
    return f":gray-badge[{LACKING} {say('smart.lacking', letter=word, number=missing)}]"


def head(check: SmartCheck, letter: Letter) -> None:
    """A letter with its sentence and, in words, what it lacks; the signatures say themselves whose they are."""
    word = say(f"smart.letter.{letter}")
    st.subheader(f"{word[0]} · {word}", divider="gray")
    sentence = "" if letter is Letter.ACCEPTED else letter_sentence(check, letter, language())
    lacks = [lack_sentence(lack, language()) for lack in check.lacks_of(letter)]
    if sentence:
        st.markdown(f"{'' if lacks else MET} {plain(sentence)}")
    show_lacks(lacks)


def show_lacks(lacks: Sequence[str]) -> None:
    if lacks:
        st.markdown("  \n".join(f"{LACKING} {plain(lack)}" for lack in lacks))


def show_acceptance(plan: Plan, check: SmartCheck) -> None:
    """Two signatures, and who is judge in their own cause: allowed, and told."""
    st.caption(say("smart.accepted_text"))
    for act, role in SIGNED_BY if plan.of(Person) else SIGNED_BY[:1]:
        sign_here(plan, check.goal.goal_id, act, role)
    if check.caveats:
        said = (own_success_sentence(one, language()) for one in check.caveats)
        st.warning("\n\n".join(plain(sentence) for sentence in said), title=say("goal.mind"))
