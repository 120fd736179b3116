"""Which goal has most to give, and whether it is easy to measure and to follow."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language import Language
from analysis.language.amounts import amount_words
from analysis.language.catalogue import text
from analysis.language.formats import percent, whole
from analysis.model.outcome import Interval
from analysis.model.plan import Goal
from analysis.model.priorities import FirstAdvice, Priority
from analysis.model.worth import Yearly


def priorities_sentence(priorities: Sequence[Priority], language: Language) -> str:
    """The message of the picture, made from its numbers; the goals come with the largest potential first."""
    known = [one for one in priorities if isinstance(one.hours, Yearly)]
    if not known:
        return text(language, "priorities.no_potential")
    best, easy = known[0], [one for one in known if one.is_easy]
    said = {"name": best.goal.name, "hours": hours_words(best, language)}
    if not best.is_weighed:
        return text(language, "priorities.best_not_weighed", **said)
    if best.is_easy:
        return text(language, "priorities.best_and_easy", **said)
    if not easy:
        return text(language, "priorities.best_and_none_easy", **said)
    other = {"other": easy[0].goal.name, "other_hours": hours_words(easy[0], language)}
    return text(language, "priorities.best_but_not_easy", **said, **other)


def hours_words(one: Priority, language: Language) -> str:
    """What a goal could free in a year, in short: ``7.800 timer``."""
    if isinstance(one.hours, Yearly):
        return text(language, "priorities.hours", hours=whole(language, one.hours.amount))
    return text(language, "priorities.not_time" if one.hours is None else "priorities.not_known")


def hours_interval(one: Priority, language: Language) -> str:
    """From where to where the potential lies; nothing where that is not known."""
    known = one.hours.interval_95 if isinstance(one.hours, Yearly) else None
    if not isinstance(known, Interval):
        return ""
    low, high = (whole(language, end) for end in (known.low, known.high))
    return text(language, "amount.either_way", low=low, high=high)


def first_advice_sentences(advice: FirstAdvice, goal: Goal, language: Language) -> tuple[str, ...]:
    """How many to plan with before anything is measured, what it would show, and what is taken for granted."""
    target, to_show = (
        amount_words(goal.target_unit, each, language) for each in (goal.target_improvement, advice.to_show)
    )
    key = "from_milestone" if advice.to_show else "from_nothing"
    said = text(
        language, f"measuring.advice.{key}", employees=whole(language, advice.employees), target=target, to_show=to_show
    )
    return (said, text(language, "measuring.advice.assumed", spread=percent(language, advice.spread)))
