"""Changes with their intervals, as charts and tables write them."""

from __future__ import annotations

from analysis.language import Language
from analysis.language.amounts import change_interval_number, change_number
from analysis.language.catalogue import text
from analysis.model.levels import Change
from analysis.model.outcome import NotComputable, Reason
from analysis.model.plan import Goal

NO_NUMBER = "–"


def change_text(
    goal: Goal, change: Change | NotComputable | None, language: Language, against: float | None = None
) -> str:
    """A change with its interval: ``−79 % (70–86 %)``; a dash where it is not known, and words where it is hidden."""
    if not isinstance(change, Change):
        return nothing_shown(change, language)
    shown = change_number(goal, change.improvement, language, against)
    if isinstance(change.interval_95, NotComputable):
        return shown
    return f"{shown} ({change_interval_number(goal, change.interval_95, language, against)})"


def nothing_shown(unknown: NotComputable | None, language: Language) -> str:
    """In the place of a number: that it is hidden, or a dash."""
    return text(language, "chart.hidden") if unknown and unknown.reason is Reason.HIDDEN else NO_NUMBER
