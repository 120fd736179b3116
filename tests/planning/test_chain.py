"""The chain of a plan: what leads to what, and a flag at every place where it is broken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.language import Language
from analysis.language.sentences import gap_sentence
from analysis.model.agreements import Smart
from analysis.model.chain import Gap
from analysis.model.choices import BenefitKind
from analysis.model.entries import Benefit, Change, SuccessCriterion
from analysis.model.plan import Milestone
from analysis.planning import chain
from tests.planning.plans import GOAL, goals_named, plan_of

CRITERION = SuccessCriterion(30, "Mere tid til borgerne")
BENEFIT = Benefit(40, "Mindre journalisering", BenefitKind.ECONOMIC, 30, 100, "Samtaler", "Vagtplanen lægges om")
CHANGE = Change(50, "Slip grebet", (40,), is_key=True)
SMART = Smart(60, GOAL.goal_id, 40, (50,))
WHOLE = (CRITERION, BENEFIT, CHANGE, SMART)


def test_a_whole_chain_has_no_flags_and_can_be_followed_from_end_to_end() -> None:
    whole = chain(plan_of(*WHOLE, goals=(GOAL,)))
    assert whole.flags == ()
    assert whole.leads(whole.project.project_id, CHANGE.entry_id)
    assert whole.benefits_after(CHANGE.entry_id) == whole.benefits_after(CRITERION.entry_id) == (BENEFIT,)
    assert whole.goals_after(BENEFIT.entry_id) == whole.goals_after(CHANGE.entry_id) == (GOAL,)


@pytest.mark.parametrize(
    ("entries", "gap"),
    [
        ((replace(BENEFIT, criterion=None), CHANGE, SMART), Gap.BENEFIT_WITHOUT_CRITERION),
        ((CRITERION, replace(BENEFIT, owner=None), CHANGE, SMART), Gap.BENEFIT_WITHOUT_OWNER),
        ((CRITERION, replace(BENEFIT, converted_where=""), CHANGE, SMART), Gap.BENEFIT_WITHOUT_CONVERSION),
        ((CRITERION, replace(BENEFIT, converted_how=""), CHANGE, SMART), Gap.BENEFIT_WITHOUT_CONVERSION),
        ((*WHOLE, SuccessCriterion(31, "Andet")), Gap.CRITERION_WITHOUT_BENEFIT),
        ((*WHOLE, Change(51, "Ny kanal", (40,))), Gap.CHANGE_NOT_COVERED),
        ((CRITERION, BENEFIT, replace(CHANGE, is_key=False), SMART), Gap.NO_KEY_CHANGE),
    ],
)
def test_one_missing_link_is_one_flag(entries: tuple, gap: Gap) -> None:
    assert [flag.gap for flag in chain(plan_of(*entries, goals=(GOAL,))).flags] == [gap]


def test_parts_that_hang_on_nothing_are_flagged_by_name() -> None:
    alone = chain(plan_of(replace(BENEFIT, criterion=None), Change(51, "Ny kanal"), goals=(GOAL,)))
    assert {(flag.gap, flag.name) for flag in alone.flags} == {
        (Gap.BENEFIT_WITHOUT_CRITERION, BENEFIT.name),
        (Gap.BENEFIT_WITHOUT_CHANGE, BENEFIT.name),
        (Gap.BENEFIT_WITHOUT_GOAL, BENEFIT.name),
        (Gap.CHANGE_WITHOUT_BENEFIT, "Ny kanal"),
        (Gap.CHANGE_NOT_COVERED, "Ny kanal"),
        (Gap.NO_KEY_CHANGE, ""),
        (Gap.GOAL_WITHOUT_BENEFIT, GOAL.name),
    }


def test_a_drawback_needs_an_owner_but_is_nobodys_success_and_is_not_converted() -> None:
    drawback = Benefit(41, "Flere skal have hjælp", BenefitKind.NEGATIVE)
    found = chain(plan_of(*WHOLE, drawback, goals=(GOAL,))).flags_of(41)
    assert [flag.gap for flag in found] == [
        Gap.BENEFIT_WITHOUT_OWNER,
        Gap.BENEFIT_WITHOUT_CHANGE,
        Gap.BENEFIT_WITHOUT_GOAL,
    ]


@pytest.mark.parametrize(
    ("milestone", "expected"),
    [
        (Milestone(2, 0.4, "Færre breve", 70), []),
        (Milestone(2, 0.4, "Færre breve"), [Gap.MILESTONE_WITHOUT_ACTIVITY]),
        (Milestone(2, 0.4, "", 70), [Gap.MILESTONE_WITHOUT_INDICATOR]),
        (Milestone(2, 0.4), [Gap.MILESTONE_ALONE]),
    ],
)
def test_a_milestone_is_whole_with_an_early_indicator_and_an_activity(milestone: Milestone, expected: list) -> None:
    goal = replace(GOAL, milestones=(milestone,))
    assert [flag.gap for flag in chain(plan_of(*WHOLE, goals=(goal,))).flags] == expected


def test_many_goals_and_several_key_changes_are_told_softly() -> None:
    goals = goals_named(*"ABCDEF")
    smarts = [Smart(60 + one.goal_id, one.goal_id, 40, (50, 51)) for one in goals]
    second = Change(51, "Ny kanal", (40,), is_key=True)
    flags = chain(plan_of(CRITERION, BENEFIT, CHANGE, second, *smarts, goals=goals)).flags
    assert [(flag.gap, flag.number, flag.is_soft) for flag in flags] == [
        (Gap.SEVERAL_KEY_CHANGES, 2, True),
        (Gap.MANY_GOALS, 6, True),
    ]
    assert chain(plan_of(CRITERION, BENEFIT, CHANGE, second, *smarts[:5], goals=goals[:5])).flags == flags[:1]


@pytest.mark.parametrize("language", Language)
def test_every_flag_is_a_sentence_made_from_its_names(language: Language) -> None:
    thin = replace(GOAL, milestones=(Milestone(2, 0.4),))
    for flag in chain(plan_of(Benefit(41, "Ro"), Change(51, "Ny kanal"), CRITERION, goals=(thin,))).flags:
        said = gap_sentence(flag, language)
        assert flag.name in said
        assert str(flag.number or "") in said
