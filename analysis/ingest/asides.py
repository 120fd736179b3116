"""Rows that cannot count: titles, repeated headers, totals and notes are told from rows with faults."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from analysis.ingest.cells import BROKEN, is_nothing, is_null, plain, squeeze
from analysis.ingest.codes import Rejection
from analysis.ingest.durations import kind_of
from analysis.ingest.failed import Failed
from analysis.ingest.header import ENOUGH_ROLES, is_day, roles_in
from analysis.ingest.labels import is_sum_word, is_total
from analysis.ingest.layout import LABELS
from analysis.ingest.synonyms import normal
from analysis.ingest.typed import TOTAL
from analysis.model.kinds import Measurement, Role

FEW_SEPARATORS, MANY_WORDS = 3, 5
_AMOUNTS = (Role.DURATION, Role.HOURS, Role.MINUTES, Role.START, Role.END, Role.COUNT, Role.TOTAL, Role.VALUE)
_FAULTS_OF_LINES = (Rejection.UNBALANCED_QUOTE, Rejection.LINE_TOO_LONG, Rejection.TOO_MANY_FIELDS)


class Kind(StrEnum):
    """What a row that cannot count is."""

    EMPTY = "empty"
    HEADER = "header"
    OTHER_HEADER = "other_header"
    TOTAL = "total"
    NAMED_TOTAL = "named_total"
    """A row that is complete but for a name such as ``Journalisering i alt``: a total only if it agrees with one."""
    UNNAMED = "unnamed"
    """Numbers alone: a total if they agree with one."""
    NOTE = "note"
    UNFILLED = "unfilled"
    REJECTED = "rejected"


def kind_of_row(failed: Failed) -> Kind:
    """What the row is; a row that holds something and fits no other kind is rejected."""
    filled = [cell for cell in failed.cells if not is_null(cell)]
    if failed.reason in _FAULTS_OF_LINES:
        return Kind.REJECTED
    if filled and _names(filled) == _names(failed.layout.headers):
        return Kind.HEADER
    if len(roles_in(failed.cells, failed.layout.measurement)) >= ENOUGH_ROLES:
        return Kind.OTHER_HEADER
    if failed.reason == TOTAL or any(is_total(cell) for cell in filled):
        return Kind.NAMED_TOTAL if _is_complete(failed) else Kind.TOTAL
    if not filled or not any(failed.text(column.role) for column in failed.layout.columns):
        return Kind.NOTE if filled else Kind.EMPTY
    if failed.layout.measurement is Measurement.STAFF:
        return Kind.REJECTED
    if _is_prose(failed, filled):
        return Kind.NOTE
    return _unfilled_or_rejected(failed)


def _names(cells: Sequence[str]) -> list[str]:
    return [normal(cell) for cell in cells if not is_null(cell)]


def _is_complete(failed: Failed) -> bool:
    """Whether the row would count if its name were not that of a sum."""
    needed = [role for role in failed.layout.measurement.needed if role in LABELS]
    whole = all(failed.text(role) or failed.layout.constant(role) or role is failed.layout.wide for role in needed)
    return failed.reason == TOTAL and whole and not any(is_sum_word(failed.text(role)) for role in LABELS)


def _is_prose(failed: Failed, filled: list[str]) -> bool:
    """Whether the row is a remark: no date, no value, no row in another notation, none that was cut off."""
    text = " ".join({squeeze(cell): None for cell in filled})
    cut_off = failed.table.unfinished and failed.reason == Rejection.TOO_FEW_FIELDS
    if cut_off or BROKEN in text or re.match(r"\W*\d", text) or len(re.findall(r"[;,|\t]", text)) >= FEW_SEPARATORS:
        return False
    lone = len({squeeze(cell) for cell in filled}) == 1
    sentence = failed.reason == Rejection.TOO_FEW_FIELDS and len(text.split()) >= MANY_WORDS
    return lone or (sentence and not any(is_day(cell) or kind_of(plain(cell)) != "other" for cell in filled))


def _unfilled_or_rejected(failed: Failed) -> Kind:
    """A prepared row without anything measured is left out; bare numbers may be a sum."""
    measured = not all(is_nothing(failed.text(role)) for role in _AMOUNTS)
    if failed.reason == Rejection.MISSING_VALUE and not measured and not failed.layout.series:
        return Kind.UNFILLED
    alone = not any(failed.text(role) for role in LABELS)
    return Kind.UNNAMED if alone and failed.amount is not None else Kind.REJECTED
