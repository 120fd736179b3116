"""The reservations of a round, found in its sample, its uploads and its contrast."""

from __future__ import annotations

from datetime import date

from analysis.model.outcome import NotComputable
from analysis.model.status import Caveat, CaveatKind
from analysis.statistics import Contrast, Knowledge, RoundLevel, Spread, decision
from analysis.status.evidence import MeasuredRound

ENOUGH_EMPLOYEES = 6
"""Below this an interval is true but says little (statistics, section 4)."""

WEIGHTY_DOUBTS = frozenset(
    {
        "cpr_like",
        "date_order_assumed",
        "duplicate",
        "duration_differs",
        "hidden_rows",
        "mixed_decimal_separators",
        "similar_names",
        "target_group_missing",
        "total_differs",
        "truncated_file",
        "unfinished_last_line",
        "unit_assumed",
        "utc_times",
    }
)
"""What the analyst accepted on the upload page and could change a number; the rest stays with the upload."""


def baseline_caveats(measured: MeasuredRound, known: RoundLevel | NotComputable) -> tuple[Caveat, ...]:
    if isinstance(known, NotComputable):
        return of_data(measured)
    return (*of_spread(0, known.spread), *of_population(0, known.knowledge), *of_data(measured))


def follow_up_caveats(
    measured: MeasuredRound, known: Contrast | NotComputable, since_last: Contrast | NotComputable | None
) -> tuple[Caveat, ...]:
    number = measured.round.number
    fallen_back = isinstance(since_last, Contrast) and decision.has_fallen_back(since_last.interval())
    flagged = (Caveat(CaveatKind.FALLEN_BACK, number),) if fallen_back else ()
    if isinstance(known, NotComputable):
        return (*flagged, *of_data(measured))
    common = (Caveat(CaveatKind.FEWER_IN_COMMON, number),) if known.fewer_in_common else ()
    return (
        *of_spread(number, known.follow_up.spread),
        *of_population(number, known.knowledge),
        *(Caveat(CaveatKind.TARGET_GROUP_LEFT_OUT, number, name=name) for name in known.left_out),
        *of_data(measured),
        *flagged,
        *common,
    )


def of_spread(number: int, spread: Spread | NotComputable) -> tuple[Caveat, ...]:
    if isinstance(spread, NotComputable) or not spread.is_dominated:
        return ()
    return (Caveat(CaveatKind.DOMINANT_EMPLOYEE, number, share=spread.dominant_share),)


def of_population(number: int, knowledge: Knowledge) -> tuple[Caveat, ...]:
    return () if knowledge is Knowledge.ALL else (Caveat(CaveatKind.POPULATION_UNKNOWN, number),)


def of_data(measured: MeasuredRound) -> tuple[Caveat, ...]:
    """What the round's files hold or lack."""
    number, left_out = measured.round.number, measured.sample.totals.left_out
    rejected = sum(upload.rejected for upload in measured.uploads)
    found = []
    if measured.employees < ENOUGH_EMPLOYEES:
        found.append(Caveat(CaveatKind.FEW_EMPLOYEES, number, number=measured.employees))
    if left_out:
        found.append(Caveat(CaveatKind.COUNT_MISSING, number, number=left_out))
    if rejected:
        found.append(Caveat(CaveatKind.REJECTED_ROWS, number, number=rejected))
    if any(is_outside(measured, upload.first_date, upload.last_date) for upload in measured.uploads):
        found.append(Caveat(CaveatKind.OUTSIDE_WINDOW, number))
    doubts = {doubt.code: doubt.rows for upload in measured.uploads for doubt in upload.doubts}
    weighty = {code: rows for code, rows in doubts.items() if code in WEIGHTY_DOUBTS}
    return (*found, *(Caveat(CaveatKind.DOUBT, number, number=rows, name=code) for code, rows in weighty.items()))


def is_outside(measured: MeasuredRound, first: date | None, last: date | None) -> bool:
    window = measured.round
    return first is not None and last is not None and (first < window.starts_on or last > window.ends_on)
