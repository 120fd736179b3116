"""Counts, shares, best guesses and indicators: what their rows must hold, and what is made of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.model.kinds import Measurement
from analysis.model.measurement import (
    CaseTotals,
    DayTotal,
    EmployeeTotals,
    IndicatorPoint,
    IndicatorSeries,
    RoundTotals,
)
from analysis.model.storing import FaultKind, LabelMatch, Participants, Placement, StoringFault, StoringRefused
from analysis.model.upload import Upload
from analysis.store.aggregate import goal_totals, guess_totals, share_totals, tally_totals, workflow_totals
from analysis.store.counted import day_counts, series, share_sum
from analysis.store.faults import participants
from analysis.store.store import Store
from analysis.store.uploads import store_upload, undo_upload
from analysis.store.workflows import add_indicator, indicators, workflows
from tests.store.filed import NOW, Plan, Row, stage_rows

Put = Callable[..., Any]
MONDAY, TUESDAY = date(2026, 1, 5), date(2026, 1, 6)


def counted(
    employee: str | None, day: date | None, count: int | None, total: int | None = None, workflow: str = "Scan"
) -> Row:
    return Row(employee, day, None, workflow, count=count, total=total)


def guess(employee: str, ms: int | None, workflow: str = "Scan") -> Row:
    return Row(employee, None, ms, workflow)


def reading(day: date | None, value: float | None, name: str = "Scan") -> Row:
    return Row(None, day, None, name, value=value)


NEEDED = [
    (Measurement.BEST_GUESS, Row("Bo", None, None), FaultKind.NO_DURATION),
    (Measurement.BEST_GUESS, Row(None, None, 60_000), FaultKind.NO_EMPLOYEE),
    (Measurement.TALLY, counted("Bo", None, 3), FaultKind.NO_DATE),
    (Measurement.TALLY, counted("Bo", MONDAY, None), FaultKind.NO_COUNT),
    (Measurement.TALLY, counted(None, MONDAY, 3), FaultKind.NO_EMPLOYEE),
    (Measurement.EXTRACT, counted(None, None, 3), FaultKind.NO_DATE),
    (Measurement.EXTRACT, counted(None, MONDAY, None), FaultKind.NO_COUNT),
    (Measurement.EXTRACT, counted(None, MONDAY, 3, workflow="Ukendt"), FaultKind.NO_WORKFLOW),
    (Measurement.SHARE, counted(None, MONDAY, 3), FaultKind.NO_COUNT),
    (Measurement.SHARE, counted(None, MONDAY, None), FaultKind.NO_COUNT),
    (Measurement.SHARE, counted("Bo", MONDAY, 4, 3), FaultKind.MORE_THAN_TOTAL),
    (Measurement.SERIES, reading(None, 1.5), FaultKind.NO_DATE),
    (Measurement.SERIES, reading(MONDAY, None), FaultKind.NO_COUNT),
]


@pytest.mark.parametrize(("measurement", "row", "fault"), NEEDED)
def test_what_a_row_must_hold_follows_the_sort_of_measurement(
    store: Store, plan: Plan, put: Put, measurement: Measurement, row: Row, fault: FaultKind
) -> None:
    with store.write("Mette", NOW) as writing:
        for name in plan.goal.workflows:
            add_indicator(writing, plan.project.project_id, name)
    assert put([row], measurement=measurement) == StoringRefused((StoringFault(fault, 1),))


def test_a_share_of_an_employee_without_a_target_group_is_refused(store: Store, plan: Plan, put: Put) -> None:
    nowhere = replace(plan.placement, target_group=None)
    rows = [counted("Bo", MONDAY, 1, 2), counted(None, MONDAY, 1, 2)]
    assert put(rows, placement=nowhere, measurement=Measurement.SHARE) == StoringRefused(
        (StoringFault(FaultKind.NO_TARGET_GROUP, 1),)
    )
    assert isinstance(put(rows[1:], placement=nowhere, measurement=Measurement.SHARE), Upload)


def test_an_extract_is_nobodys_whatever_the_placement_says(store: Store, plan: Plan, put: Put) -> None:
    stored = put([counted("Bo", MONDAY, 3)], measurement=Measurement.EXTRACT)
    assert (stored.measurement, stored.rows, stored.employees) == (Measurement.EXTRACT, 1, 0)
    with store.read() as cursor:
        assert cursor.execute("SELECT employee, target_group_id FROM registration").fetchall() == [(None, None)]
        assert participants(cursor, plan.baseline.round_id) == ()


def test_all_sorts_live_in_one_round_and_employees_are_the_same_people(store: Store, plan: Plan, put: Put) -> None:
    put([Row("Anna"), Row("Bo")])
    put([guess("Anna", 60_000), guess("Carl", 60_000)], "1" * 64, measurement=Measurement.BEST_GUESS)
    put([counted("Dorte", MONDAY, 5)], "2" * 64, measurement=Measurement.TALLY)
    put([counted(None, MONDAY, 50)], "3" * 64, measurement=Measurement.EXTRACT)
    with store.read() as cursor:
        assert participants(cursor, plan.baseline.round_id) == (Participants("Sagsbehandlere", 4, 5, 8),)
    other = replace(plan.placement, target_group="Superbrugere")
    refused = put([counted("ANNA", MONDAY, 5)], "4" * 64, placement=other, measurement=Measurement.TALLY)
    assert refused == StoringRefused((StoringFault(FaultKind.SEVERAL_TARGET_GROUPS, 1),))


def test_time_is_made_of_time_alone(store: Store, plan: Plan, put: Put) -> None:
    put([Row("Anna", MONDAY, 60_000)])
    put([guess("Anna", 10**9), guess("Anna", 10**9, "Fordel")], "1" * 64, measurement=Measurement.BEST_GUESS)
    put([counted("Anna", TUESDAY, 7)], "2" * 64, measurement=Measurement.TALLY)
    put([counted(None, TUESDAY, 7, 9)], "3" * 64, measurement=Measurement.SHARE)
    with store.read() as cursor:
        totals = goal_totals(cursor, plan.goal, plan.baseline)
        (scan, fordel) = workflow_totals(cursor, plan.goal, plan.baseline)
    assert [(one.y, one.x, one.units) for one in totals.employees] == [(1, 1, 1)]
    assert (totals.days, totals.left_out) == (1, 0)
    assert (scan.workflow, scan.totals) == ("Scan", totals)
    assert (fordel.workflow, fordel.totals) == ("Fordel", RoundTotals((), None, 0))


def test_a_guess_is_the_sum_over_all_workflows_of_the_goal(store: Store, plan: Plan, put: Put) -> None:
    rows = [
        guess("Anna", 60_000),
        guess("Anna", 180_000, "Fordel"),
        guess("Bo", 60_000),
        guess("Carl", 60_000),
        guess("Carl", 120_000),
        guess("Carl", 30_000, "Fordel"),
    ]
    put(rows, measurement=Measurement.BEST_GUESS)
    with store.read() as cursor:
        totals = guess_totals(cursor, plan.goal, plan.baseline)
    numbers = sorted((one.registrations, one.y, one.x, one.yy, one.xy, one.xx, one.units) for one in totals.employees)
    assert numbers == [(1, 2, 1, 4, 2, 1, 1), (1, 4, 1, 16, 4, 1, 1)]
    assert (totals.days, totals.left_out) == (None, 1)


def test_a_round_in_which_nobody_guessed_everything_says_how_many_did_not(store: Store, plan: Plan, put: Put) -> None:
    put([guess("Anna", 60_000), guess("Bo", 60_000)], measurement=Measurement.BEST_GUESS)
    with store.read() as cursor:
        assert guess_totals(cursor, plan.goal, plan.baseline) == RoundTotals((), None, 2)


DAYS = st.integers(0, 3).map(lambda day: MONDAY + timedelta(day))
COUNTED = st.lists(
    st.builds(
        lambda name, day, workflow, count, more: counted(name, day, count, count + more, workflow),
        st.sampled_from(["Anna", "Bo"]),
        DAYS,
        st.sampled_from(["Scan", "Fordel", "Frokost"]),
        st.integers(0, 10**6),
        st.integers(0, 10**6),
    ),
    min_size=1,
    max_size=30,
)


def by_pandas(rows: list[Row], plan: Plan, *, shares: bool) -> list[tuple[float, ...]]:
    """Sums over employees' days, made another way."""
    table = pd.DataFrame(
        [(r.employee, r.work_date, r.count, r.total) for r in rows if r.workflow in plan.goal.workflows],
        columns=["employee", "day", "y", "total"],
    )
    days = table.groupby(["employee", "day"], as_index=False).agg(n=("y", "size"), y=("y", "sum"), x=("total", "sum"))
    if not shares:
        days["x"] = 1
    return sorted(
        (d["n"].sum(), d["y"].sum(), d["x"].sum(), (d["y"] ** 2).sum(), (d["x"] * d["y"]).sum(), (d["x"] ** 2).sum())
        + (len(d),)
        for _, d in days.groupby("employee")
    )


@pytest.mark.parametrize("measurement", [Measurement.TALLY, Measurement.SHARE])
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=COUNTED)
def test_counts_and_shares_are_as_pandas_has_them(
    store: Store, plan: Plan, measurement: Measurement, rows: list[Row]
) -> None:
    total = tally_totals if measurement is Measurement.TALLY else share_totals
    with store.staging() as staging, store.write("Mette", NOW) as writing:
        writing.cancel()
        staged = stage_rows(staging, rows, measurement=measurement)
        assert isinstance(store_upload(writing, staging, staged, plan.placement), Upload)
        found = total(writing.cursor, plan.goal, plan.baseline)
    assert sorted(map(numbers, found.employees)) == by_pandas(rows, plan, shares=measurement is Measurement.SHARE)
    used = {row.work_date for row in rows if row.workflow in plan.goal.workflows}
    assert (found.days, found.left_out) == (len(used) or None, 0)


def numbers(one: EmployeeTotals) -> tuple[float, ...]:
    return (one.registrations, one.y, one.x, one.yy, one.xy, one.xx, one.units)


def test_a_share_is_over_all_rows_and_per_employee_over_theirs(store: Store, plan: Plan, put: Put) -> None:
    rows = [counted(None, MONDAY, 3, 10), counted("Anna", TUESDAY, 1, 2), counted("Anna", TUESDAY, 1, 4, "Fordel")]
    put(rows, measurement=Measurement.SHARE)
    with store.read() as cursor:
        assert share_sum(cursor, plan.goal, plan.baseline) == CaseTotals(cases=5, total=16, rows=3, days=2)
        assert share_sum(cursor, plan.goal, plan.follow_up) == CaseTotals(0, 0, 0, 0)
        totals = share_totals(cursor, plan.goal, plan.baseline)
    assert [numbers(one) for one in totals.employees] == [(2, 2, 6, 4, 12, 36, 1)]
    assert totals.days == 1


def test_a_system_counts_cases_per_day(store: Store, plan: Plan, put: Put) -> None:
    rows = [
        counted(None, TUESDAY, 4),
        counted(None, MONDAY, 3),
        counted(None, MONDAY, 2, workflow="Fordel"),
        counted(None, MONDAY, 99, workflow="Frokost"),
    ]
    put(rows, measurement=Measurement.EXTRACT)
    put([counted("Anna", MONDAY, 50)], "1" * 64, measurement=Measurement.TALLY)
    with store.read() as cursor:
        assert day_counts(cursor, plan.goal, plan.baseline) == (DayTotal(MONDAY, 5), DayTotal(TUESDAY, 4))
        assert day_counts(cursor, plan.goal, plan.follow_up) == ()


def test_indicators_are_no_workflows_and_their_values_come_back_by_date(store: Store, plan: Plan, put: Put) -> None:
    with store.write("Mette", NOW) as writing:
        for name in ("Scan", "Tilgange"):
            add_indicator(writing, plan.project.project_id, name)
    as_indicators = Placement(plan.baseline.round_id, (LabelMatch("scan", "Scan"), LabelMatch("Tilgange", "Tilgange")))
    rows = [reading(TUESDAY, 0.25, "Tilgange"), reading(MONDAY, -1.5, "Tilgange"), reading(MONDAY, 7, "scan")]
    stored = put(rows, placement=as_indicators, measurement=Measurement.SERIES)
    put([Row()], "1" * 64)
    tilgange = IndicatorSeries("Tilgange", (IndicatorPoint(MONDAY, -1.5), IndicatorPoint(TUESDAY, 0.25)))
    with store.read() as cursor:
        assert series(cursor, plan.project.project_id) == (
            IndicatorSeries("Scan", (IndicatorPoint(MONDAY, 7),)),
            tilgange,
        )
        assert workflows(cursor, plan.project.project_id) == ("Scan", "Fordel")
        assert indicators(cursor, plan.project.project_id) == ("Scan", "Tilgange")
        assert len(goal_totals(cursor, plan.goal, plan.baseline).employees) == 1
    with store.write("Mette", NOW) as writing:
        undo_upload(writing, stored.upload_id)
    with store.read() as cursor:
        assert series(cursor, plan.project.project_id) == ()
