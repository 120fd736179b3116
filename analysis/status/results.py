"""Each round of a goal as a result: level, change, status, reservations."""

from __future__ import annotations

from analysis import statistics
from analysis.model.outcome import NotComputable, Reason
from analysis.model.status import Change, Level, RoundResult, Status
from analysis.statistics import Contrast, decision
from analysis.status.caveats import baseline_caveats, follow_up_caveats
from analysis.status.evidence import Evidence, MeasuredRound

HIDDEN = NotComputable(Reason.HIDDEN)


def baseline_result(evidence: Evidence, measured: MeasuredRound) -> RoundResult:
    known = statistics.level(measured.sample, evidence.design)
    return RoundResult(
        measured.round,
        measured.employees,
        measured.registrations,
        shown_level(evidence, measured, known),
        change=None,
        requirement=None,
        status=None,
        employees_in_both=None,
        caveats=baseline_caveats(measured, known),
    )


def follow_up_results(evidence: Evidence) -> tuple[RoundResult, ...]:
    """Every measured follow-up, in order: whether "reached" is confirmed depends on the one before."""
    results: list[RoundResult] = []
    for place, measured in enumerate(evidence.follow_ups):
        before = results[-1].status if results else None
        previous = evidence.follow_ups[place - 1] if place else None
        results.append(follow_up_result(evidence, measured, previous, before))
    return tuple(results)


def follow_up_result(
    evidence: Evidence, measured: MeasuredRound, previous: MeasuredRound | None, before: Status | None
) -> RoundResult:
    known = contrast_with_baseline(evidence, measured)
    return RoundResult(
        measured.round,
        measured.employees,
        measured.registrations,
        shown_level(evidence, measured, statistics.level(measured.sample, evidence.design)),
        change=shown_change(evidence, measured, known),
        requirement=evidence.requirement(measured.round),
        status=status_of(evidence, measured, known, before),
        employees_in_both=known.employees_in_both if isinstance(known, Contrast) else None,
        caveats=follow_up_caveats(measured, known, since_last(evidence, measured, previous)),
    )


def contrast_with_baseline(evidence: Evidence, measured: MeasuredRound) -> Contrast | NotComputable:
    if evidence.baseline is None:
        return NotComputable(Reason.NO_BASELINE)
    return statistics.contrast(evidence.baseline.sample, measured.sample, evidence.design)


def since_last(
    evidence: Evidence, measured: MeasuredRound, previous: MeasuredRound | None
) -> Contrast | NotComputable | None:
    return statistics.contrast(previous.sample, measured.sample, evidence.design) if previous else None


def status_of(
    evidence: Evidence, measured: MeasuredRound, known: Contrast | NotComputable, before: Status | None
) -> Status:
    """The one status of a round: every title, mark and table reads it from here."""
    if not is_shown(evidence, measured):
        return Status.TOO_FEW
    if isinstance(known, NotComputable):
        return Status.NOT_COMPARABLE
    asked = evidence.requirement(measured.round)
    now = decision.status(known.interval(), asked.target, asked.milestone, asked.is_final)
    strict = known.interval(decision.confirmation_level(max(1, evidence.follow_ups_planned)))
    return Status.CONFIRMED if decision.is_confirmed(now, before, strict, asked.target) else now


def is_shown(evidence: Evidence, measured: MeasuredRound) -> bool:
    """Whether enough distinct employees measured, before and now, to show a number."""
    least = evidence.project.minimum_shown
    return measured.employees >= least and (evidence.baseline is None or evidence.baseline.employees >= least)


def shown_level(
    evidence: Evidence, measured: MeasuredRound, known: statistics.RoundLevel | NotComputable
) -> Level | NotComputable:
    if measured.employees < evidence.project.minimum_shown:
        return HIDDEN
    if isinstance(known, NotComputable):
        return known
    return Level(known.ratio, known.interval(0.95), known.interval(0.8))


def shown_change(
    evidence: Evidence, measured: MeasuredRound, known: Contrast | NotComputable
) -> Change | NotComputable:
    if not is_shown(evidence, measured):
        return HIDDEN
    if isinstance(known, NotComputable):
        return known
    return Change(known.reduction, known.interval(0.95), known.interval(0.8))
