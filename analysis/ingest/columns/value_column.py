"""The values of an indicator: any number, with a decimal sign of the column's own and perhaps a percent sign."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.ingest.codes import Refusal, Rejection, Warn
from analysis.ingest.columns.typed import MAX_KEPT, Distinct, Parsed, Typed, common_reason, doubt, minority
from analysis.ingest.layout.layout import Fault
from analysis.ingest.values.cells import plain
from analysis.ingest.values.numerals import Signs, infer_signs, number_body, parse_number

PERCENT = "%"


def type_values(texts: Sequence[Distinct], header: str, decimal_sign: str | None) -> Typed:
    """The numbers of a column; in one that is written in two scales, the rarer scale is not guessed at."""
    known = [text for text in texts if common_reason(text.text) is None]
    signs = infer_signs((number_body(_bare(text.text)) for text in known), answer=decimal_sign)
    if signs.undecided:
        return Typed(fault=Fault(Refusal.AMBIGUOUS_NUMBER, (header,)))
    parsed = [_parsed(text.text, signs) for text in texts]
    good = [text for text, outcome in zip(texts, parsed, strict=True) if outcome.value]
    other_scale = {text.text for text in minority(good, lambda text: str(_is_percent(text.text)))}
    points = [text for text in good if signs.mixed and "." in number_body(_bare(text.text))]
    outcomes = (
        Parsed(outcome.text, reason=Rejection.AMBIGUOUS_NUMBER) if outcome.text in other_scale else outcome
        for outcome in parsed
    )
    return Typed(tuple(outcomes), doubt(Warn.MIXED_DECIMAL_SEPARATORS, points))


def _is_percent(text: str) -> bool:
    return plain(text).endswith(PERCENT)


def _bare(text: str) -> str:
    """The number without its percent sign: 12,5 % is 12,5."""
    return plain(text).removesuffix(PERCENT).rstrip()


def _parsed(text: str, signs: Signs) -> Parsed:
    reason = common_reason(text)
    if reason:
        return Parsed(text, reason=reason)
    value = parse_number(_bare(text), signs)
    if isinstance(value, Rejection):
        return Parsed(text, reason=value)
    return Parsed(text, float(value), Rejection.IMPLAUSIBLE if abs(value) > MAX_KEPT else None)
