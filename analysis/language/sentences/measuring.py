"""A goal's own sentence about how its numbers are made of what is measured."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.sentences.explanations import level_key
from analysis.model.plan import Goal


def analysis_sentence(goal: Goal, language: Language) -> str:
    """The proposal for how a goal is analysed: what is added up, and what it is divided by."""
    workflows = names_listed(goal.workflows, language)
    return text(
        language,
        f"measuring.analysis.{level_key(goal)}",
        item=goal.item,
        workflows=workflows,
        leading=goal.leading_workflow,
    )


def names_listed(names: Sequence[str], language: Language) -> str:
    """Names in a row, or nothing where there are none.

    >>> names_listed(("Scan", "Fordel", "Stamdata"), Language.DANISH)
    'Scan, Fordel og Stamdata'
    """
    *first, last = names or ("",)
    return text(language, "portfolio.and").join((", ".join(first), last)) if first else last
