"""Time goals: minutes per item, from registrations where there are enough, else from best guesses."""

from __future__ import annotations

from dataclasses import replace

from analysis import statistics
from analysis.model.caveats import Caveat, CaveatKind
from analysis.model.outcome import NotComputable
from analysis.model.plan import Direction
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
    known = contrast(evidence, before, now)
    found = compared_by_employees(told(evidence, before), told(evidence, now), now.number, known, Direction.LESS)
    if isinstance(known, NotComputable) or not found.is_shown(evidence.project.minimum_shown):
        return found
    return replace(found, caveats=(*found.caveats, *case_mix(evidence, before, now, known)))


def contrast(evidence: Evidence, before: MeasuredRound, now: MeasuredRound) -> Contrast | NotComputable:
    if before.by_guesses or now.by_guesses:
        return guesses.contrast(evidence, before, now)
    return statistics.contrast(before.sample, now.sample, evidence.design)


def case_mix(evidence: Evidence, before: MeasuredRound, now: MeasuredRound, known: Contrast) -> tuple[Caveat, ...]:
    """What the reduction would be with the round's own mix of cases, where that is another number."""
    if evidence.design.mode is not Mode.STANDARDISED or before.by_guesses or now.by_guesses:
        return ()
    as_it_came = statistics.contrast(before.sample, now.sample, replace(evidence.design, mode=Mode.COMBINED))
    if isinstance(as_it_came, NotComputable) or abs(as_it_came.reduction - known.reduction) < CASE_MIX_MATTERS:
        return ()
    return (Caveat(CaveatKind.CASE_MIX, now.number, share=as_it_came.reduction),)
