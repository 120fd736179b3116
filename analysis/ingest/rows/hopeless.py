"""Files of which so many rows fail that they are probably not what they seem."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from analysis.ingest.codes import Refusal, Rejection
from analysis.ingest.columns.staging import Names
from analysis.ingest.layout.layout import Fault
from analysis.ingest.options import Cursor
from analysis.model.rejects import RejectedFor, RejectedRow, Rejects

FEW = 20
"""Fewer faulty rows than this say nothing about the file as a whole."""
MOST_TOLD = 200
"""So many rows show what is wrong with a file."""
MOST_FOREIGN = 20_000
MAX_FOREIGN = 0.1
"""With a larger share of values in a notation that is not understood, the column is probably misread."""
_NOT_UNDERSTOOD = (
    Rejection.INVALID_DATE,
    Rejection.DAY_MISSING,
    Rejection.YEAR_MISSING,
    Rejection.OTHER_PERIOD,
    Rejection.INVALID_NUMBER,
    Rejection.NOT_WHOLE,
    Rejection.AMBIGUOUS_NUMBER,
    Rejection.AMBIGUOUS_DURATION,
    Rejection.TOO_FEW_FIELDS,
    Rejection.TOO_MANY_FIELDS,
    Rejection.INVALID_CHARACTERS,
    Rejection.UNBALANCED_QUOTE,
)


def is_hopeless(cursor: Cursor, names: Names) -> Fault | None:
    """The refusal where so many rows are not understood that looking at each would be of no use to anybody."""
    cursor.execute(f"SELECT count(*), reason FROM {names.of('rows')} GROUP BY ALL ORDER BY ALL DESC")
    every = cursor.fetchall()
    counted = sum(number for number, reason in every if reason is None)
    foreign = [RejectedFor(reason, number) for number, reason in every if reason in _NOT_UNDERSTOOD]
    many = sum(one.rows for one in foreign)
    if many <= max(MOST_FOREIGN, MAX_FOREIGN * counted):
        return None
    rejects = Rejects(sum(number for number, _ in every), tuple(foreign), ())
    return Fault(Refusal.MOSTLY_REJECTED, found=(foreign[0].reason,), rejects=rejects)


def _is_foreign(value: str) -> bool:
    """Whether the value may be a number or a date in a notation that is not understood; ``ved ikke`` is none."""
    return not value or any(letter.isdigit() for letter in value)


def mostly_rejected(rejected: Sequence[RejectedRow], counted: int) -> Fault | None:
    """The refusal where more rows fail than count, or too many are not understood; with the most frequent reason."""
    if not rejected:
        return None if counted else Fault(Refusal.HEADER_ONLY)
    foreign = sum(row.reason in _NOT_UNDERSTOOD and _is_foreign(row.value) for row in rejected)
    few = len(rejected) < FEW or (len(rejected) <= counted and foreign < max(FEW, MAX_FOREIGN * counted))
    if counted and few:
        return None
    reasons = tuple(RejectedFor(reason, rows) for reason, rows in Counter(row.reason for row in rejected).most_common())
    first = sorted(rejected, key=lambda row: (row.sheet or "", row.row))[:MOST_TOLD]
    rejects = Rejects(len(rejected) + counted, reasons, tuple(first))
    return Fault(Refusal.MOSTLY_REJECTED, found=(str(reasons[0].reason),), rejects=rejects)
