"""What is wrong with a cell, as a sentence that says what to do."""

from __future__ import annotations

from analysis.language import Language
from analysis.language.catalogue import catalogue, text
from analysis.language.formats import whole
from analysis.model.faults import PlanFault, PlanRule
from analysis.workbook.cells import point_words
from analysis.workbook.definition import Part
from analysis.workbook.faults import CellFault, CellRule

WITH_SENTENCES = (Part.PROJECT, Part.TARGET_GROUP, Part.GOAL, Part.ROUND, Part.SIGNATURE)
"""Their fields have sentences of their own; the other kinds share theirs."""
SHORTEST = 60


def fault_sentence(fault: CellFault, language: Language) -> str:
    """
    >>> from analysis.workbook.faults import Place
    >>> fault_sentence(CellFault(Place("Goals", 6, 3), CellRule.NOT_A_NUMBER, "many"), Language.ENGLISH)
    '“many” is no number.'
    """
    if fault.rule is CellRule.PLAN_RULE and fault.fault:
        return plan_sentence(fault.fault, fault.kind, language)
    value = fault.value if len(fault.value) <= SHORTEST else f"{fault.value[:SHORTEST]} …"
    return text(language, f"workbook.fault.{fault.rule}", value=value, words=fault.words)


def plan_sentence(fault: PlanFault, kind: str, language: Language) -> str:
    if fault.rule is PlanRule.CHANGED_MEANWHILE:
        return text(language, "workbook.fault.plan_changed")
    own = f"fault.{fault.field}.{fault.rule}"
    key = own if kind in WITH_SENTENCES and own in catalogue(language) else f"fault.entry.{fault.rule}"
    key = key if key in catalogue(language) else own
    number = "" if fault.number is None else whole(language, fault.number)
    return text(language, key, number=number, words=spoken(fault, language))


def spoken(fault: PlanFault, language: Language) -> str:
    """Acts and points of a checklist are codes in a fault."""
    if fault.rule is PlanRule.NOT_YET:
        return text(language, f"choice.act.{fault.words}")
    if fault.rule is PlanRule.NEEDS_TICKS:
        return "; ".join(point_words(code, language) for code in fault.words.split())
    return fault.words
