"""Names of employees, workflows and target groups."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.ingest.cells import MOMENT, NUMBER, SPANS, squeeze
from analysis.ingest.codes import Refusal, Rejection, Warn
from analysis.ingest.cpr import is_cpr_column, is_dashed, is_plain
from analysis.ingest.layout import Fault
from analysis.ingest.options import ReadOptions
from analysis.ingest.typed import TOTAL, Distinct, Parsed, Typed, common_reason, doubt, minority
from analysis.model.kinds import Measurement, Role
from analysis.model.upload import Doubt

MAX_LENGTH = 200
_WORD = (
    "i ?alt|total(?:t|er|sum)?|hovedtotal|grand total|sub ?total|delsum|mellemsum|sum|summer"
    "|samlet(?: tid| sum| resultat)?"
)
_SUM_WORD = re.compile(_WORD, re.IGNORECASE)
_TOTAL = re.compile(
    rf"(?:{_WORD})(?:[ :]*[\d(:].*| (?:for|pr|af|of|i|alle|uge|dag|måned|minutter|timer|tid|antal)\b.*)?"
    r"|.*[ :](?:i ?alt|total|sum|subtotal|mellemsum|resultat)",
    re.IGNORECASE,
)


def is_total(text: str) -> bool:
    """Whether the name is that of a sum: ``I alt``, ``TJE i alt``, ``Hovedtotal``."""
    return len(text) <= MAX_LENGTH and bool(_TOTAL.fullmatch(squeeze(text).strip(" :.*=")))


def is_sum_word(text: str) -> bool:
    """Whether the name is nothing but a word for a sum."""
    return bool(_SUM_WORD.fullmatch(squeeze(text).strip(" :.*=")))


def type_labels(texts: Sequence[Distinct], role: Role, header: str, options: ReadOptions) -> Typed:
    """The names of one column; a column of CPR numbers refuses the file."""
    if is_cpr_column((squeeze(text.text.lstrip(NUMBER)) for text in texts), header):
        return Typed(fault=Fault(Refusal.CPR_IN_NEEDED_COLUMN, missing=(role,)))
    parsed = tuple(_parsed(text.text, role, options) for text in texts)
    if role in options.measurement.optional:
        parsed = _with_gaps(parsed, role)
    names = [text for text, outcome in zip(texts, parsed, strict=True) if outcome.value]
    formula = doubt(Warn.FORMULA_LIKE, [text for text in names if text.text.strip()[:1] in ("=", "+", "-", "@")])
    return Typed(parsed, formula + _similar(names))


def _parsed(text: str, role: Role, options: ReadOptions) -> Parsed:
    reason = common_reason(text)
    name = squeeze(text.lstrip(NUMBER))
    names_sums = is_sum_word if role is Role.WORKFLOW and options.measurement is Measurement.SERIES else is_total
    if reason is None and names_sums(name):
        return Parsed(text, reason=TOTAL)
    if reason is None and (text.startswith((MOMENT, *SPANS)) or len(name) > MAX_LENGTH):
        reason = Rejection.INVALID_NAME
    if reason is None and (is_dashed(name) or (is_plain(name) and not options.numbers_are_not_cpr)):
        reason = Rejection.CPR_LIKE
    return Parsed(text, reason=reason) if reason else Parsed(text, name)


def _with_gaps(parsed: tuple[Parsed, ...], role: Role) -> tuple[Parsed, ...]:
    """Optional names: a row may be without a target group, and a file (but not a row of it) without employees."""
    is_gap = [outcome.reason is Rejection.MISSING_VALUE for outcome in parsed]
    if role is not Role.TARGET_GROUP and not all(is_gap):
        return parsed
    return tuple(Parsed(one.text) if gap else one for one, gap in zip(parsed, is_gap, strict=True))


def _similar(names: Sequence[Distinct]) -> tuple[Doubt, ...]:
    """The doubt that names which differ only in capitals may be one."""
    families: dict[str, list[Distinct]] = {}
    for name in names:
        families.setdefault(squeeze(name.text).casefold(), []).append(name)
    mixed = [name for family in families.values() for name in minority(family, lambda name: squeeze(name.text))]
    return doubt(Warn.SIMILAR_NAMES, mixed)
