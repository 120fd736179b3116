"""The rounds of a goal held against each other, each pair once: all that its report says is read from here."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from analysis.model.outcome import NotComputable, Reason
from analysis.status.compared import Compared, Told
from analysis.status.evidence import Evidence, MeasuredRound
from analysis.status.measures import compared, told


@dataclass(frozen=True, slots=True)
class Comparison:
    """A follow-up as it is seen in its comparison with the baseline; without a baseline, by itself."""

    before: Told | None
    now: Told
    change: Compared
    since_last: Compared | None
    """``None`` for the first follow-up."""

    def is_shown(self, least: int) -> bool:
        return all(told is None or told.is_shown(least) for told in (self.before, self.now))


@dataclass(frozen=True, slots=True)
class Comparisons:
    """The baseline as the latest comparison sees it: with more kinds of evidence than one it is told by the same."""

    baseline: Told | None
    follow_ups: tuple[Comparison, ...]

    @property
    def latest(self) -> Comparison | None:
        return self.follow_ups[-1] if self.follow_ups else None


def comparisons(evidence: Evidence) -> Comparisons:
    baseline = told(evidence, evidence.baseline) if evidence.baseline else None
    since_last = (None, *(compared(evidence, earlier, later) for earlier, later in pairwise(evidence.follow_ups)))
    pairs = zip(evidence.follow_ups, since_last, strict=False)
    found = tuple(comparison(evidence, baseline, now, last) for now, last in pairs)
    return Comparisons(found[-1].before if found else baseline, found)


def comparison(
    evidence: Evidence, baseline: Told | None, now: MeasuredRound, since_last: Compared | None
) -> Comparison:
    if evidence.baseline is None:
        return Comparison(None, told(evidence, now), Compared(NotComputable(Reason.NO_BASELINE)), since_last)
    known = compared(evidence, evidence.baseline, now)
    if known.seen is not None:
        return Comparison(known.seen.before, known.seen.now, known, since_last)
    return Comparison(baseline, told(evidence, now), known, since_last)
