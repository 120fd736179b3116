"""Time goals: fixed volumes, best guesses, what the change is worth, why it came, and on whom it hangs."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.model.caveats import CaveatKind
from analysis.model.choices import Denominator, Measure
from analysis.model.decomposition import Decomposition, Factor
from analysis.model.levels import Level
from analysis.model.mode import Mode
from analysis.model.outcome import NotComputable, Reason
from analysis.model.plan import Milestone, Population, Volume
from analysis.model.status import Advice, Status
from analysis.model.worth import FreedTime, WithoutOne, Yearly
from analysis.statistics import Design, Sample, contrast, reduction_without_one
from tests.statistics.rounds_at_hand import Row, drawn, sample
from tests.status.held import EXACT, ORACLE, PROJECT, TIME, bounds, change, kinds, latest, measured, report, wave

VOLUMES = (Volume("Let", 5200), Volume("Tung", 800))
STANDARD = replace(TIME, volumes=VOLUMES)
V12 = "v12_standardised_fpc_potential"
BEFORE, AFTER = sample(drawn(1, range(8))), sample(drawn(2, range(8), level=9.0))


def guessed(*minutes: float) -> Sample:
    return sample([("team", f"e{place:03}", "", told, 1.0) for place, told in enumerate(minutes)])


def mixed(light: int, heavy: int) -> list[Row]:
    """Six employees a group with so many cases each, light ones of ten minutes, heavy ones of forty."""
    return [
        (group, f"{group}{number}", f"2026-01-{12 + day}", minutes + number + day, 1.0)
        for group, minutes, cases in (("Let", 10.0, light), ("Tung", 40.0, heavy))
        for number in range(6)
        for day in range(cases)
    ]


def test_fixed_volumes_are_the_default_and_give_the_oracles_interval_and_hours() -> None:
    expected = json.loads((ORACLE / V12 / "expected.json").read_text(encoding="utf-8"))
    project = replace(PROJECT, net_hours_per_fte=1500, kroner_per_hour=400)
    goal = replace(STANDARD, realisation_share=0.5)
    rounds = [measured(number, wave(V12, name, True)) for number, name in enumerate(("baseline", "followup"))]
    found = report(goal, *rounds, project=project)
    assert bounds(change(found).interval_95) == pytest.approx(expected["ci_reduction_95"], **EXACT)
    freed = found.freed
    assert isinstance(freed, FreedTime)
    hours = expected["potential"]["hours"] / 2
    low, high = (bound / 2 for bound in expected["potential"]["hours_ci"])
    assert freed.hours.amount == pytest.approx(hours, **EXACT)
    assert bounds(freed.hours.interval_95) == pytest.approx((low, high), **EXACT)
    assert isinstance(freed.fte, Yearly)
    assert isinstance(freed.kroner, Yearly)
    assert freed.fte.amount == pytest.approx(hours / 1500)
    assert bounds(freed.kroner.interval_95) == pytest.approx((low * 400, high * 400))
    assert (freed.items_per_year, freed.realisation_share) == (6000, 0.5)
    without_parameters = report(goal, *rounds).freed
    assert isinstance(without_parameters, FreedTime)
    assert (without_parameters.fte, without_parameters.kroner) == (None, None)


def test_a_shift_of_cases_is_no_benefit_and_both_numbers_are_told() -> None:
    before, after = sample(mixed(4, 8)), sample(mixed(8, 4))
    found = report(STANDARD, measured(0, before), measured(1, after))
    combined = contrast(before, after, Design())
    assert not isinstance(combined, NotComputable)
    assert abs(change(found).improvement) < 0.1
    assert combined.reduction > 0.2
    assert kinds(found)[CaveatKind.CASE_MIX] == pytest.approx(combined.reduction)
    same = report(STANDARD, measured(0, before), measured(1, before))
    assert CaveatKind.CASE_MIX not in kinds(same)
    hidden = report(STANDARD, measured(0, before), measured(1, after), project=replace(PROJECT, minimum_shown=20))
    assert CaveatKind.CASE_MIX not in kinds(hidden)


def test_without_every_volume_the_rounds_own_mix_counts() -> None:
    before, after = sample(mixed(4, 8)), sample(mixed(8, 4))
    found = report(replace(STANDARD, volumes=VOLUMES[:1]), measured(0, before), measured(1, after))
    combined = contrast(before, after, Design())
    assert not isinstance(combined, NotComputable)
    assert change(found).improvement == pytest.approx(combined.reduction)


@given(seed=st.integers(0, 200), other=st.floats(1, 1e6))
@settings(max_examples=20, deadline=None)
def test_another_target_groups_volume_does_not_change_a_goal_of_one_group(seed: int, other: float) -> None:
    rounds = measured(0, sample(drawn(seed, range(7)))), measured(1, sample(drawn(seed + 1, range(7), level=12.0)))
    own = replace(TIME, volumes=(Volume("team", 100),))
    more = replace(TIME, volumes=(Volume("team", 100), Volume("andre", other)))
    first, second = report(own, *rounds), report(more, *rounds)
    assert (first.follow_ups, first.groups, first.baseline) == (second.follow_ups, second.groups, second.baseline)
    low, high = bounds(change(first).interval_95)
    assert low <= change(first).improvement <= high


def test_what_is_freed_needs_a_volume_a_follow_up_and_enough_employees() -> None:
    known = replace(TIME, volumes=(Volume("team", 1200),))
    few = measured(0, sample(drawn(1, range(4)))), measured(1, sample(drawn(2, range(4))))
    assert report(TIME, measured(0, BEFORE), measured(1, AFTER)).freed == NotComputable(Reason.VOLUME_MISSING)
    assert report(known, measured(0, BEFORE)).freed is None
    hidden = report(known, *few)
    assert (hidden.freed, hidden.why, hidden.without_one) == (NotComputable(Reason.HIDDEN),) * 3


def test_why_tells_fewer_items_from_faster_ones() -> None:
    before, after = (sample(drawn(seed, range(8)), {"team": 12}) for seed in (1, 2))
    found = report(TIME, measured(0, before), measured(1, after)).why
    assert isinstance(found, Decomposition)
    assert [component.factor for component in found.components] == [Factor.VOLUME, Factor.MINUTES_PER_ITEM]
    total = sum(component.effect.hours.value for component in found.components)
    assert total == pytest.approx(found.hours_after - found.hours_before)
    unknown = report(TIME, measured(0, BEFORE), measured(1, AFTER)).why
    assert unknown == NotComputable(Reason.POPULATION_MISSING)


def test_why_takes_the_systems_count_where_the_goal_does() -> None:
    before, after = (sample(drawn(seed, range(8)), {"team": 12}, count) for seed, count in ((1, 900), (1, 600)))
    goal = replace(TIME, denominator=Denominator.SYSTEM_COUNT)
    found = report(goal, measured(0, before), measured(1, after)).why
    assert isinstance(found, Decomposition)
    volume = found.components[0]
    assert volume.effect.part.value < -0.2
    assert found.change.hours.value == pytest.approx(0)


def test_without_one_gives_the_range_of_the_reduction_from_one_more_than_is_shown() -> None:
    found = report(TIME, measured(0, BEFORE), measured(1, AFTER)).without_one
    expected = reduction_without_one(BEFORE, AFTER, Design())
    assert not isinstance(expected, NotComputable)
    assert found == WithoutOne(expected.lowest, expected.highest)
    five = measured(0, sample(drawn(1, range(5)))), measured(1, sample(drawn(2, range(5), level=9.0)))
    assert isinstance(latest(report(TIME, *five)).level, Level)
    assert report(TIME, *five).without_one == NotComputable(Reason.HIDDEN)


def test_a_baseline_alone_says_how_many_must_measure_next() -> None:
    ambitious = replace(TIME, target_improvement=0.7)
    from_nothing = report(ambitious, measured(0, BEFORE)).advice
    stepwise = report(replace(ambitious, milestones=(Milestone(1, 0.5),)), measured(0, BEFORE)).advice
    assert isinstance(from_nothing, Advice)
    assert isinstance(stepwise, Advice)
    assert stepwise.employees > from_nothing.employees
    assert report(TIME, measured(0, sample(drawn(1, range(4))))).advice == NotComputable(Reason.HIDDEN)
    assert report(replace(TIME, target_improvement=1.0), measured(0, BEFORE)).advice is None


def test_best_guesses_alone_are_the_evidence_and_are_marked() -> None:
    rounds = [
        measured(number, guesses=guessed(*minutes), by_guesses=True)
        for number, minutes in enumerate([(20, 30, 25, 15, 40, 20), (10, 14, 12, 8, 19, 11)])
    ]
    found = report(TIME, *rounds)
    expected = contrast(rounds[0].guesses, rounds[1].guesses, Design(finite_population=False))
    assert not isinstance(expected, NotComputable)
    assert change(found).interval_95 == expected.interval()
    assert CaveatKind.BEST_GUESSES in kinds(found)
    assert latest(found).employees == 6
    assert found.why == NotComputable(Reason.VOLUME_MISSING)


def test_guesses_are_corrected_by_those_who_were_timed_too_and_the_interval_grows() -> None:
    """All believe that a case takes twice what it does: from 10 to 20 minutes timed, 20 to 40 guessed."""
    timed = [("team", f"e{n:03}", f"2026-01-{12 + day}", 10.0 + 2 * n + day, 1.0) for n in range(6) for day in (0, 1)]
    believed = guessed(*(2 * (10.5 + 2 * n) * (1.1 if n % 2 else 0.9) for n in range(6)))
    later = guessed(12, 15, 13, 17, 16, 14, 12, 18)
    baseline, after = measured(0, sample(timed), believed), measured(1, guesses=later, by_guesses=True)
    found, uncorrected = report(TIME, baseline, after), report(TIME, measured(0, sample(timed)), after)
    bias = kinds(found)[CaveatKind.CORRECTED_GUESSES]
    assert bias == pytest.approx(2, rel=0.05)
    assert bias is not None
    level, raw = latest(found).level, latest(uncorrected).level
    assert isinstance(level, Level)
    assert isinstance(raw, Level)
    assert level.value == pytest.approx(raw.value / bias)
    low, high = bounds(level.interval_95)
    raw_low, raw_high = bounds(raw.interval_95)
    assert high / low > raw_high / raw_low
    assert change(found).improvement == pytest.approx(1 - level.value / 15.5)
    assert CaveatKind.BEST_GUESSES in kinds(uncorrected)
    assert CaveatKind.BEST_GUESSES not in kinds(found)
    assert found.without_one is None


def test_too_few_who_did_both_correct_nothing() -> None:
    timed = sample(drawn(1, range(4)))
    baseline = measured(0, timed, guessed(*[20.0, 30, 25, 15, 40, 20]), by_guesses=True)
    assert CaveatKind.BEST_GUESSES in kinds(report(TIME, baseline))


def test_the_standing_of_a_goal_knows_no_measure() -> None:
    """The same proportions give the same status whatever they are proportions of."""
    rounds = measured(0, BEFORE), measured(1, AFTER)
    time, count = report(TIME, *rounds), report(replace(TIME, measure=Measure.COUNT), *rounds)
    assert (time.status, change(time)) == (count.status, change(count))
    assert time.status is not Status.NOT_COMPARABLE


def test_the_mode_is_told_where_there_are_groups_to_put_together() -> None:
    before, after = sample(mixed(4, 8)), sample(mixed(8, 4))
    rounds = measured(0, before), measured(1, after)
    assert report(STANDARD, *rounds).mode is Mode.STANDARDISED
    assert report(TIME, *rounds).mode is Mode.COMBINED
    assert report(TIME, measured(0, before)).mode is Mode.COMBINED
    assert report(TIME, measured(0, BEFORE), measured(1, AFTER)).mode is None
    assert report(TIME).mode is None
    guesses = replace(guessed(20, 30, 25), populations=())
    expanded = replace(TIME, denominator=Denominator.SYSTEM_COUNT)
    counted = [replace(one, populations=tuple(Population(g, 9) for g in ("Let", "Tung"))) for one in (before, after)]
    with_count = (measured(number, replace(one, system_count=900)) for number, one in enumerate(counted))
    assert report(expanded, *with_count).mode is Mode.EXPANSION
    assert report(expanded, measured(0, before), measured(1, guesses=guesses, by_guesses=True)).mode is Mode.COMBINED


def test_the_first_advice_tells_what_it_is_to_show() -> None:
    rounds = measured(0, BEFORE)
    plain = report(TIME, rounds).advice
    assert isinstance(plain, Advice)
    assert plain.to_show == 0
    stepped = report(replace(TIME, milestones=(Milestone(1, 0.2),)), rounds).advice
    assert isinstance(stepped, Advice)
    assert stepped.to_show == 0.2
    assert stepped.employees > plain.employees
