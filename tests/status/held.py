"""Goals with measured rounds, made from values: no store, no files."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from analysis.model.choices import Denominator, Measure
from analysis.model.levels import Change
from analysis.model.measurement import CaseTotals, DayTotal
from analysis.model.outcome import Interval
from analysis.model.plan import Goal, Project, Round
from analysis.model.status import GoalReport, RoundResult
from analysis.statistics import Sample
from analysis.status.evidence import NOBODY, Evidence, MeasuredRound
from analysis.status.goals import goal_report
from analysis.status.working_days import counted_round
from tests.statistics.rounds_at_hand import Row, sample

ORACLE = Path(__file__).parents[1] / "statistics" / "oracle"
EXACT = {"rel": 1e-8, "abs": 1e-12}
PROJECT = Project(1, "Solby Kommune", "KSD", date(2026, 3, 2))
MONDAYS = (date(2026, 1, 12), date(2026, 4, 13), date(2026, 8, 24))
TIME = Goal(1, "Sager", "", "sag", ("Sag",), Denominator.REGISTRATIONS, None, 0.5, 6)
COUNT = replace(TIME, measure=Measure.COUNT)
SHARE = replace(TIME, measure=Measure.SHARE)


def a_round(number: int, days: int = 14) -> Round:
    first = MONDAYS[number]
    return Round(number + 1, number, first, first + timedelta(days - 1))


def measured(
    number: int, of: Sample = NOBODY, guesses: Sample = NOBODY, *, by_guesses: bool = False, days: int = 14
) -> MeasuredRound:
    return MeasuredRound(a_round(number, days), (), of, guesses, by_guesses)


def extract(number: int, *cases: int) -> MeasuredRound:
    """A system's extract: so many cases on each working day from the round's first Monday on."""
    first = MONDAYS[number]
    days = [first + timedelta(7 * (place // 5) + place % 5) for place in range(len(cases))]
    totals = [DayTotal(day, count) for day, count in zip(days, cases, strict=True)]
    window = a_round(number, 7 * -(-len(cases) // 5))
    counted = counted_round(window.starts_on, window.ends_on, totals)
    return MeasuredRound(window, (), counted=counted)


def shares(number: int, counted: int, total: int) -> MeasuredRound:
    """A share without employees."""
    return replace(measured(number), cases=CaseTotals(counted, total, rows=10, days=10))


def evidence(goal: Goal, *rounds: MeasuredRound, project: Project = PROJECT) -> Evidence:
    planned = tuple(a_round(number) for number in range(len(rounds), 3))
    return Evidence(project, goal, rounds, planned, follow_ups_planned=2, on=date(2026, 12, 31))


def report(goal: Goal, *rounds: MeasuredRound, project: Project = PROJECT) -> GoalReport:
    return goal_report(evidence(goal, *rounds, project=project))


def latest(found: GoalReport) -> RoundResult:
    assert found.latest is not None
    return found.latest


def change(found: GoalReport) -> Change:
    known = latest(found).change
    assert isinstance(known, Change), known
    return known


def bounds(interval: object) -> tuple[float, float]:
    assert isinstance(interval, Interval), interval
    return interval.low, interval.high


def kinds(found: GoalReport) -> dict[str, float | None]:
    """The reservations of baseline and latest follow-up with their shares."""
    results = [result for result in (found.baseline, found.latest) if result]
    return {caveat.kind.value: caveat.share for result in results for caveat in result.caveats}


def wave(case: str, name: str, has_populations: bool = False) -> Sample:
    """One wave of an acceptance case."""
    with (ORACLE / case / "data.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["wave"] == name]
    read: Callable[[dict[str, str]], Row] = lambda row: (  # noqa: E731
        row["group"],
        row["employee"],
        row["date"],
        float(row["minutes"]),
        float(row["items"]),
    )
    known = {row["group"]: int(row["group_population"]) for row in rows} if has_populations else None
    return sample([read(row) for row in rows], known)
