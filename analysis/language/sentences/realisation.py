"""Freed is not converted: the hours measured free beside those documented as used for something else."""

from __future__ import annotations

from analysis.language import Language
from analysis.language.catalogue import counted, text
from analysis.language.formats import whole
from analysis.language.sentences.explanations import not_computable_sentence
from analysis.language.sentences.worth import between
from analysis.model.outcome import Interval, NotComputable
from analysis.model.realisation import BenefitProgress, BenefitState, LedgerOfGoal, Realisation
from analysis.model.worth import FreedTime


def realisation_headline(realisation: Realisation, language: Language) -> str:
    """How many benefits are how far; the furthest first."""
    states = [one.state for one in realisation.benefits]
    told = [
        counted(language, f"realisation.so_many.{state}", states.count(state))
        for state in reversed(BenefitState)
        if state in states
    ]
    return " ".join(told) if told else text(language, "realisation.no_benefit")


def ledger_sentence(ledger: LedgerOfGoal, language: Language) -> str:
    """What was measured free, what is documented, and the difference."""
    if not isinstance(ledger.freed, FreedTime):
        return " ".join((unknown_freed(ledger.freed, language), *documented_anyway(ledger, language)))
    hours = ledger.freed.hours
    measured = text(
        language,
        "realisation.freed" if hours.amount > 0 else "realisation.nothing_freed",
        hours=whole(language, abs(round(hours.amount))),
        interval=between(hours, language),
    )
    return f"{measured} {gap_text(ledger, ledger.freed, language)}"


def unknown_freed(freed: NotComputable | None, language: Language) -> str:
    return text(language, "realisation.not_measured") if freed is None else not_computable_sentence(freed, language)


def documented_anyway(ledger: LedgerOfGoal, language: Language) -> tuple[str, ...]:
    if not ledger.conversions:
        return ()
    return (text(language, "realisation.documented", hours=whole(language, ledger.documented_hours)),)


def gap_text(ledger: LedgerOfGoal, freed: FreedTime, language: Language) -> str:
    """The gap is told only where it is larger than what the measurement leaves open."""
    documented, amount = ledger.documented_hours, freed.hours.amount
    interval = freed.hours.interval_95
    low, high = (interval.low, interval.high) if isinstance(interval, Interval) else (amount, amount)
    if not documented:
        return text(language, "realisation.none_documented")
    key = "less" if documented < low else "more" if documented > high else "as_measured"
    gap = whole(language, abs(round(amount) - round(documented)))
    return text(language, f"realisation.{key}", hours=whole(language, documented), gap=gap)


def lack_sentences(progress: BenefitProgress, language: Language) -> tuple[str, ...]:
    return tuple(text(language, f"realisation.lack.{lack}") for lack in progress.lacks)
