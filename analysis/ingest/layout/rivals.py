"""Columns without a role that may well be what is measured, or when: only the analyst can tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from analysis.ingest.codes import Refusal
from analysis.ingest.layout.header import is_day
from analysis.ingest.layout.layout import Column, Fault, Layout, Rows
from analysis.ingest.layout.synonyms import normal
from analysis.ingest.layout.words import BEST
from analysis.ingest.layout.words_of_times import OTHER_MEASURE, TIME_WORD
from analysis.ingest.options import ReadOptions
from analysis.ingest.values.cells import is_null, plain
from analysis.ingest.values.durations import kind_of
from analysis.model.kinds import Role

_BOOKKEEPING = re.compile(
    r"\b(?:oprettet|aendret|opdateret|godkendt|created|creation|modified|updated|approved|frist|deadline|due|birth"
    r"|foedsel\w*|slut\w*|end|udloeb\w*)\b"
)
"""Dates of the registration's own life, or of another thing than the work."""


def rival_columns(rows: Rows, layout: Layout, options: ReadOptions) -> Fault | None:
    """The question which column counts, where one without a role could play it as well."""
    if layout.tool or layout.series:
        return None
    answered = {normal(answer.header) for answer in options.roles}
    spare = [index for index in layout.unused if normal(layout.headers[index]) not in answered]
    below = rows[layout.header_row :]
    return _rival_times(below, layout, spare) or _rival_dates(below, layout, spare)


def _rival_times(below: Rows, layout: Layout, spare: Sequence[int]) -> Fault | None:
    """Another column of numbers whose header holds a word for time, and no word for a plan or an average."""
    measured = [column for role in (Role.DURATION, Role.HOURS, Role.MINUTES) for column in layout.of(role)]
    rivals = [index for index in spare if _is_time(layout.headers[index]) and _are(below, index, _is_amount)]
    return _fault(Refusal.SEVERAL_DURATION_COLUMNS, measured, layout, rivals)


def _rival_dates(below: Rows, layout: Layout, spare: Sequence[int]) -> Fault | None:
    """Another column full of dates, where the one that was chosen is not simply called ``Dato``."""
    dates = [column for column in layout.of(Role.DATE) if column.match.rank > BEST]
    rivals = [
        index
        for index in spare
        if not _BOOKKEEPING.search(normal(layout.headers[index])) and _are(below, index, is_day)
    ]
    return _fault(Refusal.SEVERAL_COLUMNS, dates, layout, rivals)


def _fault(reason: Refusal, chosen: Sequence[Column], layout: Layout, rivals: Sequence[int]) -> Fault | None:
    names = (*(column.header for column in chosen), *(layout.headers[index] for index in rivals))
    return Fault(reason, names) if chosen and rivals else None


def _is_time(header: str) -> bool:
    word = normal(header)
    return bool(TIME_WORD.search(word)) and not OTHER_MEASURE.search(f"{header.casefold()} {word}")


def _is_amount(cell: str) -> bool:
    return kind_of(plain(cell)) != "other"


def _are(below: Rows, index: int, test: Callable[[str], bool]) -> bool:
    """Whether all cells of a column that hold something pass a test."""
    cells = [row[index] for row in below if index < len(row) and not is_null(row[index])]
    return bool(cells) and all(test(cell) for cell in cells)
