"""Time goals: minutes per item, from registrations where there are enough, else from best guesses."""

from __future__ import annotations

from dataclasses import replace

from analysis import statistics
from analysis.model.caveats import Caveat, CaveatKind
from analysis.model.choices import Direction
from analysis.model.outcome import NotComputable
from analysis.statistics import Contrast, Mode
from analysis.status import guesses
from analysis.status.by_employees import compared_by_employees, told_by_employees
from analysis.status.compared import Compared, Told
from analysis.status.evidence import Evidence, MeasuredRound

CASE_MIX_MATTERS = 0.03
"""From this difference on both reductions are told, with fixed volumes and without."""


def told(evidence: Evidence, one: MeasuredRound) -> Told:
    if one.by_guesses:
        return guesses.told(evidence, one)
    return told_by_employees(one.number, one.sample, evidence.design)


def compared(evidence: Evidence, before: MeasuredRound, now: MeasuredRound) -> Compared:
    return compared_by_employees(now.number, contrast(evidence, before, now), Direction.LESS)


def contrast(evidence: Evidence, before: MeasuredRound, now: MeasuredRound) -> Contrast | NotComputable:
    if before.by_guesses or now.by_guesses:
        return guesses.contrast(evidence, before, now)
    return statistics.contrast(before.sample, now.sample, evidence.design)


def case_mix(evidence: Evidence, now: MeasuredRound, known: Contrast | None) -> tuple[Caveat, ...]:
    """What the reduction would be with the round's own mix of cases, where that is another number."""
    before, design = evidence.baseline, evidence.design
    if before is None or known is None or design.mode is not Mode.STANDARDISED or before.by_guesses or now.by_guesses:
        return ()
    as_it_came = statistics.reduction_alone(before.sample, now.sample, replace(design, mode=Mode.COMBINED))
    if isinstance(as_it_came, NotComputable) or abs(as_it_came - known.reduction) < CASE_MIX_MATTERS:
        return ()
    return (Caveat(CaveatKind.CASE_MIX, now.number, share=as_it_came),)
