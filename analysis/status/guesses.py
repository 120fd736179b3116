"""Best guesses: weaker evidence, corrected where the same employees were timed too, never pooled with registrations.

Two rounds of guesses are contrasted as they are, since a bias that stays the same cancels. A round of guesses and a
round of registrations are held against each other as two independent samples, each with its own level (corrected
where it can be): that interval is too wide rather than too narrow where the same employees keep their own pace.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis import statistics
from analysis.model.caveats import Caveat, CaveatKind
from analysis.model.outcome import NotComputable, Reason
from analysis.statistics import (
    Contrast,
    CorrectedLevel,
    Design,
    Knowledge,
    Mode,
    PairPrecision,
    Precision,
    RoundLevel,
    RoundPart,
    Sample,
)
from analysis.status.by_employees import as_told
from analysis.status.compared import Told
from analysis.status.evidence import Evidence, MeasuredRound


@dataclass(frozen=True, slots=True)
class Bias:
    """How many minutes are guessed where one is registered, by employees who did both in one round."""

    guessed_per_observed: float
    precision: Precision | NotComputable


def told(evidence: Evidence, one: MeasuredRound) -> Told:
    found = as_told(one.number, one.guesses, level(evidence, one))
    return replace(found, caveats=(*found.caveats, caveat(evidence, one)))


def caveat(evidence: Evidence, one: MeasuredRound) -> Caveat:
    bias = bias_of(evidence)
    if bias is None:
        return Caveat(CaveatKind.BEST_GUESSES, one.number)
    return Caveat(CaveatKind.CORRECTED_GUESSES, one.number, share=bias.guessed_per_observed)


def bias_of(evidence: Evidence) -> Bias | None:
    """From the first round in which enough employees both guessed and were timed."""
    for one in evidence.measured:
        found = statistics.corrected_level(one.guesses, one.sample, design(evidence))
        if isinstance(found, CorrectedLevel) and found.bias.employees_in_both >= evidence.project.minimum_shown:
            return Bias(found.guessed_per_observed, found.bias.precision)
    return None


def design(evidence: Evidence) -> Design:
    """One guess from each: what varies within an employee is not known, and no system's count is needed."""
    own = evidence.design
    mode = Mode.COMBINED if own.mode is Mode.EXPANSION else own.mode
    return replace(own, mode=mode, finite_population=False)


def level(evidence: Evidence, one: MeasuredRound) -> RoundLevel | NotComputable:
    """The level of a round by itself, that of guesses without their bias where it is known."""
    if not one.by_guesses:
        return statistics.level(one.sample, evidence.design)
    found, bias = statistics.level(one.guesses, design(evidence)), bias_of(evidence)
    if isinstance(found, NotComputable) or bias is None:
        return found
    precision = joined(found.precision, bias.precision)
    return replace(found, ratio=found.ratio / bias.guessed_per_observed, precision=precision)


def contrast(evidence: Evidence, before: MeasuredRound, now: MeasuredRound) -> Contrast | NotComputable:
    if not (before.by_guesses and now.by_guesses):
        return independent(evidence, before, now)
    known, bias = statistics.contrast(before.guesses, now.guesses, design(evidence)), bias_of(evidence)
    if isinstance(known, NotComputable) or bias is None:
        return known
    first, second = (
        replace(part, ratio=part.ratio / bias.guessed_per_observed) for part in (known.baseline, known.follow_up)
    )
    return replace(known, baseline=first, follow_up=second)


def independent(evidence: Evidence, before: MeasuredRound, now: MeasuredRound) -> Contrast | NotComputable:
    """Two levels held against each other, over the target groups of both."""
    groups = before.people.target_groups & now.people.target_groups
    if not groups:
        return NotComputable(Reason.NO_COMMON_TARGET_GROUP)
    first, second = (level(evidence, only(one, groups)) for one in (before, now))
    if isinstance(first, NotComputable):
        return first
    if isinstance(second, NotComputable):
        return second
    if first.ratio <= 0:
        return NotComputable(Reason.ZERO_BASELINE)
    left_out = (before.people.target_groups | now.people.target_groups) - groups
    ids = [{employee.employee for employee in one.people.totals.employees} for one in (before, now)]
    return Contrast(
        RoundPart(first.ratio, first.employees, first.spread),
        RoundPart(second.ratio, second.employees, second.spread),
        employees_in_both=len(ids[0] & ids[1]),
        employees_in_union=len(ids[0] | ids[1]),
        precision=joined(first.precision, second.precision),
        fewer_in_common=False,
        corrected=False,
        knowledge=Knowledge.NONE,
        left_out=tuple(sorted(left_out)),
    )


def joined(first: Precision | NotComputable, second: Precision | NotComputable) -> PairPrecision | NotComputable:
    """The precision of a product or a quotient of two independent levels, with the fewer degrees of freedom."""
    if isinstance(first, NotComputable):
        return first
    if isinstance(second, NotComputable):
        return second
    df = min(first.df, second.df)
    variance = first.variance + second.variance
    return PairPrecision(variance, 0.0, df, df, first.variance, second.variance, correlation=0.0)


def only(one: MeasuredRound, groups: frozenset[str]) -> MeasuredRound:
    return replace(one, sample=of_groups(one.sample, groups), guesses=of_groups(one.guesses, groups))


def of_groups(sample: Sample, groups: frozenset[str]) -> Sample:
    kept = tuple(employee for employee in sample.totals.employees if employee.target_group in groups)
    counted = sample.system_count if len(kept) == len(sample.totals.employees) else None
    return replace(sample, totals=replace(sample.totals, employees=kept), system_count=counted)
