"""What stands in a calendar, in words."""

from __future__ import annotations

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import period, short_date, whole
from analysis.language.sentences.names import round_name
from analysis.model.calendar import Event


def event_words(event: Event, language: Language) -> str:
    """What happens.

    >>> from datetime import date
    >>> from analysis.model.calendar import Occasion
    >>> event_words(Event(Occasion.MEASUREMENT, 7, date(2026, 4, 20), date(2026, 5, 3), number=1), Language.DANISH)
    'Eftermåling 1'
    """
    return text(
        language,
        f"calendar.event.{event.occasion}",
        name=event.name,
        number=whole(language, event.number),
        round=round_name(event.number, language),
    )


def event_days(event: Event, language: Language) -> str:
    """The day it is on, or from the first to the last."""
    if event.starts_on == event.ends_on:
        return short_date(language, event.starts_on)
    return period(language, event.starts_on, event.ends_on)
