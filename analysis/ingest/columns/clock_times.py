"""Columns of start and end: a time of day, with or without its day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time

from analysis.ingest.codes import Rejection
from analysis.ingest.columns.typed import Distinct, Parsed, Typed, common_reason
from analysis.ingest.values.cells import MOMENT, SPANS, plain
from analysis.ingest.values.dates import MAX_LENGTH, DateStyle, parse_date
from analysis.ingest.values.durations import MAX_MS

_TIME = re.compile(
    r"(?:(.*?\S)[ T]+)??(?:kl\.? ?)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]0+)? ?(?:([ap])\.?m\.?)?", re.IGNORECASE
)


def type_clock_times(texts: Sequence[Distinct], style: DateStyle) -> Typed:
    """Milliseconds since midnight, and the day where the cell carries one."""
    return Typed(tuple(_parsed(text.text, style) for text in texts))


def _parsed(text: str, style: DateStyle) -> Parsed:
    reason = common_reason(text)
    if reason:
        return Parsed(text, reason=reason)
    if text.startswith(SPANS):
        return (
            Parsed(text, int(text[1:])) if 0 <= int(text[1:]) < MAX_MS else Parsed(text, reason=Rejection.IMPLAUSIBLE)
        )
    if text.startswith(MOMENT):
        clock = time.fromisoformat(text[12:] or "00:00")
        return Parsed(text, _milliseconds(clock.hour, clock.minute, clock.second), day=date.fromisoformat(text[1:11]))
    return _written(text, style)


def _milliseconds(hour: int, minute: int, second: int) -> int:
    return ((hour * 60 + minute) * 60 + second) * 1000


def _written(text: str, style: DateStyle) -> Parsed:
    match = _TIME.fullmatch(plain(text)) if len(text) <= MAX_LENGTH else None
    if not match:
        return Parsed(text, reason=Rejection.INVALID_NUMBER)
    hour, minute, second = int(match[2]), int(match[3]), int(match[4] or 0)
    if match[5]:
        hour = hour % 12 + (12 if match[5].lower() == "p" else 0) if 1 <= hour <= 12 else 24
    if hour > 23 or minute > 59 or second > 59:
        return Parsed(text, reason=Rejection.INVALID_NUMBER)
    day = parse_date(match[1], style) if match[1] else None
    if match[1] and not day:
        return Parsed(text, reason=Rejection.INVALID_DATE)
    return Parsed(text, _milliseconds(hour, minute, second), day=day)
