"""Names of employees, workflows and target groups."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.ingest.codes import Refusal, Rejection, Warn
from analysis.ingest.columns.typed import TOTAL, Distinct, Parsed, Typed, common_reason, doubt, minority
from analysis.ingest.layout.layout import Fault
from analysis.ingest.options import ReadOptions
from analysis.ingest.values.cells import MOMENT, NUMBER, SPANS, plain, squeeze, unescaped, unprotected
from analysis.ingest.values.cpr import is_cpr_column, is_dashed, is_plain
from analysis.ingest.values.durations import kind_of
from analysis.ingest.values.sum_words import (
    MAX_LENGTH,
    is_example,
    is_extreme,
    is_part,
    is_statistic,
    is_sum_word,
    is_total,
)
from analysis.model.kinds import Measurement, Role
from analysis.model.upload import Doubt

RARE = 10
"""One row in so many is an exception."""
_AMOUNTS = ("number", "clock2", "clock3")
_SHORTEST_NUMBER = 3
"""Employees' own numbers have so many digits; a shorter one among initials is a count that has moved there."""
_EVERYBODY = re.compile(
    r"(?:alle|samtlige)(?: (?:medarbejdere|ansatte))?|all(?: (?:employees|users|staff))?"
    r"|(?:hele )?(?:teamet|afdelingen|holdet|enheden|kontoret|gruppen)",
    re.IGNORECASE,
)
_DITTO = re.compile(
    r"-?do ?-?\.?|Do\.|-II-|-ll-|(?i:-do-|d\. ?o\.|ditt?o\.?|ibid\.?|idem|s\. ?a\.|ovf\.|ovenstående"
    r"|samme(?: (?:dag|dato|navn|person|sag|som (?:over|oven)\w*))?|(?:som|se) (?:over|oven|ovf)\w*\.?)"
)
_LOST_LETTER = re.compile(r"\w\?\w|(?<!\S)\?\w")
"""A question mark inside a word stands for a letter that some program could not write: S?R."""
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,5});")
_PLACEHOLDER = re.compile(r"\W*(?:indsæt|skriv|insert|fx|f\. ?eks\.?|e\. ?g\.)\b.*|x{3,}", re.IGNORECASE)
"""What a template says must be written there."""


def type_labels(texts: Sequence[Distinct], role: Role, header: str, options: ReadOptions) -> Typed:
    """The names of one column; a column of CPR numbers refuses the file."""
    if is_cpr_column((squeeze(text.text.lstrip(NUMBER)) for text in texts), header):
        return Typed(fault=Fault(Refusal.CPR_IN_NEEDED_COLUMN, missing=(role,)))
    parsed = _without_extremes(tuple(_parsed(text.text, role, options) for text in texts))
    parsed = _without_numbers(texts, parsed, shortest=_SHORTEST_NUMBER if role is Role.EMPLOYEE else None)
    if role in options.measurement.optional:
        parsed = _with_gaps(parsed, role)
    names = [text for text, outcome in zip(texts, parsed, strict=True) if outcome.value]
    formula = doubt(Warn.FORMULA_LIKE, [text for text in names if _bare(text.text)[:1] in ("=", "+", "-", "@")])
    parts = doubt(Warn.PART_NAMES, [text for text in names if is_part(text.text)])
    repaired = doubt(Warn.ENCODING_REPAIRED, [text for text in names if _ENTITY.search(text.text)])
    return Typed(parsed, formula + parts + repaired + _similar(names))


def _parsed(text: str, role: Role, options: ReadOptions) -> Parsed:
    reason = common_reason(text)
    name = squeeze(_bare(text))
    is_indicator = role is Role.WORKFLOW and options.measurement is Measurement.SERIES
    everybody = role is Role.EMPLOYEE and _EVERYBODY.fullmatch(name)
    if reason is None and (is_sum_word(name) if is_indicator else is_total(name) or is_statistic(name) or everybody):
        return Parsed(text, reason=TOTAL)
    if reason is None and (is_example(name) or _PLACEHOLDER.fullmatch(name)):
        reason = Rejection.EXAMPLE_LIKE
    if reason is None and _LOST_LETTER.search(name):
        reason = Rejection.INVALID_CHARACTERS
    if reason is None and (text.startswith((MOMENT, *SPANS)) or len(name) > MAX_LENGTH or _is_no_name(name)):
        reason = Rejection.INVALID_NAME
    # both as written and without what nobody sees
    if reason is None and any(_is_personal(one, options) for one in (text, name)):
        reason = Rejection.CPR_LIKE
    return Parsed(text, reason=reason) if reason else Parsed(text, name)


def _bare(text: str) -> str:
    """The name as it is meant: no tag, no entity of a browser, no apostrophe before what looks like a formula."""
    name = unprotected(text.lstrip(NUMBER)).strip()
    return unescaped(name) if _ENTITY.search(name) else name


def _is_personal(text: str, options: ReadOptions) -> bool:
    return is_dashed(text) or (is_plain(text) and not options.numbers_are_not_cpr)


def _is_no_name(text: str) -> bool:
    """Whether the text points at the row above, or holds neither letter nor digit: ``"``, ``do.``, ``?``.

    Zero is what Excel shows for an empty cell elsewhere, and what is stored for a text that was never computed.
    """
    return bool(_DITTO.fullmatch(text)) or not any(letter.isalnum() and letter != "0" for letter in text)


def _without_extremes(parsed: tuple[Parsed, ...]) -> tuple[Parsed, ...]:
    """Beside an average or a sum, ``Min`` and ``Max`` are such figures too, and nobody's initials."""
    if not any(one.reason == TOTAL for one in parsed):
        return parsed
    return tuple(
        Parsed(one.text, reason=TOTAL) if one.value is not None and is_extreme(str(one.value)) else one
        for one in parsed
    )


def _without_numbers(
    texts: Sequence[Distinct], parsed: tuple[Parsed, ...], *, shortest: int | None
) -> tuple[Parsed, ...]:
    """Rare amounts among names are no names: those rows lack a field, and all that follow have moved to its place."""
    amounts = {
        text.text
        for text in texts
        if kind_of(plain(text.text)) in _AMOUNTS and not (shortest and re.fullmatch(rf"\d{{{shortest},}}", text.text))
    }
    rare = sum(text.rows for text in texts if text.text in amounts) * RARE <= sum(text.rows for text in texts)
    return tuple(
        Parsed(one.text, reason=one.reason or Rejection.INVALID_NAME) if rare and one.text in amounts else one
        for one in parsed
    )


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
        families.setdefault(squeeze(_bare(name.text)).casefold(), []).append(name)
    mixed = [name for family in families.values() for name in minority(family, lambda name: squeeze(_bare(name.text)))]
    return doubt(Warn.SIMILAR_NAMES, mixed)
