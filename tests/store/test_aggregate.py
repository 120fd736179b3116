"""The aggregate against the same sums made by pandas from the same rows, for every denominator."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.model.choices import Denominator
from analysis.model.measurement import EmployeeTotals, RoundTotals
from analysis.model.plan import Goal
from analysis.model.storing import LabelMatch, Placement
from analysis.model.upload import Upload
from analysis.store.aggregate import goal_totals
from analysis.store.goals import change_goal
from analysis.store.opening import open_store
from analysis.store.pseudonyms import pseudonym
from analysis.store.store import Store
from analysis.store.uploads import store_upload, undo_upload
from tests.store.filed import NOW, WORKFLOWS, Plan, Row, make_plan, stage_rows

Put = Callable[..., Any]

EMPLOYEES = {"Anna": "A", "Bo": "A", "Carl": "B", "Dorte": "B"}
DATED = st.integers(0, 4).map(lambda day: date(2026, 1, 5) + timedelta(day))
COUNTS = st.none() | st.integers(0, 50)


def rows(dates: st.SearchStrategy[date] | st.SearchStrategy[None]) -> st.SearchStrategy[list[Row]]:
    row = st.builds(
        lambda name, day, ms, workflow, count: Row(name, day, ms, workflow, EMPLOYEES[name], count),
        st.sampled_from(sorted(EMPLOYEES)),
        dates,
        st.integers(0, 10**10),
        st.sampled_from(["Scan", "Fordel", "Frokost"]),
        COUNTS,
    )
    return st.lists(row, min_size=1, max_size=40)


ROWS = st.one_of(rows(DATED), rows(st.none()))


def denominated(goal: Goal, denominator: Denominator) -> Goal:
    leading = "Scan" if denominator is Denominator.LEADING_COUNT else None
    return replace(goal, denominator=denominator, leading_workflow=leading)


def by_pandas(rows: list[Row], goal: Goal, named: Callable[[str], str]) -> RoundTotals:
    """The sums of statistics.md, section 2, made another way: floats, minutes, day by day."""
    table = pd.DataFrame(
        [(r.employee, r.target_group, r.work_date, r.duration_ms, r.workflow, r.count) for r in rows],
        columns=["employee", "group", "day", "ms", "workflow", "count"],
    )
    table = table[table["workflow"].isin(goal.workflows)]
    table["x"] = 1.0
    if goal.denominator is Denominator.LEADING_COUNT:
        table["x"] = table["count"].astype(float).where(table["workflow"] == "Scan", 0.0)
    left_out = int(table["x"].isna().sum())
    table = table.dropna(subset="x")
    dated = table["day"].notna().any()
    table["unit"] = table["day"] if dated else range(len(table))
    table["y"] = table["ms"] / 60_000
    days = table.groupby(["group", "employee", "unit"], as_index=False).agg(
        n=("y", "size"), y=("y", "sum"), x=("x", "sum")
    )
    totals = []
    for (group, employee), own in days.groupby(["group", "employee"]):
        y, x = own["y"], own["x"]
        totals.append(
            EmployeeTotals(
                {"A": "Sagsbehandlere", "B": "Superbrugere"}[str(group)],
                named(str(employee)),
                int(own["n"].sum()),
                y.sum(),
                x.sum(),
                (y * y).sum(),
                (x * y).sum(),
                (x * x).sum(),
                len(own),
            )
        )
    return RoundTotals(tuple(totals), int(table["day"].nunique()) if dated else None, left_out)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Plan]]:
    opened = open_store(Path(tmp_path_factory.mktemp("aggregate")) / "data")
    assert isinstance(opened, Store)
    yield opened, make_plan(opened)
    opened.close()


@pytest.mark.parametrize("denominator", list(Denominator))
@settings(max_examples=15, deadline=None)
@given(rows=ROWS, before=ROWS)
def test_as_pandas_has_it(
    shared: tuple[Store, Plan], denominator: Denominator, rows: list[Row], before: list[Row]
) -> None:
    store, plan = shared
    goal = denominated(plan.goal, denominator)
    placement = Placement(
        plan.baseline.round_id,
        WORKFLOWS,
        target_groups=(LabelMatch("A", "Sagsbehandlere"), LabelMatch("B", "Superbrugere")),
    )
    with store.staging() as staging, store.write("Mette", NOW) as writing:
        writing.cancel()
        change_goal(writing, goal)
        undone = store_upload(writing, staging, stage_rows(staging, before, "1"), placement)
        assert isinstance(undone, Upload)
        undo_upload(writing, undone.upload_id)
        assert isinstance(store_upload(writing, staging, stage_rows(staging, rows, "2"), placement), Upload)
        found = goal_totals(writing.cursor, goal, plan.baseline)
        elsewhere = goal_totals(writing.cursor, goal, plan.follow_up)
    key = (store.folder / "keys" / f"project-{plan.project.project_id}.key").read_bytes()
    assert_equal(found, by_pandas(rows, goal, lambda name: pseudonym(key, name)))
    assert elsewhere == RoundTotals((), None, 0)


def assert_equal(found: RoundTotals, expected: RoundTotals) -> None:
    assert (found.days, found.left_out) == (expected.days, expected.left_out)
    pairs = zip(
        found.employees, sorted(expected.employees, key=lambda one: (one.target_group, one.employee)), strict=True
    )
    for one, other in pairs:
        assert (one.target_group, one.employee) == (other.target_group, other.employee)
        assert (one.registrations, one.units) == (other.registrations, other.units)
        # pandas adds floats: its own rounding is what the tolerance is for.
        for name in ("y", "x", "yy", "xy", "xx"):
            assert getattr(one, name) == pytest.approx(getattr(other, name), rel=1e-12, abs=1e-9)


def test_each_registration_is_one_item(store: Store, plan: Plan, put: Put) -> None:
    monday, tuesday = date(2026, 1, 5), date(2026, 1, 6)
    put(
        [
            Row(work_date=monday, duration_ms=60_000),
            Row(work_date=monday, duration_ms=120_000),
            Row(work_date=tuesday, duration_ms=300_000, workflow="Fordel", count=7),
        ]
    )
    with store.read() as cursor:
        totals = goal_totals(cursor, plan.goal, plan.baseline)
    (anna,) = totals.employees
    assert (anna.registrations, anna.y, anna.x, anna.yy, anna.xy, anna.xx, anna.units) == (3, 8, 3, 34, 11, 5, 2)
    assert (totals.days, totals.left_out) == (2, 0)


def test_one_document_in_two_steps_is_one_document(store: Store, plan: Plan, put: Put) -> None:
    put([Row(count=4), Row(workflow="Fordel", count=4), Row(count=None, duration_ms=10**9), Row(workflow="Fordel")])
    goal = denominated(plan.goal, Denominator.LEADING_COUNT)
    with store.write("Mette", NOW) as writing:
        change_goal(writing, goal)
    with store.read() as cursor:
        totals = goal_totals(cursor, goal, plan.baseline)
    assert (totals.employees[0].y, totals.employees[0].x, totals.left_out) == (3, 4, 1)


def test_without_dates_every_row_is_a_unit_of_its_own(store: Store, plan: Plan, put: Put) -> None:
    put([Row(work_date=None), Row(work_date=None), Row("Bo Dahl", None)])
    with store.read() as cursor:
        totals = goal_totals(cursor, plan.goal, plan.baseline)
    assert totals.days is None
    assert sorted((one.units, one.yy) for one in totals.employees) == [(1, 1), (2, 2)]


def test_large_values_lose_nothing_and_the_order_of_rows_is_nothing(store: Store, plan: Plan, put: Put) -> None:
    chance = random.Random(1)
    rows = [Row(duration_ms=chance.randrange(10**11), work_date=date(2026, 1, 5 + n % 10)) for n in range(5000)]
    put(rows)
    put(sorted(rows, key=lambda row: -(row.duration_ms or 0)), "1" * 64, round_id=plan.follow_up.round_id)
    with store.read() as cursor:
        totals, shuffled = (goal_totals(cursor, plan.goal, one) for one in (plan.baseline, plan.follow_up))
    days: dict[date | None, int] = {}
    for row in rows:
        days[row.work_date] = days.get(row.work_date, 0) + (row.duration_ms or 0)
    (anna,) = totals.employees
    assert anna.y == sum(days.values()) / 60_000
    assert anna.yy == sum(ms * ms for ms in days.values()) / 60_000**2
    assert shuffled == totals


def test_dates_outside_the_window_count_all_the_same(store: Store, plan: Plan, put: Put) -> None:
    put([Row(), Row(work_date=date(2026, 1, 4)), Row(work_date=date(2026, 1, 19))])
    with store.read() as cursor:
        assert goal_totals(cursor, plan.goal, plan.baseline).employees[0].registrations == 3


def test_a_workflow_named_twice_is_one(store: Store, plan: Plan, put: Put) -> None:
    put([Row()])
    with store.write("Mette", NOW) as writing:
        change_goal(writing, replace(plan.goal, workflows=("Scan", "Scan")))
    with store.read() as cursor:
        assert goal_totals(cursor, plan.goal, plan.baseline).employees[0].registrations == 1
