"""The process strip: a step is done only when what belongs to it stands in the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from analysis import planning, uploads
from analysis.model.agreements import Participation, Protocol, Smart
from analysis.model.choices import Act, BenefitKind, Ease, Method, PlanRole, Progress
from analysis.model.entries import Activity, Benefit, Change, Person, Prerequisite, SuccessCriterion
from analysis.model.plan import Milestone, Volume
from analysis.model.process import Step, StepState
from analysis.planning import Plan
from analysis.planning.course.process import stages
from tests.own_project import BY, csv_file, days_of_work, own_project
from tests.planning.plans import BASELINE, FOLLOW_UP, GOAL, TEAM, plan_of, signed

NOT_BEGUN, UNDER_WAY, DONE = StepState
PEOPLE = tuple(Person(100 + number, role.value, role) for number, role in enumerate(PlanRole))
BENEFIT = Benefit(40, "Tid", BenefitKind.ECONOMIC, 30, 100, "Samtaler", "Vagtplanen lægges om")
NONE_MEASURED: frozenset[int] = frozenset()


def of(step: Step, plan: Plan, measured: frozenset[int] = NONE_MEASURED) -> StepState:
    return next(stage.state for stage in stages(plan, measured) if stage.step is step)


def test_nothing_has_begun_in_an_empty_plan() -> None:
    assert {stage.state for stage in stages(plan_of(), NONE_MEASURED)} == {NOT_BEGUN}


def test_prerequisites_are_done_with_all_roles_all_in_place_and_whole_benefits() -> None:
    whole = (*PEOPLE, SuccessCriterion(30, "Mere tid"), BENEFIT, Prerequisite(80, "Adgang", is_met=True))
    assert of(Step.PREREQUISITES, plan_of(*whole)) is DONE
    assert of(Step.PREREQUISITES, plan_of(*whole[1:])) is UNDER_WAY
    assert of(Step.PREREQUISITES, plan_of(*whole, Prerequisite(81, "Udstyr"))) is UNDER_WAY
    assert of(Step.PREREQUISITES, plan_of(*whole, Benefit(41, "Ro"))) is UNDER_WAY


def test_goals_are_done_when_each_is_accepted_and_approved() -> None:
    accepted = signed(GOAL.goal_id, Act.ACCEPTED)
    assert of(Step.SMART_GOALS, plan_of(*accepted, goals=(GOAL,))) is UNDER_WAY
    both = signed(GOAL.goal_id, Act.ACCEPTED, Act.APPROVED)
    assert of(Step.SMART_GOALS, plan_of(*both, goals=(GOAL,))) is DONE
    other = replace(GOAL, goal_id=11, name="Telefon")
    assert of(Step.SMART_GOALS, plan_of(*both, goals=(GOAL, other))) is UNDER_WAY


def test_how_we_measure_is_done_with_a_whole_protocol_and_every_target_group_considered() -> None:
    protocol = Protocol(61, GOAL.goal_id, Method.STOPWATCH, 14, "Toggl", (100,))
    assert of(Step.MEASURING, plan_of(protocol, goals=(GOAL,))) is UNDER_WAY
    considered = Participation(62, GOAL.goal_id, TEAM.target_group_id)
    assert of(Step.MEASURING, plan_of(protocol, considered, goals=(GOAL,))) is DONE


def test_a_baseline_is_under_way_with_the_first_upload_and_done_when_it_is_closed() -> None:
    planned = plan_of(goals=(GOAL,), rounds=(BASELINE,))
    assert of(Step.BASELINE, planned) is NOT_BEGUN
    assert of(Step.BASELINE, planned, frozenset({BASELINE.round_id})) is UNDER_WAY
    closed = plan_of(*signed(BASELINE.round_id, Act.MEASURING, Act.CLOSED), rounds=(BASELINE,))
    assert of(Step.BASELINE, closed) is DONE


def test_priorities_need_the_baseline_the_yearly_numbers_and_how_easy_every_goal_is() -> None:
    weighed = plan_of(
        Smart(60, GOAL.goal_id, data_ease=Ease.EASY, follow_up_ease=Ease.HARD), goals=(GOAL,), rounds=(BASELINE,)
    )
    measured = frozenset({BASELINE.round_id})
    assert of(Step.PRIORITIES, weighed, measured) is UNDER_WAY, "without a yearly number there is no potential"
    counted = replace(weighed, goals=(replace(GOAL, volumes=(Volume("Team", 12_000),)),))
    assert of(Step.PRIORITIES, counted) is UNDER_WAY
    assert of(Step.PRIORITIES, counted, measured) is DONE


def test_the_action_plan_is_done_when_somebody_answers_for_every_change() -> None:
    change, activity = Change(50, "Ny kanal"), Activity(70, "Oplæring", 50)
    assert of(Step.ACTION_PLAN, plan_of(change, activity)) is UNDER_WAY
    assert of(Step.ACTION_PLAN, plan_of(change, replace(activity, responsible=100))) is DONE
    assert of(Step.ACTION_PLAN, plan_of(replace(change, status=Progress.STOPPED))) is DONE


def test_early_indicators_are_done_when_every_milestone_is_a_triple() -> None:
    half = replace(GOAL, milestones=(Milestone(2, 0.4, "Færre breve"),))
    whole = replace(GOAL, milestones=(Milestone(2, 0.4, "Færre breve", 70),))
    assert of(Step.EARLY_INDICATORS, plan_of(goals=(GOAL,))) is NOT_BEGUN
    assert of(Step.EARLY_INDICATORS, plan_of(goals=(half,))) is UNDER_WAY
    assert of(Step.EARLY_INDICATORS, plan_of(goals=(whole,))) is DONE


def test_follow_ups_are_done_when_the_last_one_is_closed_after_the_deadline() -> None:
    closed = signed(FOLLOW_UP.round_id, Act.MEASURING, Act.CLOSED)
    early = replace(FOLLOW_UP, starts_on=date(2026, 5, 4), ends_on=date(2026, 5, 17))
    assert of(Step.FOLLOW_UP, plan_of(*closed, goals=(GOAL,), rounds=(BASELINE, early))) is UNDER_WAY
    late = plan_of(*closed, goals=(GOAL,), rounds=(BASELINE, FOLLOW_UP))
    assert of(Step.FOLLOW_UP, late) is DONE
    assert of(Step.ASSESSMENT, late) is NOT_BEGUN
    assessed = plan_of(*signed(FOLLOW_UP.round_id, Act.ASSESSED), goals=(GOAL,), rounds=(BASELINE, FOLLOW_UP))
    assert of(Step.ASSESSMENT, assessed) is DONE


def test_realisation_is_done_when_every_benefit_but_the_drawbacks_is_handed_over() -> None:
    drawback = Benefit(41, "Flere skal have hjælp", BenefitKind.NEGATIVE)
    approved = plan_of(BENEFIT, drawback, *signed(40, Act.ATTAINMENT_APPROVED))
    assert of(Step.REALISATION, approved) is UNDER_WAY
    assert of(Step.REALISATION, plan_of(BENEFIT, drawback, *signed(40, Act.HANDED_OVER))) is DONE


def test_an_upload_that_is_undone_no_longer_counts(tmp_path: Path) -> None:
    own = own_project(tmp_path / "data", windows=((BASELINE.starts_on, BASELINE.ends_on),))
    upload = own.load(0, csv_file(days_of_work(BASELINE.starts_on, {"a": (5.0, 6.0)})))
    (baseline,) = (s for s in planning.process(own.store, own.project_id) if s.step is Step.BASELINE)
    assert baseline.state is UNDER_WAY
    uploads.undo(own.store, BY, upload.upload_id)
    (baseline,) = (s for s in planning.process(own.store, own.project_id) if s.step is Step.BASELINE)
    assert baseline.state is NOT_BEGUN
    own.store.close()
