"""What the store holds of one goal in one round, by the measure of the goal."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.model.choices import Denominator, Measure
from analysis.model.kinds import Measurement
from analysis.model.measurement import RoundTotals
from analysis.model.plan import Goal, Round
from analysis.model.upload import Upload
from analysis.planning import Plan
from analysis.statistics import Sample
from analysis.status.by_employees import employees_in
from analysis.status.evidence import MeasuredRound
from analysis.status.working_days import counted_round
from analysis.store.aggregate import goal_totals, guess_totals, share_totals, tally_totals, workflow_totals
from analysis.store.connection import Cursor
from analysis.store.counted import day_counts, share_sum

NOTHING = RoundTotals((), None)
READ_BY = {
    Measure.TIME: (Measurement.TIME, Measurement.BEST_GUESS),
    Measure.COUNT: (Measurement.TALLY, Measurement.EXTRACT),
    Measure.SHARE: (Measurement.SHARE,),
}


@dataclass(frozen=True, slots=True)
class Holding:
    """Where to look: one goal of a plan, one round, and the uploads that count in it."""

    plan: Plan
    goal: Goal
    round: Round
    uploads: tuple[Upload, ...]

    @property
    def system_count(self) -> int | None:
        keys = (self.goal.goal_id, self.round.round_id)
        return next((count.cases for count in self.plan.system_counts if (count.goal_id, count.round_id) == keys), None)


def measured_round(cursor: Cursor, held: Holding) -> MeasuredRound | None:
    """``None`` where nothing in the round is about the goal."""
    match held.goal.measure:
        case Measure.TIME:
            return measured_times(cursor, held)
        case Measure.COUNT:
            return measured_counts(cursor, held)
        case Measure.SHARE:
            return measured_shares(cursor, held)


def measured_times(cursor: Cursor, held: Holding) -> MeasuredRound | None:
    """A round is told by its best guesses where too few were timed for a number to be shown."""
    goal, one = held.goal, held.round
    expands = goal.denominator is Denominator.SYSTEM_COUNT
    kinds = {upload.measurement for upload in uploads_of(held)}
    times = goal_totals(cursor, goal, one) if Measurement.TIME in kinds else NOTHING
    sample = Sample(times, one.populations, held.system_count if expands else None)
    guesses = Sample(guess_totals(cursor, goal, one) if Measurement.BEST_GUESS in kinds else NOTHING, one.populations)
    timed, guessed = employees_in(sample), employees_in(guesses)
    if not timed and not guessed:
        return None
    by_guesses = guessed > 0 and timed < held.plan.project.minimum_shown
    mixes = goal.denominator is Denominator.REGISTRATIONS and len(goal.workflows) > 1
    workflows = workflow_totals(cursor, goal, one) if mixes else ()
    return MeasuredRound(one, uploads_of(held), sample, guesses, by_guesses, workflows=workflows)


def measured_counts(cursor: Cursor, held: Holding) -> MeasuredRound | None:
    goal, one = held.goal, held.round
    sample = Sample(tally_totals(cursor, goal, one), one.populations, held.system_count)
    days = day_counts(cursor, goal, one)
    if not sample.totals.employees and not days and held.system_count is None:
        return None
    counted = counted_round(one.starts_on, one.ends_on, days) if days else None
    return MeasuredRound(one, uploads_of(held), sample, counted=counted)


def measured_shares(cursor: Cursor, held: Holding) -> MeasuredRound | None:
    goal, one = held.goal, held.round
    cases = share_sum(cursor, goal, one)
    if not cases.rows:
        return None
    return MeasuredRound(one, uploads_of(held), Sample(share_totals(cursor, goal, one), one.populations), cases=cases)


def uploads_of(held: Holding) -> tuple[Upload, ...]:
    """Those of the round that can be about the goal."""
    kinds = READ_BY[held.goal.measure]
    return tuple(
        upload for upload in held.uploads if upload.round_id == held.round.round_id and upload.measurement in kinds
    )
