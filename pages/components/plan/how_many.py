"""How many employees must measure a goal: the planner's advice beside what is planned."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import streamlit as st

from analysis.language.sentences import advice_sentence, first_advice_sentences
from analysis.model.agreements import Protocol
from analysis.model.choices import Measure, Method
from analysis.model.outcome import NotComputable
from analysis.model.plan import Goal
from analysis.model.priorities import FirstAdvice
from analysis.model.status import Advice, Basis
from analysis.planning.goals.participation import Considered, population_of
from analysis.status import first_advice
from pages.components.session import language, report, say
from pages.components.words import plain


class NoNumber(StrEnum):
    """Why no number of employees is advised; each has its sentence."""

    OF_SHARE = "of_share"
    NO_ONE = "no_one"
    SETTLED = "settled"
    OF_ALL = "of_all"
    IMPOSSIBLE = "impossible"
    IMPOSSIBLE_FOR_ANY = "impossible_for_any"


Answer = Advice | FirstAdvice | NotComputable | NoNumber


def show_how_many(goal: Goal, protocol: Protocol, groups: Sequence[Considered]) -> None:
    taking = [one for one in groups if one.participation and one.participation.takes_part]
    population, planned = population_of(taking or groups), sum(one.planned for one in taking)
    answer = answer_for(goal, protocol, population)
    said = list(answer_words(goal, answer, population))
    if planned:
        key = "planned_in_all" if population is None else "planned_of"
        said.append(say(f"measuring.{key}", planned=planned, population=population))
    if planned and isinstance(answer, (Advice, FirstAdvice)) and planned < answer.employees:
        said.append(say("measuring.advice.fewer_planned"))
    st.info("\n\n".join(map(plain, said)), title=say("measuring.how_many"))


def answer_for(goal: Goal, protocol: Protocol, population: int | None) -> Answer:
    """From the goal's own numbers where it is measured, else from stated assumptions."""
    known = next(one for one in report().goals if one.goal.goal_id == goal.goal_id)
    baseline = known.baseline
    if goal.measure is Measure.SHARE:
        return NoNumber.OF_SHARE
    if protocol.method is Method.SYSTEM_EXTRACT or (baseline and baseline.basis is not Basis.EMPLOYEES):
        return NoNumber.NO_ONE
    if baseline is None:
        return before_the_baseline(goal, protocol.days, population)
    return NoNumber.SETTLED if known.advice is None else known.advice


def before_the_baseline(goal: Goal, days: int | None, population: int | None) -> Answer:
    first = first_advice(goal, days, population)
    if first is None:
        return NoNumber.OF_ALL
    if isinstance(first, NotComputable):
        return NoNumber.IMPOSSIBLE_FOR_ANY if population is None else NoNumber.IMPOSSIBLE
    return first


def answer_words(goal: Goal, answer: Answer, population: int | None) -> Sequence[str]:
    if isinstance(answer, FirstAdvice):
        return first_advice_sentences(answer, goal, language())
    if isinstance(answer, NoNumber):
        return (say(f"measuring.advice.{answer}", population=population),)
    return (advice_sentence(answer, language(), goal),)
