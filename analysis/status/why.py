"""Why time changed: fewer items, another mix of them, or less time for each."""

from __future__ import annotations

from analysis.decomposition import MeasuredTime, decompose
from analysis.model.choices import Measure
from analysis.model.decomposition import Decomposition
from analysis.model.outcome import NotComputable, Reason
from analysis.model.status import RoundResult
from analysis.status.evidence import Evidence, MeasuredRound

DAYS_PER_YEAR = 365.25


def why(evidence: Evidence, latest: RoundResult | None) -> Decomposition | NotComputable | None:
    """The change from the baseline to the latest follow-up, with each round's own volume.

    That is the system's count where it is the goal's denominator, else the registered items weighted to the
    populations. Fixed yearly volumes cannot tell whether there were fewer items, and best guesses have none.
    """
    before = evidence.baseline
    if evidence.goal.measure is not Measure.TIME or latest is None:
        return None
    if before is None or isinstance(latest.change, NotComputable):
        return latest.change if isinstance(latest.change, NotComputable) else NotComputable(Reason.NO_BASELINE)
    now = evidence.follow_ups[-1]
    if before.by_guesses or now.by_guesses:
        return NotComputable(Reason.VOLUME_MISSING)
    return decompose(measured_time(evidence, before), measured_time(evidence, now))


def measured_time(evidence: Evidence, one: MeasuredRound) -> MeasuredTime:
    """Workflows are told apart where each registration is an item of its own workflow."""
    window = (one.round.ends_on - one.round.starts_on).days + 1
    return MeasuredTime(one.sample, one.workflows, rounds_per_year=DAYS_PER_YEAR / window)
