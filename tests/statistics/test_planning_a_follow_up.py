"""How many employees the next round needs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.model.outcome import NotComputable, Reason
from analysis.model.status import Advice
from analysis.statistics.planner import Pilot, Plan, advise, forecast, pilot_of
from tests.statistics.rounds_at_hand import drawn, sample

PILOT = Pilot(10, between=0.23, within=0.06, days=10, registrations_per_employee=20.0, df_per_employee=0.7)
PLAN = Plan(expected=0.8, target=0.6)


def advised(pilot: Pilot = PILOT, plan: Plan = PLAN) -> Advice:
    advice = advise(pilot, plan)
    assert isinstance(advice, Advice)
    return advice


def test_the_same_employees_need_be_fewer() -> None:
    again = advised(plan=replace(PLAN, overlap=1.0))
    assert again.same_employees
    assert again.employees < advised().employees


def test_a_nearer_target_needs_more() -> None:
    assert advised(plan=replace(PLAN, target=0.62)).employees > advised().employees


def test_advice_is_the_smallest_that_is_enough() -> None:
    needed = advised().employees
    assert forecast(PILOT, PLAN, needed).power >= 0.8 > forecast(PILOT, PLAN, needed - 1).power


def test_at_the_target_no_sample_decides() -> None:
    assert advise(PILOT, Plan(expected=0.6, target=0.6)) == NotComputable(Reason.AT_THE_TARGET)


def test_a_baseline_too_uncertain_is_the_limit() -> None:
    assert advise(PILOT, Plan(expected=0.8, target=0.78)) == NotComputable(Reason.BASELINE_IS_THE_LIMIT)


def test_no_more_than_the_population_can_be_asked() -> None:
    assert advised(plan=replace(PLAN, population=20)).employees == advised().employees == 16
    assert advise(PILOT, replace(PLAN, population=14)) == NotComputable(Reason.BASELINE_IS_THE_LIMIT)


def test_twice_the_days_are_twice_the_registrations() -> None:
    one, two = (forecast(PILOT, replace(PLAN, days=days), 12) for days in (10, 20))
    assert two.registrations == 2 * one.registrations
    assert two.power > one.power


def test_target_groups_are_pooled() -> None:
    rows = drawn(1, range(6), "a") + drawn(2, range(20, 26), "b")
    apart, pooled = pilot_of(sample(rows)), pilot_of(sample([("all", *row[1:]) for row in rows]))
    assert isinstance(apart, Pilot)
    assert apart == pooled


def test_a_round_without_variation_teaches_nothing() -> None:
    rows = [("team", f"e{number}", "", 10.0, 1.0) for number in range(4)]
    assert pilot_of(sample(rows)) == NotComputable(Reason.NO_VARIATION)
    assert pilot_of(sample(rows[:1])) == NotComputable(Reason.TOO_FEW_EMPLOYEES)
    assert pilot_of(sample([])) == NotComputable(Reason.NOT_MEASURED)


def test_impossible_plans_are_refused() -> None:
    with pytest.raises(ValueError, match="below 1"):
        Plan(expected=1.0, target=0.6)
    with pytest.raises(ValueError, match="overlap"):
        Plan(expected=0.8, target=0.6, overlap=1.5)
