"""Changes with their intervals, as charts and tables write them."""

from __future__ import annotations

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import PERCENT_SIGN, interval_text, signed_percent
from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.model.status import Change

NO_NUMBER = "–"


def change_text(change: Change | NotComputable | None, language: Language, against: float | None = None) -> str:
    """A change with its interval: ``−79 % (70–86 %)``; a dash where it is not known, and words where it is hidden."""
    if not isinstance(change, Change):
        return nothing_shown(change, language)
    number = signed_percent(language, change.improvement, against)
    if isinstance(change.interval_95, NotComputable):
        return number
    return f"{number} ({change_interval_text(change.interval_95, language, against)})"


def nothing_shown(unknown: NotComputable | None, language: Language) -> str:
    """In the place of a number: that it is hidden, or a dash."""
    return text(language, "chart.hidden") if unknown and unknown.reason is Reason.HIDDEN else NO_NUMBER


def change_interval_text(interval: Interval, language: Language, against: float | None = None) -> str:
    """The interval of a change: bare after a fall or a rise, with both signs where it may be either."""
    if interval.low >= 0:
        return interval_text(language, interval, against)
    if interval.high <= 0:
        return interval_text(language, Interval(-interval.high, -interval.low, interval.level))
    fall, rise = (signed_percent(language, end, against) for end in (interval.high, interval.low))
    return text(language, "chart.either_way", fall=fall.removesuffix(PERCENT_SIGN[language]), rise=rise)
