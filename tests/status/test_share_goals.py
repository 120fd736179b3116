"""Share goals: which way is better, which unit decides, and what the interval was learnt from."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.model.caveats import CaveatKind
from analysis.model.choices import Direction, TargetUnit
from analysis.model.levels import Change, Level, OtherUnit
from analysis.model.measurement import CaseTotals
from analysis.model.outcome import NotComputable, Reason
from analysis.model.status import Basis, Status
from tests.statistics.rounds_at_hand import Row, sample
from tests.status.held import EXACT, ORACLE, SHARE, bounds, change, kinds, latest, measured, report, shares, wave

POINTS = replace(SHARE, target_unit=TargetUnit.POINTS, target_improvement=0.1)
MORE_POINTS = replace(POINTS, direction=Direction.MORE)
MORE = replace(SHARE, direction=Direction.MORE)


def handled(*counted_of_ten: int, group: str = "Team") -> list[Row]:
    """One employee for each number."""
    return [(group, f"{group}{place}", "", float(counted), 10.0) for place, counted in enumerate(counted_of_ten)]


def test_employees_as_clusters_give_the_oracles_numbers_in_both_units() -> None:
    expected = json.loads((ORACLE / "v5_share_panel" / "expected.json").read_text(encoding="utf-8"))["share"]
    rounds = [measured(number, wave("v5_share_panel", name)) for number, name in enumerate(("baseline", "followup"))]
    in_points, relative = change(report(POINTS, *rounds)), change(report(SHARE, *rounds))
    assert in_points.improvement == pytest.approx(-expected["pp"] / 100, **EXACT)
    mirrored = [-bound / 100 for bound in reversed(expected["pp_ci"])]
    assert bounds(in_points.interval_95) == pytest.approx(mirrored, **EXACT)
    assert bounds(relative.interval_95) == pytest.approx(expected["reduction_ci"], **EXACT)
    assert in_points.in_the_other_unit == OtherUnit(relative.improvement, relative.interval_95)
    assert relative.in_the_other_unit == OtherUnit(in_points.improvement, in_points.interval_95)
    first = report(POINTS, *rounds).baseline
    assert first is not None
    assert isinstance(first.level, Level)
    assert bounds(first.level.interval_95) == pytest.approx(expected["ci1"], **EXACT)
    assert (first.basis, first.employees) == (Basis.EMPLOYEES, 9)


@pytest.mark.parametrize("known", json.loads((ORACLE / "formulas" / "expected.json").read_text())["shares"])
def test_totals_without_employees_give_newcombes_numbers_and_say_what_they_assume(known: dict[str, float]) -> None:
    rounds = shares(0, int(known["k1"]), int(known["n1"])), shares(1, int(known["k2"]), int(known["n2"]))
    less, more = report(POINTS, *rounds), report(MORE_POINTS, *rounds)
    low, high = (bound / 100 for bound in known["pp_ci"])
    assert bounds(change(more).interval_95) == pytest.approx((low, high), **EXACT)
    assert bounds(change(less).interval_95) == pytest.approx((-high, -low), **EXACT)
    assert bounds(change(report(SHARE, *rounds)).interval_95) == pytest.approx(known["reduction_ci"], **EXACT)
    assert CaveatKind.INDEPENDENT_CASES in kinds(less)
    assert (latest(less).basis, latest(less).employees, latest(less).cases) == (Basis.TOTALS, 0, known["n2"])
    assert less.groups == ()
    assert (less.advice, less.freed, less.why, less.without_one) == (None,) * 4


def test_more_wanted_cases_rise_relative_to_the_wanted_ones_before() -> None:
    rising = report(MORE, shares(0, 40, 200), shares(1, 120, 200))
    assert change(rising).improvement == pytest.approx(2.0)
    assert rising.status is Status.CONFIRMED
    assert rising.target_level == pytest.approx(0.3)
    assert report(MORE, shares(0, 120, 200), shares(1, 40, 200)).status is Status.REGRESSED


@pytest.mark.parametrize(
    ("goal", "target_level"), [(POINTS, 0.2), (MORE_POINTS, 0.4), (SHARE, 0.15), (MORE, 0.45)], ids=str
)
def test_the_target_point_follows_direction_and_unit(goal: object, target_level: float) -> None:
    assert report(goal, shares(0, 30, 100)).target_level == pytest.approx(target_level)  # type: ignore[arg-type]


@pytest.mark.parametrize(("counted", "is_told"), [(9, False), (10, True), (190, True), (191, False)])
def test_a_relative_change_beside_points_needs_ten_cases_of_either_sort_before(counted: int, is_told: bool) -> None:
    found = change(report(POINTS, shares(0, counted, 200), shares(1, 5, 200)))
    assert (found.in_the_other_unit is not None) is is_told


def test_no_unwanted_cases_before_have_points_but_no_relative_change() -> None:
    rounds = shares(0, 0, 100), shares(1, 10, 100)
    assert change(report(POINTS, *rounds)).improvement == pytest.approx(-0.1)
    assert latest(report(SHARE, *rounds)).change == NotComputable(Reason.ZERO_BASELINE)
    assert report(SHARE, *rounds).status is Status.NOT_COMPARABLE


def test_no_unwanted_cases_left_is_a_fall_of_all_with_an_interval() -> None:
    found = change(
        report(SHARE, measured(0, sample(handled(3, 4, 2, 5, 6, 3))), measured(1, sample(handled(*[0] * 6))))
    )
    assert found.improvement == 1
    assert bounds(found.interval_95)[1] == 1


def test_rows_without_an_employee_leave_only_the_totals() -> None:
    some = replace(measured(0, sample(handled(3, 4, 2, 5, 6, 3))), cases=CaseTotals(30, 90, rows=9, days=1))
    found = report(POINTS, some, measured(1, sample(handled(1, 1, 2, 0, 1, 1))))
    assert latest(found).basis is Basis.TOTALS
    assert found.baseline is not None
    assert (found.baseline.employees, found.baseline.cases) == (0, 90)


def test_a_lone_employee_of_a_group_leaves_the_totals_and_stays_hidden_among_few() -> None:
    few = [*handled(3, 4, 2), *handled(5, group="Alene")]
    hidden = report(POINTS, measured(0, sample(few)), measured(1, sample(few)))
    assert hidden.status is Status.TOO_FEW
    enough = [*handled(3, 4, 2, 5, 1), *handled(5, group="Alene")]
    shown = report(POINTS, measured(0, sample(enough)), measured(1, sample(enough)))
    assert (latest(shown).basis, latest(shown).employees) == (Basis.TOTALS, 6)
    assert CaveatKind.INDEPENDENT_CASES in kinds(shown)


def test_target_groups_of_employees_are_told_one_by_one() -> None:
    before = [*handled(5, 6, 7, 4, 5), *handled(2, 3, 2, group="Lille")]
    after = [*handled(1, 2, 0, 1, 1), *handled(2, 3, 2, group="Lille")]
    found = report(POINTS, measured(0, sample(before)), measured(1, sample(after)))
    assert [(group.target_group, group.status) for group in found.groups] == [
        ("Lille", Status.TOO_FEW),
        ("Team", Status.REACHED),
    ]
    assert isinstance(found.groups[1].change, Change)
    assert found.groups[1].change.improvement == pytest.approx(0.44)


def test_without_one_employee_the_points_move_within_their_range() -> None:
    before, after = sample(handled(5, 6, 7, 4, 5, 3)), sample(handled(1, 2, 0, 1, 1, 9))
    less = report(POINTS, measured(0, before), measured(1, after)).without_one
    more = report(MORE_POINTS, measured(0, before), measured(1, after)).without_one
    assert less is not None
    assert more is not None
    assert not isinstance(less, NotComputable)
    assert not isinstance(more, NotComputable)
    assert (less.lowest, less.highest) == (-more.highest, -more.lowest)
    assert less.highest == pytest.approx((27 - 5) / 50)
    five = report(POINTS, measured(0, sample(handled(5, 6, 7, 4, 5))), measured(1, sample(handled(1, 1, 1, 1, 1))))
    assert five.without_one == NotComputable(Reason.HIDDEN)


cases = st.integers(0, 40).flatmap(lambda counted: st.tuples(st.just(counted), st.integers(max(counted, 1), 80)))


@given(before=cases, after=cases)
@settings(max_examples=60, deadline=None)
def test_the_improvement_lies_in_its_interval_and_the_other_direction_is_its_mirror(
    before: tuple[int, int], after: tuple[int, int]
) -> None:
    rounds = shares(0, *before), shares(1, *after)
    less, more = change(report(POINTS, *rounds)), change(report(MORE_POINTS, *rounds))
    low, high = bounds(less.interval_95)
    assert low <= less.improvement <= high
    assert (more.improvement, *bounds(more.interval_95)) == (-less.improvement, -high, -low)
    assert bounds(less.interval_80)[0] >= low
