"""Rows that cannot count: titles, repeated headers, totals and notes are told from rows with faults."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from analysis.ingest.codes import Rejection
from analysis.ingest.columns.typed import TOTAL
from analysis.ingest.layout.header import ENOUGH_ROLES, is_day, roles_in
from analysis.ingest.layout.layout import LABELS
from analysis.ingest.layout.sheet_layout import titled_employee
from analysis.ingest.layout.spelling import normal
from analysis.ingest.rows.failed import Failed
from analysis.ingest.values.cells import BROKEN, is_nothing, is_null, plain, squeeze
from analysis.ingest.values.durations import kind_of
from analysis.ingest.values.sum_words import is_statistic, is_total
from analysis.model.kinds import Measurement, Role

FEW_SEPARATORS, MANY_WORDS = 3, 5
FEWEST_WORDS = 2
"""So many different words over the columns of a wide table name them."""
_NUMBER_OF = re.compile(r"\W*\d+(?: [^\W\d]+){1,2}\W*")
"""The remark how many rows there are: ``(120 rows affected)``."""
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
    """Numbers beside one name at most: a total if they agree with one."""
    NOTE = "note"
    UNFILLED = "unfilled"
    REJECTED = "rejected"


def kind_of_row(failed: Failed) -> Kind:
    """What the row is; a row that holds something and fits no other kind is rejected."""
    filled = [cell for cell in failed.cells if not is_null(cell)]
    if filled and _names(filled) == _names(failed.layout.headers):
        return Kind.HEADER
    if len(roles_in(failed.cells, failed.layout.measurement)) >= ENOUGH_ROLES or _heads_another_block(failed, filled):
        return Kind.OTHER_HEADER
    if failed.reason in _FAULTS_OF_LINES:
        return Kind.REJECTED
    if any(is_statistic(failed.text(role)) for role in LABELS) and not _is_complete(failed):
        return Kind.NOTE
    if failed.reason == TOTAL or any(is_total(cell) for cell in filled):
        return Kind.NAMED_TOTAL if _is_complete(failed) else Kind.TOTAL
    if not filled or not any(failed.text(column.role) for column in failed.layout.columns):
        return Kind.NOTE if filled else Kind.EMPTY
    if failed.layout.measurement is Measurement.STAFF:
        return Kind.UNFILLED if _is_group_alone(failed) else Kind.REJECTED
    if _is_prepared(failed) and not _lacks_names(failed):
        return Kind.UNFILLED
    if _is_prose(failed, filled):
        return Kind.NOTE
    return _unfilled_or_rejected(failed)


def _names(cells: Sequence[str]) -> list[str]:
    return [normal(cell) for cell in cells if not is_null(cell)]


def _heads_another_block(failed: Failed, filled: list[str]) -> bool:
    """Whether the rows below belong to another employee, or to other days or names of a wide table."""
    layout = failed.layout
    owner, named = layout.constant(Role.EMPLOYEE), titled_employee((failed.cells,))
    if owner and named and named != owner and any(letter.isalnum() for letter in named):
        return True
    over = [cell for one in layout.series for cell in failed.cells[one.measured : one.measured + 1]]
    words = {squeeze(cell) for cell in over if not is_null(cell) and kind_of(plain(cell)) == "other"}
    if not layout.series or len(words) < FEWEST_WORDS:
        return False
    beside = [column for column in layout.columns if column.index != layout.series[0].measured]
    texts = [failed.text(column.role) for column in beside]
    repeated = any(texts) and _names(texts) == _names([column.header for column in beside])
    return repeated or not any(texts) or sum(is_day(cell) for cell in over) > 1


def _is_complete(failed: Failed) -> bool:
    """Whether the row would count if its name were not that of a sum."""
    needed = [role for role in failed.layout.measurement.needed if role in LABELS]
    whole = all(failed.text(role) or failed.layout.constant(role) or role is failed.layout.wide for role in needed)
    return failed.reason == TOTAL and whole


def _is_prose(failed: Failed, filled: list[str]) -> bool:
    """Whether the row is a remark: no date, no value, no row in another notation, none that was cut off."""
    text = " ".join({squeeze(cell): None for cell in filled})
    cut_off = failed.is_last and failed.table.unfinished and failed.reason == Rejection.TOO_FEW_FIELDS
    if filled == [failed.cells[0]] and _NUMBER_OF.fullmatch(text) and kind_of(text) == "other":
        return not cut_off
    if cut_off or BROKEN in text or re.match(r"\W*\d", text) or len(re.findall(r"[;,|\t]", text)) >= FEW_SEPARATORS:
        return False
    lone = len({squeeze(cell) for cell in filled}) == 1
    is_short = failed.reason == Rejection.TOO_FEW_FIELDS
    if not is_short and not re.search(r"\d", text):
        return True
    measured = any(is_day(cell) or kind_of(plain(cell)) != "other" for cell in filled)
    sentence = is_short and len(text.split()) >= MANY_WORDS
    return lone or (not measured and (sentence or _lacks_names(failed)))


def _is_prepared(failed: Failed) -> bool:
    """Whether the row has what a row needs but for anything measured."""
    measured = not all(is_nothing(failed.text(role)) for role in _AMOUNTS)
    return failed.reason == Rejection.MISSING_VALUE and not measured and not failed.layout.series


def _is_group_alone(failed: Failed) -> bool:
    """Whether a row of a staff list has a target group and nothing at all where its employee should stand."""
    columns = failed.layout.of(Role.EMPLOYEE)
    names = [squeeze(cell) for column in columns for cell in failed.cells[column.index : column.index + 1]]
    return failed.reason == Rejection.MISSING_VALUE and bool(failed.text(Role.TARGET_GROUP)) and not any(names)


def _unfilled_or_rejected(failed: Failed) -> Kind:
    """A prepared row is left out; bare numbers may be a sum."""
    if _is_prepared(failed):
        return Kind.UNFILLED
    return Kind.UNNAMED if _lacks_names(failed) and failed.amount is not None else Kind.REJECTED


def _lacks_names(failed: Failed) -> bool:
    """Whether no more than one of the date and the names is there, and at least two are not, or none is."""
    there = [bool(failed.text(role)) for role in LABELS if failed.layout.of(role)]
    return not any(there) or (sum(there) == 1 and len(there) > 2)
