"""Columns without a role that may well be what is measured, or when: only the analyst can tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from analysis.ingest.codes import Refusal
from analysis.ingest.layout.header import is_day
from analysis.ingest.layout.layout import Column, Fault, Layout, Rows
from analysis.ingest.layout.spelling import normal
from analysis.ingest.layout.words import BEST
from analysis.ingest.layout.words_of_times import OTHER_MEASURE, TIME_WORD
from analysis.ingest.options import ReadOptions
from analysis.ingest.values.cells import NUMBER, is_null, plain
from analysis.ingest.values.durations import kind_of
from analysis.ingest.values.numerals import infer_signs, number_body, parse_number
from analysis.model.kinds import Role

SCALES = (Decimal(1), 1 / Decimal(60), Decimal(60), 1 / Decimal(3600), Decimal(3600))
CLOSE = Decimal("0.01")
ENOUGH = 5
"""So many different numbers, each larger than the last, are in no order by chance."""
_TOTAL = re.compile(r"\b(?:i ?alt|total|samle[td]e?)\b")
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
    return _running_total(below, layout) or _rival_times(below, layout, spare) or _rival_dates(below, layout, spare)


def _running_total(below: Rows, layout: Layout) -> Fault | None:
    """A time column called a total that only ever grows: it sums the rows above."""
    for column in (column for column in layout.of(Role.DURATION) if _TOTAL.search(normal(column.header))):
        numbers = [number for row in below if column.index < len(row) and (number := _number(row[column.index]))]
        if len(set(numbers)) >= ENOUGH and numbers == sorted(numbers):
            return Fault(Refusal.MISSING_COLUMN, tuple(filter(None, layout.headers)), (Role.DURATION,))
    return None


def _rival_times(below: Rows, layout: Layout, spare: Sequence[int]) -> Fault | None:
    """Another column of numbers whose header holds a word for time, and no word for a plan or an average."""
    measured = [column for role in (Role.DURATION, Role.HOURS, Role.MINUTES) for column in layout.of(role)]
    rivals = [index for index in spare if _is_time(layout.headers[index]) and _are(below, index, _is_amount)]
    if len(measured) == 1:
        rivals = [index for index in rivals if not _say_the_same(below, measured[0].index, index)]
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


def _say_the_same(below: Rows, one: int, other: int) -> bool:
    """Whether the numbers of one column are those of the other in another unit."""
    pairs = [(_number(row[one]), _number(row[other])) for row in below if max(one, other) < len(row)]
    known = [(left, right) for left, right in pairs if left and right]
    return bool(known) and any(
        all(abs(left - right * scale) <= CLOSE * left for left, right in known) for scale in SCALES
    )


def _number(cell: str) -> Decimal | None:
    text = number_body(plain(cell)) or plain(cell).removeprefix(NUMBER)
    number = parse_number(text, infer_signs([text]))
    return number if isinstance(number, Decimal) else None


def _is_amount(cell: str) -> bool:
    return kind_of(plain(cell)) != "other"


def _are(below: Rows, index: int, test: Callable[[str], bool]) -> bool:
    """Whether all cells of a column that hold something pass a test."""
    cells = [row[index] for row in below if index < len(row) and not is_null(row[index])]
    return bool(cells) and all(test(cell) for cell in cells)
