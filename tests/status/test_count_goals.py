"""Count goals: tallies, a system's days or its totals, and never one kind against another."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.model.caveats import CaveatKind
from analysis.model.choices import Direction
from analysis.model.levels import Level
from analysis.model.measurement import DayTotal
from analysis.model.outcome import NotComputable, Reason
from analysis.model.status import Advice, Basis, Status
from analysis.statistics import Design, contrast, count_change
from analysis.status.evidence import MeasuredRound
from analysis.status.working_days import counted_round, working_days
from tests.statistics.rounds_at_hand import Row, sample
from tests.status.held import (
    COUNT,
    EXACT,
    ORACLE,
    bounds,
    change,
    extract,
    kinds,
    latest,
    measured,
    report,
)

MORE = replace(COUNT, direction=Direction.MORE)
BUSY, QUIET = (40, 35, 38, 42, 30) * 4, (18, 22, 17, 19, 15) * 4


def tallied(*cases_a_day: int, days: int = 5) -> list[Row]:
    """Employees who count as many cases every day, one more on Mondays."""
    return [
        ("Team", f"e{place}", f"2026-01-{day + 12}", float(cases + (day == 0)), 1.0)
        for place, cases in enumerate(cases_a_day)
        for day in range(days)
    ]


def totalled(number: int, cases: int) -> MeasuredRound:
    return measured(number, sample([], system_count=cases))


def test_tallies_are_compared_by_employees_as_time_is() -> None:
    before, after = sample(tallied(9, 7, 8, 10, 6, 8)), sample(tallied(4, 4, 5, 3, 3, 4))
    found = report(COUNT, measured(0, before), measured(1, after))
    expected = contrast(before, after, Design())
    assert not isinstance(expected, NotComputable)
    assert change(found).interval_95 == expected.interval()
    assert (latest(found).basis, latest(found).employees, latest(found).cases) == (Basis.EMPLOYEES, 6, 121)
    assert isinstance(latest(found).level, Level)
    assert found.freed is None
    assert found.why is None
    assert [group.target_group for group in found.groups] == ["Team"]


def test_what_too_few_counted_is_hidden_with_its_number_of_cases() -> None:
    hidden = report(COUNT, measured(0, sample(tallied(9, 7, 8, 10))))
    assert hidden.target_level == NotComputable(Reason.HIDDEN)
    assert hidden.baseline is not None
    assert (hidden.baseline.employees, hidden.baseline.cases) == (4, None)


def test_four_weeks_of_an_extract_are_compared_week_by_week() -> None:
    before, after = extract(0, *BUSY), extract(1, *QUIET)
    found = report(COUNT, before, after)
    assert before.counted is not None
    assert after.counted is not None
    expected = count_change(before.counted, after.counted)
    assert not isinstance(expected, NotComputable)
    assert change(found).improvement == pytest.approx(expected.reduction)
    assert (latest(found).basis, latest(found).units) == (Basis.WEEKS, 4)
    assert (latest(found).employees, latest(found).cases) == (0, sum(QUIET))
    assert not kinds(found)
    assert (found.groups, found.advice, found.without_one) == ((), None, None)


def test_two_weeks_are_compared_day_by_day_and_say_what_that_leaves_out() -> None:
    found = report(COUNT, extract(0, *BUSY[:10]), extract(1, *QUIET))
    assert found.baseline is not None
    assert (found.baseline.basis, found.baseline.units, latest(found).units) == (Basis.DAYS, 10, 20)
    assert latest(found).basis is Basis.DAYS
    assert CaveatKind.DAYS_IN_A_ROW in kinds(found)
    assert isinstance(found.baseline.level, Level)
    assert found.baseline.level.value == pytest.approx(sum(BUSY[:10]) / 10)


@pytest.mark.parametrize("known", json.loads((ORACLE / "formulas" / "expected.json").read_text())["rates"][:1])
def test_bare_totals_get_the_exact_interval_over_the_windows_working_days(known: dict[str, float]) -> None:
    """Both windows have ten working days."""
    rounds = totalled(0, int(known["c1"])), totalled(1, int(known["c2"]))
    found, rising = report(COUNT, *rounds), report(MORE, *rounds)
    assert change(found).improvement == pytest.approx(known["reduction"], **EXACT)
    assert bounds(change(found).interval_95) == pytest.approx(known["reduction_ci"], **EXACT)
    assert (latest(found).basis, latest(found).cases) == (Basis.TOTALS, known["c2"])
    assert CaveatKind.INDEPENDENT_CASES in kinds(found)
    assert found.target_level == pytest.approx(7.0)
    assert rising.status is Status.REGRESSED
    assert rising.target_level == pytest.approx(21.0)


def test_rounds_counted_in_different_ways_are_not_comparable() -> None:
    by_hand = measured(1, sample(tallied(4, 4, 5, 3, 3)))
    found = report(COUNT, extract(0, *BUSY), by_hand)
    assert found.status is Status.NOT_COMPARABLE
    assert latest(found).change == NotComputable(Reason.DIFFERENT_EVIDENCE)
    assert isinstance(latest(found).level, Level)


def test_with_two_kinds_of_evidence_the_baseline_is_told_by_the_one_that_the_latest_has_too() -> None:
    both = replace(extract(0, *BUSY), sample=sample(tallied(9, 7, 8, 10, 6, 8)))
    assert (alone := report(COUNT, both).baseline) is not None
    assert alone.basis is Basis.EMPLOYEES
    assert (compared := report(COUNT, both, extract(1, *QUIET)).baseline) is not None
    assert (compared.basis, compared.employees) == (Basis.WEEKS, 0)


def test_a_baseline_of_tallies_says_how_many_must_count_next_time() -> None:
    pilot = measured(0, sample(tallied(9, 5, 8, 10, 4, 8)))
    assert isinstance(report(COUNT, pilot).advice, Advice)
    assert isinstance(report(replace(MORE, target_improvement=1.0), pilot).advice, Advice)
    assert report(COUNT, extract(0, *BUSY)).advice is None


def test_no_cases_left_are_a_fall_of_all() -> None:
    found = report(COUNT, extract(0, *BUSY), extract(1, *[0] * 20))
    assert change(found).improvement == 1
    assert change(found).interval_95 == NotComputable(Reason.ZERO_FOLLOW_UP)
    assert found.status is Status.UNDECIDED


def test_holidays_are_no_working_days_and_days_without_cases_are() -> None:
    assert len(working_days(date(2026, 3, 30), date(2026, 4, 12))) == 7
    wednesday, friday = date(2026, 1, 14), date(2026, 1, 16)
    counted = counted_round(date(2026, 1, 12), date(2026, 1, 18), [DayTotal(wednesday, 4), DayTotal(friday, 3)])
    assert [(one.day.day, one.cases) for one in counted.days] == [(14, 4), (15, 0), (16, 3)]
    sunday = counted_round(wednesday, friday, [DayTotal(wednesday, 4), DayTotal(date(2026, 1, 18), 5)])
    assert (sunday.days[-1].exposure, sunday.ends_on) == (0.0, date(2026, 1, 18))


weeks = st.lists(st.integers(1, 60), min_size=10, max_size=25)


@given(before=weeks, after=weeks)
@settings(max_examples=40, deadline=None)
def test_the_improvement_lies_in_its_interval_and_the_other_direction_is_its_mirror(
    before: list[int], after: list[int]
) -> None:
    rounds = extract(0, *before), extract(1, *after)
    less, more = change(report(COUNT, *rounds)), change(report(MORE, *rounds))
    assert more.improvement == -less.improvement
    if isinstance(less.interval_95, NotComputable):
        assert more.interval_95 == less.interval_95
        return
    low, high = bounds(less.interval_95)
    assert low <= less.improvement <= high
    assert bounds(more.interval_95) == (-high, -low)
