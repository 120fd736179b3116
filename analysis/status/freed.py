"""What the measured change is worth in a year."""

from __future__ import annotations

from analysis import statistics
from analysis.model.choices import Measure
from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.model.plan import Project
from analysis.model.status import RoundResult
from analysis.model.worth import FreedTime, Yearly
from analysis.statistics import Potential
from analysis.status.comparisons import Comparison
from analysis.status.evidence import Evidence


def freed(evidence: Evidence, latest: RoundResult | None, known: Comparison | None) -> FreedTime | NotComputable | None:
    """Hours a year from the baseline to the latest follow-up, times the share that is to be realised.

    What is not shown of the change is not shown in hours either.
    """
    goal = evidence.goal
    if goal.measure is not Measure.TIME or latest is None or known is None:
        return None
    if isinstance(latest.change, NotComputable):
        return latest.change
    if known.change.contrast is None:
        return NotComputable(Reason.NO_BASELINE)
    if goal.items_per_year is None:
        return NotComputable(Reason.VOLUME_MISSING)
    found = statistics.potential(known.change.contrast, goal.items_per_year, goal.realisation_share)
    return worth(found, evidence.project, goal.items_per_year, goal.realisation_share)


def worth(found: Potential, project: Project, items_per_year: float, realisation_share: float) -> FreedTime:
    """Hours in the municipality's own units, where it has told them."""
    hours = Yearly(found.hours, found.interval)
    per_fte, kroner = project.net_hours_per_fte, project.kroner_per_hour
    return FreedTime(
        hours,
        None if per_fte is None else times_factor(hours, 1 / per_fte),
        None if kroner is None else times_factor(hours, kroner),
        items_per_year,
        realisation_share,
    )


def times_factor(hours: Yearly, factor: float) -> Yearly:
    known = hours.interval_95
    if isinstance(known, Interval):
        known = Interval(known.low * factor, known.high * factor, known.level)
    return Yearly(hours.amount * factor, known)
