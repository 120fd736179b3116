"""What the interval means, what it leaves out, how the number was made, and how much more must be measured."""

from __future__ import annotations

from analysis.language import Language
from analysis.language.catalogue import counted, text
from analysis.language.formats import percent, whole
from analysis.model.outcome import Interval, NotComputable
from analysis.model.plan import Denominator, Goal
from analysis.model.status import Advice


def interval_sentence(interval: Interval | NotComputable, language: Language, against: float | None = None) -> str:
    """The interval of a reduction in words: a fall, a rise, or anything between the two."""
    if isinstance(interval, NotComputable):
        return not_computable_sentence(interval, language)
    low, high = interval.low, interval.high
    if low >= 0:
        values = {"low": percent(language, low, against), "high": percent(language, high, against)}
        return text(language, "interval.fall", **values)
    if high < 0:
        return text(language, "interval.rise", low=percent(language, -high), high=percent(language, -low))
    return text(language, "interval.either", rise=percent(language, -low), fall=percent(language, high, against))


def not_covered_sentence(language: Language) -> str:
    """Where sampling uncertainty ends: printed wherever an interval is."""
    return text(language, "interval.not_covered")


def method_sentences(goal: Goal, population_known: bool, language: Language) -> tuple[str, ...]:
    """How the number and its uncertainty were made."""
    key = {
        Denominator.REGISTRATIONS: "registrations",
        Denominator.LEADING_COUNT: "leading_count",
        Denominator.SYSTEM_COUNT: "system_count",
    }[goal.denominator]
    said = text(language, f"method.{key}", workflow=goal.leading_workflow), text(language, "method.interval")
    return (*said, text(language, "method.population")) if population_known else said


def not_computable_sentence(unknown: NotComputable, language: Language) -> str:
    return text(language, f"reason.{unknown.reason}")


def advice_sentence(advice: Advice | NotComputable, language: Language) -> str:
    """How many must measure next time to settle it, or why no number can."""
    if isinstance(advice, NotComputable):
        return not_computable_sentence(advice, language)
    employees = counted(language, "count.employees", advice.employees)
    said = text(language, "advice.same" if advice.same_employees else "advice.new", employees=employees)
    if advice.population is None:
        return said
    return f"{said} {text(language, 'advice.of_population', population=whole(language, advice.population))}"
