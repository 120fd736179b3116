"""The reservations of a round, found in its uploads and its contrast with the round before."""

from __future__ import annotations

from collections import Counter
from datetime import date

from analysis.model.caveats import Caveat, CaveatKind
from analysis.statistics import decision
from analysis.status.compared import Compared
from analysis.status.evidence import MeasuredRound

ENOUGH_EMPLOYEES = 6
"""Below this an interval is true but says little (statistics, section 4)."""

WEIGHTY_DOUBTS = frozenset(
    {
        "conflicting_values",
        "cpr_like",
        "date_order_assumed",
        "duplicate",
        "duration_differs",
        "hidden_column",
        "hidden_rows",
        "hidden_sheet",
        "mixed_date_formats",
        "mixed_decimal_separators",
        "mixed_duration_units",
        "part_names",
        "similar_names",
        "target_group_missing",
        "total_differs",
        "truncated_file",
        "unfinished_last_line",
        "unit_assumed",
        "utc_times",
        "zero_duration",
    }
)
"""What the analyst accepted on the upload page and could change a number; the rest stays with the upload.

Not among them: letters that were put right, what is no measurement (notes, totals that agree, empty rows, a sheet
without the needed columns, as the template's own guide is one), and ``count_missing``, which has a caveat of its own.
"""


def fallen_back(number: int, since_last: Compared | None) -> tuple[Caveat, ...]:
    """Whether things grew worse since the measurement before."""
    if since_last is None or not decision.has_fallen_back(since_last.interval()):
        return ()
    return (Caveat(CaveatKind.FALLEN_BACK, number),)


def of_data(measured: MeasuredRound, employees: int) -> tuple[Caveat, ...]:
    """What the round's files hold or lack."""
    number, left_out = measured.number, measured.people.totals.left_out
    rejected = sum(upload.rejected for upload in measured.uploads)
    found = []
    if 0 < employees < ENOUGH_EMPLOYEES:
        found.append(Caveat(CaveatKind.FEW_EMPLOYEES, number, number=employees))
    if left_out:
        kind = CaveatKind.GUESS_INCOMPLETE if measured.by_guesses else CaveatKind.COUNT_MISSING
        found.append(Caveat(kind, number, number=left_out))
    if rejected:
        found.append(Caveat(CaveatKind.REJECTED_ROWS, number, number=rejected))
    if any(is_outside(measured, upload.first_date, upload.last_date) for upload in measured.uploads):
        found.append(Caveat(CaveatKind.OUTSIDE_WINDOW, number))
    doubts: Counter[str] = Counter()
    for doubt in (doubt for upload in measured.uploads for doubt in upload.doubts):
        doubts[doubt.code] += doubt.rows
    weighty = ((code, rows) for code, rows in doubts.items() if code in WEIGHTY_DOUBTS)
    return (*found, *(Caveat(CaveatKind.DOUBT, number, number=rows, name=code) for code, rows in weighty))


def is_outside(measured: MeasuredRound, first: date | None, last: date | None) -> bool:
    window = measured.round
    return first is not None and last is not None and (first < window.starts_on or last > window.ends_on)
