"""A column of counts: whole numbers from 0 to what one row can hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.ingest.codes import Refusal, Rejection
from analysis.ingest.columns.typed import Distinct, Parsed, Typed, bounded, common_reason
from analysis.ingest.layout.layout import Fault
from analysis.ingest.values.cells import plain
from analysis.ingest.values.numerals import Signs, infer_signs, number_body, parse_number

_PIECES = re.compile(
    r"(.*\d) ?(?:stk|styk|sag|sager|enhed|enheder|dokument|dokumenter|pcs|items?|cases?|opgaver?|gange?)\.?",
    re.IGNORECASE,
)


def type_counts(texts: Sequence[Distinct], header: str, decimal_sign: str | None, most: int) -> Typed:
    """The counts of a column; an empty cell is not zero."""
    bodies = (number_body(_unpieced(text.text)) for text in texts if common_reason(text.text) is None)
    signs = infer_signs(bodies, whole=True, answer=decimal_sign)
    if signs.undecided:
        return Typed(fault=Fault(Refusal.AMBIGUOUS_NUMBER, (header,)))
    return Typed(tuple(_parsed(text.text, signs, most) for text in texts))


def without_needing(typed: Typed) -> Typed:
    """The same column where a row may be without a count."""
    missing = Rejection.MISSING_VALUE
    return Typed(tuple(Parsed(one.text) if one.reason == missing else one for one in typed.parsed), fault=typed.fault)


def _unpieced(text: str) -> str:
    """The number without a word for pieces behind it."""
    match = _PIECES.fullmatch(plain(text))
    return match[1] if match else plain(text)


def _parsed(text: str, signs: Signs, most: int) -> Parsed:
    reason = common_reason(text)
    if reason:
        return Parsed(text, reason=reason)
    value = parse_number(_unpieced(text), signs)
    if isinstance(value, Rejection):
        return Parsed(text, reason=value)
    return (
        bounded(text, value, most)
        if value == value.to_integral_value()
        else Parsed(text, reason=Rejection.INVALID_NUMBER)
    )
