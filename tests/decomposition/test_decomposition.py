"""Why total time changed: what every decomposition must keep, and an independent one in loops to compare with."""

from __future__ import annotations

import math
from dataclasses import replace
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from analysis.decomposition import MeasuredTime, decompose
from analysis.model.decomposition import Amount, Decomposition, Effect, Factor
from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.model.plan import Volume
from analysis.statistics import (
    Contrast,
    Design,
    Difference,
    Mode,
    PairPrecision,
    contrast,
    difference_of_rounds,
    potential,
)
from tests.decomposition.measured import Measured, Row, by_every_order, factors
from tests.statistics.rounds_at_hand import drawn, sample

NAMES = {
    Factor.VOLUME: "volume",
    Factor.TARGET_GROUP_MIX: "group",
    Factor.WORKFLOW_MIX: "workflow",
    Factor.MINUTES_PER_ITEM: "pace",
}
CLOSE = {"rel": 1e-9, "abs": 1e-9}


@st.composite
def rounds(draw: st.DrawFn, least: int = 2) -> Measured:
    """One or two groups with up to three workflows, any of which an employee may lack; volumes known or not."""
    groups = ("a", "b")[: draw(st.integers(1, 2))]
    rows: list[Row] = []
    for group in groups:
        for member in draw(st.sets(st.integers(0, 6), min_size=least, max_size=5)):
            for workflow in draw(st.sets(st.sampled_from(["scan", "sort", "open"]), min_size=1)):
                items = float(draw(st.integers(1, 30)))
                rows.append((group, f"e{member}", workflow, draw(st.integers(1, 4000)) / 10, items))
    populations = {group: draw(st.integers(6, 20)) for group in groups}
    return Measured(rows, populations, rounds_per_year=draw(st.sampled_from([1.0, 25.2])))


@st.composite
def pairs(draw: st.DrawFn, least: int = 2) -> tuple[Measured, Measured]:
    first, second = draw(rounds(least)), draw(rounds(least))
    if {row[0] for row in first.rows} != {row[0] for row in second.rows}:
        first, second = (replace(one, rows=[row for row in one.rows if row[0] == "a"]) for one in (first, second))
    if draw(st.booleans()):
        groups = {row[0] for row in first.rows}
        first, second = (
            replace(one, volumes={group: draw(st.floats(50, 9000)) for group in groups}) for one in (first, second)
        )
    return first, second


def found(before: Measured, after: Measured, **how: bool) -> Decomposition:
    result = decompose(before.time, after.time, **how)
    assert isinstance(result, Decomposition)
    return result


def hours(result: Decomposition) -> dict[Factor, float]:
    return {component.factor: component.effect.hours.value for component in result.components}


def interval_of(amount: Amount) -> Interval:
    assert isinstance(amount.interval, Interval)
    return amount.interval


def effects(result: Decomposition) -> list[Effect]:
    return [result.change, *(component.effect for component in result.components)]


@given(pairs())
@settings(max_examples=100, deadline=None)
def test_each_part_is_its_mean_over_every_order(pair: tuple[Measured, Measured]) -> None:
    expected, result = by_every_order(*pair), found(*pair)
    parts = hours(result)
    scale = result.hours_before + result.hours_after
    for factor, name in NAMES.items():
        assert parts.get(factor, 0.0) == pytest.approx(expected[name], rel=1e-9, abs=1e-9 * scale)


@given(pairs())
@settings(max_examples=80, deadline=None)
def test_the_parts_add_up(pair: tuple[Measured, Measured]) -> None:
    result = found(*pair)
    assert result.change.hours.value == pytest.approx(result.hours_after - result.hours_before, **CLOSE)
    assert sum(hours(result).values()) == pytest.approx(result.change.hours.value, **CLOSE)
    for effect in effects(result):
        assert effect.part.value == pytest.approx(effect.hours.value / result.hours_before)


@given(pairs())
@settings(max_examples=60, deadline=None)
def test_swapped_rounds_change_the_signs_only(pair: tuple[Measured, Measured]) -> None:
    there, back = found(*pair), found(*reversed(pair))
    scale = there.hours_before + there.hours_after
    for effect, other in zip(effects(there), effects(back), strict=True):
        assert other.hours.value == pytest.approx(-effect.hours.value, rel=1e-9, abs=1e-9 * scale)
        if isinstance(effect.hours.interval, Interval):
            expected = -effect.hours.interval.high
            assert interval_of(other.hours).low == pytest.approx(expected, rel=1e-6, abs=1e-6 * scale)


@given(rounds(), st.floats(0.1, 5))
@settings(max_examples=50, deadline=None)
def test_more_items_of_the_same_kind_are_all_volume(measured: Measured, growth: float) -> None:
    groups = {row[0] for row in measured.rows}
    before = replace(measured, volumes=dict.fromkeys(groups, 100.0))
    after = replace(measured, volumes=dict.fromkeys(groups, 100.0 * growth))
    result = found(before, after)
    parts = hours(result)
    assert parts.pop(Factor.VOLUME) == pytest.approx(result.hours_before * (growth - 1), **CLOSE)
    assert all(part == pytest.approx(0, abs=1e-9 * result.hours_before) for part in parts.values())


@given(rounds(), st.floats(0.05, 3))
@settings(max_examples=50, deadline=None)
def test_the_same_items_done_faster_are_all_minutes_per_item(measured: Measured, pace: float) -> None:
    result = found(measured, measured.times(pace))
    parts = hours(result)
    assert parts.pop(Factor.MINUTES_PER_ITEM) == pytest.approx(result.hours_before * (pace - 1), **CLOSE)
    assert set(parts.values()) <= {0.0}


@given(st.floats(0.01, 0.99), st.floats(0.01, 0.99))
@settings(max_examples=30, deadline=None)
def test_the_same_items_by_other_staff_are_all_mix_of_target_groups(before: float, after: float) -> None:
    rows = [("a", f"e{n}", "scan", 10.0 + n, 1.0) for n in range(3)]
    rows += [("b", f"e{n}", "scan", 60.0 + n, 1.0) for n in range(3)]
    result = found(*(Measured(rows, volumes={"a": 1000 * part, "b": 1000 * (1 - part)}) for part in (before, after)))
    parts = hours(result)
    assert parts.pop(Factor.TARGET_GROUP_MIX) == pytest.approx(1000 * (before - after) * 50 / 60, rel=1e-6, abs=1e-6)
    assert all(part == pytest.approx(0, abs=1e-9) for part in parts.values())


def test_fewer_of_the_slow_items_are_all_mix_of_workflows() -> None:
    def measured(slow: int) -> Measured:
        rows = [("a", f"e{n}", "open", 30.0 * slow, float(slow)) for n in range(3)]
        rows += [("a", f"e{n}", "scan", 5.0 * (10 - slow), 10.0 - slow) for n in range(3)]
        return Measured(rows, {"a": 6})

    result = found(measured(8), measured(2))
    assert hours(result) == pytest.approx(
        {Factor.VOLUME: 0, Factor.WORKFLOW_MIX: -6 * 6 * 25 / 60, Factor.MINUTES_PER_ITEM: 0}
    )


def test_a_workflow_that_is_gone_is_mix_at_the_pace_it_had() -> None:
    """Its pace afterwards is not known: no part of the fall is called faster work."""
    before = [("a", f"e{n}", work, minutes, 1.0) for n in range(3) for work, minutes in (("open", 30.0), ("scan", 5.0))]
    after = [("a", f"e{n}", "scan", 10.0, 2.0) for n in range(3)]
    result = found(Measured(before, {"a": 3}), Measured(after, {"a": 3}))
    assert hours(result) == pytest.approx({Factor.VOLUME: 0, Factor.WORKFLOW_MIX: -75 / 60, Factor.MINUTES_PER_ITEM: 0})


def test_two_factors_share_as_marshall_and_edgeworth_have_it() -> None:
    rows = [("a", f"e{n}", "scan", 10.0 + n, 1.0) for n in range(3)]
    before, after = Measured(rows, volumes={"a": 6000}), Measured(rows, volumes={"a": 4800}).times(0.25)
    pace, later = 11.0, 11.0 / 4
    assert hours(found(before, after)) == pytest.approx(
        {Factor.VOLUME: -1200 * (pace + later) / 2 / 60, Factor.MINUTES_PER_ITEM: (later - pace) * 5400 / 60}
    )


@given(st.integers(0, 5000), st.integers(0, 6))
@settings(max_examples=30, deadline=None)
def test_with_the_volume_fixed_all_is_the_potential_and_as_sure_as_the_difference(seed: int, shift: int) -> None:
    before, after = sample(drawn(seed, range(6))), sample(drawn(seed + 1, range(shift, shift + 6), level=8))
    volumes = (Volume("team", 6000),)
    design = Design(Mode.STANDARDISED, volumes=volumes)
    result = decompose(MeasuredTime(before, volumes=volumes), MeasuredTime(after, volumes=volumes))
    compared, spread = contrast(before, after, design), difference_of_rounds(before, after, design)
    assert isinstance(result, Decomposition)
    assert isinstance(compared, Contrast)
    assert isinstance(compared.precision, PairPrecision)
    assert isinstance(spread, Difference)
    volume, minutes = result.components
    nothing = Amount(0.0, Interval(0.0, 0.0, 0.95))
    assert volume.effect == Effect(nothing, nothing)
    assert minutes.effect.hours.value == pytest.approx(-potential(compared, 6000).hours)
    assert minutes.effect.part.value == pytest.approx(-compared.reduction)
    reach = compared.precision.t_quantile(0.95) * 6000 / 60 * spread.standard_error
    assert interval_of(minutes.effect.hours).high == pytest.approx(minutes.effect.hours.value + reach)
    assert result.change == minutes.effect


@given(st.lists(st.tuples(*[st.floats(1, 300), st.integers(1, 30)] * 4), min_size=3, max_size=6), st.booleans())
@settings(max_examples=40, deadline=None)
def test_the_variance_is_that_of_deleting_each_employee_in_turn(
    employees: list[tuple[float, ...]], matched: bool
) -> None:
    """The same employees twice: the sum of the squares of what each contributes to both rounds, or to either."""
    pair = tuple(
        Measured(
            [
                ("a", f"e{number}", workflow, one[place], float(one[place + 1]))
                for number, one in enumerate(employees)
                for workflow, place in zip(("scan", "sort"), places, strict=True)
            ],
            {"a": 9},
        )
        for places in ((0, 2), (4, 6))
    )
    compared = contrast(*(one.time.sample for one in pair), Design(finite_population=False, matched=matched))
    assert isinstance(compared, Contrast)
    assume(isinstance(compared.precision, PairPrecision))
    result = found(*pair, matched=matched)
    for component in result.components:
        for amount, relative in ((component.effect.hours, False), (component.effect.part, True)):
            variance = by_deletion(pair, NAMES[component.factor], matched, relative)
            if variance > 1e-9 * (1.0 if relative else result.hours_before**2):
                interval = interval_of(amount)
                reach = compared.precision.t_quantile(0.95) * math.sqrt(variance)
                assert interval.high - amount.value == pytest.approx(reach, rel=1e-6)
                assert amount.value - interval.low == pytest.approx(reach, rel=1e-6)


def by_deletion(pair: tuple[Measured, ...], name: str, matched: bool, relative: bool) -> float:
    def value(before: Measured, after: Measured) -> float:
        unit = factors(before, before.workflows).hours if relative else 1.0
        return by_every_order(before, after)[name] / unit

    contributions: dict[tuple[object, ...], float] = {}
    for place, measured in enumerate(pair):
        root = math.sqrt(1 - 1 / len(measured.employees))
        for employee in measured.employees:
            left = [*pair]
            left[place] = measured.without(employee)
            key = employee if matched else (place, *employee)
            contributions[key] = contributions.get(key, 0.0) + root * (value(*left) - value(*pair))
    return sum(one**2 for one in contributions.values())


@given(pairs(), st.randoms())
@settings(max_examples=40, deadline=None)
def test_order_and_names_do_not_matter(pair: tuple[Measured, Measured], random: Random) -> None:
    def renamed(measured: Measured) -> Measured:
        rows = [
            (group, f"person {name[::-1]}", workflow[::-1], *rest) for group, name, workflow, *rest in measured.rows
        ]
        random.shuffle(rows)
        return replace(measured, rows=rows)

    one, other = found(*pair), found(*map(renamed, pair))
    scale = one.hours_before + one.hours_after
    assert list(hours(other).values()) == pytest.approx(list(hours(one).values()), rel=1e-9, abs=1e-9 * scale)


@given(pairs())
@settings(max_examples=40, deadline=None)
def test_an_effect_lies_inside_its_interval(pair: tuple[Measured, Measured]) -> None:
    result = found(*pair)
    for amount in (amount for effect in effects(result) for amount in (effect.hours, effect.part)):
        if isinstance(amount.interval, Interval):
            assert amount.interval.low <= amount.value <= amount.interval.high


SCANS: list[Row] = [("a", f"e{n}", "scan", 10.0 + n, 1.0 + n) for n in range(4)]
OTHERS: list[Row] = [("b", f"e{n}", "scan", 30.0 + n, 2.0) for n in range(4)]


def reason(before: Measured, after: Measured) -> Reason:
    result = decompose(before.time, after.time)
    assert isinstance(result, NotComputable)
    return result.reason


def test_hours_are_those_of_the_whole_population_and_year() -> None:
    result = found(*[Measured(SCANS, {"a": 12}, rounds_per_year=25.0)] * 2)
    assert result.hours_before == pytest.approx(46 * 12 / 4 * 25 / 60)
    assert result.change.hours.value == 0


def test_totals_of_whoever_took_part_are_nobodys_total() -> None:
    assert reason(Measured(SCANS), Measured(SCANS)) is Reason.POPULATION_MISSING


def test_volumes_must_be_known_for_both_rounds_and_every_group() -> None:
    both, known, some = SCANS + OTHERS, {"a": 100.0, "b": 100.0}, {"a": 100.0}
    assert reason(Measured(both, volumes=known), Measured(both, {"a": 9, "b": 9})) is Reason.VOLUME_MISSING
    assert reason(Measured(both, volumes=known), Measured(both, volumes=some)) is Reason.VOLUME_MISSING
    assert reason(Measured(both, volumes=some), Measured(both, volumes=known)) is Reason.VOLUME_MISSING


def test_a_group_of_one_round_is_left_out_and_named() -> None:
    known = {"a": 100.0, "b": 50.0}
    result = found(Measured(SCANS + OTHERS, volumes=known), Measured(SCANS, volumes=known))
    assert result.left_out == ("b",)
    assert result.change.hours.value == 0
    assert [component.factor for component in result.components] == [Factor.VOLUME, Factor.MINUTES_PER_ITEM]


def test_one_employee_of_a_group_gives_hours_without_an_interval() -> None:
    alone = Measured(SCANS + OTHERS[:1], volumes={"a": 100, "b": 50})
    result = found(alone, alone.times(0.5))
    missing = NotComputable(Reason.TOO_FEW_EMPLOYEES)
    assert result.change == Effect(Amount(-result.hours_before / 2, missing), Amount(-0.5, missing))
    assert all(effect.hours.interval == effect.part.interval == missing for effect in effects(result))


def test_items_of_one_employee_only_give_no_interval() -> None:
    """Counts that one employee kept for all: without that employee there is no time per item."""
    rows = [*SCANS[:1], ("a", "e1", "scan", 12.0, 0.0)]
    result = found(Measured(rows, {"a": 9}), Measured(rows, {"a": 9}))
    assert result.change.hours.interval == NotComputable(Reason.ZERO_WITHOUT_ONE_EMPLOYEE)


def test_minutes_of_a_workflow_without_items_have_no_pace() -> None:
    rows = [*SCANS, ("a", "e0", "open", 12.0, 0.0)]
    assert reason(Measured(rows, {"a": 9}), Measured(SCANS, {"a": 9})) is Reason.NO_DENOMINATOR


def test_employees_all_alike_are_no_certainty() -> None:
    alike = Measured([("a", f"e{n}", "scan", 12.0, 3.0) for n in range(4)], {"a": 8})
    result = found(alike, alike.times(0.5))
    assert {effect.part.interval for effect in effects(result)} == {NotComputable(Reason.NO_VARIATION)}


def test_minutes_of_one_employee_only_are_no_unit_to_measure_in() -> None:
    idle = [(*row[:3], 0.0, row[4]) for row in SCANS[1:]]
    result = found(Measured([*SCANS[:1], *idle], {"a": 8}), Measured(SCANS, {"a": 8}))
    assert isinstance(result.change.hours.interval, Interval)
    assert result.change.part.interval == NotComputable(Reason.ZERO_WITHOUT_ONE_EMPLOYEE)


def test_a_baseline_of_no_time_compares_with_nothing() -> None:
    assert reason(Measured(SCANS, {"a": 8}).times(0), Measured(SCANS, {"a": 8})) is Reason.ZERO_BASELINE


def test_cases_that_a_system_counted_are_the_volume() -> None:
    def counted(cases: int, factor: float) -> MeasuredTime:
        rows = [(*row[:2], "", row[3] * factor, row[4]) for row in SCANS]
        return MeasuredTime(sample(rows, {"a": 8}, cases), rounds_per_year=2.0)

    result = decompose(counted(40, 1.0), counted(30, 0.6))
    assert isinstance(result, Decomposition)
    before, after = 92 / 40, 92 * 0.6 / 30
    assert hours(result) == pytest.approx(
        {Factor.VOLUME: -20 * (before + after) / 2 / 60, Factor.MINUTES_PER_ITEM: (after - before) * 70 / 60}
    )
    assert result.hours_before == pytest.approx(92 * 2 / 60)


def test_what_does_not_fit_together_is_refused() -> None:
    whole, part = sample([(*row[:2], "", *row[3:]) for row in SCANS]), Measured(SCANS[:2]).time.workflows
    with pytest.raises(ValueError, match="add up"):
        MeasuredTime(whole, part)
    with pytest.raises(ValueError, match="rounds_per_year"):
        MeasuredTime(whole, rounds_per_year=0)
    with pytest.raises(ValueError, match="a system counted"):
        MeasuredTime(replace(whole, system_count=40), Measured(SCANS).time.workflows)
