"""What the change is worth in a year, why time changed, and how much hangs on a single employee."""

from __future__ import annotations

import math

from analysis.language import Language
from analysis.language.amounts import between_words
from analysis.language.catalogue import text
from analysis.language.formats import number, percent, signed_hundredths, signed_whole, whole
from analysis.language.sentences.explanations import either_words, not_computable_sentence, wants_less
from analysis.model.decomposition import Component, Decomposition, Effect
from analysis.model.outcome import Interval, NotComputable
from analysis.model.plan import Goal
from analysis.model.worth import FreedTime, WithoutOne, Yearly

THOUSANDS = -3
"""Kroner are told in whole thousands: the interval is wider than that."""


def freed_sentence(freed: FreedTime | NotComputable, language: Language) -> str:
    """Hours, full-time equivalents and kroner a year, and what they are not."""
    if isinstance(freed, NotComputable):
        return not_computable_sentence(freed, language)
    way, items = "freed" if freed.hours.amount >= 0 else "spent", whole(language, freed.items_per_year)
    hours, around = size(freed.hours, language), between(freed.hours, language)
    said = [text(language, f"worth.{way}", items=items, hours=hours, interval=around)]
    if fte := freed.fte:
        said.append(text(language, "worth.fte", fte=size(fte, language, 1), interval=between(fte, language, 1)))
    if kroner := freed.kroner:
        told, around = size(kroner, language, THOUSANDS), between(kroner, language, THOUSANDS)
        said.append(text(language, f"worth.kroner_{way}", kroner=told, interval=around))
    said.append(text(language, "worth.realised", share=percent(language, freed.realisation_share)))
    return " ".join(said)


def size(amount: Yearly, language: Language, decimals: int = 0) -> str:
    return rounded(abs(amount.amount), decimals, language)


def between(amount: Yearly, language: Language, decimals: int = 0) -> str:
    """The interval of an amount; turned as the amount is where more is spent than before."""
    if isinstance(amount.interval_95, NotComputable):
        return ""
    turn = 1 if amount.amount >= 0 else -1
    low, high = sorted(turn * end for end in (amount.interval_95.low, amount.interval_95.high))
    ends = rounded(low, decimals, language), rounded(high, decimals, language)
    return text(language, "worth.between", low=ends[0], high=ends[1])


def rounded(amount: float, decimals: int, language: Language) -> str:
    return number(language, round(amount, decimals), max(decimals, 0))


def why_sentences(why: Decomposition | NotComputable, goal: Goal, language: Language) -> tuple[str, ...]:
    """The change of all time, and how much each factor pulled: whole hours that add up to it."""
    if isinstance(why, NotComputable):
        return (not_computable_sentence(why, language),)
    before, change = round(why.hours_before), round(why.change.hours.value)
    said = [
        text(
            language,
            "why.total",
            before=whole(language, before),
            after=whole(language, before + change),
            change=signed_whole(language, change),
            part=part_text(why.change, language),
        )
    ]
    hours = agreeing_hours(why)
    said += [factor_sentence(each, told, goal, language) for each, told in zip(why.components, hours, strict=True)]
    return (*said, *(text(language, "why.left_out", name=name) for name in why.left_out))


def agreeing_hours(why: Decomposition) -> tuple[int, ...]:
    """Each component in whole hours so that they add up to the change that is shown: largest remainders first."""
    exact = [component.effect.hours.value for component in why.components]
    hours = [math.floor(value) for value in exact]
    missing = round(why.change.hours.value) - sum(hours)
    by_remainder = sorted(range(len(exact)), key=lambda place: hours[place] - exact[place])
    for place in by_remainder[:missing]:
        hours[place] += 1
    return tuple(hours)


def factor_sentence(component: Component, hours: int, goal: Goal, language: Language) -> str:
    """How many hours a year a factor pulled up or down, and whether that may be chance."""
    factor = text(language, f"why.factor.{component.factor}", item=goal.item)
    if hours == 0:
        return text(language, "why.nothing", factor=factor)
    interval = component.effect.part.interval
    by_chance = isinstance(interval, Interval) and interval.low < 0 < interval.high
    said = text(
        language,
        "why.down" if hours < 0 else "why.up",
        factor=factor,
        hours=whole(language, abs(hours)),
        part=part_text(component.effect, language),
    )
    return f"{said} {text(language, 'why.by_chance')}" if by_chance else said


def part_text(effect: Effect, language: Language) -> str:
    """A change as a part of the hours before, with its interval: ``−60 %, mellem −68 og −51 %``."""
    part = text(language, "why.part", part=signed_hundredths(language, effect.part.value))
    interval = effect.part.interval
    if isinstance(interval, NotComputable):
        return part
    low, high = (signed_hundredths(language, end) for end in (interval.low, interval.high))
    return text(language, "why.part_between", part=part, low=low, high=high)


def without_one_sentence(without: WithoutOne | NotComputable, goal: Goal, language: Language) -> str:
    """The smallest and the largest change with one employee left out, naming nobody."""
    if isinstance(without, NotComputable):
        return not_computable_sentence(without, language, goal)
    if without.lowest < 0 <= without.highest:
        between = either_words(Interval(without.lowest, without.highest, 0.95), language, None, goal)
        return text(language, "without_one.either", between=between)
    between = between_words(goal.target_unit, without.lowest, without.highest, language)
    fell = (without.lowest >= 0) == wants_less(goal)
    return text(language, "without_one.fall" if fell else "without_one.rise", between=between)
