"""The one place that knows which measure a goal has: what it tells of a round, and of two."""

from __future__ import annotations

from analysis.model.choices import Measure
from analysis.status import counts, shares, times
from analysis.status.compared import Compared, Told
from analysis.status.evidence import Evidence, MeasuredRound


def told(evidence: Evidence, one: MeasuredRound) -> Told:
    match evidence.goal.measure:
        case Measure.TIME:
            return times.told(evidence, one)
        case Measure.COUNT:
            return counts.told(evidence, one)
        case Measure.SHARE:
            return shares.told(evidence, one)


def compared(evidence: Evidence, before: MeasuredRound, now: MeasuredRound) -> Compared:
    match evidence.goal.measure:
        case Measure.TIME:
            return times.compared(evidence, before, now)
        case Measure.COUNT:
            return counts.compared(evidence, before, now)
        case Measure.SHARE:
            return shares.compared(evidence, before, now)
