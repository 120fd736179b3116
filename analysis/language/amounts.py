"""Levels, changes and intervals of a goal in its own unit: minutes, cases a day, per cent or percentage points."""

from __future__ import annotations

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import PERCENT_SIGN, hundredths, measured, number, signed_hundredths, whole
from analysis.model.choices import Direction, Measure, TargetUnit
from analysis.model.measurement import IndicatorSeries
from analysis.model.outcome import Interval
from analysis.model.plan import Goal

SMALL_SHARE = 0.01
"""Below one per cent a share is told with a decimal."""


def indicator_value(series: IndicatorSeries, value: float, language: Language) -> str:
    """A value of an indicator: what is counted in whole numbers is told in whole numbers."""
    counted = all(point.value.is_integer() for point in series.points)
    return whole(language, int(value)) if counted else measured(language, value)


def subject(goal: Goal, language: Language) -> str:
    """What falls or rises, at the start of a sentence: ``Tiden pr. dokument``."""
    return text(language, f"subject.{goal.measure}", item=goal.item)


def level_number(goal: Goal, level: float, language: Language) -> str:
    """A level under a heading that names its unit: ``7,9``, or ``41 %`` for a share."""
    if goal.measure is Measure.SHARE:
        return hundredths_of_level(level, language) + PERCENT_SIGN[language]
    return measured(language, level)


def hundredths_of_level(level: float, language: Language) -> str:
    return number(language, 100 * level, 1 if 0 < level < SMALL_SHARE else 0)


def level_text(goal: Goal, level: float, language: Language) -> str:
    """A level with its unit, in short: ``7,9 min``."""
    return text(language, f"level.short.{goal.measure}", level=level_number(goal, level, language))


def level_words(goal: Goal, level: float, language: Language) -> str:
    """A level inside a sentence: ``7,9 minutter pr. dokument``."""
    return text(language, f"level.words.{goal.measure}", level=level_number(goal, level, language), item=goal.item)


def level_heading(goal: Goal, language: Language) -> str:
    """Over a column or an axis of levels: ``Minutter pr. dokument``."""
    heading = text(language, f"level.heading.{goal.measure}", item=goal.item)
    return heading[:1].upper() + heading[1:]


def level_interval_number(goal: Goal, interval: Interval, language: Language) -> str:
    """The interval of a level under a heading that names its unit: ``7,1–8,8`` or ``35–47 %``."""
    if goal.measure is Measure.SHARE:
        low, high = (hundredths_of_level(end, language) for end in (interval.low, interval.high))
        return f"{low}–{high}{PERCENT_SIGN[language]}"
    return f"{measured(language, interval.low)}–{measured(language, interval.high)}"


def change_of(goal: Goal, improvement: float) -> float:
    """An improvement as the change it is: with less to aim at, it is negative."""
    return improvement if goal.direction is Direction.MORE else -improvement


def unit_sign(unit: TargetUnit, language: Language) -> str:
    """What stands behind a change in short: the sign for per cent, or that of percentage points."""
    return PERCENT_SIGN[language] if unit is TargetUnit.RELATIVE else text(language, "amount.points_short")


def change_number(goal: Goal, improvement: float, language: Language, against: float | None = None) -> str:
    """A change in short: ``−79 %`` or ``+25 pp.``."""
    limit = None if against is None else change_of(goal, against)
    signed = signed_hundredths(language, change_of(goal, improvement), limit)
    return signed + unit_sign(goal.target_unit, language)


def change_interval_number(goal: Goal, interval: Interval, language: Language, against: float | None = None) -> str:
    """The interval of a change in short: bare after a fall or a rise, with both signs where it may be either."""
    unit = unit_sign(goal.target_unit, language)
    if interval.low < 0 < interval.high:
        limit = None if against is None else change_of(goal, against)
        ends = sorted(change_of(goal, end) for end in (interval.low, interval.high))
        low, high = (signed_hundredths(language, end, limit) for end in ends)
        return text(language, "amount.either_way", low=low, high=high) + unit
    inner, outer = sorted((interval.low, interval.high), key=abs)
    return f"{hundredths(language, inner, against)}–{hundredths(language, outer, against)}{unit}"


def amount_words(unit: TargetUnit, amount: float, language: Language, against: float | None = None) -> str:
    """The size of a change inside a sentence: ``79 %`` or ``12 procentpoint``."""
    size = hundredths(language, amount, against)
    if unit is TargetUnit.RELATIVE:
        return size + PERCENT_SIGN[language]
    return text(language, "amount.point" if size == "1" else "amount.points", number=size)


def between_words(unit: TargetUnit, one: float, other: float, language: Language, against: float | None = None) -> str:
    """From the smaller to the larger of two sizes: ``70 % og 86 %`` or ``8 og 17 procentpoint``."""
    smaller, larger = sorted((one, other), key=abs)
    first = amount_words(unit, smaller, language, against)
    if unit is TargetUnit.POINTS:
        first = hundredths(language, smaller, against)
    return text(language, "amount.between", low=first, high=amount_words(unit, larger, language, against))
