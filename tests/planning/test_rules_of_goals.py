"""What a plan may ask for, by the measure, the direction and the unit of a goal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.model.choices import Denominator, Direction, Measure, TargetUnit
from analysis.model.faults import PlanFault, PlanRule
from analysis.model.plan import Goal, Milestone, Project, Volume
from analysis.planning.storing.rules import goal_faults, project_faults

TIME = Goal(0, "Sager", "", "sag", ("Sag",), Denominator.REGISTRATIONS, None, 0.5, 6)
COUNT = replace(TIME, measure=Measure.COUNT)
SHARE = replace(TIME, measure=Measure.SHARE)
PROJECT = Project(0, "Solby Kommune", "KSD", date(2026, 3, 2))


@pytest.mark.parametrize(
    "goal",
    [
        TIME,
        replace(SHARE, denominator=Denominator.LEADING_COUNT),
        replace(SHARE, target_unit=TargetUnit.POINTS, direction=Direction.MORE, target_improvement=1.0),
        replace(COUNT, direction=Direction.MORE, target_improvement=2.5, milestones=(Milestone(2, 1.5),)),
        replace(TIME, volumes=(Volume("Team", 0.5),), realisation_share=1.0),
    ],
    ids=str,
)
def test_what_can_be_promised_and_measured_is_accepted(goal: Goal) -> None:
    assert goal_faults(goal, ()) == ()


@pytest.mark.parametrize(
    ("goal", "field", "rule"),
    [
        (replace(TIME, denominator=Denominator.LEADING_COUNT), "leading_workflow", PlanRule.LEADING),
        (replace(TIME, target_unit=TargetUnit.POINTS), "target_unit", PlanRule.POINTS_OF_SHARE),
        (replace(COUNT, target_unit=TargetUnit.POINTS), "target_unit", PlanRule.POINTS_OF_SHARE),
        (replace(TIME, direction=Direction.MORE), "direction", PlanRule.LESS_TIME),
        (replace(COUNT, target_improvement=1.01), "target_improvement", PlanRule.PERCENT),
        (replace(SHARE, target_improvement=0.0), "target_improvement", PlanRule.PERCENT),
        (replace(SHARE, target_improvement=float("nan")), "target_improvement", PlanRule.PERCENT),
        (
            replace(SHARE, target_unit=TargetUnit.POINTS, direction=Direction.MORE, target_improvement=1.2),
            "target_improvement",
            PlanRule.PERCENT,
        ),
        (
            replace(COUNT, direction=Direction.MORE, target_improvement=10.1),
            "target_improvement",
            PlanRule.PERCENT_OF_RISE,
        ),
        (
            replace(COUNT, direction=Direction.MORE, milestones=(Milestone(2, 0.0),)),
            "milestones",
            PlanRule.PERCENT_OF_RISE,
        ),
        (replace(TIME, volumes=(Volume("Team", 0.0),)), "volumes", PlanRule.POSITIVE),
        (replace(TIME, realisation_share=0.0), "realisation_share", PlanRule.PERCENT),
        (replace(TIME, realisation_share=1.1), "realisation_share", PlanRule.PERCENT),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(goal: Goal, field: str, rule: PlanRule) -> None:
    assert goal_faults(goal, ()) == (PlanFault(field, rule),)
    assert all(text(language, f"fault.{field}.{rule}") for language in Language)


@pytest.mark.parametrize(
    ("changed", "faults"),
    [
        ({"net_hours_per_fte": 1450.0, "kroner_per_hour": 0.5}, ()),
        ({"net_hours_per_fte": 499.0}, (PlanFault("net_hours_per_fte", PlanRule.WORKING_YEAR),)),
        ({"net_hours_per_fte": 2501.0}, (PlanFault("net_hours_per_fte", PlanRule.WORKING_YEAR),)),
        ({"kroner_per_hour": 0.0}, (PlanFault("kroner_per_hour", PlanRule.POSITIVE),)),
    ],
)
def test_what_an_hour_is_worth_is_a_possible_number(changed: dict[str, float], faults: tuple[PlanFault, ...]) -> None:
    assert project_faults(replace(PROJECT, **changed), ()) == faults
