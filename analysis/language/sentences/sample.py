"""How many measured and what they measured: what "n" means on screen."""

from __future__ import annotations

from analysis.language import Language
from analysis.language.catalogue import counted, text
from analysis.language.formats import whole
from analysis.language.sentences.names import the_round
from analysis.model.choices import Measure
from analysis.model.plan import Goal
from analysis.model.status import Basis, GoalReport, RoundResult


def sample_sentence(report: GoalReport, language: Language) -> str:
    """What each number rests on, the latest round first: ``36 medarbejdere og 2.400 registreringer``."""
    results = [result for result in (report.latest, report.baseline) if result is not None]
    return " · ".join(sample_of(report.goal, result, language) for result in results)


def sample_of(goal: Goal, result: RoundResult, language: Language) -> str:
    amounts = [amount for amount in (basis_text(result, language), cases_text(goal, result, language)) if amount]
    measured = text(language, "portfolio.and").join(amounts)
    return text(language, "report.sample", measured=measured, round=the_round(result.round.number, language))


def basis_text(result: RoundResult, language: Language) -> str:
    """The employees, weeks or days that the interval was learnt from; nothing where there are totals only."""
    if result.basis is Basis.EMPLOYEES:
        return counted(language, "count.employees", result.employees)
    return "" if result.basis is Basis.TOTALS else counted(language, f"count.{result.basis}", result.units)


def cases_text(goal: Goal, result: RoundResult, language: Language) -> str:
    """The registrations of time, or the cases that were counted."""
    if goal.measure is Measure.TIME or result.cases is None:
        return counted(language, "report.registrations", result.registrations)
    if goal.measure is Measure.SHARE:
        return counted(language, "count.cases", round(result.cases))
    return f"{whole(language, result.cases)} {goal.item}"
