"""Each round of a goal as a result: level, change, status, reservations. No measure is known here."""

from __future__ import annotations

from dataclasses import replace

from analysis.model.caveats import Caveat
from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.model.status import Requirement, RoundResult, Status
from analysis.statistics import decision
from analysis.status import times
from analysis.status.caveats import fallen_back, of_data
from analysis.status.compared import Compared, Told
from analysis.status.comparisons import Comparison
from analysis.status.evidence import Evidence, MeasuredRound

HIDDEN = NotComputable(Reason.HIDDEN)


def follow_up_results(evidence: Evidence, known: tuple[Comparison, ...]) -> tuple[RoundResult, ...]:
    """Every measured follow-up, in order: whether "reached" is confirmed depends on the one before."""
    results: list[RoundResult] = []
    for measured, compared in zip(evidence.follow_ups, known, strict=True):
        before = results[-1].status if results else None
        results.append(follow_up_result(evidence, measured, compared, before))
    return tuple(results)


def follow_up_result(
    evidence: Evidence, measured: MeasuredRound, known: Comparison, before: Status | None
) -> RoundResult:
    is_shown, change = known.is_shown(evidence.project.minimum_shown), known.change
    shifted = times.case_mix(evidence, measured, change.contrast) if is_shown else ()
    caveats = (*change.caveats, *shifted, *fallen_back(measured.number, known.since_last))
    return replace(
        round_result(evidence, measured, known.now, caveats),
        change=change.shown_change() if is_shown else HIDDEN,
        requirement=evidence.requirement(measured.round),
        status=status_of(evidence, measured, change, before) if is_shown else Status.TOO_FEW,
        employees_in_both=change.employees_in_both,
    )


def round_result(
    evidence: Evidence, measured: MeasuredRound, known: Told, caveats: tuple[Caveat, ...] = ()
) -> RoundResult:
    """The round without what only a follow-up has. What too few employees counted is no number to show either."""
    is_shown = known.is_shown(evidence.project.minimum_shown)
    return RoundResult(
        measured.round,
        known.employees,
        known.registrations,
        known.shown_level() if is_shown else HIDDEN,
        change=None,
        requirement=None,
        status=None,
        employees_in_both=None,
        caveats=(*known.caveats, *of_data(measured, known.employees), *caveats),
        basis=known.basis,
        units=known.units,
        cases=known.cases if is_shown else None,
    )


def status_of(evidence: Evidence, measured: MeasuredRound, known: Compared, before: Status | None) -> Status:
    """The one status of a round that is shown: every title, mark and table reads it from here."""
    if isinstance(known.improvement, NotComputable):
        return Status.NOT_COMPARABLE
    asked = evidence.requirement(measured.round)
    now = status_of_interval(known.interval(), asked)
    strict = known.interval(decision.confirmation_level(max(1, evidence.follow_ups_planned)))
    return Status.CONFIRMED if decision.is_confirmed(now, before, strict, asked.target) else now


def status_of_interval(interval: Interval | NotComputable, asked: Requirement) -> Status:
    return decision.status(interval, asked.target, asked.milestone, asked.is_final)
