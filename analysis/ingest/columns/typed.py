"""Distinct texts of a column, and what they mean: a value or the reason why there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from analysis.ingest.codes import Rejection, Warn
from analysis.ingest.layout.layout import Fault
from analysis.ingest.values.cells import BROKEN, UNCALCULATED, is_excel_error, is_null
from analysis.model.upload import Doubt

TOTAL = "total"
"""The outcome of a label that names a sum instead of a thing."""
EXAMPLES = 5
MAX_KEPT = 10**15
"""Larger amounts are no longer told apart; a BIGINT holds the sum of many."""


@dataclass(frozen=True, slots=True)
class Distinct:
    """One distinct text of a column, the rows that hold it, and the first of them."""

    text: str
    rows: int
    first: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text means. ``moment`` is the day of a start or end that carries one."""

    text: str
    value: str | int | float | date | None = None
    reason: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Typed:
    """A column's texts with their meanings, what is doubtful about it, or why the file cannot be read."""

    parsed: tuple[Parsed, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    fault: Fault | None = None


def doubt(code: Warn, concerned: Iterable[Distinct]) -> tuple[Doubt, ...]:
    """One doubt about the rows that hold these texts; none where there are none."""
    texts = list(concerned)
    if not texts:
        return ()
    return (Doubt(code, sum(text.rows for text in texts), tuple(sorted(text.first for text in texts)[:EXAMPLES])),)


def minority(texts: Iterable[Distinct], kind: Callable[[Distinct], str]) -> list[Distinct]:
    """The texts that are not of the most frequent kind."""
    rows: dict[str, int] = {}
    known = [(text, kind(text)) for text in texts]
    for text, name in known:
        rows[name] = rows.get(name, 0) + text.rows
    usual = max(rows, key=lambda name: rows[name], default="")
    return [text for text, name in known if name != usual]


def common_reason(text: str) -> Rejection | None:
    """The reason that holds for every kind of column: broken bytes, an Excel error, a formula without result."""
    if BROKEN in text:
        return Rejection.INVALID_CHARACTERS
    if text.startswith(UNCALCULATED):
        return Rejection.UNCALCULATED_FORMULA
    if is_excel_error(text):
        return Rejection.EXCEL_ERROR
    return Rejection.MISSING_VALUE if is_null(text) else None


def bounded(text: str, value: int | Decimal, most: int, too_many: Rejection = Rejection.IMPLAUSIBLE) -> Parsed:
    """The value with its reason where it lies outside 0 to ``most``; kept even then, to compare total rows with."""
    whole = int(max(min(value, MAX_KEPT), -MAX_KEPT))
    return Parsed(text, whole, Rejection.NEGATIVE if value < 0 else too_many if value > most else None)
