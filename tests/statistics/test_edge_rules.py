"""Where the data run out: each rule that was decided, on rounds small enough to check by eye."""

from __future__ import annotations

import pytest

from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.model.plan import Volume
from analysis.statistics import (
    Contrast,
    Design,
    Knowledge,
    Mode,
    PairPrecision,
    Sample,
    contrast,
    level,
    potential,
)
from analysis.statistics.planner import Pilot, pilot_of
from tests.statistics.rounds_at_hand import Row, drawn, sample

TEAM = range(6)


def one_row_each(*minutes: float, group: str = "team", day: str = "2026-01-05") -> list[Row]:
    return [(group, f"e{number}", day, value, 1.0) for number, value in enumerate(minutes)]


def reason_without_interval(baseline: Sample, follow_up: Sample, design: Design | None = None) -> Reason:
    """The reason for which a contrast with a point estimate has no interval."""
    result = contrast(baseline, follow_up, design or Design())
    assert isinstance(result, Contrast)
    missing = result.interval()
    assert isinstance(missing, NotComputable)
    return missing.reason


def precise(baseline: Sample, follow_up: Sample, design: Design | None = None) -> PairPrecision:
    result = contrast(baseline, follow_up, design or Design())
    assert isinstance(result, Contrast)
    assert isinstance(result.precision, PairPrecision)
    return result.precision


def test_one_employee_of_a_group_gives_an_estimate_and_no_interval() -> None:
    alone = [("other", "z", "2026-01-05", 30.0, 1.0)]
    before, after = sample(one_row_each(10, 20) + alone), sample(one_row_each(4, 11) + alone)
    result = contrast(before, after, Design())
    assert isinstance(result, Contrast)
    assert result.reduction == pytest.approx(1 - 45 / 60)
    assert result.interval() == NotComputable(Reason.TOO_FEW_EMPLOYEES)


def test_a_group_of_one_round_is_left_out_and_named() -> None:
    before = drawn(1, TEAM)
    only_before = one_row_each(99, 120, group="other")
    with_it = contrast(sample(before + only_before), sample(drawn(2, TEAM)), Design())
    without = contrast(sample(before), sample(drawn(2, TEAM)), Design())
    assert isinstance(with_it, Contrast)
    assert isinstance(without, Contrast)
    assert with_it.left_out == ("other",)
    assert with_it.interval() == without.interval()
    assert with_it.baseline.employees == len(TEAM)


def test_no_group_in_common_is_not_comparable() -> None:
    before, after = sample(one_row_each(1, 2, group="a")), sample(one_row_each(1, 2, group="b"))
    assert contrast(before, after, Design()) == NotComputable(Reason.NO_COMMON_TARGET_GROUP)


def test_an_empty_round_is_not_measured() -> None:
    assert contrast(sample(drawn(1, TEAM)), sample([]), Design()) == NotComputable(Reason.NOT_MEASURED)
    assert level(sample([]), Design()) == NotComputable(Reason.NOT_MEASURED)


def test_a_follow_up_of_zero_minutes_is_all_gone_without_an_interval() -> None:
    before, after = sample(one_row_each(10, 20)), sample(one_row_each(0, 0))
    result = contrast(before, after, Design())
    assert isinstance(result, Contrast)
    assert result.reduction == 1.0
    assert reason_without_interval(before, after) is Reason.ZERO_FOLLOW_UP


def test_a_baseline_of_zero_minutes_compares_with_nothing() -> None:
    result = contrast(sample(one_row_each(0, 0)), sample(one_row_each(10, 20)), Design())
    assert result == NotComputable(Reason.ZERO_BASELINE)


@pytest.mark.parametrize("minutes", [(0, 0, 7.3), (0, 0.1, 0)])
def test_a_round_that_rests_on_one_employee_has_no_interval(minutes: tuple[float, ...]) -> None:
    before, after = sample(one_row_each(10, 20, 30)), sample(one_row_each(*minutes))
    assert reason_without_interval(before, after) is Reason.ZERO_WITHOUT_ONE_EMPLOYEE


@pytest.mark.parametrize("mode", [Mode.COMBINED, Mode.STANDARDISED])
def test_items_of_one_employee_only_give_no_interval(mode: Mode) -> None:
    rows: list[Row] = [("team", "a", "d", 10.0, 3.0), ("team", "b", "d", 12.0, 0.0), ("team", "c", "d", 5.0, 0.0)]
    design = Design(mode, volumes=(Volume("team", 100),))
    assert reason_without_interval(sample(rows), sample(rows), design) is Reason.ZERO_WITHOUT_ONE_EMPLOYEE


@pytest.mark.parametrize("minutes", [10.0, 10.1, 1 / 3, 1e7 / 3])
def test_no_variation_is_no_certainty(minutes: float) -> None:
    """Also where populations are known and rounding leaves a variance that is not quite zero."""
    rows = [
        ("team", f"e{number}", f"2026-01-{day:02}", minutes * items, float(items))
        for number in range(5)
        for day, items in ((5, 1), (6, 3))
    ]
    before, after = sample(rows, {"team": 9}), sample([(*row[:3], row[3] / 7, row[4]) for row in rows], {"team": 9})
    assert reason_without_interval(before, after) is Reason.NO_VARIATION


def test_everyone_taking_part_leaves_the_days_as_a_sample() -> None:
    census = {"team": len(TEAM)}
    precision = precise(sample(drawn(1, TEAM), census), sample(drawn(2, TEAM, level=8), census))
    assert precision.variance_between == 0
    assert precision.variance_within > 0
    assert precision.df_between is None


@pytest.mark.parametrize("days", ["2026-01-05", ""])
def test_one_unit_per_employee_in_either_round_allows_no_correction(days: str) -> None:
    many, one = drawn(1, TEAM), one_row_each(4, 9, 7, 5, day=days)
    known = {"team": 8}
    for before, after in ((many, one), (one, many)):
        corrected = contrast(sample(before, known), sample(after, known), Design())
        uncorrected = contrast(sample(before, known), sample(after, known), Design(finite_population=False))
        assert isinstance(corrected, Contrast)
        assert isinstance(uncorrected, Contrast)
        assert not corrected.corrected
        assert corrected.precision == uncorrected.precision


def test_populations_of_some_groups_only_are_not_used() -> None:
    before, after = (drawn(seed, TEAM, "a") + drawn(seed + 9, TEAM, "b") for seed in (1, 2))
    some = contrast(sample(before, {"a": 8}), sample(after, {"a": 8, "b": 9}), Design())
    none = contrast(sample(before), sample(after), Design())
    assert isinstance(some, Contrast)
    assert isinstance(none, Contrast)
    assert some.knowledge is Knowledge.SOME
    assert some.interval() == none.interval()


def test_more_participants_than_the_population_is_a_fault_of_the_data() -> None:
    before, after = sample(drawn(1, TEAM), {"team": 5}), sample(drawn(2, TEAM), {"team": 8})
    assert contrast(before, after, Design()) == NotComputable(Reason.MORE_THAN_POPULATION)


def test_populations_weight_the_groups_even_without_correction() -> None:
    rows = one_row_each(10, 20, group="a") + one_row_each(90, 110, group="b")
    result = level(sample(rows, {"a": 8, "b": 2}), Design(finite_population=False))
    assert not isinstance(result, NotComputable)
    assert result.ratio == pytest.approx((15 * 8 + 100 * 2) / 10)


def test_unmatched_identifiers_make_a_union_of_all() -> None:
    before, after = sample(drawn(1, TEAM)), sample(drawn(2, TEAM))
    result = contrast(before, after, Design(matched=False))
    assert isinstance(result, Contrast)
    assert (result.employees_in_both, result.employees_in_union) == (0, 12)


def test_the_same_name_in_another_group_is_another_employee() -> None:
    before, after = one_row_each(10, 20, group="a"), one_row_each(5, 9, group="a")
    stranger = [("b", "e0", "d", 7.0, 1.0), ("b", "e1", "d", 8.0, 1.0)]
    result = contrast(sample(before + stranger), sample(after + stranger), Design())
    assert isinstance(result, Contrast)
    assert (result.employees_in_both, result.employees_in_union) == (4, 4)


def test_fewer_in_common_than_by_chance_is_told() -> None:
    known = {"team": 10}
    result = contrast(sample(drawn(1, range(6)), known), sample(drawn(2, range(4, 10)), known), Design())
    assert isinstance(result, Contrast)
    assert result.fewer_in_common


def test_standardising_needs_a_volume_of_each_measured_group() -> None:
    before, after = (drawn(seed, TEAM, "a") + drawn(seed + 9, TEAM, "b") for seed in (1, 2))
    design = Design(Mode.STANDARDISED, volumes=(Volume("a", 100),))
    assert contrast(sample(before), sample(after), design) == NotComputable(Reason.VOLUME_MISSING)


def test_standardised_parts_are_of_the_groups_measured() -> None:
    before, after = sample(drawn(1, TEAM)), sample(drawn(2, TEAM))
    volumes = (Volume("team", 100), Volume("never measured", 900))
    standardised = contrast(before, after, Design(Mode.STANDARDISED, volumes=volumes))
    combined = contrast(before, after, Design())
    assert isinstance(standardised, Contrast)
    assert isinstance(combined, Contrast)
    assert standardised.baseline.ratio == pytest.approx(combined.baseline.ratio)


def test_an_expansion_needs_populations_and_counted_cases() -> None:
    design, known = Design(Mode.EXPANSION), {"team": 9}
    before, after = drawn(1, TEAM), drawn(2, TEAM)
    unknown = contrast(sample(before, system_count=50), sample(after, system_count=40), design)
    uncounted = contrast(sample(before, known, 50), sample(after, known), design)
    assert unknown == NotComputable(Reason.POPULATION_MISSING)
    assert uncounted == NotComputable(Reason.NO_DENOMINATOR)


def test_no_items_is_no_denominator() -> None:
    rows: list[Row] = [("team", "a", "d", 10.0, 0.0), ("team", "b", "d", 12.0, 0.0)]
    assert level(sample(rows), Design()) == NotComputable(Reason.NO_DENOMINATOR)


def test_one_day_is_not_centred() -> None:
    """A single day has no D - 1 to be divided by: it counts as rows without dates do."""
    dated, undated = (pilot_of(sample(one_row_each(9, 14, 30, 22, day=day))) for day in ("2026-01-05", ""))
    assert isinstance(dated, Pilot)
    assert isinstance(undated, Pilot)
    assert dated.within == pytest.approx(undated.within)


def test_a_group_alone_has_no_part_in_the_count_of_all_groups() -> None:
    both = sample(drawn(1, TEAM, "a") + drawn(2, TEAM, "b"), {"a": 9, "b": 9}, system_count=700)
    assert level(both.of_group("a"), Design(Mode.EXPANSION)) == NotComputable(Reason.NO_DENOMINATOR)


def test_a_hopelessly_wide_interval_is_still_an_interval() -> None:
    before, after = sample(one_row_each(1e6, 1e-6)), sample(one_row_each(1e-6, 1e6))
    result = contrast(before, after, Design())
    assert isinstance(result, Contrast)
    interval, hours = result.interval(0.999), potential(result, 6000, level=0.999).interval
    assert isinstance(interval, Interval)
    assert isinstance(hours, Interval)
    assert interval.low < -1e6
    assert hours.low < -1e6


def test_one_employee_who_carries_the_variance_is_flagged() -> None:
    calm = [10.0 + number / 10 for number in range(9)]
    result = level(sample(one_row_each(*calm, 60.0)), Design())
    assert not isinstance(result, NotComputable)
    assert not isinstance(result.spread, NotComputable)
    assert result.spread.is_dominated
    assert result.spread.dominant_share > 0.8


def test_few_employees_are_not_flagged_for_one() -> None:
    result = level(sample(one_row_each(10, 10.1, 60)), Design())
    assert not isinstance(result, NotComputable)
    assert not isinstance(result.spread, NotComputable)
    assert result.spread.dominant_share > 0.6
    assert not result.spread.is_dominated
