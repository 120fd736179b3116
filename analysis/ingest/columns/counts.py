"""A column of counts: whole numbers from 0 to what one row can hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.ingest.codes import Refusal, Rejection, Warn
from analysis.ingest.columns.typed import Distinct, Parsed, Typed, bounded, common_reason
from analysis.ingest.kinds import MOST_COUNTED, MOST_EXTRACTED
from analysis.ingest.layout.layout import Fault
from analysis.ingest.values.cells import plain
from analysis.ingest.values.numerals import Signs, infer_signs, number_body, parse_number
from analysis.model.upload import Doubt

TOO_MANY = {MOST_COUNTED: Rejection.IMPLAUSIBLE_COUNT, MOST_EXTRACTED: Rejection.IMPLAUSIBLE_EXTRACT}
_PIECES = re.compile(
    r"(.*\d) ?(?:stk|styk|sag|sager|enhed|enheder|dokument|dokumenter|pcs|items?|cases?|opgaver?|gange?)\.?",
    re.IGNORECASE,
)


def type_counts(texts: Sequence[Distinct], header: str, decimal_sign: str | None, most: int) -> Typed:
    """The counts of a column; an empty cell is not zero."""
    bodies = (number_body(_unpieced(text.text)) for text in texts if common_reason(text.text) is None)
    signs = infer_signs(bodies, whole=True, answer=decimal_sign)
    if signs.undecided or (not decimal_sign and _may_be_one(texts, signs)):
        return Typed(fault=Fault(Refusal.AMBIGUOUS_NUMBER, (header,)))
    return Typed(tuple(_parsed(text.text, signs, most) for text in texts))


def _may_be_one(texts: Sequence[Distinct], signs: Signs) -> bool:
    """Whether ``1,250`` stands among small numbers: in Danish that is one and a quarter."""
    bodies = [number_body(_unpieced(text.text)) for text in texts if common_reason(text.text) is None]
    grouped = [body for body in bodies if re.fullmatch(r"[1-9]\d{0,2},\d{3}", body)]
    large = any(re.fullmatch(r"\d{3,}|.*[.,]\d{3}[.,].*", body) for body in bodies if body not in grouped)
    return bool(grouped) and not large and "." not in signs.decimal


def without_needing(typed: Typed, texts: Sequence[Distinct]) -> Typed:
    """The same column where a row may be without a count, and the column may be no count at all."""
    missing, known = Rejection.MISSING_VALUE, [one for one in typed.parsed if one.reason != Rejection.MISSING_VALUE]
    broken = [one for one in known if one.reason in (Rejection.INVALID_NUMBER, Rejection.NOT_WHOLE)]
    if len(broken) * 2 > len(known):
        rows = sum(text.rows for text in texts)
        return Typed(tuple(Parsed(one.text) for one in typed.parsed), (Doubt(Warn.NOT_COUNTS, rows),))
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
    if value != value.to_integral_value():
        return Parsed(text, reason=Rejection.NOT_WHOLE)
    return bounded(text, value, most, TOO_MANY[most])
